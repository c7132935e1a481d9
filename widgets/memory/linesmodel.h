#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace autodidact {

/// A short read-only table of texts, each row with something behind it: uses, revisions, neighbours. GUI thread.
class LinesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Line {
        QStringList cells;
        QString hint;
        QVariant behind;             ///< given by Qt::UserRole
    };

    explicit LinesModel(int columns, QObject *parent = nullptr) : QAbstractTableModel(parent), m_columns(columns) {}

    void setLines(const QList<Line> &lines);
    void setHeaders(const QStringList &headers);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int m_columns;
    QStringList m_headers;
    QList<Line> m_lines;
};

} // namespace autodidact
