#include "widgets/runcontrol/liverun.h"

#include "widgets/base/feed.h"

namespace autodidact {

LiveRun::LiveRun(Feed &feed, QObject *parent)
    : QObject(parent)
{
    m_clock.start();
    connect(&feed, &Feed::events, this, &LiveRun::applyEvents);
    connect(&feed, &Feed::notes, this, &LiveRun::applyNotes);
}

void LiveRun::begin(const Run &run, const QList<Split> &splits, int done)
{
    if (m_run != run.id) {
        m_progress = {};
        m_version = run.currentVersion;
    }
    m_run = run.id;
    m_config = run.config;
    m_plan = runPlan(run.config, splits);
    m_tasksDone = qMax(m_tasksDone, done);
    m_time.begin(m_tasksDone);
    if (!isLive())
        setStatus({});
    Q_EMIT changed();
}

std::optional<double> LiveRun::secondsLeft() const
{
    if (m_status != RunStatus::Running)
        return std::nullopt;
    const std::optional<TimeLeft::Seconds> left = m_time.left(m_plan.total());
    return left ? std::optional(left->count()) : std::nullopt;
}

void LiveRun::applyEvents(const QList<Event> &events)
{
    for (const Event &event : events)
        apply(event);
    Q_EMIT changed();
}

void LiveRun::apply(const Event &event)
{
    if (const auto *started = std::get_if<RunStarted>(&event.payload)) {
        m_run = event.run;
        m_config = started->config;
        m_plan = runPlan(started->config, started->splits);
        m_progress = {};
        m_tasksDone = 0;
        m_time.begin(0);
    }
    if (const auto *changed = std::get_if<RunStatusChanged>(&event.payload)) {
        if (m_run != event.run) {
            m_run = event.run;
            m_tasksDone = 0;
            m_progress = {};
        }
        setStatus(*changed);
    }
    if (event.run != m_run)
        return;
    if (const auto *started = std::get_if<RoundStarted>(&event.payload)) {
        m_version = started->round.version;
        m_progress.round = started->round.number;
        if (!started->tasks.isEmpty())
            m_plan.learn = int(started->tasks.size());
    }
    if (std::holds_alternative<TaskFinished>(event.payload)) {
        ++m_tasksDone;
        m_time.sample(now(), m_tasksDone);
    }
}

void LiveRun::applyNotes(const QList<LiveNote> &notes)
{
    for (const LiveNote &note : notes) {
        if (const auto *trouble = std::get_if<Trouble>(&note.payload))
            Q_EMIT troubled(trouble->error);
        if (note.run != m_run)
            continue;
        if (const auto *progress = std::get_if<Progress>(&note.payload))
            m_progress = *progress;
        if (const auto *waiting = std::get_if<WaitingFor>(&note.payload))
            m_waiting = *waiting;
        if (std::holds_alternative<ChunkArrived>(note.payload))
            m_waiting = {};
    }
    Q_EMIT changed();
}

void LiveRun::setStatus(const RunStatusChanged &changed)
{
    const RunStatus status = changed.status;
    if (status == RunStatus::Paused)
        m_time.pause(now());
    else if (status == RunStatus::Running)
        m_time.carryOn(now());
    else
        m_waiting = {};
    m_detail = changed.detail;
    m_why = changed.why;
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

TimeLeft::Seconds LiveRun::now() const
{
    return TimeLeft::Seconds(double(m_clock.elapsed()) / 1000.0);
}

} // namespace autodidact
