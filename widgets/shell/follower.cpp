#include "widgets/shell/follower.h"

namespace autodidact {

void FollowPolicy::apply(const Event &event)
{
    const Place &place = event.place;
    if (std::holds_alternative<RunStarted>(event.payload) || event.run != m_run) {
        m_run = event.run;
        m_unfinished.clear();
    }
    if (const auto *started = std::get_if<RoundStarted>(&event.payload)) {
        m_round = started->round.number;
        m_unfinished.clear();
        if (!m_target || m_target->run != m_run)
            m_target = Cursor{m_run, m_round, std::nullopt, std::nullopt};
    }
    if (place.phase != Phase::Learn && place.phase != Phase::Watch)
        return;
    m_round = place.round;
    const std::pair key(place.phase, place.task);
    if (std::holds_alternative<TaskStarted>(event.payload))
        m_unfinished[key] = 0;
    else if (std::holds_alternative<AttemptAnswered>(event.payload))
        m_unfinished[key] = place.attempt;
    else if (std::holds_alternative<TaskFinished>(event.payload))
        m_unfinished.erase(key);
    else
        return;
    aim();
}

void FollowPolicy::aim()
{
    if (m_unfinished.empty())
        return;                  // the last task of a phase stays in view
    const auto &[key, attempt] = *m_unfinished.begin();
    Cursor cursor{m_run, m_round, key.second, std::nullopt};
    if (attempt > 0)
        cursor.attempt = attempt;
    m_target = cursor;
}

Follower::Follower(Feed &feed, CursorKeeper &keeper, QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &Follower::offer);
    connect(&feed, &Feed::events, this, &Follower::apply);
}

void Follower::apply(const QList<Event> &events)
{
    for (const Event &event : events)
        m_policy.apply(event);
    if (!m_policy.target() || m_later.isActive())
        return;
    const qint64 since = m_sinceOffer.isValid() ? m_sinceOffer.elapsed() : m_intervalMs;
    m_later.start(int(qMax<qint64>(0, m_intervalMs - since)));
}

void Follower::offer()
{
    m_sinceOffer.start();
    m_keeper.offer(*m_policy.target());
}

} // namespace autodidact
