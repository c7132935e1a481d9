#pragma once

#include "core/evaluation/runrecord.h"

#include <map>

namespace autodidact {

/// All attempts at one task in one phase of one round.
struct Pass {
    int round = 0;
    Phase phase = Phase::Learn;
    int task = -1;
    QList<const AttemptRecord *> attempts;   ///< in order, never empty

    const AttemptRecord &first() const { return *attempts.first(); }
    const AttemptRecord &last() const { return *attempts.last(); }
    bool judged() const { return last().hidden && last().hidden->counts(); }
    bool solved() const { return last().solved(); }
    bool exposed() const { return last().exposed; }
};

/// Outcomes of tasks at successive points of a run, for everything that pairs them.
struct Series {
    struct Point {
        int round = 0;
        int version = 1;
        std::map<int, bool> solved;          ///< by task ordinal; judged and unexposed ones only
    };
    QList<Point> points;                     ///< by round
    std::map<int, bool> base;                ///< the frozen first version, by task ordinal
    bool heldOut = false;
};

/// Looks a run's record up by pass, split and checkpoint. Keeps pointers into the record, which must outlive it.
class RunView
{
public:
    explicit RunView(const RunRecord &record);

    const RunRecord &record() const { return m_record; }
    const QList<Pass> &passes() const { return m_passes; }
    QList<const Pass *> passes(Phase phase) const;
    QList<const Pass *> passes(Phase phase, int round) const;

    Split splitOf(int task) const;
    bool heldOut() const { return m_heldOut; }
    QList<int> ordinals(Split split) const;
    const Task *task(int ordinal) const;
    const AttemptRecord *attempt(AttemptId id) const;
    const Memory *memory(MemoryId id) const;

    /// Checkpoints against the baseline; without held-out tasks, learn rounds against the first one.
    const Series &series() const { return m_series; }

    /// Tokens of every phase but Baseline and Checkpoint, reflections and updates included, up to a round.
    qint64 learningTokens(int round) const;

private:
    void collectPasses();
    void collectSeries();

    const RunRecord &m_record;
    QList<Pass> m_passes;
    std::map<AttemptId, const AttemptRecord *> m_attempts;
    std::map<MemoryId, const Memory *> m_memories;
    Series m_series;
    bool m_heldOut = false;
};

} // namespace autodidact
