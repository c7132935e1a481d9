#pragma once

#include "app/cli/commands.h"
#include "core/evaluation/judge.h"
#include "core/report/checkreport.h"

namespace autodidact {

/// One program to be judged.
struct Sample {
    const Task *task = nullptr;
    QString completion;              ///< as it was read
    QString program;
    Visibility scope = Visibility::Hidden;
};

/// The language of the first task, where a server of that language runs it.
std::optional<Language> firstLanguage(const QList<Task> &tasks);

/// Judges all samples on \p jobs threads; results in the order of the samples.
Result<QList<Verdict>> judgeAll(Runner &runner, const QList<Sample> &samples, int jobs, Console &console);

/// `suite validate`: every reference green on visible and hidden tests, every starter and an empty program red.
Result<int> validateSuiteCommand(Invocation &invocation);

} // namespace autodidact
