#pragma once

#include <QItemSelectionModel>
#include <QTableView>

namespace autodidact {

/// Makes \p index current and its row the only one chosen, whatever keys a person holds down: with Ctrl, what views do by
/// themselves would take the choice back.
inline void chooseRow(QTableView &view, const QModelIndex &index)
{
    view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

inline void chooseRow(QTableView &view, int row)
{
    chooseRow(view, view.model()->index(row, 0));
}

} // namespace autodidact
