#include "core/storage/memoryrebase.h"

namespace autodidact {

namespace {

struct Rebase {
    const Memory &wanted;
    const Memory &base;
    const Memory &now;

    template<typename... Field>
    void take(Memory &memory, Field Memory::*...fields) const
    {
        ((memory.*fields = now.*fields == base.*fields ? wanted.*fields : now.*fields), ...);
    }

    template<typename List>
    void takeEntries(Memory &memory, List Memory::*list) const
    {
        memory.*list = now.*list == base.*list ? wanted.*list : now.*list;
        if (now.*list == base.*list)
            return;
        (memory.*list).removeIf([&](const auto &value) {
            return (base.*list).contains(value) && !(wanted.*list).contains(value);
        });
        for (const auto &value : wanted.*list) {
            if (!(base.*list).contains(value) && !(memory.*list).contains(value))
                (memory.*list).append(value);
        }
    }
};

} // namespace

Memory rebased(const Memory &wanted, const Memory &base, const Memory &now)
{
    const Rebase rebase{wanted, base, now};
    Memory memory = now;
    rebase.take(memory, &Memory::kind, &Memory::term, &Memory::origin, &Memory::language,
        &Memory::title, &Memory::problem, &Memory::content, &Memory::group, &Memory::taskKey,
        &Memory::pinned, &Memory::edited, &Memory::source, &Memory::createdRound,
        &Memory::lastUsedRound, &Memory::utility, &Memory::tokens, &Memory::reviewedAt);
    if (now.state == base.state && now.supersededBy == base.supersededBy) {
        memory.state = wanted.state;
        memory.supersededBy = wanted.supersededBy;
        memory.archiveReason = wanted.archiveReason;
        memory.why = wanted.why;
    }
    rebase.takeEntries(memory, &Memory::tags);
    rebase.takeEntries(memory, &Memory::otherGroups);
    rebase.takeEntries(memory, &Memory::contradicts);
    memory.uses = now.uses + wanted.uses - base.uses;
    memory.successesAfterUse =
        now.successesAfterUse + wanted.successesAfterUse - base.successesAfterUse;
    return memory;
}

} // namespace autodidact
