#pragma once

#include "core/events/livenote.h"
#include "core/storage/database.h"

#include <span>

namespace autodidact {

/// Writes events with the rows they stand for in one transaction, then publishes them. The only writer of a run.
///
/// Sets `sequence`, `step` and `at`, the payload's run and place (the event's), and the ids of what it stored: attempt,
/// memory (set: the run's own when absent), update, decision. When it fails, nothing is stored, published or changed.
class Journal
{
public:
    /// \p sink may be null; it must outlive the journal.
    Journal(Database &database, LiveSink *sink) : m_database(database), m_sink(sink) {}

    Status append(Event &event);
    Status append(std::span<Event> events);      ///< all in one transaction, in order

private:
    Status write(Event &event);

    Database &m_database;
    LiveSink *m_sink;
};

} // namespace autodidact
