#pragma once

#include "core/evaluation/judge.h"

#include <functional>

namespace autodidact {

/// A part of a task that a person writes; findings point at it.
enum class TaskPart { Key, Statement, EntryPoint, Starter, VisibleTests, HiddenTests, TestFiles, References, Repository };

/// What can be wrong with a task. Up to EmptyGreen it must not be stored; the others are for a person to weigh.
enum class FindingCode {
    NoKey, BadKey, KeyTaken, NoStatement, NoEntryPoint, NoHiddenTests, EmptyTest, BadPath, NoRepositoryName,
    ReferenceRed, StarterGreen, EmptyGreen,
    NoReference, SameTest, TestNameTwice, NoFolder, NoBaseCommit, NoFailToPass, NotRunHere, NotJudged,
};

/// One thing that is wrong with a task, and where.
struct TaskFinding {
    FindingCode code = FindingCode::NoKey;
    TaskPart part = TaskPart::Key;
    int index = 0;               ///< which reference, test or file of the part, from 0
    Visibility scope = Visibility::Hidden;   ///< of the test that is named
    QString test;                ///< its name, or a path; empty where it is about no test
    QString message;             ///< of the program that ran
    QString expected;
    QString actual;
    int line = 0;                ///< in the program that ran, from 1; 0 unknown
    ErrorClass errorClass = ErrorClass::None;

    bool isError() const { return code <= FindingCode::EmptyGreen; }
    bool operator==(const TaskFinding &) const = default;
};

/// One program that is run to see whether a task is sound.
struct TaskProbe {
    enum class Kind { Reference, Starter, Empty };

    Kind kind = Kind::Reference;
    int reference = 0;           ///< which one, from 0
    Visibility scope = Visibility::Hidden;
    QString program;

    bool mustBeGreen() const { return kind == Kind::Reference; }
};

/// Whether a Repository task says enough to be run with its accepted patch.
bool canBeRun(const Repository &repository);

/// What is wrong by the looks of it. \p takenKeys: of the other tasks of the suite.
QList<TaskFinding> lookAtTask(const Task &task, const QStringList &takenKeys = {});

/// Every reference on hidden and visible tests (green); starter and empty program on hidden tests (red). Of a
/// Repository task the accepted patch is the reference. None where nothing is hidden, or the task cannot be run.
QList<TaskProbe> probesOf(const Task &task);

/// What the verdict on a probe says against the task: nothing, or one finding for each red test of a reference.
QList<TaskFinding> findingsOf(const Task &task, const TaskProbe &probe, const Verdict &verdict);

/// Runs all probes, one after the other. \p progress gets how many of how many are done. Cancelled when \p stop was
/// requested; Missing where the machine lacks the language or a sandbox.
Result<QList<TaskFinding>> checkTask(const Task &task, Runner &runner, std::stop_token stop, const std::function<void(int, int)> &progress);

/// One English sentence for the command line, without the task's key.
QString toString(const TaskFinding &finding);

} // namespace autodidact
