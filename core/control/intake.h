#pragma once

#include "core/control/inbox.h"
#include "core/control/runcontext.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Where a run finds tasks that come in: the folder of `run.inbox`, else one beside the database that `runs add-tasks` fills.
Inbox inboxOf(const Database &database, const Run &run);

/// Why a file's tasks cannot join those of a run; empty when they can. A task that the run has already under its key, or with
/// the same statement in another group (which another split may hold), is one too many.
QString conflictWith(const QList<Task> &tasks, const QList<Task> &added);

/// Takes the files of a run's inbox in, between two rounds. Agent thread.
///
/// A file's tasks are stored, then committed as one TasksAdded, and only then the file is moved. What the journal says
/// already is not said again: a file that is still there after an interruption is only moved.
class Intake
{
public:
    explicit Intake(RunContext &context);

    /// Hands back what was committed for this round before, and takes in what waits, unless the round was begun. The number
    /// of tasks that came in. Problems of a file are no errors: they stand in the journal and beside the file.
    Result<int> takeIn(int round);

    const Inbox &inbox() const { return m_inbox; }

private:
    Result<int> take(int round, const QString &name);
    Result<int> add(int round, const QString &name, SuiteContent content);
    Status refuse(int round, const QString &name, const QString &problem);
    bool isKnown(const TasksAdded &addition) const;
    void moved(const Status &status) const;

    RunContext &m_context;
    Inbox m_inbox;
    std::optional<QList<TasksAdded>> m_past; ///< of the run so far
};

} // namespace autodidact
