#pragma once

#include "core/memory/memorychange.h"
#include "core/memory/memorysnapshot.h"

namespace autodidact {

struct TidyOptions {
    double duplicateFrom = 0.92;  ///< similarity from which two entries are one
    double sameSubjectFrom = 0.6; ///< similarity from which two lessons may contradict each other
};

/// Merges near-duplicates, and marks and settles contradictions, at the end of a round. Pure.
///
/// Two entries of one kind and language that say the same become one: the one with the better
/// evidence takes over uses, tags and groups, and supersedes the other. Entries of people are left
/// alone, and so are failures that wait. Two lessons on one subject with opposite cues
/// (oppositeCue()) name each other in `contradicts`, whatever their language; as soon as the
/// intervals of their evidence do not overlap, the better one supersedes the other, unless that is
/// a person's.
class Tidying {
public:
    explicit Tidying(TidyOptions options = {})
        : m_options(options)
    {
    }

    /// What changes of \p after, the memory that the round leaves; entries that are in \p before
    /// with the same text were compared in an earlier round. One change a memory, in order of ids.
    Result<QList<MemoryChange>> tidy(
        const MemorySnapshot &before, const MemorySnapshot &after) const;

private:
    TidyOptions m_options;
};

/// Says why of two contradicting entries \p loser goes; \p winner is the one to believe.
Explanation whyLost(const Memory &loser, const Memory &winner);

} // namespace autodidact
