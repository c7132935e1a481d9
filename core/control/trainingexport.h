#pragma once

#include "core/base/error.h"
#include "core/domain/run.h"
#include "core/storage/database.h"

#include <functional>

namespace autodidact {

/// Supervised: one conversation that ended in a solved task. Preference: one conversation with the answer that a
/// reflection led to, and the one before it.
enum class TrainingForm { Supervised, Preference };

struct TrainingCounts {
    int written = 0;
    int leaked = 0;                  ///< left out: their text holds a hidden test, or a hidden input with its answer
    int exposed = 0;                 ///< left out: their prompt carried the solution
    int repeated = 0;                ///< left out: the same conversation once more

    bool operator==(const TrainingCounts &) const = default;
};

/// A run's trajectories as chat JSONL for fine-tuning: `{"messages": […], "meta": {…}}`, or `{"prompt": […], "chosen": […],
/// "rejected": […], "meta": {…}}`, with where each comes from. Of learn tasks alone: select and report tasks are never
/// taught. Calls \p line once a line, with its end; false stops. Of a run whose feedback is `hidden` nothing can be exported
/// (Conflict): its prompts hold what the tests expect.
Result<TrainingCounts> exportTraining(Database &database, RunId run, TrainingForm form,
                                      const std::function<bool(const QByteArray &line)> &line);

} // namespace autodidact
