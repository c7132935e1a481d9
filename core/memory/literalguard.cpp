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
        text += u'\n' + test.name + u'\n' + test.code;
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

std::optional<QString> namedIdentifier(const QString &text, const Task &task, const QString &seen)
{
    const QString entry = task.entryPoint.section(u'.', -1);
    // A plain word such as "add" is the entry point only where it is written like a name.
    if (!entry.isEmpty()
        && text.contains(QRegularExpression(u"[`'\"]%1[`'\"(]|(?<!\\w)%1\\("_s.arg(QRegularExpression::escape(entry)))))
        return u"it names the function \"%1\" of the task"_s.arg(entry);
    if (!task.key.isEmpty() && task.key.size() >= ShortestValue && holdsWord(text, task.key))
        return u"it names the task \"%1\""_s.arg(task.key);
    const QSet<QString> names = [&] {
        const QStringList words = captured(seen, u"(?<!\\w)([\\p{L}_]\\w+)(?!\\w)"_s);
        return QSet<QString>(words.cbegin(), words.cend());
    }();
    for (const QString &word : captured(text, u"(?<!\\w)([\\p{L}_]\\w+)(?!\\w)"_s)) {
        if (isCompound(word) && (names.contains(word) || word == entry))
            return u"it names \"%1\", an identifier of the task"_s.arg(word);
    }
    return std::nullopt;
}

std::optional<QString> quotedValue(const QString &text, const QString &seen)
{
    for (const QString &quote : captured(text, u"[\"“]([^\"”\\n]*)[\"”]"_s) + captured(text, u"(?<!\\w)'([^'\\n]*)'(?!\\w)"_s)
             + captured(text, u"`([^`\\n]*)`"_s)) {
        if (quote.size() > LongestQuote)
            return u"it quotes \"%1…\""_s.arg(quote.first(LongestQuote));
        if (quote.size() >= ShortestValue && (seen.contains(u'"' + quote + u'"') || seen.contains(u'\'' + quote + u'\'')))
            return u"it quotes \"%1\", a value of the task"_s.arg(quote);
    }
    for (const QString &number : captured(text, u"(?<![\\w.])(\\d[\\d.,_]*\\d)(?!\\w)"_s)) {
        if (number.size() >= ShortestValue && holdsWord(seen, number))
            return u"it holds %1, a value of the task"_s.arg(number);
    }
    for (const QString &list : captured(text, u"([\\[(]\\s*[\\d\"'][^\\])]*,[^\\])]*[\\])])"_s))
        return u"it holds the value %1"_s.arg(list);
    return std::nullopt;
}

} // namespace

std::optional<QString> taskLiteralIn(const QString &text, const Task &task)
{
    if (text.contains(u"```"_s))
        return u"it holds a program"_s;
    const QString seen = visibleText(task);
    if (const auto name = namedIdentifier(text, task, seen))
        return name;
    return quotedValue(text, seen);
}

} // namespace autodidact
