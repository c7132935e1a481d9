#include "core/tasks/statementsample.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype LongestGap = 60;     ///< characters between input and output, for a heading

bool endsWord(const QString &text, qsizetype at)
{
    return at >= text.size() || text.at(at).isSpace();
}

QString compact(QString text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return text.remove(blanks);
}

} // namespace

bool isSample(const QString &statement, const QString &input, const QString &output)
{
    const QString text = statement.simplified();
    const QString shown = input.simplified();
    const QString result = output.simplified();
    if (shown.isEmpty() || result.isEmpty())
        return false;
    for (qsizetype at = text.indexOf(shown); at >= 0; at = text.indexOf(shown, at + 1)) {
        const qsizetype from = at + shown.size();
        const qsizetype found = text.indexOf(result, from);
        if ((at > 0 && !text.at(at - 1).isSpace()) || !endsWord(text, from) || found < 0 || found - from > LongestGap)
            continue;
        if (text.sliced(from, found - from).contains("output"_L1, Qt::CaseInsensitive) && endsWord(text, found + result.size()))
            return true;
    }
    return false;
}

bool isCallSample(const QString &statement, const QStringList &arguments, const QString &output)
{
    static const QRegularExpression example(
        u"Input:(.*?)\\n\\s*Output:([^\\n]*)"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression name(u"(^|,)[A-Za-z_]\\w*="_s);
    const QString wanted = compact(arguments.join(u','));
    for (auto match = example.globalMatch(statement); match.hasNext();) {
        const auto found = match.next();
        const QString shown = compact(found.captured(1)).replace(name, u"\\1"_s);
        if (shown == wanted && compact(found.captured(2)) == compact(output))
            return true;
    }
    return false;
}

} // namespace autodidact
