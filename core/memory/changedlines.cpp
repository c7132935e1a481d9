#include "core/memory/changedlines.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Line {
    QChar mark;              ///< ' ', '-' or '+'
    QString text;
};

/// Length of the longest common subsequence of the line lists from (i, j) on, for every i and j.
class CommonTable
{
public:
    CommonTable(const QStringList &a, const QStringList &b)
        : m_width(b.size() + 1)
        , m_lengths(size_t((a.size() + 1) * m_width), 0)
    {
        for (qsizetype i = a.size() - 1; i >= 0; --i) {
            for (qsizetype j = b.size() - 1; j >= 0; --j) {
                m_lengths[size_t(i * m_width + j)] = a.at(i) == b.at(j) ? at(i + 1, j + 1) + 1
                                                                       : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }

    int at(qsizetype i, qsizetype j) const { return m_lengths[size_t(i * m_width + j)]; }

private:
    qsizetype m_width;
    std::vector<int> m_lengths;
};

QList<Line> compare(const QStringList &a, const QStringList &b)
{
    const CommonTable common(a, b);
    QList<Line> lines;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a.at(i) == b.at(j)) {
            lines.append({u' ', a.at(i)});
            ++i;
            ++j;
        } else if (i < a.size() && (j == b.size() || common.at(i + 1, j) >= common.at(i, j + 1))) {
            lines.append({u'-', a.at(i++)});
        } else {
            lines.append({u'+', b.at(j++)});
        }
    }
    return lines;
}

QStringList linesOf(const QString &code)
{
    QStringList lines = code.split(u'\n');
    for (QString &line : lines) {
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
    }
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

QString changedLines(const QString &before, const QString &after, int maxLines)
{
    // Programs of tasks are short; what is longer would need more memory than it is worth.
    constexpr qsizetype LongestProgram = 2000;
    const QList<Line> lines = compare(linesOf(before).first(std::min(LongestProgram, linesOf(before).size())),
        linesOf(after).first(std::min(LongestProgram, linesOf(after).size())));
    const auto changed = [&](qsizetype at) { return at >= 0 && at < lines.size() && lines.at(at).mark != u' '; };
    QStringList shown;
    qsizetype last = -1;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (!changed(at) && !changed(at - 1) && !changed(at + 1))
            continue;
        if (last >= 0 && at > last + 1)
            shown.append(u"@@"_s);
        shown.append(lines.at(at).mark + lines.at(at).text);
        last = at;
    }
    if (shown.size() > maxLines) {
        shown = shown.first(maxLines);
        shown.append(u"..."_s);
    }
    return shown.join(u'\n');
}

} // namespace autodidact
