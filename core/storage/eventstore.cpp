#include "core/storage/eventstore.h"

#include "core/storage/attemptstore.h"
#include "core/storage/memorystore.h"
#include "core/storage/query.h"
#include "core/storage/reflectionstore.h"
#include "core/storage/texts.h"
#include "core/storage/verdictstore.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Refs {
    qint64 ref = 0;
    qint64 ref2 = 0;
};

Result<EventPayload> readAttemptAnswered(Database &database, Refs refs)
{
    return AttemptStore(database).byId(AttemptId{refs.ref}).transform([](Attempt attempt) {
        return EventPayload(AttemptAnswered{std::move(attempt)});
    });
}

Result<EventPayload> readVerdictReached(Database &database, Refs refs)
{
    return VerdictStore(database).byId(refs.ref).transform([refs](Verdict verdict) {
        return EventPayload(VerdictReached{AttemptId{refs.ref2}, std::move(verdict)});
    });
}

Result<EventPayload> readReflectionWritten(Database &database, Refs refs)
{
    return ReflectionStore(database).byId(refs.ref).transform([](Reflection reflection) {
        return EventPayload(ReflectionWritten{std::move(reflection)});
    });
}

Result<EventPayload> readMemoryStored(Database &database, Refs refs)
{
    return MemoryStore(database).revision(MemoryId{refs.ref}, int(refs.ref2)).transform([](MemoryRevision revision) {
        return EventPayload(
            MemoryStored{std::move(revision.memory), revision.note.act, revision.note.reason, revision.note.batch});
    });
}

/// Puts back what a body in the event's row leaves out.
struct Completer {
    const Event &event;
    Refs refs;
    QString runName;

    void operator()(RunStarted &payload) const { payload.config.name = runName; }
    void operator()(RoundStarted &payload) const { payload.round.run = event.run; }
    void operator()(RoundFinished &payload) const { payload.round.run = event.run; }
    void operator()(TaskStarted &payload) const { payload.task.value = refs.ref; }
    void operator()(TaskFinished &payload) const
    {
        payload.task.value = refs.ref;
        payload.lastAttempt.value = refs.ref2;
    }
    void operator()(UpdateProposed &payload) const
    {
        payload.update.id.value = refs.ref;
        payload.update.run = event.run;
        payload.update.place = event.place;
    }
    void operator()(VersionAdmitted &payload) const
    {
        payload.update.value = refs.ref;
        payload.version.run = event.run;
        payload.version.createdAt = event.at;
    }
    void operator()(VersionRejected &payload) const { payload.update.value = refs.ref; }
    void operator()(ToolsRun &payload) const { payload.attempt.value = refs.ref; }
    void operator()(UpdateMeasured &payload) const { payload.update.value = refs.ref; }
    void operator()(UpdateJudged &payload) const { payload.update.value = refs.ref; }
    void operator()(CreditMeasured &payload) const { payload.memory.value = refs.ref; }
    void operator()(LessonsDistilled &payload) const { payload.attempt.value = refs.ref; }
    void operator()(FeedbackGiven &payload) const { payload.attempt.value = refs.ref; }
    void operator()(GuardDecided &payload) const
    {
        payload.decision.id = refs.ref;
        payload.decision.undoes = refs.ref2;
        payload.decision.run = event.run;
        payload.decision.place = event.place;
    }
    template<typename Whole>
    void operator()(Whole &) const
    {
    }
};

Result<EventPayload> readInRow(Database &database, const Event &event, EventKind kind, Refs refs, Query &query)
{
    auto payload = unpacked(database, query.text(12)).and_then([kind](const QJsonObject &object) {
        return payloadFromJson(kind, object);
    });
    if (payload)
        std::visit(Completer{event, refs, query.text(14)}, *payload);
    return payload;
}

Result<EventPayload> readPayload(Database &database, const Event &event, Query &query)
{
    const auto kind = query.value<EventKind>(7);
    const Refs refs{query.integer(10), query.integer(11)};
    switch (kind) {
    case EventKind::AttemptAnswered:
        return readAttemptAnswered(database, refs);
    case EventKind::VerdictReached:
        return readVerdictReached(database, refs);
    case EventKind::ReflectionWritten:
        return readReflectionWritten(database, refs);
    case EventKind::MemoryStored:
        return readMemoryStored(database, refs);
    default:
        return readInRow(database, event, kind, refs, query);
    }
}

Result<Event> readEvent(Database &database, Query &query)
{
    Event event;
    event.sequence = query.integer(0);
    event.run = query.id<RunId>(1);
    event.place = query.place(2);
    event.step = query.number(6);
    event.byPerson = query.flag(8);
    event.at = query.time(9);
    const QJsonArray uses = QJsonDocument::fromJson(query.text(13).toUtf8()).array();
    for (const QJsonValue &use : uses) {
        Result<SignalUse> read = fromJson<SignalUse>(use.toObject());
        if (!read)
            return std::unexpected(read.error());
        event.uses.append(std::move(*read));
    }
    return readPayload(database, event, query).transform([&event](EventPayload payload) {
        event.payload = std::move(payload);
        return event;
    });
}

} // namespace

Result<QList<Event>> EventStore::select(const QString &where, const QList<QVariant> &values)
{
    Query query(m_database,
        u"SELECT event.id, event.run, round, phase, task, attempt, step, kind, by_person, at, ref, ref2, payload, uses, run.name "
        "FROM event JOIN run ON run.id = event.run WHERE event.run = ? "_s + where,
        values);
    return collect<Event>(query, [this](Query &row) { return readEvent(m_database, row); });
}

Result<QList<Event>> EventStore::after(RunId run, qint64 sequence, int limit)
{
    return select(u"AND event.id > ? ORDER BY event.id LIMIT ?"_s, {run.value, sequence, limit});
}

Result<QList<EventRow>> EventStore::rowsAfter(RunId run, qint64 sequence, int limit)
{
    Query query(m_database,
        u"SELECT id, round, phase, task, attempt, step, kind, by_person, at FROM event WHERE run = ? AND id > ? "
        "ORDER BY id LIMIT ?"_s,
        run, sequence, limit);
    return collect<EventRow>(query, [](Query &row) {
        return EventRow{row.integer(0), row.place(1), row.number(5), row.value<EventKind>(6), row.flag(7), row.time(8)};
    });
}

Result<QList<Event>> EventStore::ofRound(RunId run, int round)
{
    return select(u"AND round = ? ORDER BY phase, task, attempt, step"_s, {run.value, round});
}

Result<QList<Event>> EventStore::ofKind(RunId run, EventKind kind, qint64 afterSequence, int limit)
{
    return select(u"AND kind = ? AND event.id > ? ORDER BY event.id LIMIT ?"_s, {run.value, int(kind), afterSequence, limit});
}

Result<QList<Event>> EventStore::ofKindOn(RunId run, EventKind kind, QDate day)
{
    return select(u"AND kind = ? AND event.at / 86400000 = ? ORDER BY event.id"_s, {run.value, int(kind), QDate(1970, 1, 1).daysTo(day)});
}

Result<QList<QDate>> EventStore::days(RunId run)
{
    Query query(m_database, u"SELECT DISTINCT at / 86400000 FROM event WHERE run = ? ORDER BY 1"_s, run);
    return collect<QDate>(query, [](Query &row) { return QDate(1970, 1, 1).addDays(row.integer(0)); });
}

Result<QList<Event>> EventStore::at(RunId run, const Place &place)
{
    return select(u"AND round = ? AND phase = ? AND task = ? AND attempt = ? ORDER BY step"_s,
        {run.value, place.round, int(place.phase), place.task, place.attempt});
}

Result<qint64> EventStore::count(RunId run)
{
    Query query(m_database, u"SELECT count(*) FROM event WHERE run = ?"_s, run);
    return query.first().transform([&query](bool) { return query.integer(0); });
}

Result<qint64> EventStore::lastSequence(RunId run)
{
    Query query(m_database, u"SELECT coalesce(max(id), 0) FROM event WHERE run = ?"_s, run);
    return query.first().transform([&query](bool) { return query.integer(0); });
}

} // namespace autodidact
