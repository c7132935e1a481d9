#include "app/cli/inboxcommand.h"

#include "core/control/daysummary.h"
#include "core/control/intake.h"
#include "core/storage/leasestore.h"
#include "core/storage/runtasks.h"
#include "core/tasks/suitefile.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<int> addTasks(const Arguments &arguments, Database &database, const Run &run, const QStringList &files)
{
    if (run.status == RunStatus::Finished)
        return fail(ErrorKind::Conflict, u"%1 is finished and takes no more tasks. Begin a run with run.rounds = 0."_s.arg(run.name));
    Result<QList<Task>> tasks = tasksOfRun(database, run);
    if (!tasks)
        return std::unexpected(tasks.error());
    qsizetype count = 0;
    for (const QString &file : files) {
        const Result<SuiteContent> content = readSuiteFile(file);
        if (!content)
            return std::unexpected(content.error());
        if (const QString conflict = conflictWith(*tasks, content->tasks); !conflict.isEmpty())
            return fail(ErrorKind::Conflict, file + u": "_s + conflict);
        *tasks += content->tasks;
        count += content->tasks.size();
    }
    const Inbox inbox = inboxOf(database, run);
    QJsonArray dropped;
    for (const QString &file : files) {
        const Result<QString> name = inbox.drop(file);
        if (!name)
            return std::unexpected(name.error());
        dropped.append(inbox.pathOf(*name));
    }
    const auto holder = LeaseStore(database).holder(run.id);
    const bool live = holder && holder->has_value();
    arguments.invocation().console.result(
        u"%1 tasks wait in %2; %3"_s.arg(count).arg(inbox.folder(), live ? u"the run takes them in before its next round."_s : u"the run takes them in when it is resumed."_s),
        {{u"run"_s, run.name}, {u"tasks"_s, count}, {u"files"_s, dropped}, {u"live"_s, live}});
    return 0;
}

Result<int> summariseDay(const Arguments &arguments, Database &database, const Run &run)
{
    const QString asked = arguments.value(u"day"_s);
    const QDate day = asked.isEmpty() ? QDateTime::currentDateTimeUtc().date() : QDate::fromString(asked, Qt::ISODate);
    if (!day.isValid())
        return fail(ErrorKind::BadUsage, u"--day takes a date such as 2026-01-31, not \"%1\"."_s.arg(asked));
    const Result<DaySummary> summary = summaryOf(database, run, day);
    if (!summary)
        return std::unexpected(summary.error());
    arguments.invocation().console.result(textOf(*summary), jsonOf(*summary));
    return 0;
}

} // namespace autodidact
