#include "core/storage/runstore.h"

#include "core/events/codec.h"
#include "core/storage/blobstore.h"
#include "core/storage/leasestore.h"
#include "core/storage/memorystore.h"
#include "core/storage/query.h"
#include "core/storage/sqlerror.h"
#include "core/storage/transaction.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isNumber(const QString &text)
{
    bool number = false;
    text.toLongLong(&number);
    return number;
}

/// "openai:qwen/coder-7b" → "coder-7b"; "student:0.6" → "student".
QString baseName(const QString &model)
{
    const QString kind = model.section(u':', 0, 0);
    QString base = kind == "student"_L1 || kind == "cassette"_L1 || !model.contains(u':') ? kind
                                                                                           : model.section(u':', 1);
    base = base.section(u'/', -1);
    static const QRegularExpression odd(u"[^\\w.-]+"_s);
    base.replace(odd, u"-"_s);
    return base.isEmpty() ? u"run"_s : base;
}

bool isOver(RunStatus status)
{
    return status == RunStatus::Finished || status == RunStatus::Stopped || status == RunStatus::Failed
        || status == RunStatus::BudgetReached;
}

Result<Run> readRun(Query &query)
{
    auto config = parseJsonObject(query.text(4).toUtf8(), u"run"_s).and_then(fromJson<RunConfig>);
    if (!config)
        return std::unexpected(config.error());
    Run run;
    run.id = query.id<RunId>(0);
    run.name = query.text(1);
    run.suite = query.id<SuiteId>(2);
    run.memorySet = query.id<MemorySetId>(3);
    run.config = std::move(*config);
    run.status = query.value<RunStatus>(5);
    run.statusDetail = query.text(6);
    run.roundsDone = query.number(7);
    run.currentVersion = query.number(8);
    run.sawHiddenTests = query.flag(9);
    run.approximate = query.flag(10);
    run.createdAt = query.time(11);
    run.finishedAt = query.time(12);
    if (const QString why = query.text(13); !why.isEmpty()) {
        auto reason = parseJsonObject(why.toUtf8(), u"run"_s).and_then(fromJson<Reason>);
        if (!reason)
            return std::unexpected(reason.error());
        run.statusWhy = std::move(*reason);
    }
    return run;
}

} // namespace

Result<QString> RunStore::freeName(const QString &model)
{
    const QString base = baseName(model);
    Query query(m_database, u"SELECT name FROM run WHERE name LIKE ? || '-%'"_s, base);
    const auto names = collect<QString>(query, [](Query &row) { return row.text(0); });
    if (!names)
        return std::unexpected(names.error());
    qint64 highest = 0;
    for (const QString &name : *names) {
        const QString tail = name.mid(base.size() + 1);
        highest = std::max(highest, isNumber(tail) ? tail.toLongLong() : 0);
    }
    return u"%1-%2"_s.arg(base).arg(highest + 1);
}

Result<Run> RunStore::create(RunConfig config, SuiteId suite)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    if (isNumber(config.name))
        return fail(ErrorKind::BadUsage, u"A run cannot be named \"%1\": a number means the id of a run"_s.arg(config.name));
    if (config.name.isEmpty()) {
        auto name = freeName(config.model);
        if (!name)
            return std::unexpected(name.error());
        config.name = *name;
    }
    Query query(m_database, u"INSERT INTO run (name, suite, config, created_at) VALUES (?, ?, ?, ?)"_s, config.name,
        suite, QString::fromUtf8(toJsonLine(toJson(config))), QDateTime::currentDateTimeUtc());
    if (const Status done = query.run(); !done) {
        if (!done.error().detail.contains("run.name"_L1))
            return std::unexpected(done.error());
        return fail(ErrorKind::Conflict, u"A run named \"%1\" exists already. Choose another name"_s.arg(config.name));
    }
    const RunId id{query.insertedId()};
    if (const auto set = MemoryStore(m_database).createSet(config.name, id); !set)
        return std::unexpected(set.error());
    if (const Status done = transaction.commit(); !done)
        return std::unexpected(done.error());
    return byId(id);
}

Result<QList<Run>> RunStore::select(const QString &where, const QList<QVariant> &values)
{
    Query query(m_database,
        u"SELECT run.id, run.name, suite, memory_set.id, config, status, status_detail, rounds_done, current_version, "
        "saw_hidden, approximate, created_at, finished_at, coalesce((SELECT json_extract(event.payload, '$.why') FROM event "
        "WHERE event.run = run.id AND event.kind = %1 ORDER BY event.id DESC LIMIT 1), '') "
        "FROM run LEFT JOIN memory_set ON memory_set.run = run.id "_s.arg(int(EventKind::RunStatusChanged))
            + where,
        values);
    return collect<Run>(query, readRun);
}

Result<Run> RunStore::byId(RunId id)
{
    return select(u"WHERE run.id = ?"_s, {id.value}).and_then([id](const QList<Run> &runs) -> Result<Run> {
        if (runs.isEmpty())
            return fail(ErrorKind::NotFound, u"There is no run with id %1. See \"runs list\""_s.arg(id.value));
        return runs.first();
    });
}

Result<Run> RunStore::byNameOrId(const QString &nameOrId)
{
    if (isNumber(nameOrId))
        return byId(RunId{nameOrId.toLongLong()});
    return select(u"WHERE run.name = ?"_s, {nameOrId}).and_then([&](const QList<Run> &runs) -> Result<Run> {
        if (runs.isEmpty())
            return fail(ErrorKind::NotFound, u"There is no run \"%1\". See \"runs list\""_s.arg(nameOrId));
        return runs.first();
    });
}

Result<QList<Run>> RunStore::all()
{
    return select(u"ORDER BY run.id DESC"_s, {});
}

Status RunStore::setStatus(RunId run, RunStatus status, const QString &detail)
{
    return execute(m_database, u"UPDATE run SET status = ?, status_detail = ?, finished_at = ? WHERE id = ?"_s, status,
        detail, isOver(status) ? QDateTime::currentDateTimeUtc() : QDateTime(), run);
}

Status RunStore::setCurrentVersion(RunId run, int version)
{
    return execute(m_database, u"UPDATE run SET current_version = ? WHERE id = ?"_s, version, run);
}

Status RunStore::setRoundsDone(RunId run, int rounds)
{
    return execute(m_database, u"UPDATE run SET rounds_done = ? WHERE id = ?"_s, rounds, run);
}

Status RunStore::markSawHiddenTests(RunId run)
{
    return execute(m_database, u"UPDATE run SET saw_hidden = 1 WHERE id = ?"_s, run);
}

Status RunStore::markApproximate(RunId run)
{
    return execute(m_database, u"UPDATE run SET approximate = 1 WHERE id = ?"_s, run);
}

Status RunStore::remove(RunId run)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    const auto holder = LeaseStore(m_database).holder(run);
    if (!holder)
        return std::unexpected(holder.error());
    if (holder->has_value()) {
        return fail(ErrorKind::Conflict, u"This run is in progress (process %1 on %2). Stop it first"_s
                                             .arg((*holder)->pid).arg((*holder)->host));
    }
    const Result<Run> gone = byId(run);
    const Result<QStringList> readers = gone ? MemoryStore(m_database).readersOf(gone->name) : QStringList();
    if (!readers)
        return std::unexpected(readers.error());
    if (!readers->isEmpty()) {
        return fail(ErrorKind::Conflict,
            u"The run \"%1\" reads the memory of this one. Delete that run first, or copy the memory"_s.arg(readers->first()));
    }
    if (const Status done = execute(m_database, u"DELETE FROM run WHERE id = ?"_s, run); !done)
        return done;
    if (const auto removed = BlobStore(m_database).removeOrphans(); !removed)
        return std::unexpected(removed.error());
    return transaction.commit();
}

} // namespace autodidact
