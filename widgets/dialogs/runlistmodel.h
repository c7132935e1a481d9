#pragma once

#include "core/storage/rows.h"

#include <QAbstractTableModel>

namespace autodidact {

/// The runs of a database, newest first. GUI thread.
class RunListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { Name, State, SuiteName, Model, Rounds, Rate, Created, ColumnCount };
    enum Roles { RunIdRole = Qt::UserRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<RunRow> &rows);
    const RunRow &row(int index) const { return m_rows.at(index); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const RunRow &row, int column) const;
    QVariant sortValue(const RunRow &row, int column) const;

    QList<RunRow> m_rows;
};

} // namespace autodidact
