#include "core/memory/literalguard.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype LongestQuote = 24;   ///< characters that a quotation may have whatever it says
constexpr qsizetype ShortestValue = 3;   ///< characters from which a quoted value or a number tells of a task

/// All that the agent sees of the task.
QString visibleText(const Task &task)
{
    QString text = task.statement + u'\n' + task.starter + u'\n' + task.prefix;
    for (const TestCase &test : task.visibleTests)
        text += u'\n' + test.name + u'\n' + test.code + u'\n' + test.input + u'\n' + test.outputs.join(u'\n');
    return text;
}

QStringList captured(const QString &text, const QString &pattern)
{
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found.append(match.next().captured(1));
    return found;
}

/// A name that cannot be a plain word of English.
bool isCompound(const QString &name)
{
    static const QRegularExpression inside(u"[a-z0-9][A-Z]|.[0-9_]"_s);
    return name.size() >= ShortestValue && inside.match(name).hasMatch();
}

bool holdsWord(const QString &text, const QString &word)
{
    return text.contains(QRegularExpression(u"(?<![\\w])"_s + QRegularExpression::escape(word) + u"(?![\\w])"_s));
}

std::optional<Explanation> namedIdentifier(const QString &text, const Task &task, const QString &seen)
{
    const QString entry = task.entryPoint.section(u'.', -1);
    // A plain word such as "add" is the entry point only where it is written like a name.
    if (!entry.isEmpty()
        && text.contains(QRegularExpression(u"[`'\"]%1[`'\"(]|(?<!\\w)%1\\("_s.arg(QRegularExpression::escape(entry)))))
        return Explanation{
            u"it names the function \"%1\" of the task"_s.arg(entry), {ReasonCode::RuleNamesFunction, {{u"name"_s, entry}}}};
    if (!task.key.isEmpty() && task.key.size() >= ShortestValue && holdsWord(text, task.key))
        return Explanation{u"it names the task \"%1\""_s.arg(task.key), {ReasonCode::RuleNamesTask, {{u"name"_s, task.key}}}};
    const QSet<QString> names = [&] {
        const QStringList words = captured(seen, u"(?<!\\w)([\\p{L}_]\\w+)(?!\\w)"_s);
        return QSet<QString>(words.cbegin(), words.cend());
    }();
    for (const QString &word : captured(text, u"(?<!\\w)([\\p{L}_]\\w+)(?!\\w)"_s)) {
        if (isCompound(word) && (names.contains(word) || word == entry))
            return Explanation{u"it names \"%1\", an identifier of the task"_s.arg(word),
                {ReasonCode::RuleNamesIdentifier, {{u"name"_s, word}}}};
    }
    return std::nullopt;
}

/// What the visible tests of a Program task read and write: values, although nothing stands around them.
QString exchanged(const Task &task)
{
    QString text;
    for (const TestCase &test : task.visibleTests)
        text += u'\n' + test.input + u'\n' + test.outputs.join(u'\n');
    return text;
}

std::optional<Explanation> quotedValue(const QString &text, const QString &seen, const QString &exchange)
{
    for (const QString &quote : captured(text, u"[\"“]([^\"”\\n]*)[\"”]"_s) + captured(text, u"(?<!\\w)'([^'\\n]*)'(?!\\w)"_s)
             + captured(text, u"`([^`\\n]*)`"_s)) {
        if (quote.size() > LongestQuote)
            return Explanation{u"it quotes \"%1…\""_s.arg(quote.first(LongestQuote)),
                {ReasonCode::RuleQuotes, {{u"quote"_s, quote.first(LongestQuote)}}}};
        const bool isValue =
            seen.contains(u'"' + quote + u'"') || seen.contains(u'\'' + quote + u'\'') || holdsWord(exchange, quote);
        if (quote.size() >= ShortestValue && isValue)
            return Explanation{
                u"it quotes \"%1\", a value of the task"_s.arg(quote), {ReasonCode::RuleQuotesValue, {{u"quote"_s, quote}}}};
    }
    for (const QString &number : captured(text, u"(?<![\\w.])(\\d[\\d.,_]*\\d)(?!\\w)"_s)) {
        if (number.size() >= ShortestValue && holdsWord(seen, number))
            return Explanation{
                u"it holds %1, a value of the task"_s.arg(number), {ReasonCode::RuleHoldsValue, {{u"value"_s, number}}}};
    }
    for (const QString &list : captured(text, u"([\\[(]\\s*[\\d\"'][^\\])]*,[^\\])]*[\\])])"_s))
        return Explanation{u"it holds the value %1"_s.arg(list), {ReasonCode::RuleHoldsValue, {{u"value"_s, list}}}};
    return std::nullopt;
}

} // namespace

std::optional<Explanation> taskLiteralIn(const QString &text, const Task &task)
{
    if (text.contains(u"```"_s))
        return Explanation{u"it holds a program"_s, {ReasonCode::RuleHoldsProgram, {}}};
    const QString seen = visibleText(task);
    if (auto name = namedIdentifier(text, task, seen))
        return name;
    return quotedValue(text, seen, exchanged(task));
}

} // namespace autodidact
