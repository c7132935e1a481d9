#pragma once

#include "core/storage/memorystore.h"
#include "widgets/base/cursor.h"
#include "widgets/memory/memoryquery.h"

#include <QWidget>

class QTableView;

namespace autodidact {

class LinesModel;

/// What belongs to one memory beside its text: where it was used, its revisions, what is like it. GUI thread.
class MemorySources : public QWidget
{
    Q_OBJECT

public:
    struct Loaded {
        Memory memory;
        QList<MemoryUseRow> uses;
        QList<MemoryRevision> history;           ///< oldest first
        std::optional<Cursor> source;            ///< the attempt it came from
        QString sourceTask;
    };

    enum class Page { Uses, History, Similar };

    MemorySources(Page page, QWidget *parent = nullptr);

    void setLoaded(const Loaded &loaded);        ///< Uses and History
    void setNeighbours(const QList<MemoryRow> &rows);
    void retranslate();

    static Result<Loaded> read(Database &database, MemoryId id);

Q_SIGNALS:
    void placeWanted(const autodidact::Cursor &cursor);
    void revertWanted(int revision);
    void memoryWanted(autodidact::MemoryId id);

private:
    void opened(const QModelIndex &index);
    void showUses();
    void showHistory();
    void showNeighbours();

    Page m_page;
    LinesModel *m_model;
    QTableView *m_view;
    Loaded m_loaded;
    QList<MemoryRow> m_neighbours;
};

} // namespace autodidact
