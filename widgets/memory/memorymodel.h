#pragma once

#include "widgets/memory/memoryquery.h"

#include <QAbstractTableModel>
#include <QPalette>
#include <QSet>

namespace autodidact {

/// The memories of a query, page by page; asks for more when the view does. GUI thread.
class MemoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { Kind, Title, Uses, Success, Term, Origin, Pin, Age, Reviewed, Score, ColumnCount };
    enum Roles { IdRole = Qt::UserRole, DraftRole };

    explicit MemoryModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void reset(const MemoryPage &page);              ///< a new query
    void append(const MemoryPage &page);             ///< its next page
    void insertFirst(const MemoryRow &row);
    bool replace(const Memory &memory);              ///< false when it is not here
    void remove(MemoryId id);

    void setDrafts(const QSet<MemoryId> &drafts);
    void setNow(const QDateTime &now);               ///< ages are counted to it
    void setPalette(const QPalette &palette);
    void retranslate();

    int rowOf(MemoryId id) const;                    ///< -1 when not here
    const MemoryRow &row(int row) const { return m_rows.at(row); }
    int matching() const { return m_matching; }
    int all() const { return m_all; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static std::optional<MemoryOrder> orderOf(int column);

Q_SIGNALS:
    void moreWanted(int offset);

private:
    QString text(const MemoryRow &row, int column) const;
    QVariant icon(const MemoryRow &row, int column) const;
    QString hint(const MemoryRow &row, int column) const;
    void changed(int row);

    QList<MemoryRow> m_rows;
    QHash<MemoryId, int> m_positions;
    QSet<MemoryId> m_drafts;
    QDateTime m_now;
    QPalette m_palette;
    int m_matching = 0;
    int m_all = 0;
    bool m_complete = true;
    bool m_fetching = false;
};

} // namespace autodidact
