#pragma once

#include "core/base/id.h"
#include "core/domain/language.h"

#include <QList>
#include <QStringList>

namespace autodidact {

/// Whether the agent may see a test. Own: the attempt itself wrote it (a self-test). Persisted: never renumber.
enum class Visibility { Visible = 1, Hidden = 2, Own = 3 };

/// Function: tests call an entry point. Files: the suite brings test files for a test framework.
/// Repository: a change to a git tree. Program: reads standard input, writes standard output.
/// Persisted: never renumber.
enum class TaskKind { Function = 1, Files = 2, Repository = 3, Program = 4 };

/// Split: solution and tests run in separate processes, only plain values cross.
/// InProcess: values cannot cross; marked on every screen. Persisted: never renumber.
enum class Isolation { Split = 1, InProcess = 2 };

/// How a task repeats an earlier one of its group. Persisted: never renumber.
enum class RepeatKind { None = 0, Exact = 1, Near = 2, CrossLanguage = 3, Drift = 4 };

/// One test: a few statements that raise when the code is wrong, or, of a Program task, what
/// stands on standard input and what may be written for it.
struct TestCase {
    QString name;
    QString code;            ///< empty in a Program task
    QString input;           ///< Program tasks: standard input
    QStringList outputs;     ///< Program tasks: accepted standard outputs, any one of them

    bool operator==(const TestCase &) const = default;
};

/// One file of a Files task, placed in the work folder of the attempt.
struct TestFile {
    QString path;        ///< relative, below the work folder
    QString content;
    Visibility visibility = Visibility::Hidden;

    bool operator==(const TestFile &) const = default;
};

/// What a Repository task works on. Everything but name, folder, base commit and environment tells
/// of the solution or its tests: the loop sees none of it.
struct Repository {
    QString name;                ///< "owner/project"
    QString folder;              ///< a local clone; empty until a person says where it is
    QString baseCommit;
    QString testPatch;           ///< brings the judging tests, applied after the attempt
    QString goldPatch;           ///< the accepted solution
    QStringList failToPass;      ///< tests that must turn green
    QStringList passToPass;      ///< tests that must stay green
    QStringList setUpCommands;   ///< in order, in the work tree, before the tests
    QStringList testCommands;
    QString environment;         ///< "python 3.7.3" or the like

    bool operator==(const Repository &) const = default;
};

/// What an attempt may use. Memory means the whole process tree.
struct Limits {
    int cpuMs = 3000;        ///< CPU time; the timeout that counts
    int wallMs = 0;          ///< backstop; 0 means three times cpuMs
    int memoryMb = 256;
    int processes = 32;
    int fileMb = 16;         ///< largest file, and size of the private work folder
    int outputKb = 256;      ///< captured output, both streams together

    int wallLimitMs() const { return wallMs > 0 ? wallMs : 3 * cpuMs; }
    bool operator==(const Limits &) const = default;
};

/// One task of a suite.
struct Task {
    TaskId id;
    SuiteId suite;
    int ordinal = 0;             ///< position in the suite, from 0; ties are broken by it
    QString key;                 ///< unique in the suite, for example "HumanEval/0"
    QString title;
    Language language = Language::Python;
    TaskKind kind = TaskKind::Function;
    Isolation isolation = Isolation::Split;
    QString statement;
    QString entryPoint;
    QString starter;             ///< what the agent starts from; red on the tests
    QString prefix;              ///< text in front of published completions; program = prefix + completion + suffix
    QString suffix;              ///< text behind published completions, for example a closing brace
    QStringList stopTokens;      ///< a published completion ends before the first of them
    QString testSetup;           ///< runs on the test side before every test
    QList<TestCase> visibleTests;
    QList<TestCase> hiddenTests;
    QList<TestFile> testFiles;
    QStringList references;      ///< whole programs, accepted solutions
    QString group;               ///< tasks of one group stay in one split; empty means its own key
    QStringList families;        ///< pitfalls it is prone to
    QString repeatOf;            ///< key of the earlier task of the group
    RepeatKind repeatKind = RepeatKind::None;
    QStringList tags;
    int difficulty = 0;          ///< 1 to 5; 0 unknown
    QString released;            ///< ISO date, or empty
    Limits limits;
    Repository repository;       ///< of a Repository task

    QString groupKey() const { return group.isEmpty() ? key : group; }
    bool operator==(const Task &) const = default;
};

} // namespace autodidact
