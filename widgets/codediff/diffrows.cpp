#include "widgets/codediff/diffrows.h"

#include <algorithm>
#include <vector>

namespace autodidact {

namespace {

constexpr double alike = 0.45;           ///< from here on two lines are shown as one changed line
constexpr qsizetype mostPairs = 1'600;   ///< compared within one block

/// Which removed line stands beside which added line; each is (old, new), ascending in both.
using Pairs = QList<std::pair<qsizetype, qsizetype>>;

/// The pairs, in order, whose likenesses have the largest sum.
Pairs bestPairs(const QStringList &removed, const QStringList &added)
{
    const qsizetype rows = removed.size();
    const qsizetype columns = added.size();
    const auto width = size_t(columns + 1);
    std::vector<double> likeness(size_t(rows) * width, 0);
    std::vector<double> sum(size_t(rows + 1) * width, 0);
    const auto cell = [width](qsizetype i, qsizetype j) { return size_t(i) * width + size_t(j); };
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            const double like = WordDiff::compare(removed[i], added[j]).likeness;
            likeness[cell(i, j)] = like;
            const double paired = like >= alike ? like + sum[cell(i + 1, j + 1)] : -1;
            sum[cell(i, j)] = std::max({paired, sum[cell(i + 1, j)], sum[cell(i, j + 1)]});
        }
    }
    Pairs pairs;
    for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
        const double like = likeness[cell(i, j)];
        if (like >= alike && sum[cell(i, j)] <= like + sum[cell(i + 1, j + 1)]) {
            pairs.append({i++, j++});
        } else if (sum[cell(i + 1, j)] >= sum[cell(i, j + 1)]) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

/// For blocks too large to compare each with each.
Pairs pairsInOrder(const QStringList &removed, const QStringList &added)
{
    Pairs pairs;
    for (qsizetype i = 0; i < std::min(removed.size(), added.size()); ++i) {
        if (WordDiff::compare(removed[i], added[i]).likeness >= alike)
            pairs.append({i, i});
    }
    return pairs;
}

/// Collects rows and counts the lines of both sides.
class Collector
{
public:
    void keep(const QString &text)
    {
        flush();
        rows.append({RowKind::Kept, {++m_before, text, {}}, {++m_after, text, {}}});
    }
    void remove(const QString &text)
    {
        if (!m_added.isEmpty())
            flush();
        m_removed.append(text);
    }
    void add(const QString &text) { m_added.append(text); }

    void flush()
    {
        const bool small = m_removed.size() * m_added.size() <= mostPairs;
        Pairs pairs = small ? bestPairs(m_removed, m_added) : pairsInOrder(m_removed, m_added);
        pairs.append({m_removed.size(), m_added.size()});
        qsizetype old = 0;
        qsizetype now = 0;
        for (const auto &[nextOld, nextNow] : std::as_const(pairs)) {
            while (old < nextOld)
                rows.append({RowKind::Removed, {++m_before, m_removed[old++], {}}, {}});
            while (now < nextNow)
                rows.append({RowKind::Added, {}, {++m_after, m_added[now++], {}}});
            if (old < m_removed.size() && now < m_added.size())
                change(m_removed[old++], m_added[now++]);
        }
        m_removed.clear();
        m_added.clear();
    }

    QList<DiffRow> rows;

private:
    void change(const QString &before, const QString &after)
    {
        const WordChanges words = WordDiff::compare(before, after);
        rows.append({RowKind::Changed, {++m_before, before, words.removed}, {++m_after, after, words.added}});
    }

    QStringList m_removed;
    QStringList m_added;
    int m_before = 0;
    int m_after = 0;
};

QString withUnixLines(QString text)
{
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
}

} // namespace

Result<QList<DiffRow>> DiffRows::compare(const QString &before, const QString &after)
{
    return lineDiff(withUnixLines(before), withUnixLines(after)).transform(pair);
}

QList<DiffRow> DiffRows::pair(const QList<DiffLine> &lines)
{
    Collector collector;
    for (const DiffLine &line : lines) {
        switch (line.change) {
        case LineChange::Kept: collector.keep(line.text); break;
        case LineChange::Removed: collector.remove(line.text); break;
        case LineChange::Added: collector.add(line.text); break;
        }
    }
    collector.flush();
    return collector.rows;
}

QList<DiffRow> DiffRows::plain(const QString &text)
{
    QList<DiffRow> rows;
    QString lines = withUnixLines(text);
    if (lines.endsWith(u'\n'))
        lines.chop(1);
    if (lines.isEmpty())
        return rows;
    int number = 0;
    for (const QString &line : lines.split(u'\n')) {
        ++number;
        rows.append({RowKind::Kept, {number, line, {}}, {number, line, {}}});
    }
    return rows;
}

} // namespace autodidact
