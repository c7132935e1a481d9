#pragma once

#include <QObject>

namespace autodidact {

class Actions;
class CursorKeeper;
class LiveRun;

/// Enables what can be done now, and says for the rest why it cannot. GUI thread.
class Permissions : public QObject
{
    Q_OBJECT

public:
    Permissions(Actions &actions, CursorKeeper &cursor, LiveRun &live);

    void update();

private:
    void updateRun();
    void updateGo();

    Actions &m_actions;
    CursorKeeper &m_cursor;
    LiveRun &m_live;
};

} // namespace autodidact
