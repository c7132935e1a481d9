#include "core/tools/tidy.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype longestMessage = 300;

/// What differs from machine to machine, or from run to run.
QString clean(QString text)
{
    static const QRegularExpression folder(
        u"(?<![\\w./])/(?:work|usr|support|tmp|etc|lib|home|nowhere)/(?:[\\w.+-]+/)*"_s);
    static const QRegularExpression address(u"\\b0x[0-9A-Fa-f]{6,16}\\b"_s);
    static const QRegularExpression version(
        u"\\b(Python|Node\\.js|rustc|javac|Java|ESLint|clippy|mypy) v?\\d+(?:\\.\\d+)+\\S*"_s,
        QRegularExpression::CaseInsensitiveOption);
    text = text.left(4 * longestMessage);
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u' ';
    }
    text.replace(folder, QString()).replace(address, u"0x0"_s).replace(version, u"\\1"_s);
    text = text.simplified();
    return text.size() > longestMessage ? text.left(longestMessage - 2) + u" …"_s : text;
}

} // namespace

QList<ToolFinding> tidied(QList<ToolFinding> findings)
{
    for (ToolFinding &finding : findings) {
        finding.line = std::max(0, finding.line);
        finding.column = std::max(0, finding.column);
        finding.code = clean(finding.code).left(60);
        finding.message = clean(finding.message);
    }
    const auto order = [](const ToolFinding &a, const ToolFinding &b) {
        return std::tie(a.line, a.column, a.code, a.message)
            < std::tie(b.line, b.column, b.code, b.message);
    };
    std::ranges::sort(findings, order);
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    if (findings.size() > mostFindings)
        findings.resize(mostFindings);
    return findings;
}

} // namespace autodidact
