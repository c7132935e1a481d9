#include "widgets/base/cursorkeeper.h"

namespace autodidact {

CursorKeeper::CursorKeeper(QObject *parent)
    : QObject(parent)
{
}

void CursorKeeper::request(const Cursor &cursor)
{
    hold();
    if (cursor == m_cursor)
        return;
    remember(cursor);
    moveTo(cursor);
}

void CursorKeeper::offer(const Cursor &cursor)
{
    if (cursor == m_offered)
        return;
    m_offered = cursor;
    if (m_following) {
        moveTo(cursor);
        return;
    }
    ++m_missed;
    Q_EMIT missedChanged(m_missed);
}

void CursorKeeper::hold()
{
    setFollowing(false);
}

void CursorKeeper::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    m_missed = 0;
    Q_EMIT missedChanged(0);
    Q_EMIT followingChanged(following);
    if (following && m_offered.run.isValid())
        moveTo(m_offered);
}

void CursorKeeper::goBack()
{
    if (!canGoBack())
        return;
    hold();
    moveTo(m_history.at(--m_position));
    Q_EMIT historyChanged();
}

void CursorKeeper::goForward()
{
    if (!canGoForward())
        return;
    hold();
    moveTo(m_history.at(++m_position));
    Q_EMIT historyChanged();
}

void CursorKeeper::moveTo(const Cursor &cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    Q_EMIT moved(m_cursor);
}

void CursorKeeper::remember(const Cursor &cursor)
{
    m_history.resize(m_position + 1);
    m_history.append(cursor);
    if (m_history.size() > historyLength)
        m_history.removeFirst();
    m_position = m_history.size() - 1;
    Q_EMIT historyChanged();
}

} // namespace autodidact
