#pragma once

#include "core/evaluation/runrecord.h"

namespace autodidact {

/// Builds small run records by hand, so that tests can tell the right number of every metric.
class RunFixture
{
public:
    /// \p splits gives one letter a task: l, s, r or '-' for no split. Groups are one task each.
    explicit RunFixture(QStringView splits);

    Task &task(int ordinal) { return record.tasks[ordinal]; }

    /// One attempt; \p solved decides both verdicts. The number within its pass follows by itself.
    AttemptRecord &attempt(int round, Phase phase, int task, bool solved);

    /// One pass per letter: '1' solved, '0' not, ' ' not scheduled, over the given tasks in order.
    void passes(int round, Phase phase, const QList<int> &tasks, QStringView outcomes);

    /// A finished round with that many learn tasks.
    Round &round(int number, int tasks, int version = 1);

    Reflection &reflection(const AttemptRecord &about);

    RunRecord record;
};

} // namespace autodidact
