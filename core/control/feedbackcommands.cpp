#include "core/control/feedbackcommands.h"

#include "core/control/sharedmemory.h"
#include "core/memory/memorykeeper.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/runstore.h"
#include "core/storage/suitestore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

struct FeedbackCommands::Subject {
    Run run;
    Attempt attempt;
    Task task;
    MemorySet memories;
    int thumb = 0;               ///< the newest one before

    bool isHeldOut() const { return attempt.split == Split::Select || attempt.split == Split::Report; }
    bool isShared() const { return autodidact::isShared(memories, run); }
    MemoryTie tie() const { return {task.groupKey(), task.key, attempt.id}; }
};

namespace {

QString nameOf(const Task &task)
{
    return task.title.isEmpty() ? task.key : task.title;
}

QString firstLine(const QString &text, qsizetype longest)
{
    const QString line = text.trimmed().section(u'\n', 0, 0).simplified();
    return line.size() > longest ? line.first(longest - 1) + u'…' : line;
}

/// The newest thumbs, by attempt.
Result<QMap<AttemptId, int>> thumbsOf(const QList<Event> &events)
{
    QMap<AttemptId, int> thumbs;
    for (const Event &event : events) {
        const auto &given = std::get<FeedbackGiven>(event.payload);
        if (given.thumb != 0)
            thumbs[given.attempt] = given.thumb;
    }
    return thumbs;
}

} // namespace

Result<Verdict> judgeCorrection(const Task &task, const QString &code, const Judge &judge, std::stop_token stop)
{
    Result<Verdict> visible = judge.judge(task, code, Visibility::Visible, stop);
    if (!visible)
        return visible;
    Result<Verdict> hidden = judge.judge(task, code, Visibility::Hidden, stop);
    if (!hidden || visible->passed)
        return hidden.transform([&](Verdict verdict) {
            verdict.tests = visible->tests + verdict.tests;
            return verdict;
        });
    visible->tests += hidden->tests;
    visible->scope = Visibility::Hidden;
    return visible;
}

QString whyRed(const Verdict &verdict)
{
    const qsizetype failed = std::ranges::count_if(verdict.tests, [](const TestResult &test) { return !test.passed(); });
    QString text = u"%1 of %2 tests fail (%3)"_s.arg(failed).arg(verdict.tests.size()).arg(toString(verdict.errorClass));
    for (const Diagnostic &diagnostic : verdict.diagnostics.first(std::min<qsizetype>(1, verdict.diagnostics.size())))
        text += u"; line %1: %2"_s.arg(diagnostic.line).arg(diagnostic.message);
    const auto shown = std::ranges::find_if(verdict.tests, [](const TestResult &test) { return !test.passed() && test.visibility == Visibility::Visible; });
    if (shown == verdict.tests.cend())
        return text;
    text += u"; \"%1\" fails"_s.arg(shown->name);
    if (!shown->message.isEmpty())
        text += u": "_s + shown->message;
    if (!shown->expected.isEmpty() || !shown->actual.isEmpty())
        text += u", expected %1, got %2"_s.arg(shown->expected, shown->actual);
    return text;
}

Result<FeedbackCommands::Subject> FeedbackCommands::find(AttemptId id)
{
    Subject subject;
    Result<Attempt> attempt = AttemptStore(m_database).byId(id);
    if (!attempt)
        return std::unexpected(attempt.error());
    Result<Run> run = RunStore(m_database).byId(attempt->run);
    Result<Task> task = SuiteStore(m_database).task(attempt->task);
    if (!run || !task)
        return std::unexpected(run ? task.error() : run.error());
    Result<MemorySet> memories = memorySetOf(m_database, *run);
    const auto past = EventStore(m_database).ofKind(attempt->run, EventKind::FeedbackGiven).and_then(thumbsOf);
    if (!memories || !past)
        return std::unexpected(memories ? past.error() : memories.error());
    return Subject{std::move(*run), std::move(*attempt), std::move(*task), std::move(*memories), past->value(id)};
}

Status FeedbackCommands::check(AttemptId attempt, const FeedbackDraft &draft)
{
    return find(attempt).and_then([&](const Subject &subject) { return check(subject, draft); });
}

Status FeedbackCommands::check(const Subject &subject, const FeedbackDraft &draft) const
{
    const bool teaches = !draft.comment.trimmed().isEmpty() || !draft.code.trimmed().isEmpty();
    if (draft.thumb == 0 && !teaches)
        return fail(ErrorKind::BadInput, u"Say something: a thumb up or down, a comment, or corrected code."_s);
    if (draft.thumb != 0 && draft.thumb == subject.thumb)
        return fail(ErrorKind::Conflict, u"This thumb was given to the attempt already. It may be turned, not given twice."_s);
    if (teaches && subject.isHeldOut())
        return fail(ErrorKind::Conflict, u"The task \"%1\" is held out: the agent is measured by it and must learn nothing of it. Only a thumb "
                                         "can be given, which teaches nothing; comments and code belong to learn tasks."_s.arg(subject.task.key));
    if (teaches && subject.isShared())
        return fail(ErrorKind::Conflict, u"The run reads the frozen set \"%1\", which does not change. Only a thumb can be given."_s.arg(subject.memories.name));
    return {};
}

Result<FeedbackEffect> FeedbackCommands::give(AttemptId id, const FeedbackDraft &draft, const std::optional<Verdict> &verdict)
{
    const Result<Subject> subject = find(id);
    if (!subject)
        return std::unexpected(subject.error());
    if (const Status checked = check(*subject, draft); !checked)
        return std::unexpected(checked.error());
    if (!draft.code.trimmed().isEmpty()) {
        if (!verdict || !verdict->counts())
            return fail(ErrorKind::Sandbox, u"The corrected code could not be judged: %1"_s.arg(verdict ? verdict->errorDetail : u"it was not run"_s));
        if (!verdict->passed)
            return fail(ErrorKind::BadInput, u"The corrected code is red, and nothing was stored: %1."_s.arg(whyRed(*verdict)));
    }
    const bool corrected = !draft.code.trimmed().isEmpty();
    FeedbackEffect effect{{id, draft.thumb, draft.comment.trimmed(), corrected ? draft.code : QString(), corrected ? verdict : std::nullopt}, {}, 0, {}};
    Event event;
    event.run = subject->run.id;
    event.place = {subject->attempt.place.round, Phase::Person, subject->attempt.place.task, subject->attempt.place.attempt};
    event.payload = effect.given;
    event.byPerson = true;
    if (const Status stored = m_journal.append(event); !stored)
        return std::unexpected(stored.error());
    if (subject->isHeldOut())
        effect.note = u"The task is held out, so the thumb teaches nothing."_s;
    else if (!subject->run.config.memoryEnabled)
        effect.note = u"The run works without memory, so nothing is learnt from it."_s;
    else if (subject->isShared())
        effect.note = u"The run reads a frozen set of memories, so the thumb changes no count."_s;
    if (!effect.note.isEmpty())
        return effect;
    Status done = remember(*subject, effect);
    if (done)
        done = count(*subject, effect);
    return done ? Result<FeedbackEffect>(std::move(effect)) : std::unexpected(done.error());
}

Status FeedbackCommands::remember(const Subject &subject, FeedbackEffect &effect)
{
    MemoryCommands commands(m_database, m_journal);
    const Task &task = subject.task;
    const QStringList tags = task.families + task.tags;
    QList<MemoryDraft> drafts;
    if (!effect.given.comment.isEmpty())
        drafts.append({MemoryKind::Lesson, task.language, firstLine(effect.given.comment, 80), u"Tasks such as \"%1\"."_s.arg(nameOf(task)), effect.given.comment, tags});
    if (const QString &code = effect.given.code; !code.isEmpty()) {
        if (code.count(u'\n') > KeeperOptions().maxContentLines)
            effect.note = u"The corrected code is longer than %1 lines, which is too long to remember."_s.arg(KeeperOptions().maxContentLines);
        else
            drafts.append({MemoryKind::Code, task.language, nameOf(task), task.statement, code, tags});
    }
    for (const MemoryDraft &draft : std::as_const(drafts)) {
        const Result<Memory> added = commands.add(subject.memories.id, draft, subject.tie());
        if (!added)
            return std::unexpected(added.error());
        effect.memories.append(*added);
    }
    return {};
}

/// One more use of each memory that the attempt carried, green or red as the person says; a thumb that turns moves the old one.
Status FeedbackCommands::count(const Subject &subject, FeedbackEffect &effect)
{
    const int thumb = effect.given.thumb;
    if (thumb == 0 || subject.attempt.place.phase != Phase::Learn)
        return {};
    QList<MemoryId> ids;
    for (const MemoryUse &use : subject.attempt.memories)
        ids.append(use.memory);
    const int successes = thumb > 0 ? 1 : subject.thumb > 0 ? -1 : 0;
    const auto counted = MemoryCommands(m_database, m_journal)
                             .count(ids, subject.thumb == 0 ? 1 : 0, successes, thumb > 0 ? u"a person's thumb up"_s : u"a person's thumb down"_s);
    if (!counted)
        return std::unexpected(counted.error());
    effect.counted = int(counted->size());
    return {};
}

Result<FeedbackTally> feedbackOf(Database &database, RunId run)
{
    const Result<QList<Event>> events = EventStore(database).ofKind(run, EventKind::FeedbackGiven);
    if (!events)
        return std::unexpected(events.error());
    FeedbackTally tally;
    if (events->isEmpty())
        return tally;
    for (const Event &event : *events) {
        const auto &given = std::get<FeedbackGiven>(event.payload);
        tally.comments += given.comment.isEmpty() ? 0 : 1;
        tally.corrections += given.code.isEmpty() ? 0 : 1;
    }
    const Result<QMap<AttemptId, int>> thumbs = thumbsOf(*events);
    const Result<QList<AttemptRow>> rows = AttemptStore(database).rows(run);
    if (!thumbs || !rows)
        return std::unexpected(thumbs ? rows.error() : thumbs.error());
    for (const AttemptRow &row : *rows) {
        const int thumb = thumbs->value(row.id);
        if (thumb == 0)
            continue;
        if (!row.hidden || row.hidden->errorClass == ErrorClass::Infrastructure)
            ++tally.unjudged;
        else
            ++(thumb > 0 ? (row.hidden->green ? tally.upGreen : tally.upRed) : (row.hidden->green ? tally.downGreen : tally.downRed));
    }
    return tally;
}

} // namespace autodidact
