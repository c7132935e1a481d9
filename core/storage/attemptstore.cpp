#include "core/storage/attemptstore.h"

#include "core/events/eventkind.h"
#include "core/storage/query.h"
#include "core/storage/texts.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr QStringView FullColumns = u"id, run, round, phase, task, attempt, task_id, exposed, exposure, token_similarity, "
                            "tree_similarity, started_at, model_ms, body";

Result<Attempt> readAttempt(Database &database, Query &query)
{
    return fromBody<Attempt>(database, query.text(13)).transform([&query](Attempt attempt) {
        attempt.id = query.id<AttemptId>(0);
        attempt.run = query.id<RunId>(1);
        attempt.place = query.place(2);
        attempt.task = query.id<TaskId>(6);
        attempt.exposed = query.flag(7);
        attempt.exposure = query.real(8);
        attempt.tokenSimilarity = query.optionalReal(9);
        attempt.treeSimilarity = query.optionalReal(10);
        attempt.startedAt = query.time(11);
        attempt.modelMs = query.real(12);
        return attempt;
    });
}

/// Four columns of a verdict that may be absent.
std::optional<TestCount> readCount(Query &query, int column)
{
    if (query.isNull(column))
        return std::nullopt;
    return TestCount{query.number(column), query.number(column + 1), query.flag(column + 2),
        query.value<ErrorClass>(column + 3)};
}

Result<AttemptRow> readRow(Query &query)
{
    AttemptRow row;
    row.id = query.id<AttemptId>(0);
    row.place = query.place(1);
    row.task = query.id<TaskId>(5);
    row.taskKey = query.text(6);
    row.split = query.value<Split>(7);
    row.version = query.number(8);
    row.tokens = query.integer(9);
    row.cost = query.real(10);
    row.exposed = query.flag(11);
    row.exposure = query.real(12);
    row.tokenSimilarity = query.optionalReal(13);
    row.treeSimilarity = query.optionalReal(14);
    row.promptCut = query.flag(15);
    row.finishReason = query.text(16);
    row.startedAt = query.time(17);
    row.modelMs = query.real(18);
    row.reflected = query.flag(19);
    row.visible = readCount(query, 20);
    row.hidden = readCount(query, 24);
    return row;
}

/// The newest verdict per attempt and scope counts.
QString verdictJoin(const QString &alias, Visibility scope)
{
    return u" LEFT JOIN verdict %1 ON %1.id = (SELECT max(x.id) FROM verdict x WHERE x.attempt = a.id AND x.scope = %2)"_s
        .arg(alias).arg(int(scope));
}

} // namespace

Result<Usage> AttemptStore::usedOn(RunId run, QDate day)
{
    Query query(m_database,
        u"SELECT count(*), coalesce(sum(a.tokens), 0), coalesce(sum(a.cost), 0.0) FROM event e JOIN attempt a ON a.id = e.ref "
        "WHERE e.run = ? AND e.kind = ? AND e.at / 86400000 = ?"_s,
        run, EventKind::AttemptAnswered, QDate(1970, 1, 1).daysTo(day));
    return query.first().transform([&query](bool) {
        return Usage{.promptTokens = query.integer(1), .cost = query.real(2), .calls = query.number(0)};
    });
}

Result<AttemptId> AttemptStore::add(const Attempt &attempt)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    const Result<QString> body = bodyOf(m_database, attempt);
    if (!body)
        return std::unexpected(body.error());
    Query query(m_database,
        u"INSERT INTO attempt (run, round, phase, task, attempt, task_id, split, version, tokens, cost, exposed, exposure, "
        "token_similarity, tree_similarity, prompt_cut, finish_reason, started_at, model_ms, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        attempt.run, attempt.place, attempt.task.value, attempt.split, attempt.version,
        attempt.usage.promptTokens + attempt.usage.completionTokens, attempt.usage.cost, attempt.exposed,
        attempt.exposure, attempt.tokenSimilarity, attempt.treeSimilarity, attempt.promptCut, attempt.finishReason,
        attempt.startedAt, attempt.modelMs, *body);
    if (const Status done = query.run(); !done)
        return std::unexpected(done.error());
    const AttemptId id{query.insertedId()};
    for (const MemoryUse &use : attempt.memories) {
        const Status done = execute(m_database,
            u"INSERT OR REPLACE INTO memory_use (attempt, memory, revision, score) VALUES (?, ?, ?, ?)"_s, id, use.memory,
            use.revision, use.score);
        if (!done)
            return std::unexpected(done.error());
    }
    return transaction.commit().transform([id] { return id; });
}

Result<Attempt> AttemptStore::byId(AttemptId id)
{
    Query query(m_database, u"SELECT %1 FROM attempt WHERE id = ?"_s.arg(FullColumns), id);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    return *found ? readAttempt(m_database, query)
                  : fail(ErrorKind::NotFound, u"There is no attempt with id %1"_s.arg(id.value));
}

Result<std::optional<Attempt>> AttemptStore::byPlace(RunId run, const Place &place)
{
    Query query(m_database,
        u"SELECT %1 FROM attempt WHERE run = ? AND round = ? AND phase = ? AND task = ? AND attempt = ? "
        "ORDER BY id DESC LIMIT 1"_s.arg(FullColumns),
        run, place);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return readAttempt(m_database, query).transform([](Attempt attempt) { return std::optional(std::move(attempt)); });
}

Result<QList<Attempt>> AttemptStore::ofTask(RunId run, int round, Phase phase, int task)
{
    Query query(m_database,
        u"SELECT %1 FROM attempt WHERE run = ? AND round = ? AND phase = ? AND task = ? ORDER BY attempt, id"_s.arg(
            FullColumns),
        run, round, phase, task);
    return collect<Attempt>(query, [this](Query &row) { return readAttempt(m_database, row); });
}

Result<QList<AttemptRow>> AttemptStore::rows(RunId run, const AttemptFilter &filter)
{
    QString sql = u"SELECT a.id, a.round, a.phase, a.task, a.attempt, a.task_id, coalesce(task.key, ''), a.split, a.version, "
                  "a.tokens, a.cost, a.exposed, a.exposure, a.token_similarity, a.tree_similarity, a.prompt_cut, "
                  "a.finish_reason, a.started_at, a.model_ms, "
                  "EXISTS (SELECT 1 FROM reflection WHERE reflection.attempt = a.id), "
                  "v.tests_passed, v.tests_total, v.passed, v.error_class, "
                  "h.tests_passed, h.tests_total, h.passed, h.error_class "
                  "FROM attempt a LEFT JOIN task ON task.id = a.task_id"_s
        + verdictJoin(u"v"_s, Visibility::Visible) + verdictJoin(u"h"_s, Visibility::Hidden) + u" WHERE a.run = ?"_s;
    QList<QVariant> values{run.value};
    const auto narrow = [&](const QString &condition, std::optional<qint64> value) {
        if (value) {
            sql += condition;
            values.append(*value);
        }
    };
    narrow(u" AND a.round = ?"_s, filter.round);
    narrow(u" AND a.phase = ?"_s, filter.phase.transform([](Phase phase) { return qint64(phase); }));
    narrow(u" AND a.task = ?"_s, filter.task);
    narrow(u" AND a.version = ?"_s, filter.version);
    narrow(u" AND a.id IN (SELECT attempt FROM memory_use WHERE memory = ?)"_s,
        filter.usedMemory.transform([](MemoryId memory) { return memory.value; }));
    Query query(m_database, sql + u" ORDER BY a.round, a.phase, a.task, a.attempt, a.id"_s, values);
    return collect<AttemptRow>(query, readRow);
}

Status AttemptStore::setMeasures(AttemptId id, const AttemptMeasures &measures)
{
    return execute(m_database,
        u"UPDATE attempt SET exposure = ?, exposed = ?, token_similarity = ?, tree_similarity = ? WHERE id = ?"_s,
        measures.exposure, measures.exposed, measures.tokenSimilarity, measures.treeSimilarity, id);
}

} // namespace autodidact
