#pragma once

#include "widgets/base/cursorkeeper.h"
#include "widgets/base/feed.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>

namespace autodidact {

/// Which place of a live run is worth watching: the lowest unfinished task, and its newest attempt.
///
/// Select and learn tasks only: the measurements on held-out tasks run too fast to watch.
class FollowPolicy
{
public:
    void apply(const Event &event);

    /// Absent before the first task.
    const std::optional<Cursor> &target() const { return m_target; }

private:
    void aim();

    RunId m_run;
    int m_round = 0;
    std::map<std::pair<Phase, int>, int> m_unfinished;   ///< (phase, task) -> newest attempt, 0 before it
    std::optional<Cursor> m_target;
};

/// Offers the keeper what the policy points at, at most once a second. GUI thread.
class Follower : public QObject
{
    Q_OBJECT

public:
    Follower(Feed &feed, CursorKeeper &keeper, QObject *parent = nullptr);

    void setInterval(int ms) { m_intervalMs = ms; }

private:
    void apply(const QList<Event> &events);
    void offer();

    CursorKeeper &m_keeper;
    FollowPolicy m_policy;
    QTimer m_later;
    QElapsedTimer m_sinceOffer;
    int m_intervalMs = 1000;
};

} // namespace autodidact
