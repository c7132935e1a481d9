// The part of MemoryCommands that takes in what a file held.
#include "core/control/memorycommands.h"
#include "core/storage/memorystore.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<QList<Memory>> MemoryCommands::import(
    MemorySetId set, const QList<Memory> &memories, ImportCounts counts)
{
    const Result<QList<MemoryId>> ids = MemoryStore(m_database).reserve(set, memories.size());
    if (!ids)
        return std::unexpected(ids.error());
    QMap<qint64, MemoryId> own; // of the file -> of the database
    for (qsizetype i = 0; i < memories.size(); ++i)
        own.insert(memories.at(i).id.value, ids->at(i));
    own.remove(0);
    QList<Memory> fresh = memories;
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        Memory &memory = fresh[i];
        memory.id = ids->at(i);
        memory.revision = 1;
        memory.edited =
            memory.edited || memory.origin == MemoryOrigin::Person; // stays a person's word
        memory.origin = MemoryOrigin::Import;
        memory.source = {};
        memory.createdAt = {};
        memory.supersededBy = own.value(memory.supersededBy.value);
        if (memory.state == MemoryState::Superseded && !memory.supersededBy.isValid())
            memory.state = MemoryState::Archived;
        QList<MemoryId> opposites;
        for (const MemoryId id : std::as_const(memory.contradicts)) {
            if (own.contains(id.value))
                opposites.append(own.value(id.value));
        }
        memory.contradicts = opposites;
        if (counts == ImportCounts::Reset) {
            memory.uses = memory.successesAfterUse = memory.lastUsedRound = memory.createdRound = 0;
            memory.utility = 0;
        }
    }
    return store(set, std::move(fresh), u"add"_s, u"Imported."_s);
}

} // namespace autodidact
