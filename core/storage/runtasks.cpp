#include "core/storage/runtasks.h"

#include "core/storage/eventstore.h"
#include "core/storage/suitestore.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Result<QList<Task>> tasksOfRun(Database &database, const Run &run)
{
    SuiteStore suites(database);
    Result<QList<Task>> tasks = suites.tasks(run.suite);
    const Result<QList<TasksAdded>> additions = additionsOf(database, run.id);
    if (!tasks || !additions)
        return tasks ? std::unexpected(additions.error()) : tasks;
    for (const TasksAdded &addition : *additions) {
        if (!addition.problem.isEmpty())
            continue;
        Result<QList<Task>> added = suites.kept(addition.suiteHash).and_then([&](const std::optional<Suite> &suite) {
            return suite ? suites.tasks(suite->id) : fail(ErrorKind::Missing, u"The tasks of %1 are gone from the database."_s.arg(addition.source));
        });
        if (!added)
            return added;
        if (addition.first != tasks->size())
            return fail(ErrorKind::Storage, u"The tasks of %1 do not follow those before them."_s.arg(addition.source));
        for (Task &task : *added) {
            task.ordinal = int(tasks->size());
            tasks->append(std::move(task));
        }
    }
    return tasks;
}

Result<QList<TasksAdded>> additionsOf(Database &database, RunId run)
{
    return EventStore(database).ofKind(run, EventKind::TasksAdded).transform([](const QList<Event> &events) {
        QList<TasksAdded> additions;
        for (const Event &event : events)
            additions.append(std::get<TasksAdded>(event.payload));
        return additions;
    });
}

Result<QList<Split>> splitsOf(Database &database, RunId run)
{
    const Result<QList<Event>> started = EventStore(database).ofKind(run, EventKind::RunStarted, 0, 1);
    const Result<QList<TasksAdded>> additions = additionsOf(database, run);
    if (!started || !additions)
        return std::unexpected(started ? additions.error() : started.error());
    if (started->isEmpty())
        return QList<Split>();
    QList<Split> splits = std::get<RunStarted>(started->first().payload).splits;
    for (const TasksAdded &addition : *additions)
        splits += addition.splits;
    return splits;
}

} // namespace autodidact
