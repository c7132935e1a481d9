#pragma once

#include "core/events/eventkind.h"
#include "core/storage/database.h"

namespace autodidact {

/// An event without its payload: enough for a time line.
struct EventRow {
    qint64 sequence = 0;
    Place place;
    int step = 0;
    EventKind kind = EventKind::RunStarted;
    bool byPerson = false;
    QDateTime at;

    bool operator==(const EventRow &) const = default;
};

/// Reads the journal; only Journal writes it.
class EventStore
{
public:
    explicit EventStore(Database &database) : m_database(database) {}

    /// Commit order, after a sequence number: what is new since then, or the next page.
    Result<QList<Event>> after(RunId run, qint64 sequence, int limit);
    Result<QList<EventRow>> rowsAfter(RunId run, qint64 sequence, int limit);

    /// Export order (round, phase, task, attempt, step) of one round.
    Result<QList<Event>> ofRound(RunId run, int round);
    Result<QList<Event>> ofKind(RunId run, EventKind kind, qint64 afterSequence = 0, int limit = -1);
    /// In order of commit, of one day in UTC.
    Result<QList<Event>> ofKindOn(RunId run, EventKind kind, QDate day);
    Result<QList<QDate>> days(RunId run);                                ///< on which something was committed, in UTC and in order

    Result<QList<Event>> at(RunId run, const Place &place);              ///< by step

    Result<qint64> count(RunId run);
    Result<qint64> lastSequence(RunId run);                              ///< 0 when there is none

    /// For resuming: did this step happen already? The newest payload of that kind there.
    template<typename Payload>
    Result<std::optional<Payload>> find(RunId run, const Place &place)
    {
        auto events = at(run, place);
        if (!events)
            return std::unexpected(events.error());
        for (auto event = events->rbegin(); event != events->rend(); ++event) {
            if (auto *payload = std::get_if<Payload>(&event->payload))
                return std::optional<Payload>(std::move(*payload));
        }
        return std::optional<Payload>();
    }

private:
    Result<QList<Event>> select(const QString &where, const QList<QVariant> &values);

    Database &m_database;
};

} // namespace autodidact
