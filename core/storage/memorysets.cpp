// The part of MemoryStore that is about whole sets.
#include "core/storage/memorystore.h"

#include "core/storage/query.h"
#include "core/storage/runstore.h"
#include "core/storage/sqlerror.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Result<QList<MemorySet>> MemoryStore::selectSets(const QString &where, const QList<QVariant> &values)
{
    Query query(m_database, u"SELECT id, name, run, forked_from, frozen FROM memory_set "_s + where, values);
    return collect<MemorySet>(query, [](Query &row) {
        return MemorySet{row.id<MemorySetId>(0), row.text(1), row.id<RunId>(2), row.id<MemorySetId>(3), row.flag(4)};
    });
}

Result<MemorySet> MemoryStore::oneSet(const QString &where, const QVariant &value, const QString &what)
{
    return selectSets(where, {value}).and_then([&what](const QList<MemorySet> &found) -> Result<MemorySet> {
        if (found.isEmpty())
            return fail(ErrorKind::NotFound, u"There is no memory set %1. See \"memory list\""_s.arg(what));
        return found.first();
    });
}

Result<MemorySet> MemoryStore::setById(MemorySetId id)
{
    return oneSet(u"WHERE id = ?"_s, id.value, u"with id %1"_s.arg(id.value));
}

Result<MemorySet> MemoryStore::setByName(const QString &name)
{
    return oneSet(u"WHERE name = ?"_s, name, u"\"%1\""_s.arg(name));
}

Result<MemorySet> MemoryStore::setOfRun(RunId run)
{
    return oneSet(u"WHERE run = ?"_s, run.value, u"of run %1"_s.arg(run.value));
}

Result<QList<MemorySet>> MemoryStore::sets()
{
    return selectSets(u"ORDER BY name"_s, {});
}

Result<MemorySet> MemoryStore::createSet(const QString &name, RunId run)
{
    Query query(m_database, u"INSERT INTO memory_set (name, run) VALUES (?, ?)"_s, name, run);
    const Status done = query.run();
    if (done)
        return MemorySet{MemorySetId{query.insertedId()}, name, run, {}, false};
    if (!isConstraint(done.error()))
        return std::unexpected(done.error());
    return fail(ErrorKind::Conflict, u"A memory set named \"%1\" exists already. Choose another name"_s.arg(name));
}

Status MemoryStore::removeSet(MemorySetId id)
{
    const Result<MemorySet> set = setById(id);
    if (!set)
        return std::unexpected(set.error());
    if (set->run.isValid())
        return fail(ErrorKind::Conflict, u"The memory set \"%1\" belongs to a run. Delete the run"_s.arg(set->name));
    const Result<QStringList> readers = readersOf(set->name);
    if (!readers)
        return std::unexpected(readers.error());
    if (!readers->isEmpty()) {
        return fail(ErrorKind::Conflict,
            u"The memory set \"%1\" is read by the run \"%2\". Delete the run first"_s.arg(set->name, readers->first()));
    }
    return execute(m_database, u"DELETE FROM memory_set WHERE id = ?"_s, id);
}

Status MemoryStore::unfreeze(MemorySetId set)
{
    return execute(m_database, u"UPDATE memory_set SET frozen = 0 WHERE id = ?"_s, set);
}

Result<QStringList> MemoryStore::readersOf(const QString &set)
{
    return RunStore(m_database).all().transform([&set](const QList<Run> &runs) {
        QStringList names;
        for (const Run &run : runs) {
            if (run.config.memorySet == set)
                names.append(run.name);
        }
        return names;
    });
}

Status MemoryStore::freeze(MemorySetId set)
{
    return execute(m_database, u"UPDATE memory_set SET frozen = 1 WHERE id = ?"_s, set);
}

Result<int> MemoryStore::copyInto(MemorySetId from, MemorySetId into)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    const Result<MemorySet> source = setById(from);
    const Result<QList<Memory>> memories = current(from);
    if (!source || !memories)
        return std::unexpected(source ? memories.error() : source.error());
    const Result<QList<MemoryId>> ids = reserve(into, memories->size());
    if (!ids)
        return std::unexpected(ids.error());
    QHash<qint64, MemoryId> copies;
    for (qsizetype i = 0; i < ids->size(); ++i)
        copies.insert(memories->at(i).id.value, ids->at(i));
    for (Memory memory : *memories) {
        memory.id = copies.value(memory.id.value);
        QList<MemoryId> opposites;
        for (const MemoryId id : std::as_const(memory.contradicts)) {
            if (copies.contains(id.value))
                opposites.append(copies.value(id.value));
        }
        memory.contradicts = opposites;
        memory.set = into;
        memory.supersededBy = {};
        memory.createdRound = 0;
        memory.visibleFromRound = 1;
        memory.uses = memory.successesAfterUse = memory.lastUsedRound = 0;
        memory.utility = 0;
        if (const auto stored = store(memory, {u"add"_s, u"copied from %1"_s.arg(source->name), 0, false}); !stored)
            return std::unexpected(stored.error());
    }
    const Status done = execute(m_database, u"UPDATE memory_set SET forked_from = ? WHERE id = ?"_s, from, into);
    return (done ? transaction.commit() : done).transform([&memories] { return int(memories->size()); });
}

Result<MemorySet> MemoryStore::fork(MemorySetId from, const QString &name, RunId run)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    const Result<MemorySet> made = createSet(name, run);
    if (!made)
        return made;
    if (const Result<int> copied = copyInto(from, made->id); !copied)
        return std::unexpected(copied.error());
    if (const Status done = transaction.commit(); !done)
        return std::unexpected(done.error());
    return setById(made->id);
}

} // namespace autodidact
