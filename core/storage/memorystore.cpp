#include "core/storage/memorystore.h"

#include "core/storage/memoryrows.h"
#include "core/storage/sqlerror.h"
#include "core/storage/texts.h"
#include "core/storage/transaction.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString orderOf(MemoryOrder order)
{
    switch (order) {
    case MemoryOrder::Id: return u"m.id"_s;
    case MemoryOrder::Uses: return u"m.uses DESC, m.id"_s;
    case MemoryOrder::Newest: return u"m.id DESC"_s;
    case MemoryOrder::Utility: return u"m.utility DESC, m.id"_s;
    case MemoryOrder::Title: return u"m.title, m.id"_s;
    }
    return u"m.id"_s;
}

/// What lists filter and sort by, as of this revision.
Status writeHead(Database &database, const Memory &memory)
{
    return execute(database,
        u"UPDATE memory SET revision = ?, state = ?, kind = ?, term = ?, origin = ?, language = ?, pinned = ?, "
        "reviewed = ?, uses = ?, utility = ?, title = ?, tags = ? WHERE id = ?"_s,
        memory.revision, memory.state, memory.kind, memory.term, memory.origin, memory.language, memory.pinned,
        memory.reviewedAt.isValid(), memory.uses, memory.utility, memory.title,
        QString::fromUtf8(QJsonDocument(toJsonArray(memory.tags)).toJson(QJsonDocument::Compact)), memory.id);
}

Status writeRevision(Database &database, const Memory &memory, const RevisionNote &note)
{
    const Result<QString> body = bodyOf(database, memory);
    if (!body)
        return std::unexpected(body.error());
    return execute(database,
        u"INSERT INTO memory_revision (memory, revision, visible_from, state, act, reason, batch, by_person, superseded_by, "
        "source, created_at, reviewed_at, at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        memory.id, memory.revision, memory.visibleFromRound, memory.state, note.act, note.reason, note.batch,
        note.byPerson, memory.supersededBy, memory.source, memory.createdAt, memory.reviewedAt,
        QDateTime::currentDateTimeUtc(), *body);
}

Status writeWords(Database &database, MemoryId id, const QString &words)
{
    return execute(database, u"INSERT OR REPLACE INTO memory_text (rowid, words) VALUES (?, ?)"_s, id, words);
}

/// Makes the row of a new memory; the other columns follow with its first revision.
Result<MemoryId> insertHead(Database &database, MemorySetId set)
{
    Query query(database,
        u"INSERT INTO memory (set_id, revision, state, kind, term, origin, language, pinned, reviewed, uses, utility, "
        "title, tags) VALUES (?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '', '[]')"_s,
        set);
    return query.run().transform([&query] { return MemoryId{query.insertedId()}; });
}

} // namespace

Status MemoryStore::checkWritable(MemorySetId set)
{
    return setById(set).and_then([](const MemorySet &found) -> Status {
        if (found.frozen) {
            return fail(ErrorKind::Conflict,
                u"The memory set \"%1\" is frozen. Copy it and change the copy"_s.arg(found.name));
        }
        return {};
    });
}

/// Its newest revision; nothing for one that is new or only reserved.
Result<std::optional<Memory>> MemoryStore::stored(const Memory &memory)
{
    if (!memory.id.isValid())
        return std::nullopt;
    Query reserved(m_database, u"SELECT 1 FROM memory WHERE id = ? AND set_id = ? AND revision = 0"_s, memory.id, memory.set);
    const Result<bool> isReserved = reserved.first();
    if (!isReserved)
        return std::unexpected(isReserved.error());
    if (*isReserved)
        return std::nullopt;
    return byId(memory.id).transform([](Memory &&found) { return std::optional(std::move(found)); });
}

Result<QList<MemoryId>> MemoryStore::reserve(MemorySetId set, qsizetype count)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    if (const Status writable = checkWritable(set); !writable)
        return std::unexpected(writable.error());
    QList<MemoryId> ids;
    for (qsizetype i = 0; i < count; ++i) {
        const Result<MemoryId> id = insertHead(m_database, set);
        if (!id)
            return std::unexpected(id.error());
        ids.append(*id);
    }
    return transaction.commit().transform([&ids] { return ids; });
}

Result<Memory> MemoryStore::store(Memory memory, const RevisionNote &note)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    const Result<std::optional<Memory>> found = stored(memory);
    if (!found)
        return std::unexpected(found.error());
    const std::optional<Memory> &before = *found;
    if (before) {
        memory.set = before->set;
        memory.createdAt = before->createdAt;
    }
    if (const Status writable = checkWritable(memory.set); !writable)
        return std::unexpected(writable.error());
    if (!memory.id.isValid()) {
        const Result<MemoryId> id = insertHead(m_database, memory.set);
        if (!id)
            return std::unexpected(id.error());
        memory.id = *id;
    }
    memory.revision = before ? before->revision + 1 : 1;
    if (!memory.createdAt.isValid())
        memory.createdAt = QDateTime::currentDateTimeUtc();
    const QString words = wordsOf(memory);
    Status done = writeRevision(m_database, memory, note);
    if (done)
        done = writeHead(m_database, memory);
    if (done && (!before || wordsOf(*before) != words))
        done = writeWords(m_database, memory.id, words);
    if (done)
        done = transaction.commit();
    if (!done)
        return std::unexpected(done.error());
    return memory;
}

Result<Memory> MemoryStore::byId(MemoryId id)
{
    Query query(m_database, selectRevisions(u"AND r.revision = m.revision WHERE m.id = ?"_s), id);
    return collectMemories(m_database, query).and_then([id](const QList<Memory> &memories) -> Result<Memory> {
        if (memories.isEmpty())
            return fail(ErrorKind::NotFound, u"There is no memory with id %1"_s.arg(id.value));
        return memories.first();
    });
}

Result<MemoryRevision> MemoryStore::revision(MemoryId id, int revision)
{
    Query query(m_database, selectRevisions(u"WHERE m.id = ? AND r.revision = ?"_s), id, revision);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    return *found ? readRevision(m_database, query)
                  : fail(ErrorKind::NotFound, u"Memory %1 has no revision %2"_s.arg(id.value).arg(revision));
}

Result<QList<MemoryRevision>> MemoryStore::history(MemoryId id)
{
    Query query(m_database, selectRevisions(u"WHERE m.id = ? ORDER BY r.revision"_s), id);
    return collect<MemoryRevision>(query, [this](Query &row) { return readRevision(m_database, row); });
}

Result<QList<Memory>> MemoryStore::current(MemorySetId set, const MemoryFilter &filter)
{
    QList<QVariant> values{set.value};
    const QString where = u"AND r.revision = m.revision WHERE m.set_id = ?"_s + conditions(filter, values);
    values << filter.limit << filter.offset;
    Query query(m_database, selectRevisions(where + u" ORDER BY %1 LIMIT ? OFFSET ?"_s.arg(orderOf(filter.order))), values);
    return collectMemories(m_database, query);
}

Result<int> MemoryStore::count(MemorySetId set, const MemoryFilter &filter)
{
    QList<QVariant> values{set.value};
    const QString where = conditions(filter, values);
    Query query(m_database, u"SELECT count(*) FROM memory m WHERE m.set_id = ? AND m.revision > 0"_s + where, values);
    return query.first().transform([&query](bool) { return query.number(0); });
}

Result<QList<Memory>> MemoryStore::snapshot(MemorySetId set, int round)
{
    Query query(m_database,
        selectRevisions(u"WHERE m.set_id = ? AND r.state = ? AND r.revision = (SELECT max(x.revision) FROM memory_revision x "
                        "WHERE x.memory = m.id AND x.visible_from <= ?) ORDER BY m.id"_s),
        set, MemoryState::Active, round);
    return collectMemories(m_database, query);
}

Result<QList<Memory>> MemoryStore::successorsOf(MemoryId id)
{
    Query query(m_database,
        selectRevisions(u"AND r.revision = m.revision JOIN (WITH RECURSIVE chain(id, depth) AS (SELECT ?, 0 UNION SELECT n.superseded_by, "
                        "chain.depth + 1 FROM chain JOIN memory h ON h.id = chain.id JOIN memory_revision n ON n.memory = h.id AND "
                        "n.revision = h.revision WHERE n.superseded_by IS NOT NULL AND chain.depth < 10000) SELECT id, depth FROM chain "
                        "WHERE depth > 0) c ON c.id = m.id ORDER BY c.depth"_s),
        id);
    return collectMemories(m_database, query);
}

Result<QList<Memory>> MemoryStore::predecessorsOf(MemoryId id)
{
    Query query(m_database,
        selectRevisions(u"AND r.revision = m.revision JOIN (WITH RECURSIVE older(id, set_id) AS (SELECT id, set_id FROM memory WHERE id = ? "
                        "UNION SELECT h.id, h.set_id FROM older JOIN memory h ON h.set_id = older.set_id JOIN memory_revision n ON "
                        "n.memory = h.id AND n.revision = h.revision AND n.superseded_by = older.id) SELECT id FROM older) c ON c.id = m.id "
                        "WHERE m.id <> ? ORDER BY m.id"_s),
        id, id);
    return collectMemories(m_database, query);
}

Result<QList<MemoryUseRow>> MemoryStore::usesOf(MemoryId id)
{
    Query query(m_database,
        u"SELECT a.id, a.run, a.round, a.phase, a.task, a.attempt, coalesce(task.key, ''), u.revision, u.score, u.success "
        "FROM memory_use u JOIN attempt a ON a.id = u.attempt LEFT JOIN task ON task.id = a.task_id "
        "WHERE u.memory = ? ORDER BY a.run, a.round, a.phase, a.task, a.attempt, a.id"_s,
        id);
    return collect<MemoryUseRow>(query, [](Query &row) {
        return MemoryUseRow{row.id<AttemptId>(0), row.id<RunId>(1), row.place(2), row.text(6), row.number(7), row.real(8),
            row.isNull(9) ? std::nullopt : std::optional(row.flag(9))};
    });
}

Result<qint64> MemoryStore::newBatch(MemorySetId set, qint64 undoes)
{
    Query query(m_database, u"INSERT INTO memory_batch (set_id, undoes) VALUES (?, ?)"_s, set, undoes);
    return query.run().transform([&query] { return query.insertedId(); });
}

} // namespace autodidact
