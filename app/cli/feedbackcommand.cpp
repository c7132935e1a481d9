#include "app/cli/inboxcommand.h"
#include "app/composition.h"
#include "core/control/feedbackcommands.h"
#include "core/control/runcontext.h"
#include "core/storage/attemptstore.h"
#include "core/storage/runtasks.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The task that --task names, by key or by number.
Result<Task> findTask(Database &database, const Run &run, const QString &name)
{
    const Result<QList<Task>> tasks = tasksOfRun(database, run);
    if (!tasks)
        return std::unexpected(tasks.error());
    for (const Task &task : *tasks) {
        if (task.key == name)
            return task;
    }
    bool isNumber = false;
    const int ordinal = name.toInt(&isNumber);
    if (isNumber && ordinal >= 0 && ordinal < tasks->size())
        return tasks->at(ordinal);
    return fail(ErrorKind::NotFound, u"The run \"%1\" has no task \"%2\". See \"suite show\"."_s.arg(run.name, name));
}

/// Learn attempts come first; of held-out tasks those that watch and report.
Result<Attempt> findAttempt(Database &database, const Run &run, const Task &task, int round, int number)
{
    for (const Phase phase : {Phase::Learn, Phase::Watch, Phase::Checkpoint, Phase::Baseline}) {
        const auto attempt = AttemptStore(database).byPlace(run.id, {round, phase, task.ordinal, number});
        if (!attempt)
            return std::unexpected(attempt.error());
        if (*attempt)
            return **attempt;
    }
    return fail(ErrorKind::NotFound, u"The task \"%1\" has no attempt %2 in round %3 of \"%4\"."_s.arg(task.key).arg(number).arg(round).arg(run.name));
}

Result<FeedbackDraft> draftFrom(const Arguments &arguments)
{
    FeedbackDraft draft;
    if (arguments.has(u"up"_s) && arguments.has(u"down"_s))
        return fail(ErrorKind::BadUsage, u"--up and --down exclude each other."_s);
    draft.thumb = arguments.has(u"up"_s) ? 1 : arguments.has(u"down"_s) ? -1 : 0;
    draft.comment = arguments.value(u"comment"_s);
    if (arguments.has(u"code"_s)) {
        QFile file(arguments.value(u"code"_s));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Missing, u"%1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
        draft.code = QString::fromUtf8(file.readAll());
        if (draft.code.trimmed().isEmpty())
            return fail(ErrorKind::BadInput, u"%1 is empty."_s.arg(file.fileName()));
    }
    return draft;
}

} // namespace

Result<int> giveFeedback(const Arguments &arguments, Database &database, const Run &run)
{
    const Result<int> round = arguments.number(u"round"_s, 1, 1'000'000);
    const Result<int> number = arguments.number(u"attempt"_s, 1, 1000);
    if (!round || !number)
        return round ? number : round;
    const Result<FeedbackDraft> draft = draftFrom(arguments);
    if (!draft)
        return std::unexpected(draft.error());
    const Result<Task> task = findTask(database, run, arguments.value(u"task"_s));
    if (!task)
        return std::unexpected(task.error());
    const Result<Attempt> attempt = findAttempt(database, run, *task, *round, *number);
    if (!attempt)
        return std::unexpected(attempt.error());
    Journal journal(database, nullptr);
    FeedbackCommands commands(database, journal);
    if (const Status checked = commands.check(attempt->id, *draft); !checked)
        return std::unexpected(checked.error());
    std::optional<Verdict> verdict;
    if (!draft->code.isEmpty()) {
        const auto runner = composeRunner(run.config.sandbox, run.config.sandboxImage, 1, task->language);
        if (!runner)
            return std::unexpected(runner.error());
        Result<Verdict> judged = judgeCorrection(withLimits({*task}, run.config).first(), draft->code, Judge(**runner), {});
        if (!judged)
            return std::unexpected(judged.error());
        verdict = std::move(*judged);
    }
    const Result<FeedbackEffect> effect = commands.give(attempt->id, *draft, verdict);
    if (!effect)
        return std::unexpected(effect.error());

    QString text = u"Noted for attempt %1 at \"%2\" in round %3."_s.arg(*number).arg(task->key).arg(*round);
    if (verdict)
        text += u" The corrected code passes all %1 tests."_s.arg(verdict->tests.size());
    QJsonArray memories;
    for (const Memory &memory : effect->memories) {
        text += u"\nMemory %1, from the next round on: %2"_s.arg(memory.id.value).arg(memory.title);
        memories.append(memory.id.value);
    }
    if (effect->counted > 0)
        text += u"\nThe thumb counts for the memories that the attempt carried: %1."_s.arg(effect->counted);
    if (!effect->note.isEmpty())
        text += u'\n' + effect->note;
    arguments.invocation().console.result(text, {{u"task"_s, task->key}, {u"round"_s, *round}, {u"attempt"_s, *number}, {u"thumb"_s, draft->thumb},
                                                 {u"memories"_s, memories}, {u"counted"_s, effect->counted}, {u"note"_s, effect->note}});
    return 0;
}

} // namespace autodidact
