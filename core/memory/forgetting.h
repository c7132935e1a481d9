#pragma once

#include "core/memory/memorychange.h"
#include "core/memory/memorysnapshot.h"

namespace autodidact {

struct ForgettingOptions {
    int capacity = 2000;         ///< active entries that stay
    int shortTermRounds = 3;     ///< rounds that a failure waits to be mended
    double halfLife = 8;         ///< rounds without use after which an entry is worth half
};

/// What one entry is worth: value = credit x evidence x recurrence x freshness x uniqueness. What an entry was used for
/// counts by its success after use (Laplace's rule of succession), by how often it was tried, by how many tasks taught it,
/// by its age in rounds, and by how far a more useful entry says the same.
struct Utility {
    MemoryId memory;
    int green = 0;               ///< successes after use
    int uses = 0;
    int seen = 1;                ///< how often it was met
    int age = 0;                 ///< rounds since it was created or used
    double redundancy = 0;       ///< 0 to 1, as similarity to a more useful entry goes from 0.7 to 1
    double value = 0;            ///< the product of the factors, rounded to 1e-6
    double credit = 0;           ///< (successes after use + 1) / (uses + 2)
    double evidence = 0;         ///< 1 + ln(1 + uses) / 2
    double recurrence = 0;       ///< 1 + ln(seen) / 4
    double freshness = 0;        ///< 2^(-age / half-life)
    double uniqueness = 0;       ///< 1 - redundancy / 2; 1 where it could not change who is forgotten
    bool exempt = false;         ///< pinned, edited, or a person's: never forgotten
    bool pinned = false;
    QString explanation;         ///< the formula with its numbers, English

    bool operator==(const Utility &) const = default;
};

/// The terms of a utility by name, as the reasons of forgetting carry them: uses, green, seen, age, redundancy, credit,
/// evidence, recurrence, freshness, uniqueness, utility.
QJsonObject utilityTerms(const Utility &utility);

/// A failure that waits, and how many rounds it has left.
struct Expiry {
    MemoryId memory;
    int roundsLeft = 0;          ///< 0: it goes at the end of this round unless it is mended

    bool operator==(const Expiry &) const = default;
};

/// One entry in the order in which forgetting takes them.
struct Prospect {
    Utility utility;
    Explanation why;             ///< LeastUseful where it would go now, UsefulEnough or NeverForgotten where it stays

    bool operator==(const Prospect &) const = default;
};

struct Forecast {
    int capacity = 0;
    int entries = 0;             ///< active long-term ones
    int excess = 0;              ///< how many of them would go at the end of this round
    QList<Prospect> next;        ///< least useful first; those that never go come last
    QList<Expiry> expiring;      ///< soonest first

    bool operator==(const Forecast &) const = default;
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

    /// What forgetting would take at the end of \p round, and after that as far as the memory stays as it is: the first
    /// \p count entries, all of them where it is negative, each with its reason.
    Forecast forecast(const MemorySnapshot &snapshot, int round, int count) const;

private:
    /// Sorts by utility; redundancy is measured where it can decide who is among the first \p due.
    void weigh(QList<Utility> &utilities, const MemorySnapshot &snapshot, qsizetype due) const;
    QList<Utility> unweighed(const MemorySnapshot &snapshot, int round) const;
    int waits(const Memory &memory, int round) const;
    Explanation takes(const Utility &utility) const;

    ForgettingOptions m_options;
};

} // namespace autodidact
