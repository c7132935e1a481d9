#pragma once

#include "core/control/taskflow.h"
#include "core/update/pareto.h"

namespace autodidact {

/// What a race found: one score a candidate, and who is left.
struct RaceResult {
    QList<RaceScore> scores;         ///< in order of the candidates
    std::optional<qsizetype> winner; ///< absent when the incumbent solved more than every candidate
    Usage usage;
};

/// Candidate versions against each other and the incumbent on mini-batches of learn tasks, with common random numbers:
/// successive halving (Jamieson and Talwalkar, AISTATS 2016). Agent thread.
///
/// Only what `agent.feedback` lets the loop see decides. Attempts stand at {round, Race, task, n} with
/// n = 1 + rung (candidates + 1) + contestant; contestant 0 is the incumbent.
class Race
{
public:
    Race(RunContext &context, TaskFlow &tasks) : m_context(context), m_tasks(tasks) {}

    /// \p candidates: not empty. A single one has nothing to race against, but for the incumbent.
    Flow<Result<RaceResult>> run(int round, PromptVersion incumbent, QList<PromptVersion> candidates,
                                 MemorySnapshot::Ptr memory);

    static constexpr int FirstBatch = 8;     ///< tasks of the first rung; each later one has twice as many

private:
    QList<int> batch(int round, int rung) const;

    RunContext &m_context;
    TaskFlow &m_tasks;
};

} // namespace autodidact
