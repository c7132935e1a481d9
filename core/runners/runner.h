#pragma once

#include "core/base/error.h"
#include "core/domain/verdict.h"

#include <stop_token>

namespace autodidact {

/// A program and one set of tests.
struct Execution {
    Language language = Language::Python;
    TaskKind kind = TaskKind::Function;
    Isolation isolation = Isolation::Split;
    QString code; ///< the program under test, whole; of a Repository task the answer, or its change as a diff
    QString entryPoint;
    QString starter; ///< what the task gave: fixes the types of the entry point
    QString testSetup;
    QList<TestCase> tests;     ///< for Function tasks
    QList<TestFile> testFiles; ///< for Files tasks
    Repository repository;     ///< for Repository tasks, without the solution
    Visibility scope = Visibility::Hidden;
    bool coverage = false; ///< measure which lines run, where that can be done: Files tasks
    Limits limits;

    bool operator==(const Execution &) const = default;
};

/// Runs programs in a sandbox. May be called from several threads at once.
class Runner {
public:
    virtual ~Runner() = default;

    /// Always a verdict when the program could be run at all, whatever it did; class Infrastructure
    /// for a fault of ours after retries. An error only for Cancelled, or when no sandbox works
    /// (Missing).
    virtual Result<Verdict> run(const Execution &execution, std::stop_token stop) = 0;
};

} // namespace autodidact
