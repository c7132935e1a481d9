#pragma once

#include "core/events/livenote.h"

#include <QObject>

#include <mutex>

namespace autodidact {

/// Carries events from the agent thread to the panels in batches, at most 20 times a second.
///
/// published() and noted() are called in the agent thread; the signals come in the GUI thread.
/// Chunks of one place are joined, so that a fast stream costs one note a batch.
class Feed : public QObject, public LiveSink
{
    Q_OBJECT

public:
    explicit Feed(QObject *parent = nullptr);

    void published(const Event &event) override;
    void noted(const LiveNote &note) override;

Q_SIGNALS:
    void events(const QList<autodidact::Event> &batch);
    void notes(const QList<autodidact::LiveNote> &batch);

private:
    void arm();
    void deliver();

    static constexpr int batchMs = 50;

    std::mutex m_mutex;
    QList<Event> m_events;
    QList<LiveNote> m_notes;
    bool m_armed = false;
};

} // namespace autodidact
