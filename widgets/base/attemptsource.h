#pragma once

#include "widgets/base/services.h"

#include "core/storage/rows.h"

class QWidget;

namespace autodidact {

/// The attempt at the cursor, with what a panel about one attempt needs to know of its run.
struct ShownAttempt {
    AttemptDetail detail;
    ReflectionMode reflection = ReflectionMode::Reflexion;   ///< of the run
    bool live = false;                                       ///< an instance plays the run
};

/// The attempt that the cursor names: a task stands for its last attempt. Without a phase in the cursor, learning
/// comes before watching, checkpoint and baseline. Empty when there is none.
Result<std::optional<ShownAttempt>> attemptAt(Database &database, const Cursor &cursor);

/// Keeps the attempt at the cursor fresh for one panel: reads it when the cursor moves and when the feed tells
/// something of it; while the panel is hidden it only notes that it must. GUI thread.
class AttemptSource : public QObject
{
    Q_OBJECT

public:
    AttemptSource(Services &services, QWidget *panel);

    /// Null while there is none.
    const ShownAttempt *shown() const { return m_shown ? &*m_shown : nullptr; }
    const Cursor &cursor() const { return m_cursor; }
    bool namesTask() const { return m_cursor.task.has_value(); }

    /// Reads what was missed; call it when the panel becomes visible.
    void refresh();

Q_SIGNALS:
    void changed();
    void failed(const autodidact::Error &error);

private:
    void moved(const Cursor &cursor);
    void heard(const QList<Event> &batch);
    void load();

    Services &m_services;
    QWidget *m_panel;
    Ticket m_ticket;
    Cursor m_cursor;
    std::optional<ShownAttempt> m_shown;
    bool m_dirty = true;
};

} // namespace autodidact
