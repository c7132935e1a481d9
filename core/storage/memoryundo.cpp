#include "core/storage/memoryundo.h"

#include "core/storage/memoryrebase.h"
#include "core/storage/memoryrows.h"
#include "core/storage/transaction.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Batch {
    qint64 id = 0;
    qint64 undoes = 0;
    bool takesBack = false;   ///< an undo; a redo is the undo of an undo and does not count
    bool undone = false;
};

/// A person's batches of a set, oldest first.
Result<QList<Batch>> batchesOf(Database &database, MemorySetId set)
{
    Query query(database,
        u"SELECT b.id, b.undoes FROM memory_batch b WHERE b.set_id = ? AND EXISTS "
        "(SELECT 1 FROM memory_revision r WHERE r.batch = b.id AND r.batch > 0 AND r.by_person = 1) ORDER BY b.id"_s,
        set);
    auto batches = collect<Batch>(query, [](Query &row) { return Batch{row.integer(0), row.integer(1)}; });
    if (!batches)
        return batches;
    QHash<qint64, Batch *> byId;
    for (Batch &batch : *batches) {
        byId.insert(batch.id, &batch);
        if (Batch *earlier = byId.value(batch.undoes)) {
            earlier->undone = true;
            batch.takesBack = !earlier->takesBack;
        }
    }
    return batches;
}

/// Conflict where the memories of \p plan would supersede each other in a circle.
Status checkChains(MemoryStore &store, const QList<MemoryStored> &plan)
{
    QHash<qint64, MemoryId> planned;
    for (const MemoryStored &step : plan)
        planned.insert(step.memory.id.value, step.memory.supersededBy);
    for (const MemoryStored &step : plan) {
        QSet<qint64> passed{step.memory.id.value};
        MemoryId next = step.memory.supersededBy;
        while (next.isValid()) {
            if (passed.contains(next.value)) {
                return fail(ErrorKind::Conflict,
                    u"Memory %1 would be superseded by one that it has superseded itself since. Restore that one first"_s.arg(step.memory.id.value));
            }
            passed.insert(next.value);
            const Result<Memory> memory = planned.contains(next.value) ? Result<Memory>() : store.byId(next);
            if (!memory)
                return std::unexpected(memory.error());
            next = planned.contains(next.value) ? planned.value(next.value) : memory->supersededBy;
        }
    }
    return {};
}

} // namespace

Result<std::optional<qint64>> MemoryUndo::lastUndoable(MemorySetId set)
{
    return batchesOf(m_database, set).transform([](const QList<Batch> &batches) {
        std::optional<qint64> last;
        for (const Batch &batch : batches) {
            if (!batch.takesBack && !batch.undone)
                last = batch.id;
        }
        return last;
    });
}

Result<std::optional<qint64>> MemoryUndo::lastRedoable(MemorySetId set)
{
    return batchesOf(m_database, set).transform([](const QList<Batch> &batches) {
        std::optional<qint64> last;
        for (const Batch &batch : batches) {
            if (batch.takesBack && !batch.undone)
                last = batch.id;
            else if (!batch.takesBack && batch.undoes == 0)
                last.reset();   // a new act ends what could be brought back
        }
        return last;
    });
}

Result<QList<MemoryStored>> MemoryUndo::planned(qint64 batch, int visibleFromRound)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    Query query(m_database,
        u"SELECT memory, min(revision), max(revision) FROM memory_revision WHERE batch = ? AND batch > 0 GROUP BY memory ORDER BY memory"_s,
        batch);
    struct Touched {
        MemoryId memory;
        int revision = 0;
        int last = 0;
    };
    const auto touched =
        collect<Touched>(query, [](Query &row) { return Touched{row.id<MemoryId>(0), row.number(1), row.number(2)}; });
    if (!touched)
        return std::unexpected(touched.error());
    if (touched->isEmpty())
        return fail(ErrorKind::NotFound, u"There is nothing to undo in batch %1"_s.arg(batch));

    MemoryStore store(m_database);
    QList<MemoryStored> plan;
    for (const Touched &one : *touched) {
        const Result<Memory> now = store.byId(one.memory);
        if (!now)
            return std::unexpected(now.error());
        MemoryStored step{*now, u"archive"_s, u"undo"_s, 0};
        if (one.revision > 1) {
            const Result<MemoryRevision> before = store.revision(one.memory, one.revision - 1);
            const Result<MemoryRevision> after = store.revision(one.memory, one.last);
            if (!before || !after)
                return std::unexpected(before ? after.error() : before.error());
            step.memory = rebased(before->memory, after->memory, *now);
            step.act = u"revert"_s;
            if (step.memory.state == MemoryState::Active)
                step.memory.why = {ReasonCode::UndoneByPerson, {}};
        } else {
            step.memory.state = MemoryState::Archived;
            step.memory.archiveReason = u"undo"_s;
            step.memory.why = {ReasonCode::UndoneByPerson, {}};
        }
        step.memory.visibleFromRound = visibleFromRound;
        plan.append(step);
    }
    if (const Status sound = checkChains(store, plan); !sound)
        return std::unexpected(sound.error());
    const Result<qint64> own = store.newBatch(plan.first().memory.set, batch);
    if (!own)
        return std::unexpected(own.error());
    for (MemoryStored &step : plan)
        step.batch = *own;
    return transaction.commit().transform([&plan] { return plan; });
}

Result<qint64> MemoryUndo::undo(qint64 batch, int visibleFromRound)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    const auto plan = planned(batch, visibleFromRound);
    if (!plan)
        return std::unexpected(plan.error());
    MemoryStore store(m_database);
    for (const MemoryStored &step : *plan) {
        if (const auto stored = store.store(step.memory, {step.act, step.reason, step.batch, true}); !stored)
            return std::unexpected(stored.error());
    }
    return transaction.commit().transform([&plan] { return plan->first().batch; });
}

} // namespace autodidact
