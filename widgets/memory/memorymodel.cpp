#include "widgets/memory/memorymodel.h"

namespace autodidact {

void MemoryModel::reset(const MemoryPage &page)
{
    beginResetModel();
    m_rows = page.rows;
    m_matching = page.matching;
    m_all = page.all;
    m_complete = page.complete;
    m_fetching = false;
    m_positions.clear();
    for (int row = 0; row < m_rows.size(); ++row)
        m_positions.insert(m_rows[row].memory.id, row);
    endResetModel();
}

void MemoryModel::append(const MemoryPage &page)
{
    m_fetching = false;
    m_complete = page.complete || page.rows.isEmpty();
    m_matching = page.matching;
    m_all = page.all;
    // An entry that moved between two pages while the run goes on is shown once.
    QList<MemoryRow> fresh = page.rows;
    fresh.removeIf([this](const MemoryRow &row) { return m_positions.contains(row.memory.id); });
    if (fresh.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_rows += fresh;
    for (int row = first; row < m_rows.size(); ++row)
        m_positions.insert(m_rows[row].memory.id, row);
    endInsertRows();
}

void MemoryModel::insertFirst(const MemoryRow &row)
{
    beginInsertRows({}, 0, 0);
    m_rows.prepend(row);
    for (int i = 0; i < m_rows.size(); ++i)
        m_positions.insert(m_rows[i].memory.id, i);
    ++m_matching;
    ++m_all;
    endInsertRows();
}

bool MemoryModel::replace(const Memory &memory)
{
    const int row = rowOf(memory.id);
    if (row < 0)
        return false;
    m_rows[row].memory = memory;
    changed(row);
    return true;
}

void MemoryModel::remove(MemoryId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    m_positions.remove(id);
    for (int i = row; i < m_rows.size(); ++i)
        m_positions.insert(m_rows[i].memory.id, i);
    --m_matching;
    endRemoveRows();
}

void MemoryModel::setDrafts(const QSet<MemoryId> &drafts)
{
    const QSet<MemoryId> before = std::exchange(m_drafts, drafts);
    for (const MemoryId id : (before - drafts) + (drafts - before)) {
        if (const int row = rowOf(id); row >= 0)
            changed(row);
    }
}

void MemoryModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Age), index(int(m_rows.size()) - 1, Reviewed));
}

void MemoryModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    retranslate();
}

void MemoryModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int MemoryModel::rowOf(MemoryId id) const
{
    return m_positions.value(id, -1);
}

int MemoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MemoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool MemoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_fetching;
}

void MemoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    Q_EMIT moreWanted(int(m_rows.size()));
}

std::optional<MemoryOrder> MemoryModel::orderOf(int column)
{
    switch (column) {
    case Title: return MemoryOrder::Title;
    case Uses: return MemoryOrder::Uses;
    case Age: return MemoryOrder::Newest;
    default: return std::nullopt;
    }
}

void MemoryModel::changed(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace autodidact
