#include "core/storage/journal.h"

#include "core/events/codec.h"
#include "core/storage/eventrecorder.h"
#include "core/storage/query.h"
#include "core/storage/transaction.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QVariant usesOf(const Event &event)
{
    if (event.uses.isEmpty())
        return {};
    QJsonArray array;
    for (const SignalUse &use : event.uses)
        array.append(toJson(use));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<int> nextStep(Database &database, const Event &event)
{
    Query query(database,
        u"SELECT coalesce(max(step) + 1, 0) FROM event "
        "WHERE run = ? AND round = ? AND phase = ? AND task = ? AND attempt = ?"_s,
        event.run, event.place);
    return query.first().transform([&query](bool) { return query.number(0); });
}

QVariant orNull(qint64 id)
{
    return id != 0 ? QVariant(id) : QVariant();
}

} // namespace

Status Journal::write(Event &event)
{
    event.at = QDateTime::currentDateTimeUtc();
    const Result<int> step = nextStep(m_database, event);
    if (!step)
        return std::unexpected(step.error());
    event.step = *step;
    const Result<Recorded> recorded = EventRecorder(m_database).record(event);
    if (!recorded)
        return std::unexpected(recorded.error());
    Query query(m_database,
        u"INSERT INTO event (run, round, phase, task, attempt, step, kind, by_person, at, ref, ref2, payload, uses) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        event.run, event.place, event.step, kindOf(event.payload), event.byPerson, event.at, orNull(recorded->ref),
        orNull(recorded->ref2), recorded->payload.isEmpty() ? QVariant() : QVariant(recorded->payload), usesOf(event));
    return query.run().transform([&] { event.sequence = query.insertedId(); });
}

Status Journal::append(Event &event)
{
    return append(std::span(&event, 1));
}

Status Journal::append(std::span<Event> events)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    // Copies, so that a failure leaves the caller's events as they were.
    QList<Event> written(events.begin(), events.end());
    for (Event &event : written) {
        if (const Status done = write(event); !done)
            return done;
    }
    if (const Status done = transaction.commit(); !done)
        return done;
    std::ranges::move(written, events.begin());
    if (m_sink) {
        for (const Event &event : events)
            m_sink->published(event);
    }
    return {};
}

} // namespace autodidact
