#pragma once

#include "core/events/livenote.h"
#include "widgets/runcontrol/runplan.h"
#include "widgets/runcontrol/timeleft.h"

#include <QElapsedTimer>
#include <QObject>

namespace autodidact {

class Feed;

/// The run that is live in this program, as its events and notes tell it. GUI thread.
///
/// Ready after resumption too: what was done before comes with begin().
class LiveRun : public QObject
{
    Q_OBJECT

public:
    explicit LiveRun(Feed &feed, QObject *parent = nullptr);

    /// A run was started or continued here; \p splits and \p done come from its record.
    void begin(const Run &run, const QList<Split> &splits, int done);

    RunId run() const { return m_run; }
    bool isLive() const { return m_status == RunStatus::Running || m_status == RunStatus::Paused; }
    bool isPaused() const { return m_status == RunStatus::Paused; }
    RunStatus status() const { return m_status; }
    const QString &statusDetail() const { return m_detail; }
    const Reason &statusWhy() const { return m_why; }
    const RunConfig &config() const { return m_config; }
    const RunPlan &plan() const { return m_plan; }
    const Progress &progress() const { return m_progress; }
    const WaitingFor &waiting() const { return m_waiting; }
    int version() const { return m_version; }
    int tasksDone() const { return m_tasksDone; }      ///< of all phases and rounds
    std::optional<double> secondsLeft() const;

Q_SIGNALS:
    void statusChanged();            ///< started, paused, ended
    void changed();                  ///< anything at all, at most 20 times a second
    void troubled(const autodidact::Error &error);

private:
    void applyEvents(const QList<Event> &events);
    void applyNotes(const QList<LiveNote> &notes);
    void apply(const Event &event);
    void setStatus(const RunStatusChanged &changed);
    TimeLeft::Seconds now() const;

    RunId m_run;
    RunStatus m_status = RunStatus::Created;
    QString m_detail;
    Reason m_why;
    RunConfig m_config;
    RunPlan m_plan;
    Progress m_progress;
    WaitingFor m_waiting;
    int m_version = 1;
    int m_tasksDone = 0;
    TimeLeft m_time;
    QElapsedTimer m_clock;
};

} // namespace autodidact
