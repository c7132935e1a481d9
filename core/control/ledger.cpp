#include "core/control/ledger.h"

#include "core/storage/eventstore.h"

namespace autodidact {

Ledger::Ledger(Database &database, Journal &journal, RunId run)
    : m_database(database)
    , m_journal(journal)
    , m_run(run)
{
}

Status Ledger::loadPast(int round)
{
    m_past.clear();
    const Result<QList<Event>> events = EventStore(m_database).ofRound(m_run, round);
    if (!events)
        return std::unexpected(events.error());
    for (const Event &event : *events) {
        if (event.place.phase != Phase::Person)
            m_past[event.place].push_back(event);
    }
    return {};
}

Event Ledger::eventAt(const Place &place, EventPayload payload, const QList<SignalUse> &uses) const
{
    Event event;
    event.run = m_run;
    event.place = place;
    event.payload = std::move(payload);
    event.uses = uses;
    return event;
}

Status Ledger::commitTogether(QList<Event> events)
{
    if (events.isEmpty())
        return {};
    const auto past = m_past.find(events.first().place);
    if (past != m_past.end() && !past->second.empty()) {
        for (const Event &event : std::as_const(events)) {
            if (std::deque<Event> &queue = m_past[event.place]; !queue.empty())
                queue.pop_front();
        }
        return {};
    }
    return m_journal.append(events);
}

} // namespace autodidact
