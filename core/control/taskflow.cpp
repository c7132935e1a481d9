#include "core/control/taskflow.h"

#include "core/control/promptcomposer.h"
#include "core/control/signalpolicy.h"
#include "core/evaluation/exposure.h"
#include "core/evaluation/feedbacktext.h"
#include "core/evaluation/seen.h"
#include "core/syntax/syntaxngrams.h"
#include "core/tasks/program.h"
#include "core/tasks/repositoryclones.h"
#include "core/tasks/repositoryoutline.h"
#include "core/tasks/selftests.h"

using namespace Qt::StringLiterals;

namespace autodidact {

struct TaskFlow::Judged {
    Attempt attempt;
    SeenAttempt seen;
    Verdict hidden;
    std::optional<Verdict> own;
};

namespace {

Error stopped()
{
    return {ErrorKind::Cancelled, u"The run is being stopped."_s};
}

/// Of the base commit alone: neither the solution nor the tests are in it.
Result<std::optional<RepositoryOutline>> outlineFor(const Task &shown)
{
    if (shown.kind != TaskKind::Repository)
        return std::nullopt;
    const Result<OpenedBase> opened = openBase(shown.repository);
    if (!opened)
        return std::unexpected(opened.error());
    return outlineOf(opened->clone, opened->tree, shown.statement).transform([](RepositoryOutline &&outline) { return std::optional(std::move(outline)); });
}

/// For the metrics alone: how much of the solution the prompt carried, and how close the code came.
void measure(Attempt &attempt, const Task &task, const QList<Memory> &memories)
{
    QStringList carried;
    for (const Memory &memory : memories)
        carried.append(memory.content);
    const Exposure exposed = exposure(carried, task);
    attempt.exposure = exposed.coverage;
    attempt.exposed = exposed.exposed;
    for (const QString &reference : task.references) {
        const double token = tokenSimilarity(task.language, attempt.code, reference);
        const double tree = treeSimilarity(task.language, attempt.code, reference);
        if (!attempt.treeSimilarity || tree > *attempt.treeSimilarity) {
            attempt.tokenSimilarity = token;
            attempt.treeSimilarity = tree;
        }
    }
}

} // namespace

RecallQuery queryFor(const Task &task, const TaskTerms &terms, const RunConfig &config, const SeenAttempt *previous)
{
    RecallQuery query;
    query.text = task.statement;
    if (previous)
        query.text += u'\n' + feedbackText(*previous);
    query.language = task.language;
    query.group = task.groupKey();
    query.taskKey = task.key;
    query.tags = task.families + task.tags;
    query.acrossLanguages = config.crossLanguage ? AcrossLanguages::All : AcrossLanguages::None;
    query.count = terms.version.strategy.memories;
    query.tokenBudget = config.memoryTokens;
    query.sameTask = config.sameTask;
    const bool afterRound = terms.phase == Phase::Checkpoint || terms.phase == Phase::Race || terms.phase == Phase::Trial;
    query.round = std::max(1, terms.round + (afterRound ? 1 : 0));
    return query;
}

Flow<Status> TaskFlow::turn(Place place)
{
    if (const Explanation used = m_context.spent.exhausted(m_context.config()); !used.isEmpty())
        co_return fail(ErrorKind::Budget, used.text);
    const bool granted = co_await m_context.gate.turn(Boundary::Attempt, place);
    if (!granted)
        co_return std::unexpected(stopped());
    co_return Status();
}

template<typename Work>
Flow<std::invoke_result_t<Work &>> TaskFlow::insist(Place place, Work &work)
{
    for (;;) {
        auto result = co_await onJob(m_context.jobs, m_context.home, std::ref(work));
        if (result)
            co_return result;
        const Error error = result.error();
        const bool mendable = error.kind == ErrorKind::Model || error.kind == ErrorKind::Sandbox;
        if (!mendable || !m_context.pauseOnTrouble || !m_context.pauseOnTrouble(error, place))
            co_return result;
        const bool granted = co_await m_context.gate.turn(Boundary::Attempt, place);
        if (!granted)
            co_return std::unexpected(stopped());
    }
}

Flow<Result<Attempt>> TaskFlow::answer(Place place, const Task &task, const TaskTerms &terms, const SeenAttempt *previous)
{
    auto work = [&, stop = m_context.stop]() -> Result<Attempt> {
        Attempt attempt;
        attempt.place = place;
        attempt.task = task.id;
        attempt.split = m_context.splitOf(task.ordinal);
        attempt.version = terms.version.number;
        attempt.startedAt = QDateTime::currentDateTimeUtc();
        attempt.modelName = m_context.models.coder->name();

        const Task shown = redacted(task);
        QList<Memory> memories;
        if (terms.memory) {
            const Result<Recall> recall = m_context.retriever.recall(
                *terms.memory, queryFor(shown, terms, m_context.config(), previous), stop);
            if (!recall)
                return std::unexpected(recall.error());
            for (const Recalled &recalled : recall->taken) {
                memories.append(recalled.memory);
                attempt.memories.append({recalled.memory.id, recalled.memory.revision, recalled.score, recalled.sameGroup});
            }
        }
        const bool reflexion = m_context.config().reflection == ReflectionMode::Reflexion;
        const Result<std::optional<RepositoryOutline>> outline = outlineFor(shown);
        if (!outline)
            return std::unexpected(outline.error());
        attempt.prompt = composePrompt({terms.version, shown, memories, previous, reflexion, *outline ? &**outline : nullptr});

        ChatRequest request;
        request.role = ModelRole::Coder;
        request.messages = toMessages(attempt.prompt);
        request.temperature = terms.version.strategy.temperature;
        request.adapter = terms.version.adapter;
        request.maxTokens = m_context.config().maxTokens;
        request.seed = m_context.seedAt(terms.drawnAs.value_or(place), "coder");
        const Result<ChatReply> reply = m_context.models.coder->complete(request, m_context.observerAt(place), stop);
        if (!reply)
            return std::unexpected(reply.error());
        attempt.completion = reply->text;
        const OwnTests own = terms.version.strategy.selfTests ? takeSelfTests(task, reply->text) : OwnTests{{}, reply->text};
        attempt.selfTests = own.tests;
        attempt.code = assembleProgram(task, own.rest, AnswerKind::Answer).code;
        attempt.usage = reply->usage;
        attempt.finishReason = reply->finishReason;
        attempt.promptCut = reply->promptCut;
        attempt.manifest = reply->manifest;
        attempt.modelMs = reply->totalMs;
        measure(attempt, task, memories);
        return attempt;
    };

    if (m_context.ledger.has<AttemptAnswered>(place))
        co_return m_context.ledger.take<AttemptAnswered>(place).attempt;
    Result<Attempt> attempt = co_await insist(place, work);
    if (!attempt)
        co_return attempt;
    const QList<SignalUse> uses = previous
        ? learningUses(u"retry"_s, attempt->split, m_context.config().feedback, previous->toolReports)
        : QList<SignalUse>();
    const Result<AttemptAnswered> stored = m_context.ledger.commit(place, AttemptAnswered{*attempt}, uses);
    if (!stored)
        co_return std::unexpected(stored.error());
    co_return stored->attempt;
}

Flow<Result<QList<ToolReport>>> TaskFlow::look(Place place, const Task &task, const TaskTerms &terms, const Attempt &attempt)
{
    if (m_context.ledger.has<ToolsRun>(place))
        co_return m_context.ledger.take<ToolsRun>(place).reports;
    if (terms.version.strategy.tools.isEmpty() || !m_context.tools)
        co_return QList<ToolReport>();
    auto work = [&, stop = m_context.stop] {
        return m_context.tools->check(task, attempt.code, terms.version.strategy.tools, stop);
    };
    const Result<QList<ToolReport>> reports = co_await insist(place, work);
    if (!reports)
        co_return reports;
    const Result<ToolsRun> stored = m_context.ledger.commit(place, ToolsRun{attempt.id, *reports});
    if (!stored)
        co_return std::unexpected(stored.error());
    co_return stored->reports;
}

Flow<Result<Verdict>> TaskFlow::judge(Place place, const Task &task, const Attempt &attempt, Visibility scope)
{
    if (m_context.ledger.has<VerdictReached>(place))
        co_return m_context.ledger.take<VerdictReached>(place).verdict;
    auto work = [&, stop = m_context.stop] {
        return scope == Visibility::Own ? m_context.judge.judgeOwn(task, attempt.code, attempt.selfTests, stop)
                                        : m_context.judge.judge(task, attempt.code, scope, stop);
    };
    const Result<Verdict> verdict = co_await insist(place, work);
    if (!verdict)
        co_return verdict;
    const Result<VerdictReached> stored = m_context.ledger.commit(place, VerdictReached{attempt.id, *verdict});
    if (!stored)
        co_return std::unexpected(stored.error());
    co_return stored->verdict;
}

Flow<Result<TaskFlow::Judged>> TaskFlow::attemptOnce(Place place, const Task &task, const TaskTerms &terms,
                                                     const SeenAttempt *previous)
{
    const Result<Attempt> attempt = co_await answer(place, task, terms, previous);
    if (!attempt)
        co_return std::unexpected(attempt.error());
    const Result<QList<ToolReport>> reports = co_await look(place, task, terms, *attempt);
    if (!reports)
        co_return std::unexpected(reports.error());
    const Result<Verdict> visible = co_await judge(place, task, *attempt, Visibility::Visible);
    if (!visible)
        co_return std::unexpected(visible.error());
    std::optional<Verdict> own;
    if (learns(terms) && !attempt->selfTests.isEmpty()) {
        Result<Verdict> verdict = co_await judge(place, task, *attempt, Visibility::Own);
        if (!verdict)
            co_return std::unexpected(verdict.error());
        own = std::move(*verdict);
    }
    const Result<Verdict> hidden = co_await judge(place, task, *attempt, Visibility::Hidden);
    if (!hidden)
        co_return std::unexpected(hidden.error());
    ++m_context.spent.attempts;
    m_context.spent.usage = m_context.spent.usage + attempt->usage;
    SeenAttempt seen = seenAttempt(task, *attempt, *visible, *hidden, m_context.config().feedback, own);
    seen.toolReports = *reports;
    co_return Judged{*attempt, std::move(seen), *hidden, own};
}

Flow<Result<Reflection>> TaskFlow::reflect(Place place, const Task &task, const SeenAttempt &seen)
{
    if (m_context.ledger.has<ReflectionWritten>(place)) {
        const Reflection past = m_context.ledger.take<ReflectionWritten>(place).reflection;
        m_context.spent.usage = m_context.spent.usage + past.usage;
        co_return past;
    }
    auto work = [&, stop = m_context.stop] { return m_context.reflector.reflect(redacted(task), seen, stop); };
    const Result<Reflection> reflection = co_await insist(place, work);
    if (!reflection)
        co_return reflection;
    m_context.spent.usage = m_context.spent.usage + reflection->usage;
    const auto uses = learningUses(
        u"reflection"_s, m_context.splitOf(task.ordinal), m_context.config().feedback, seen.toolReports);
    Reflection written = *reflection;
    written.attempt = seen.attempt.id;
    written.place = place;
    const Result<ReflectionWritten> stored = m_context.ledger.commit(place, ReflectionWritten{written}, uses);
    if (!stored)
        co_return std::unexpected(stored.error());
    co_return stored->reflection;
}

Flow<Result<LessonsDistilled>> TaskFlow::distil(const Task &task, const SeenAttempt &red, const SeenAttempt &green)
{
    const Place place = green.attempt.place;
    if (m_context.ledger.has<LessonsDistilled>(place)) {
        const LessonsDistilled past = m_context.ledger.take<LessonsDistilled>(place);
        m_context.spent.usage = m_context.spent.usage + past.usage;
        co_return past;
    }
    SeenAttempt shown = red;
    shown.toolReports.clear(); // what tools said is for retry and reflection alone
    auto work = [&, stop = m_context.stop] { return m_context.distiller->distil(redacted(task), shown, green, stop); };
    const Result<Distilled> distilled = co_await insist(place, work);
    if (!distilled)
        co_return std::unexpected(distilled.error());
    m_context.spent.usage = m_context.spent.usage + distilled->usage;
    const auto uses = learningUses(u"memory"_s, m_context.splitOf(task.ordinal), m_context.config().feedback);
    co_return m_context.ledger.commit(
        place, LessonsDistilled{green.attempt.id, distilled->lessons, distilled->origin, distilled->usage}, uses);
}

/// Whether what turned the task green is worth a call.
bool TaskFlow::teaches(const TaskOutcome &outcome, const TaskTerms &terms) const
{
    const qsizetype count = outcome.attempts.size();
    return m_context.distiller && learns(terms) && m_context.config().reflection == ReflectionMode::Reflexion && count > 1
        && outcome.green() && outcome.attempts.at(count - 2).verdict.counts();
}

Flow<Result<OneTry>> TaskFlow::tryOnce(Place place, const TaskTerms &terms)
{
    if (const Status turned = co_await turn(place); !turned)
        co_return std::unexpected(turned.error());
    const Result<Judged> judged = co_await attemptOnce(place, m_context.tasks.at(place.task), terms, nullptr);
    if (!judged)
        co_return std::unexpected(judged.error());
    co_return OneTry{judged->seen.green(), judged->hidden.passed, judged->hidden.counts() && judged->seen.verdict.counts(),
                     judged->attempt.code, judged->attempt.usage};
}

Flow<Result<TaskResult>> TaskFlow::play(int ordinal, const TaskTerms &asked)
{
    const bool searches = learns(asked) && m_context.search;
    const Picks picks = searches ? m_context.search->pick(asked.round, m_context.tasks.at(ordinal)) : Picks();
    PromptVersion working = asked.version;
    if (searches)
        working.strategy = m_context.search->applied(picks, working.strategy);
    const TaskTerms terms{asked.phase, asked.round, working, asked.memory, asked.drawnAs};
    const Task &task = m_context.tasks.at(ordinal);
    const Place start{terms.round, terms.phase, ordinal};
    const Split split = m_context.splitOf(ordinal);
    const bool retries = learns(terms) && m_context.config().reflection != ReflectionMode::None;
    const int limit = retries ? terms.version.strategy.attempts : 1;

    TaskResult result;
    result.outcome.task = redacted(task);
    result.outcome.split = split;
    result.picks = picks;
    result.finished.task = task.id;
    result.finished.key = task.key;
    if (const auto begun = m_context.ledger.commit(start, TaskStarted{task.id, task.key, split, picksToJson(picks)}); !begun)
        co_return std::unexpected(begun.error());

    for (int number = 1; number <= limit; ++number) {
        const Place place{terms.round, terms.phase, ordinal, number};
        if (const Status turned = co_await turn(place); !turned)
            co_return std::unexpected(turned.error());
        const SeenAttempt *previous = number > 1 ? &result.outcome.attempts.last() : nullptr;
        Result<Judged> judged = co_await attemptOnce(place, task, terms, previous);
        if (!judged)
            co_return std::unexpected(judged.error());

        result.usage = result.usage + judged->attempt.usage;
        if (judged->own && judged->own->counts() && judged->hidden.counts())
            result.selfTests.count(judged->own->passed, judged->hidden.passed);
        result.finished.attempts = number;
        result.finished.lastAttempt = judged->attempt.id;
        result.finished.solved = judged->hidden.passed;
        result.finished.firstTry = number == 1 && judged->hidden.passed;
        result.finished.exposed = judged->attempt.exposed;
        result.finished.errorClass = judged->hidden.errorClass;
        const bool red = !judged->seen.green();
        const bool fault = !judged->seen.verdict.counts();
        if (red && !fault && learns(terms) && m_context.config().reflection == ReflectionMode::Reflexion) {
            const Result<Reflection> reflection = co_await reflect(place, task, judged->seen);
            if (!reflection)
                co_return std::unexpected(reflection.error());
            judged->seen.reflection = *reflection;
            result.usage = result.usage + reflection->usage;
        }
        result.outcome.attempts.append(std::move(judged->seen));
        if (!red || fault)
            break;
    }
    if (teaches(result.outcome, terms)) {
        const QList<SeenAttempt> &attempts = result.outcome.attempts;
        const Result<LessonsDistilled> distilled = co_await distil(task, attempts.at(attempts.size() - 2), attempts.last());
        if (!distilled)
            co_return std::unexpected(distilled.error());
        result.outcome.successLessons = distilled->lessons;
        result.usage = result.usage + distilled->usage;
    }
    if (const auto ended = m_context.ledger.commit(start, result.finished); !ended)
        co_return std::unexpected(ended.error());
    m_context.gate.taskFinished(start);
    co_return result;
}

} // namespace autodidact
