#include "widgets/shell/demopacer.h"

#include "widgets/runcontrol/liverun.h"

#include <algorithm>
#include <cstdlib>

namespace autodidact {

std::chrono::milliseconds DemoPace::perAttempt() const
{
    constexpr double unpacedPerRound = 1.5;      // watching and measuring are not paced
    const double free = secondsLeft - roundsLeft * unpacedPerRound;
    const double attempts = std::max(1.0, tasksLeft * attemptsPerTask);
    return std::chrono::milliseconds(int(std::clamp(1000 * free / attempts, 20.0, 3000.0)));
}

DemoPacer::DemoPacer(Feed &feed, LiveRun &live, QObject *parent)
    : QObject(parent)
    , m_live(live)
{
    connect(&feed, &Feed::events, this, &DemoPacer::apply);
    connect(&live, &LiveRun::statusChanged, this, [this] {
        if (m_live.isPaused())
            m_pause.start();
        else if (m_pause.isValid()) {
            m_pausedMs += m_pause.elapsed();
            m_pause.invalidate();
        }
        if (m_active && m_tasks > 0 && !m_live.isLive())
            end();
    });
}

void DemoPacer::begin()
{
    m_active = true;
    m_tasks = m_attempts = 0;
    m_pausedMs = 0;
    m_pause.invalidate();
    m_last = {};
    m_clock.start();
}

void DemoPacer::end()
{
    m_active = false;
}

void DemoPacer::apply(const QList<Event> &events)
{
    if (!m_active)
        return;
    for (const Event &event : events) {
        const auto *finished = std::get_if<TaskFinished>(&event.payload);
        if (!finished || event.place.phase != Phase::Learn)
            continue;
        ++m_tasks;
        m_attempts += finished->attempts;
    }
    propose();
}

void DemoPacer::propose()
{
    const RunPlan &plan = m_live.plan();
    if (plan.rounds == 0)
        return;
    DemoPace pace;
    pace.secondsLeft = seconds - double(m_clock.elapsed() - m_pausedMs) / 1000;
    pace.tasksLeft = plan.rounds * plan.learn - m_tasks;
    pace.roundsLeft = plan.rounds - m_live.progress().round + 1;
    if (m_tasks >= 10)
        pace.attemptsPerTask = double(m_attempts) / m_tasks;
    const auto wanted = pace.perAttempt();
    // Small changes are not worth a message to the agent.
    if (std::abs((wanted - m_last).count()) * 10 < m_last.count())
        return;
    m_last = wanted;
    Q_EMIT paceWanted(wanted);
}

} // namespace autodidact
