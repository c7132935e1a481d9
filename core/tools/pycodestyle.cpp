#include "core/tools/findingreaders.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

QList<ToolFinding> readPycodestyle(const QByteArray &output)
{
    static const QRegularExpression message(u"^program\\.py:(\\d+):(\\d+): ([EW]\\d+) (.+)$"_s);
    QList<ToolFinding> findings;
    for (const QByteArray &line : output.split('\n')) {
        if (const QRegularExpressionMatch found = message.match(QString::fromUtf8(line));
            found.hasMatch())
            findings.append({found.captured(1).toInt(), found.captured(2).toInt(),
                found.captured(3), found.captured(4)});
    }
    return findings;
}

} // namespace autodidact
