#pragma once

#include "core/memory/memorychange.h"
#include "core/memory/memorysnapshot.h"

namespace autodidact {

struct ForgettingOptions {
    int capacity = 2000;         ///< active entries that stay
    int shortTermRounds = 3;     ///< rounds that a failure waits to be mended
    double halfLife = 8;         ///< rounds without use after which an entry is worth half
};

/// What one entry is worth, with its factors.
struct Utility {
    MemoryId memory;
    double value = 0;            ///< the product of the factors, rounded to 1e-6
    double credit = 0;           ///< (successes after use + 1) / (uses + 2)
    double evidence = 0;         ///< 1 + ln(1 + uses) / 2
    double recurrence = 0;       ///< 1 + ln(seen) / 4
    double freshness = 0;        ///< 2^(-rounds since created or used / half-life)
    double uniqueness = 0;       ///< 1 - redundancy / 2; redundancy 0 to 1 as similarity goes from 0.7 to 1;
                                 ///< 1 where it could not change who is forgotten
    bool exempt = false;         ///< pinned, edited, or a person's: never forgotten
    QString explanation;         ///< the formula with its numbers, English

    bool operator==(const Utility &) const = default;
};

struct Forgotten {
    QList<MemoryChange> changes; ///< expired ones first, then forgotten ones, each by id
    QList<Utility> utilities;    ///< of all long-term entries, least useful first

    bool operator==(const Forgotten &) const = default;
};

/// Archives between rounds what is least useful. Pure: reads no clock, age is rounds.
class Forgetting
{
public:
    explicit Forgetting(ForgettingOptions options = {});

    /// The utilities of all long-term entries, and what is over capacity or expired at the end of \p round.
    Forgotten forget(const MemorySnapshot &snapshot, int round) const;

private:
    /// Sorts by utility; redundancy is measured where it can decide who goes.
    void weigh(QList<Utility> &utilities, const MemorySnapshot &snapshot) const;

    ForgettingOptions m_options;
};

} // namespace autodidact
