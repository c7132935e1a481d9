#include "widgets/runs/runfilter.h"

#include "widgets/runs/runtree.h"

namespace autodidact {

bool RunFilter::accepts(ShownState state, ErrorClass errorClass, const QString &words) const
{
    return (states.isEmpty() || states.contains(state)) && (errorClasses.isEmpty() || errorClasses.contains(errorClass))
        && (text.isEmpty() || words.contains(text, Qt::CaseInsensitive));
}

RunFilterModel::RunFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
    setSortRole(RunTreeModel::SortRole);
}

void RunFilterModel::setFilter(const RunFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    renew();
    Q_EMIT filterChanged();
}

void RunFilterModel::renew()
{
    invalidateRowsFilter();
}

std::pair<int, int> RunFilterModel::counts(const QModelIndex &sourceRun) const
{
    int shown = 0;
    int all = 0;
    if (!sourceRun.isValid())
        return {0, 0};
    for (int round = 0; round < sourceModel()->rowCount(sourceRun); ++round) {
        const QModelIndex parent = sourceModel()->index(round, 0, sourceRun);
        const int tasks = sourceModel()->rowCount(parent);
        all += tasks;
        for (int task = 0; task < tasks; ++task)
            shown += acceptsTask(sourceModel()->index(task, 0, parent)) ? 1 : 0;
    }
    return {shown, all};
}

bool RunFilterModel::acceptsTask(const QModelIndex &task) const
{
    return m_filter.accepts(static_cast<ShownState>(task.data(RunTreeModel::StateRole).toInt()),
                            static_cast<ErrorClass>(task.data(RunTreeModel::ErrorRole).toInt()),
                            m_filter.text.isEmpty() ? QString() : task.data(RunTreeModel::SearchRole).toString());
}

bool RunFilterModel::acceptsRound(const QModelIndex &round) const
{
    const int tasks = sourceModel()->rowCount(round);
    for (int task = 0; task < tasks; ++task) {
        if (acceptsTask(sourceModel()->index(task, 0, round)))
            return true;
    }
    return false;
}

bool RunFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_filter.isActive())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    switch (static_cast<RunLevel>(index.data(RunTreeModel::LevelRole).toInt())) {
    case RunLevel::Round: return acceptsRound(index);
    case RunLevel::Task: return acceptsTask(index);
    default: return true;
    }
}

bool RunFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // The order of the tree is by place, and runs newest first: the source's own.
    if (left.column() == RunTreeModel::NameColumn)
        return left.row() < right.row();
    const QVariant first = left.data(RunTreeModel::SortRole);
    const QVariant second = right.data(RunTreeModel::SortRole);
    const QPartialOrdering order = QVariant::compare(first, second);
    return order == QPartialOrdering::Equivalent || order == QPartialOrdering::Unordered ? left.row() < right.row()
                                                                                         : order == QPartialOrdering::Less;
}

} // namespace autodidact
