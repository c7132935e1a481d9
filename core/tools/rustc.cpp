#include "core/tools/findingreaders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <functional>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Without a place for what lies in another file (include!).
void placeIn(ToolFinding &finding, const QJsonArray &spans)
{
    for (const QJsonValue &span : spans) {
        if (!span[u"is_primary"_s].toBool())
            continue;
        if (const QString label = span[u"label"_s].toString();
            !label.isEmpty() && !finding.message.contains(label))
            finding.message += u": "_s + label;
        if (span[u"file_name"_s].toString() == "program.rs"_L1) {
            finding.line = span[u"line_start"_s].toInt();
            finding.column = span[u"column_start"_s].toInt();
        }
        return;
    }
}

/// A name of a lint is a word; codes of the compiler are E and four digits.
bool isLint(const QString &code)
{
    static const QRegularExpression own(u"^E\\d{4}$"_s);
    return !code.isEmpty() && !own.match(code).hasMatch();
}

QList<ToolFinding> findingsOf(const QByteArray &errors,
    const std::function<bool(const QString &level, const QString &code)> &wanted)
{
    QList<ToolFinding> findings;
    for (const QByteArray &line : errors.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QJsonArray spans = object[u"spans"_s].toArray();
        ToolFinding finding{.code = object[u"code"_s][u"code"_s].toString(),
            .message = object[u"message"_s].toString()};
        // "aborting due to ..." and "2 warnings emitted" have no place and no code.
        if (finding.message.isEmpty() || (spans.isEmpty() && finding.code.isEmpty()))
            continue;
        if (!wanted(object[u"level"_s].toString(), finding.code))
            continue;
        placeIn(finding, spans);
        findings.append(finding);
    }
    return findings;
}

} // namespace

QList<ToolFinding> readRustErrors(const QByteArray &errors)
{
    return findingsOf(
        errors, [](const QString &level, const QString &) { return level == "error"_L1; });
}

QList<ToolFinding> readRustRefusals(const QByteArray &errors)
{
    return findingsOf(errors, [](const QString &level, const QString &code) {
        return level == "error"_L1 && !isLint(code);
    });
}

QList<ToolFinding> readRustLints(const QByteArray &errors)
{
    return findingsOf(errors, [](const QString &level, const QString &code) {
        return level == "warning"_L1 || (level == "error"_L1 && isLint(code));
    });
}

} // namespace autodidact
