#include "core/memory/memorychange.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString SeenPrefix = u"seen:"_s;

} // namespace

int seenCount(const Memory &memory)
{
    for (const QString &tag : memory.tags) {
        bool valid = false;
        const int count = tag.startsWith(SeenPrefix) ? QStringView(tag).sliced(SeenPrefix.size()).toInt(&valid) : 0;
        if (valid && count > 0)
            return count;
    }
    return 1;
}

void setSeenCount(Memory &memory, int count)
{
    memory.tags.removeIf([](const QString &tag) { return tag.startsWith(SeenPrefix); });
    if (count > 1)
        memory.tags.append(SeenPrefix + QString::number(count));
}

void addGroup(Memory &memory, const QString &group)
{
    if (!group.isEmpty() && group != memory.group && !memory.otherGroups.contains(group))
        memory.otherGroups.append(group);
}

void absorb(Memory &memory, const Memory &other)
{
    const int seen = seenCount(memory) + seenCount(other);
    for (const QString &tag : other.tags) {
        if (!memory.tags.contains(tag))
            memory.tags.append(tag);
    }
    setSeenCount(memory, seen);
    addGroup(memory, other.group);
    for (const QString &group : other.otherGroups)
        addGroup(memory, group);
    for (const MemoryId id : other.contradicts) {
        if (id != memory.id && !memory.contradicts.contains(id))
            memory.contradicts.append(id);
    }
    memory.contradicts.removeAll(other.id);
    memory.uses += other.uses;
    memory.successesAfterUse += other.successesAfterUse;
    memory.lastUsedRound = std::max(memory.lastUsedRound, other.lastUsedRound);
    memory.createdRound = std::min(memory.createdRound, other.createdRound);
}

} // namespace autodidact
