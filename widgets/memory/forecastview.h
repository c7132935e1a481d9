#pragma once

#include "core/memory/forgetting.h"
#include "core/storage/memorystore.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace autodidact {

class LinesModel;

/// What forgetting takes next from a set, and why; which failures wait to be mended, and how long. GUI thread.
class ForecastView : public QWidget
{
    Q_OBJECT

public:
    struct Loaded {
        Forecast forecast;
        QHash<MemoryId, QString> titles;             ///< of what it names
    };

    explicit ForecastView(QWidget *parent = nullptr);

    void setLoaded(const Loaded &loaded);
    void retranslate();

    /// Of the entries of \p set, the first 200. Builds a snapshot: not for the GUI thread.
    static Result<Loaded> read(Database &database, MemorySetId set);

Q_SIGNALS:
    void memoryWanted(autodidact::MemoryId id);

private:
    void display();

    Loaded m_loaded;
    QLabel *m_summary;
    LinesModel *m_model;
    QTableView *m_view;
};

} // namespace autodidact
