#pragma once

#include "core/runners/records.h"
#include "core/runners/runner.h"
#include "core/sandbox/server.h"

#include <QHash>

namespace autodidact {

/// One program of a plan. Its standard input is \c input; its output goes where the flags say, else to the attempt's.
struct PlanStep {
    QString name;
    quint32 flags = 0;       ///< sandbox::StepFlag
    int cpuMs = 0;           ///< of the program and of those it waited for
    int wallMs = 0;          ///< 0 means three times cpuMs
    int addressMb = 0;       ///< limit of the address space; 0 for none
    int memoryMb = 0;        ///< of all processes while it runs; 0 for the attempt's own limit
    QStringList arguments;   ///< the program's path first
    QStringList environment; ///< "NAME=value"
    QStringList removals;    ///< files that go before it begins
    QByteArray input;
};

/// An attempt in steps: files in the work folder, programs run one after the other, files handed back.
struct StepPlan {
    QString programPath; ///< where the code under test lies; empty: nowhere
    QList<std::pair<QString, QByteArray>> files; ///< path below the work folder, content
    QList<PlanStep> steps;
    QStringList collected; ///< files, or folders whose files are meant
};

/// How a step went.
struct StepOutcome {
    QString name;
    int status = 0; ///< as from wait(2); -1 where the program could not be started
    bool overCpu = false;
    bool overWall = false;
    double cpuMs = 0;
    double wallMs = 0;
    QString output; ///< where it was captured
    QString errors;

    bool succeeded() const { return status == 0 && !overCpu && !overWall; }
};

/// What the first process of the attempt said.
struct StepReport {
    QList<StepOutcome> steps;
    QHash<QString, QString> files; ///< collected ones, by path
    QStringList unplaced;          ///< files that could not be written
    QList<Record> records;         ///< of a step that reports
    bool complete = false;
    bool forged = false;

    const StepOutcome *find(const QString &name) const;
};

/// What the sandbox needs for \p plan. The limits of \p execution hold for each step by its own numbers; the whole
/// attempt may take the sum of its steps, and \p memoryMb.
AttemptInput stepsInput(const Execution &execution, const StepPlan &plan, int memoryMb, const Nonce &nonce);

StepReport readSteps(const QByteArray &records, const Nonce &nonce);

} // namespace autodidact
