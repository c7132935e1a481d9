#pragma once

#include "core/domain/run.h"
#include "core/domain/task.h"
#include "core/llm/chatmodel.h"
#include "core/storage/database.h"

namespace autodidact {

/// One attempt that carried an entry, ready to be made again with it and without it.
struct CreditCase {
    Place place;
    Task task; ///< whole, with the run's limits
    double temperature = 0.2;
    bool selfTests = false;
    int tokens = 0;             ///< of the attempt, prompt and completion
    QList<ChatMessage> with;    ///< as it was sent
    QList<ChatMessage> without; ///< the same, the entry left out
    bool solved = false;        ///< the attempt's own hidden verdict

    bool operator==(const CreditCase &) const = default;
};

/// What measuring an entry's credit means, before anything is spent on it.
struct CreditPlan {
    RunId run;
    RunConfig config;
    MemoryId memory;
    int revision = 1; ///< the newest that was carried
    int round = 0;    ///< the run's last
    int draws = 0;    ///< more draws of both arms, beside the attempt's own
    QList<CreditCase> cases;
    QList<Task> tasks; ///< of the suite, for the models
    int leftOut = 0;   ///< attempts without a verdict, or whose prompt cannot be made again

    /// Calls of the model: one a case, and two for each further draw.
    int calls() const { return int(cases.size()) * (1 + 2 * draws); }
    qint64 tokens() const; ///< estimated from what the attempts took

    bool operator==(const CreditPlan &) const = default;
};

/// Attempts of learn tasks alone (in a run without splits, of all): what a person learns from the
/// measurement may end in the memory, and select and report tasks must not. NotFound where no
/// attempt of the run carried the entry.
Result<CreditPlan> planCredit(Database &database, RunId run, MemoryId memory, int draws = 0);

} // namespace autodidact
