#include "widgets/versions/treelayout.h"

#include <algorithm>

namespace autodidact {

namespace {

/// Places nodes column by column, and remembers who came last in each lane.
class Placer
{
public:
    explicit Placer(TreeLayout &layout) : m_layout(layout) {}

    void place(int version, UpdateId pending, int parent)
    {
        const int position = int(m_layout.nodes.size());
        const int lane = laneFor(parent);
        m_layout.nodes.append({version, pending, m_layout.columns++, lane, parent});
        m_last[lane] = position;
    }

private:
    /// The lane of the parent when nobody came after it there; else the first one below that has been quiet
    /// since the parent, so that no edge crosses a node.
    int laneFor(int parent)
    {
        int lane = 0;
        int since = -1;
        if (parent >= 0) {
            lane = m_layout.nodes[parent].lane;
            if (m_last[lane] == parent)
                return lane;
            since = m_layout.nodes[parent].column;
            ++lane;
        }
        while (lane < m_last.size() && m_layout.nodes[m_last[lane]].column > since)
            ++lane;
        if (lane == m_last.size())
            m_last.append(-1);
        m_layout.lanes = int(m_last.size());
        return lane;
    }

    TreeLayout &m_layout;
    QList<int> m_last;           ///< position of the last node of each lane
};

} // namespace

int TreeLayout::nodeOf(int version) const
{
    const auto found = std::ranges::find(nodes, version, &TreeNode::version);
    return version <= 0 || found == nodes.end() ? -1 : int(found - nodes.begin());
}

TreeLayout layOutTree(const QList<VersionRow> &versions, const QList<Update> &updates)
{
    TreeLayout layout;
    Placer placer(layout);
    for (const VersionRow &row : versions)
        placer.place(row.version.number, {}, layout.nodeOf(row.version.parent.value_or(0)));
    QList<int> crossesOf(layout.nodes.size(), 0);
    for (const Update &update : updates) {
        const int from = layout.nodeOf(update.oldVersion);
        if (update.decision == Decision::Rejected && from >= 0)
            layout.crosses.append({update.id, from, crossesOf[from]++});
        else if (update.decision == Decision::Pending && !update.newVersion && from >= 0)
            placer.place(0, update.id, from);
    }
    return layout;
}

} // namespace autodidact
