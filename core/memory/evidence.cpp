#include "core/memory/evidence.h"

#include "core/evaluation/intervals.h"

namespace autodidact {

Evidence evidenceOf(const Memory &memory)
{
    const Estimate share = wilson(memory.successesAfterUse, memory.uses);
    return {memory.successesAfterUse, memory.uses, share.low, share.high};
}

bool isApart(const Evidence &a, const Evidence &b)
{
    return a.low > b.high || b.low > a.high;
}

bool outweighs(const Memory &a, const Memory &b)
{
    if (belongsToPerson(a) != belongsToPerson(b))
        return belongsToPerson(a);
    const Evidence left = evidenceOf(a);
    const Evidence right = evidenceOf(b);
    if (left.low != right.low)
        return left.low > right.low;
    return left.uses != right.uses ? left.uses > right.uses : a.id < b.id;
}

bool belongsToPerson(const Memory &memory)
{
    return memory.pinned || memory.edited || memory.origin == MemoryOrigin::Person;
}

} // namespace autodidact
