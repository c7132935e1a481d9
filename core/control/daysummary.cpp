#include "core/control/daysummary.h"

#include "core/base/file.h"
#include "core/evaluation/intervals.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Counts what an event says.
struct Counter {
    DaySummary &summary;

    void operator()(const RoundFinished &finished) const
    {
        ++summary.rounds;
        summary.tasks += finished.round.tasks;
        summary.solved += finished.round.solved;
        summary.checkpointTasks += finished.round.checkpointTasks;
        summary.checkpointSolved += finished.round.checkpointSolved;
        summary.baselineSolved += finished.round.baselineSolved;
    }
    void operator()(const MemoryStored &stored) const { summary.memories += stored.act == u"add" ? 1 : 0; }
    void operator()(const UpdateProposed &proposed) const
    {
        ++summary.proposed;
        summary.usage = summary.usage + proposed.update.usage;
    }
    void operator()(const VersionAdmitted &admitted) const { summary.promoted += admitted.update.isValid() ? 1 : 0; }
    void operator()(const VersionRejected &) const { ++summary.rejected; }
    void operator()(const GuardDecided &decided) const { summary.rollbacks += decided.decision.action == SafetyAction::RollBack ? 1 : 0; }
    void operator()(const ReflectionWritten &written) const { summary.usage = summary.usage + written.reflection.usage; }
    void operator()(const LessonsDistilled &distilled) const { summary.usage = summary.usage + distilled.usage; }
    void operator()(const TasksAdded &added) const
    {
        ++(added.problem.isEmpty() ? summary.filesAdded : summary.filesRefused);
        summary.tasksAdded += int(added.splits.size());
    }
    void operator()(const FeedbackGiven &given) const
    {
        summary.thumbsUp += given.thumb > 0 ? 1 : 0;
        summary.thumbsDown += given.thumb < 0 ? 1 : 0;
        summary.comments += given.comment.isEmpty() ? 0 : 1;
        summary.corrections += given.code.isEmpty() ? 0 : 1;
    }
    template<typename Other>
    void operator()(const Other &) const
    {
    }
};

QString shareOf(int solved, int tasks)
{
    if (tasks == 0)
        return u"none played"_s;
    const Estimate share = wilson(solved, tasks);
    return u"%1 of %2, %3 % [%4, %5]"_s.arg(solved).arg(tasks).arg(100 * share.value, 0, 'f', 1).arg(100 * share.low, 0, 'f', 1).arg(100 * share.high, 0, 'f', 1);
}

} // namespace

Result<DaySummary> summaryOf(Database &database, const Run &run, QDate day)
{
    DaySummary summary;
    summary.run = run.name;
    summary.day = day;
    EventStore store(database);
    for (const EventKind kind : {EventKind::RoundFinished, EventKind::MemoryStored, EventKind::UpdateProposed, EventKind::VersionAdmitted,
                                 EventKind::VersionRejected, EventKind::GuardDecided, EventKind::ReflectionWritten,
                                 EventKind::LessonsDistilled, EventKind::TasksAdded, EventKind::FeedbackGiven}) {
        const Result<QList<Event>> events = store.ofKindOn(run.id, kind, day);
        if (!events)
            return std::unexpected(events.error());
        for (const Event &event : *events)
            std::visit(Counter{summary}, event.payload);
    }
    const Result<Usage> used = AttemptStore(database).usedOn(run.id, day);
    if (!used)
        return std::unexpected(used.error());
    summary.attempts = used->calls;
    summary.usage = summary.usage + *used;
    return summary;
}

QString textOf(const DaySummary &s)
{
    QString text = u"%1, %2 (UTC)\n"_s.arg(s.run, s.day.toString(Qt::ISODate));
    text += u"  rounds        %1\n"_s.arg(s.rounds);
    text += u"  solved        %1\n"_s.arg(shareOf(s.solved, s.tasks));
    if (s.checkpointTasks > 0)
        text += u"  report tasks  %1; the first version %2\n"_s.arg(shareOf(s.checkpointSolved, s.checkpointTasks)).arg(s.baselineSolved);
    text += u"  memories      %1 new\n"_s.arg(s.memories);
    text += u"  updates       %1 proposed, %2 promoted, %3 rejected; %4 rolled back\n"_s.arg(s.proposed).arg(s.promoted).arg(s.rejected).arg(s.rollbacks);
    text += u"  files         %1 taken in with %2 tasks, %3 refused\n"_s.arg(s.filesAdded).arg(s.tasksAdded).arg(s.filesRefused);
    text += u"  feedback      %1 up, %2 down, %3 comments, %4 corrections\n"_s.arg(s.thumbsUp).arg(s.thumbsDown).arg(s.comments).arg(s.corrections);
    text += u"  used          %1 attempts, %2 tokens, cost %3\n"_s.arg(s.attempts).arg(s.usage.promptTokens + s.usage.completionTokens).arg(s.usage.cost, 0, 'f', 4);
    return text;
}

QJsonObject jsonOf(const DaySummary &s)
{
    const auto share = [](int solved, int tasks) {
        const Estimate estimate = wilson(solved, tasks);
        return tasks == 0 ? QJsonValue(QJsonValue::Null) : QJsonObject{{u"value"_s, estimate.value}, {u"low"_s, estimate.low}, {u"high"_s, estimate.high}};
    };
    return {{u"run"_s, s.run},
            {u"day"_s, s.day.toString(Qt::ISODate)},
            {u"rounds"_s, s.rounds},
            {u"tasks"_s, s.tasks},
            {u"solved"_s, s.solved},
            {u"success_rate"_s, share(s.solved, s.tasks)},
            {u"report_tasks"_s, s.checkpointTasks},
            {u"report_solved"_s, s.checkpointSolved},
            {u"report_solved_by_first_version"_s, s.baselineSolved},
            {u"memories"_s, s.memories},
            {u"updates"_s, QJsonObject{{u"proposed"_s, s.proposed}, {u"promoted"_s, s.promoted}, {u"rejected"_s, s.rejected}}},
            {u"rollbacks"_s, s.rollbacks},
            {u"files"_s, QJsonObject{{u"added"_s, s.filesAdded}, {u"tasks"_s, s.tasksAdded}, {u"refused"_s, s.filesRefused}}},
            {u"feedback"_s, QJsonObject{{u"up"_s, s.thumbsUp}, {u"down"_s, s.thumbsDown}, {u"comments"_s, s.comments}, {u"corrections"_s, s.corrections}}},
            {u"attempts"_s, s.attempts},
            {u"tokens"_s, s.usage.promptTokens + s.usage.completionTokens},
            {u"cost"_s, s.usage.cost}};
}

Status writeSummaries(Database &database, const Run &run, const Inbox &inbox, QDate today)
{
    const Result<QList<QDate>> days = EventStore(database).days(run.id);
    if (!days)
        return std::unexpected(days.error());
    const QDir folder(inbox.summaries());
    for (const QDate &day : *days) {
        const QString file = folder.filePath(day.toString(Qt::ISODate) + u".txt"_s);
        if (day >= today || QFile::exists(file))
            continue;
        const Result<DaySummary> summary = summaryOf(database, run, day);
        if (!summary)
            return std::unexpected(summary.error());
        if (!QDir().mkpath(folder.path()))
            return fail(ErrorKind::Storage, u"The folder %1 cannot be made."_s.arg(folder.path()));
        if (const Status written = writeFile(file, textOf(*summary).toUtf8()); !written)
            return written;
    }
    return {};
}

} // namespace autodidact
