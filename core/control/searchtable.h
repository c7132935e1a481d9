#pragma once

#include "core/domain/run.h"
#include "core/storage/database.h"

namespace autodidact {

/// What the strategy search knew of one option after a round.
struct SearchRow {
    int round = 0;
    QString context;                 ///< "python/logic": the language, and the last error of the task's group
    QString dimension;               ///< "plan_first", …
    QString option;                  ///< its value: "true", "0.2", "syntax+lint"
    double weight = 0;               ///< what the kind of search picks by (Bandit::weights)
    int picks = 0;                   ///< times learnt from
    double pulls = 0;                ///< the same, discounted
    double mean = 0;                 ///< reward, 0 to 1; 0 without pulls

    bool operator==(const SearchRow &) const = default;
};

/// Every round's weights and tallies, by round, context, dimension and option; empty where the search was off.
Result<QList<SearchRow>> searchRows(Database &database, const Run &run);

} // namespace autodidact
