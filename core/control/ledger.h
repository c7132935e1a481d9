#pragma once

#include "core/events/event.h"
#include "core/storage/journal.h"

#include <deque>
#include <map>

namespace autodidact {

/// Commits the steps of a run, and gives back those that were committed before an interruption.
///
/// A resumed round runs through the same code again: every step that is in the journal already is
/// handed back instead of being done twice. Agent thread.
class Ledger
{
public:
    Ledger(Database &database, Journal &journal, RunId run);

    /// Reads what the journal holds of rounds from \p round on, people's acts left out.
    Status loadPast(int round);

    /// Whether the next committed step at \p place is of this kind.
    template<typename Payload>
    bool has(const Place &place) const
    {
        const auto found = m_past.find(place);
        return found != m_past.end() && !found->second.empty()
            && std::holds_alternative<Payload>(found->second.front().payload);
    }

    /// The step as it was committed before, or the given one after its commit (with its ids set).
    template<typename Payload>
    Result<Payload> commit(const Place &place, Payload payload, const QList<SignalUse> &uses = {})
    {
        if (has<Payload>(place))
            return take<Payload>(place);
        Event event = eventAt(place, std::move(payload), uses);
        if (const Status status = m_journal.append(event); !status)
            return std::unexpected(status.error());
        return std::get<Payload>(std::move(event.payload));
    }

    /// A step that was committed before; has() must be true.
    template<typename Payload>
    Payload take(const Place &place)
    {
        std::deque<Event> &events = m_past.at(place);
        Payload payload = std::get<Payload>(std::move(events.front().payload));
        events.pop_front();
        return payload;
    }

    /// Steps of one kind at one place in one transaction: those that were committed before, or the given ones after their
    /// commit.
    template<typename Payload>
    Result<QList<Payload>> commitAll(const Place &place, const QList<Payload> &payloads, const QList<SignalUse> &uses = {})
    {
        QList<Payload> done;
        while (has<Payload>(place))
            done.append(take<Payload>(place));
        if (!done.isEmpty())
            return done;
        QList<Event> events;
        for (const Payload &payload : payloads)
            events.append(eventAt(place, payload, uses));
        if (const Status status = events.isEmpty() ? Status() : m_journal.append(events); !status)
            return std::unexpected(status.error());
        for (Event &event : events)
            done.append(std::get<Payload>(std::move(event.payload)));
        return done;
    }

    /// Several steps in one transaction: all of them were committed before, or none.
    Status commitTogether(QList<Event> events);

    Event eventAt(const Place &place, EventPayload payload, const QList<SignalUse> &uses = {}) const;

private:
    Database &m_database;
    Journal &m_journal;
    RunId m_run;
    std::map<Place, std::deque<Event>> m_past;
};

} // namespace autodidact
