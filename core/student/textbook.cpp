#include "core/student/textbook.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Below this share of its words a statement does not count as found.
constexpr double enoughWords = 0.85;

QSet<QString> wordsOf(const QString &text)
{
    static const QRegularExpression word(u"\\w+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> words;
    for (auto match = word.globalMatch(text); match.hasNext();)
        words.insert(match.next().captured());
    return words;
}

} // namespace

Textbook::Textbook(QList<Task> tasks)
    : m_tasks(std::move(tasks))
{
    for (qsizetype i = 0; i < m_tasks.size(); ++i) {
        const Task &task = m_tasks.at(i);
        m_statements.append(task.statement.simplified());
        m_byEntryPoint[task.entryPoint].append(i);
        m_groups[task.groupKey()].append(i);
    }
    m_after = sidesOfChange();
}

QList<bool> Textbook::sidesOfChange() const
{
    QHash<QString, qsizetype> order;     // of the groups that declare no drifted version
    QSet<QString> drifted;
    for (const Task &task : m_tasks) {
        if (task.repeatKind == RepeatKind::Drift)
            drifted.insert(task.groupKey());
    }
    for (const Task &task : m_tasks) {
        if (!drifted.contains(task.groupKey()))
            order.insert(task.groupKey(), order.value(task.groupKey(), order.size()));
    }
    QList<bool> after;
    for (const Task &task : m_tasks) {
        const bool declared = drifted.contains(task.groupKey());
        after.append(declared ? task.repeatKind == RepeatKind::Drift : 2 * order.value(task.groupKey()) >= order.size());
    }
    return after;
}

const QList<qsizetype> &Textbook::groupOf(qsizetype index) const
{
    return *m_groups.constFind(m_tasks.at(index).groupKey());
}

double Textbook::match(qsizetype index, const QString &text, const QSet<QString> &words) const
{
    const QString &statement = m_statements.at(index);
    if (!statement.isEmpty() && text.contains(statement))
        return 1.0 + double(statement.size());   // the longest statement that stands there word for word
    const QSet<QString> wanted = wordsOf(statement);
    const qsizetype found = std::ranges::count_if(wanted, [&words](const QString &word) { return words.contains(word); });
    return wanted.isEmpty() ? 0.0 : double(found) / double(wanted.size());
}

std::optional<qsizetype> Textbook::find(const QString &text) const
{
    const QString simplified = text.simplified();
    const QSet<QString> words = wordsOf(simplified);
    QList<qsizetype> candidates = m_byEntryPoint.value(QString());
    for (const QString &word : words)
        candidates += m_byEntryPoint.value(word);
    std::ranges::sort(candidates);
    std::optional<qsizetype> best;
    double bestMatch = 0;
    for (const qsizetype index : std::as_const(candidates)) {
        const double found = match(index, simplified, words);
        if (found >= enoughWords && found > bestMatch) {
            best = index;
            bestMatch = found;
        }
    }
    return best;
}

std::optional<qsizetype> Textbook::findProgram(const QString &code) const
{
    static const QRegularExpression python(u"^\\s*def\\s+(\\w+)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression keyword(u"^\\s*(?:export\\s+|pub\\s+)?(?:function|fn|const|let)\\s+(\\w+)"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression method(u"^[ \\t]*(?:\\w+[ \\t]+)*static[ \\t][^(=;\\n]*?(\\w+)[ \\t]*\\("_s,
        QRegularExpression::MultilineOption);
    for (const QRegularExpression &definition : {python, keyword, method}) {
        for (auto match = definition.globalMatch(code); match.hasNext();) {
            const auto found = m_byEntryPoint.constFind(match.next().captured(1));
            if (found != m_byEntryPoint.cend())
                return found->first();
        }
    }
    return std::nullopt;
}

} // namespace autodidact
