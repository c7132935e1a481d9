#pragma once

#include "widgets/base/cursor.h"

#include <QList>
#include <QObject>

namespace autodidact {

/// Owns the one cursor, whether it follows the run, and its history. GUI thread.
class CursorKeeper : public QObject
{
    Q_OBJECT

public:
    explicit CursorKeeper(QObject *parent = nullptr);

    const Cursor &cursor() const { return m_cursor; }
    bool isFollowing() const { return m_following; }
    int missed() const { return m_missed; }
    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_history.size(); }

public Q_SLOTS:
    /// A person asked for this place: the cursor moves there and is held.
    void request(const autodidact::Cursor &cursor);

    /// The run moved on. Moves the cursor only while following; else counts what was missed.
    void offer(const autodidact::Cursor &cursor);

    /// A person began to read (scrolled up, selected text): stay here.
    void hold();
    void setFollowing(bool following);
    void goBack();
    void goForward();

Q_SIGNALS:
    void moved(const autodidact::Cursor &cursor);
    void followingChanged(bool following);
    void missedChanged(int missed);
    void historyChanged();

private:
    void moveTo(const Cursor &cursor);
    void remember(const Cursor &cursor);

    static constexpr int historyLength = 100;

    Cursor m_cursor;
    Cursor m_offered;            ///< newest place of the run
    bool m_following = true;
    int m_missed = 0;
    QList<Cursor> m_history;
    qsizetype m_position = -1;
};

} // namespace autodidact
