#pragma once

#include "widgets/base/feed.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>

namespace autodidact {

class LiveRun;

/// Which pace brings a run to its end at a set time.
struct DemoPace {
    double secondsLeft = 0;
    int tasksLeft = 0;               ///< learn tasks
    double attemptsPerTask = 1.7;
    int roundsLeft = 0;

    /// Between 20 ms and 3 s; what a round does without pacing is taken off first.
    std::chrono::milliseconds perAttempt() const;
};

/// Paces the demo so that it ends after about two minutes, whatever the student does. GUI thread.
class DemoPacer : public QObject
{
    Q_OBJECT

public:
    static constexpr double seconds = 112;

    DemoPacer(Feed &feed, LiveRun &live, QObject *parent = nullptr);

    void begin();
    void end();                      ///< a person chose a speed, or the run is over
    bool isActive() const { return m_active; }

Q_SIGNALS:
    void paceWanted(std::chrono::milliseconds pace);

private:
    void apply(const QList<Event> &events);
    void propose();

    LiveRun &m_live;
    bool m_active = false;
    QElapsedTimer m_clock;
    qint64 m_pausedMs = 0;
    QElapsedTimer m_pause;
    int m_tasks = 0;                 ///< learn tasks finished
    int m_attempts = 0;              ///< of them
    std::chrono::milliseconds m_last{0};
};

} // namespace autodidact
