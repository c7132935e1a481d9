#include "core/control/sharedmemory.h"

#include "core/storage/memorystore.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Result<MemorySet> memorySetOf(Database &database, const Run &run)
{
    MemoryStore store(database);
    const QString &name = run.config.memorySet;
    if (name.isEmpty())
        return store.setById(run.memorySet);
    Result<MemorySet> set = store.setByName(name);
    if (set && !set->frozen) {
        return fail(ErrorKind::Conflict,
            u"memory.set: the memory set \"%1\" is not frozen, so it cannot be shared. Freeze it "
            u"(\"memory sets freeze %1\"), or copy it with "
            "memory.start"_s.arg(name));
    }
    return set;
}

Result<QList<Memory>> memoriesIn(
    Database &database, const MemorySet &set, const Run &run, int round)
{
    MemoryStore store(database);
    if (!isShared(set, run))
        return store.snapshot(set.id, round);
    return store.current(set.id).transform([](QList<Memory> memories) {
        for (Memory &memory : memories)
            memory.visibleFromRound = 1;
        return memories;
    });
}

} // namespace autodidact
