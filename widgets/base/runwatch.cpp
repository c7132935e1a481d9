#include "widgets/base/runwatch.h"

#include <QEvent>
#include <QWidget>

namespace autodidact {

RunWatch::RunWatch(Services &services, QWidget *panel)
    : QObject(panel)
    , m_panel(panel)
    , m_run(services.cursor.cursor().run)
{
    m_timer.setSingleShot(true);
    panel->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT loadWanted(m_run); });
    connect(&services.cursor, &CursorKeeper::moved, this, &RunWatch::moved);
}

void RunWatch::moved(const Cursor &cursor)
{
    if (cursor.run == m_run)
        return;
    m_run = cursor.run;
    Q_EMIT runChanged(m_run);
    reloadNow();
}

void RunWatch::reloadNow()
{
    reloadIn(0);
}

void RunWatch::reloadSoon()
{
    if (!m_timer.isActive())
        reloadIn(liveMs);
}

void RunWatch::reloadIn(int milliseconds)
{
    m_dirty = !m_panel->isVisible();
    if (!m_dirty)
        m_timer.start(milliseconds);
}

bool RunWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && m_dirty) {
        m_dirty = false;
        m_timer.start(0);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace autodidact
