#include "widgets/base/feed.h"

#include <QTimer>

namespace autodidact {

Feed::Feed(QObject *parent)
    : QObject(parent)
{
}

void Feed::published(const Event &event)
{
    const std::scoped_lock lock(m_mutex);
    m_events.append(event);
    arm();
}

void Feed::noted(const LiveNote &note)
{
    const std::scoped_lock lock(m_mutex);
    const auto *chunk = std::get_if<ChunkArrived>(&note.payload);
    auto *last = m_notes.isEmpty() ? nullptr : std::get_if<ChunkArrived>(&m_notes.last().payload);
    if (chunk && last && m_notes.last().run == note.run && last->place == chunk->place)
        last->text += chunk->text;
    else
        m_notes.append(note);
    arm();
}

void Feed::arm()
{
    if (m_armed)
        return;
    m_armed = true;
    QMetaObject::invokeMethod(
        this, [this] { QTimer::singleShot(batchMs, this, &Feed::deliver); }, Qt::QueuedConnection);
}

void Feed::deliver()
{
    QList<Event> events;
    QList<LiveNote> notes;
    {
        const std::scoped_lock lock(m_mutex);
        events.swap(m_events);
        notes.swap(m_notes);
        m_armed = false;
    }
    if (!events.isEmpty())
        Q_EMIT this->events(events);
    if (!notes.isEmpty())
        Q_EMIT this->notes(notes);
}

} // namespace autodidact
