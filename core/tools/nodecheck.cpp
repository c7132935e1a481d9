#include "core/tools/findingreaders.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

QList<ToolFinding> readNodeCheck(const QByteArray &errors)
{
    static const QRegularExpression place(u"program\\.js:(\\d+)$"_s);
    static const QRegularExpression carets(u"^\\s*\\^+\\s*$"_s);
    const QList<QByteArray> lines = errors.split('\n');
    qsizetype at = 0;
    ToolFinding finding;
    if (const QRegularExpressionMatch found = place.match(QString::fromUtf8(lines.first()));
        found.hasMatch()) {
        finding.line = found.captured(1).toInt();
        if (lines.size() > 2 && carets.match(QString::fromUtf8(lines[2])).hasMatch())
            finding.column = int(lines[2].indexOf('^')) + 1;
        at = 2; // the line of the program may look like anything
    }
    for (; at < lines.size(); ++at) {
        if (!lines[at].startsWith("SyntaxError: "))
            continue;
        finding.code = u"SyntaxError"_s;
        finding.message = QString::fromUtf8(lines[at].sliced(13)).trimmed();
        return {finding};
    }
    return {};
}

} // namespace autodidact
