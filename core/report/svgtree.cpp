#include "core/report/svgtree.h"

#include "core/evaluation/runview.h"
#include "core/report/figures.h"
#include "core/report/svg.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double columnWidth = 128;
constexpr double rowHeight = 66;
const QSizeF nodeSize(96, 46);
constexpr double margin = 14;

struct Cell {
    int column = 0;
    int row = 0;
};

/// Depth-first: a child stands one column to the right, its first child on its own row, every further one on a new row.
class Layout
{
public:
    explicit Layout(const QList<PromptVersion> &versions)
    {
        QMap<int, bool> known;
        for (const PromptVersion &version : versions)
            known[version.number] = true;
        for (const PromptVersion &version : versions) {
            if (version.parent && *version.parent < version.number && known.contains(*version.parent))
                m_children[*version.parent].append(version.number);
            else
                m_roots.append(version.number);
        }
        for (int root : m_roots)
            place(root, 0, m_rows++);
    }

    Cell at(int version) const { return m_cells.value(version); }
    int rows() const { return m_rows; }
    int columns() const { return m_columns; }

private:
    void place(int version, int column, int row)
    {
        m_cells[version] = {column, row};
        m_columns = std::max(m_columns, column + 1);
        const QList<int> children = m_children.value(version);
        for (qsizetype i = 0; i < children.size(); ++i)
            place(children[i], column + 1, i == 0 ? row : m_rows++);
    }

    QMap<int, QList<int>> m_children;
    QMap<int, Cell> m_cells;
    QList<int> m_roots;
    int m_rows = 0;
    int m_columns = 0;
};

QRectF boxOf(Cell cell)
{
    return {QPointF(margin + cell.column * columnWidth, margin + cell.row * rowHeight), nodeSize};
}

QString edge(const QRectF &from, const QRectF &to)
{
    const QPointF a(from.right(), from.center().y());
    const QPointF b(to.left(), to.center().y());
    const double middle = (a.x() + b.x()) / 2;
    return u"M%1 %2 C%3 %2 %3 %4 %5 %4"_s.arg(Svg::number(a.x()), Svg::number(a.y()), Svg::number(middle),
                                              Svg::number(b.y()), Svg::number(b.x()));
}

QString nodeClass(const PromptVersion &version, const VersionOutcome &outcome, const VersionOutcome &parent, int current)
{
    QString css = u"node"_s;
    if (version.number == current)
        return css + u" now"_s;
    if (outcome.tasks == 0 || parent.tasks == 0)
        return css;
    const double difference = double(outcome.solved) / outcome.tasks - double(parent.solved) / parent.tasks;
    return difference == 0 ? css : css + (difference > 0 ? u" good"_s : u" bad"_s);
}

} // namespace

QMap<int, VersionOutcome> versionOutcomes(const RunRecord &record)
{
    QMap<int, VersionOutcome> outcomes;
    const RunView view(record);
    for (const Pass *pass : view.passes(Phase::Learn)) {
        if (!pass->judged())
            continue;
        VersionOutcome &outcome = outcomes[pass->last().version];
        ++outcome.tasks;
        outcome.solved += pass->solved() ? 1 : 0;
    }
    return outcomes;
}

QString versionTree(const RunRecord &record)
{
    if (record.versions.isEmpty())
        return {};
    const Layout layout(record.versions);
    const auto outcomes = versionOutcomes(record);
    Svg svg(2 * margin + (layout.columns() - 1) * columnWidth + nodeSize.width(),
            2 * margin + (layout.rows() - 1) * rowHeight + nodeSize.height(), u"Tree of prompt versions"_s, u"tree"_s);
    for (const PromptVersion &version : record.versions) {
        if (version.parent && *version.parent < version.number)
            svg.path(edge(boxOf(layout.at(*version.parent)), boxOf(layout.at(version.number))), u"edge"_s);
    }
    for (const PromptVersion &version : record.versions) {
        const QRectF box = boxOf(layout.at(version.number));
        const VersionOutcome outcome = outcomes.value(version.number);
        const VersionOutcome parent = version.parent ? outcomes.value(*version.parent) : VersionOutcome{};
        const QString success = outcome.tasks > 0 ? percent(double(outcome.solved) / outcome.tasks) : u"not used"_s;
        svg.rect(box, 8, nodeClass(version, outcome, parent, record.run.currentVersion),
                 u"v%1, %2 rules, %3 of %4 learn tasks. %5"_s.arg(version.number).arg(version.rules.size())
                     .arg(outcome.solved).arg(outcome.tasks).arg(version.note));
        svg.text({box.left() + 10, box.top() + 19}, u"v%1"_s.arg(version.number), Svg::Anchor::Start, u"strong"_s);
        svg.text({box.right() - 9, box.top() + 19}, u"%1 rules"_s.arg(version.rules.size()), Svg::Anchor::End);
        svg.text({box.left() + 10, box.top() + 37}, success);
    }
    return svg.finished();
}

} // namespace autodidact
