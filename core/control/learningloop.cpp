#include "core/control/learningloop.h"

#include "core/control/sharedmemory.h"
#include "core/memory/housekeeping.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace autodidact {

LearningLoop::LearningLoop(RunContext &context)
    : m_context(context)
    , m_book(context)
    , m_tasks(context)
    , m_update(context, m_book, m_tasks)
{
}

Flow<Status> LearningLoop::play()
{
    m_round = m_context.run.roundsDone;      // where it stays when only the end of the run is missing
    Status status = m_book.open();
    const int last = m_context.config().rounds > 0 ? m_context.config().rounds : std::numeric_limits<int>::max() - 1;
    for (int number = m_context.run.roundsDone + 1; status && number <= last; ++number)
        status = co_await playRound(number);
    co_return status;
}

Flow<Status> LearningLoop::playRound(int number)
{
    m_round = number;
    const bool granted = co_await m_context.gate.turn(Boundary::Round, {number, Phase::Open});
    if (!granted)
        co_return fail(ErrorKind::Cancelled, u"The run is being stopped."_s);

    if (const Status gathered = co_await gather(number); !gathered)
        co_return gathered;
    Result<RoundWork> round = begin(number);
    if (!round)
        co_return std::unexpected(round.error());
    Status status = co_await learn(*round);
    if (status)
        status = co_await remember(*round);
    if (status)
        status = co_await watch(*round);
    if (status)
        status = co_await shadow(*round);
    if (status)
        status = co_await update(*round);
    if (status)
        status = guard(*round);
    if (status && m_book.isCheckpoint(number))
        status = co_await checkpoint(*round);
    if (status)
        status = m_book.finish(round->round);
    co_return status;
}

Flow<Status> LearningLoop::gather(int number)
{
    for (bool waits = false;; waits = true) {
        const Result<bool> ready = m_book.gather(number);
        if (!ready)
            co_return std::unexpected(ready.error());
        if (m_context.idles && *ready == waits)
            m_context.idles(*ready ? Explanation() : m_book.whyIdle());
        if (*ready)
            co_return Status();
        if (const Explanation used = m_context.spent.exhausted(m_context.config()); !used.isEmpty())
            co_return fail(ErrorKind::Budget, used.text);
        const bool granted = co_await m_context.gate.turnAfter(m_context.inboxPoll, Boundary::Idle, {number, Phase::Open});
        if (!granted)
            co_return fail(ErrorKind::Cancelled, u"The run is being stopped."_s);
    }
}

Result<LearningLoop::RoundWork> LearningLoop::begin(int number)
{
    RoundWork work;
    const Result<Round> round = m_book.start(number);
    if (!round)
        return std::unexpected(round.error());
    const Result<PromptVersion> version = m_book.version(round->version);
    if (!version)
        return std::unexpected(version.error());
    const Result<MemorySnapshot::Ptr> memory = snapshot(number);
    if (!memory)
        return std::unexpected(memory.error());
    if (m_context.search) {
        if (const Status loaded = m_context.search->load(m_context.database, m_context.run.id, number); !loaded)
            return std::unexpected(loaded.error());
    }
    return RoundWork{*round, *version, *memory, {}, {}, {}};
}

Flow<Status> LearningLoop::learn(RoundWork &round)
{
    const TaskTerms terms{Phase::Learn, m_round, round.version, round.memory, {}};
    Result<QList<TaskResult>> results = co_await playTasks(m_book.tasks(), terms);
    if (!results)
        co_return std::unexpected(results.error());
    for (TaskResult &result : *results) {
        const TaskFinished &finished = result.finished;
        round.round.tasks += 1;
        round.round.solved += finished.solved ? 1 : 0;
        round.round.exposed += finished.solved && finished.exposed ? 1 : 0;
        round.round.firstTry += finished.firstTry ? 1 : 0;
        round.round.attempts += finished.attempts;
        round.round.infrastructure += finished.errorClass == ErrorClass::Infrastructure ? 1 : 0;
        round.round.usage = round.round.usage + result.usage;
        round.round.selfTests += result.selfTests;
        round.outcomes.append(std::move(result.outcome));
    }
    for (qsizetype i = 0; m_context.search && i < results->size(); ++i) {
        const Usage &usage = results->at(i).usage;
        round.lessons.append({&round.outcomes.at(i), results->at(i).picks, usage.promptTokens + usage.completionTokens});
    }
    co_return Status();
}

Flow<Status> LearningLoop::remember(RoundWork &round)
{
    if (!round.memory || isShared(m_context.memorySet, m_context.run))
        co_return Status();
    auto keep = [&, stop = m_context.stop] {
        return m_context.keeper.remember(round.outcomes, *round.memory, m_context.run.memorySet, m_round, stop);
    };
    const Result<QList<MemoryChange>> kept = co_await onJob(m_context.jobs, m_context.home, std::ref(keep));
    if (!kept)
        co_return std::unexpected(kept.error());
    if (const Status stored = m_book.storeMemories(*kept, m_round); !stored)
        co_return stored;
    const Result<MemorySnapshot::Ptr> after = snapshot(m_round + 1);
    if (!after)
        co_return std::unexpected(after.error());
    const Housekeeping house(m_context.embedder, m_context.idf, m_context.forgetting);
    const Result<QList<MemoryChange>> tidied = house.keep(round.memory, *after, m_round, m_context.stop);
    co_return tidied ? m_book.storeMemories(*tidied, m_round) : std::unexpected(tidied.error());
}

Flow<Status> LearningLoop::watch(RoundWork &round)
{
    const TaskTerms terms{Phase::Watch, m_round, round.version, round.memory, {}};
    const Result<QList<TaskResult>> results = co_await playTasks(m_context.tasksOf(Split::Select), terms);
    if (!results)
        co_return std::unexpected(results.error());
    for (const TaskResult &result : *results) {
        round.round.watchTasks += 1;
        round.round.watchSolved += result.finished.solved ? 1 : 0;
        round.round.usage = round.round.usage + result.usage;
    }
    co_return Status();
}

/// The version before the last promotion, on a share of the select tasks and the same memory.
Flow<Status> LearningLoop::shadow(RoundWork &round)
{
    const Result<GuardState> state = m_book.guardStateBefore(m_round);
    if (!state)
        co_return std::unexpected(state.error());
    const std::optional<Shadowing> &shadowing = state->shadowing;
    round.shadowing = shadowing;
    if (m_context.safetyRule() != SafetyRule::Paired || !shadowing || shadowing->version != round.round.version)
        co_return Status();
    const Result<PromptVersion> before = m_book.version(shadowing->before);
    if (!before)
        co_return std::unexpected(before.error());
    const TaskTerms terms{Phase::Shadow, m_round, *before, round.memory, {}};
    const Result<QList<TaskResult>> results = co_await playTasks(m_book.shadowTasks(m_round), terms);
    if (!results)
        co_return std::unexpected(results.error());
    for (const TaskResult &result : *results)
        round.round.usage = round.round.usage + result.usage;
    co_return Status();
}

Flow<Status> LearningLoop::update(RoundWork &round)
{
    const Result<MemorySnapshot::Ptr> now = snapshot(m_round + 1);
    if (!now)
        co_return std::unexpected(now.error());
    const Result<Usage> usage =
        co_await m_update.play({m_round, round.version, round.outcomes, round.lessons, *now});
    if (!usage)
        co_return std::unexpected(usage.error());
    round.round.usage = round.round.usage + *usage;
    co_return Status();
}

Status LearningLoop::guard(RoundWork &round)
{
    Result<GuardState> state = m_book.guardState();
    if (!state)
        return std::unexpected(state.error());
    state->shadowing = round.shadowing;      // a version that was admitted just now is watched from the next round on
    const Result<GuardEvidence> evidence = m_book.guardEvidence(*state);
    if (!evidence)
        return std::unexpected(evidence.error());
    const auto decision = m_context.guard->decide(*evidence, *state, round.round.version, m_round);
    return decision ? m_book.commitDecision(*decision) : Status();
}

Flow<Status> LearningLoop::checkpoint(RoundWork &round)
{
    const QList<int> tasks = m_context.tasksOf(Split::Report);
    const Result<GuardState> state = m_book.guardState();
    if (tasks.isEmpty() || !state)
        co_return state ? Status() : std::unexpected(state.error());
    const Result<PromptVersion> first = m_book.version(1);
    const Result<PromptVersion> current = m_book.version(state->current);
    if (!first || !current)
        co_return std::unexpected(first ? current.error() : first.error());
    const Result<MemorySnapshot::Ptr> start = snapshot(1);
    const Result<MemorySnapshot::Ptr> now = snapshot(m_round + 1);
    if (!start || !now)
        co_return std::unexpected(start ? now.error() : start.error());

    const TaskTerms frozenTerms{Phase::Baseline, m_round, *first, *start, {}};
    const Result<QList<TaskResult>> frozen = co_await playTasks(tasks, frozenTerms);
    if (!frozen)
        co_return std::unexpected(frozen.error());
    const TaskTerms currentTerms{Phase::Checkpoint, m_round, *current, *now, {}};
    const Result<QList<TaskResult>> results = co_await playTasks(tasks, currentTerms);
    if (!results)
        co_return std::unexpected(results.error());
    for (const TaskResult &result : *frozen)
        round.round.baselineSolved += result.finished.solved ? 1 : 0;
    for (const TaskResult &result : *results) {
        round.round.checkpointTasks += 1;
        round.round.checkpointSolved += result.finished.solved ? 1 : 0;
        round.round.checkpointExposed += result.finished.solved && result.finished.exposed ? 1 : 0;
    }
    co_return Status();
}

Flow<Result<QList<TaskResult>>> LearningLoop::playTasks(QList<int> tasks, const TaskTerms &terms)
{
    const int total = int(tasks.size());
    TaskQueue queue{std::move(tasks), terms, total, {}, {}};
    noteProgress(queue);
    std::vector<Flow<Done>> workers;
    for (int i = 0; i < std::min(m_context.jobs.threads(), total); ++i)
        workers.push_back(work(queue));
    for (Flow<Done> &worker : workers)
        worker.start();
    for (Flow<Done> &worker : workers)
        co_await worker.joined();

    if (queue.error)
        co_return std::unexpected(*queue.error);
    QList<TaskResult> results;
    for (auto &[task, result] : queue.results)
        results.append(std::move(result));
    co_return results;
}

Flow<Done> LearningLoop::work(TaskQueue &queue)
{
    while (!queue.waiting.isEmpty() && !queue.error) {
        const int task = queue.waiting.takeFirst();
        Result<TaskResult> result = co_await m_tasks.play(task, queue.terms);
        if (result)
            queue.results.emplace(task, std::move(*result));
        else if (!queue.error)
            queue.error = result.error();
        noteProgress(queue);
    }
    co_return Done{};
}

Result<MemorySnapshot::Ptr> LearningLoop::snapshot(int round)
{
    if (!m_context.config().memoryEnabled)
        return MemorySnapshot::Ptr();
    const auto memories = memoriesIn(m_context.database, m_context.memorySet, m_context.run, round);
    if (!memories)
        return std::unexpected(memories.error());
    auto built = MemorySnapshot::build(*memories, m_context.embedder, m_context.idf, m_context.stop, m_newest);
    if (built)
        m_newest = *built;
    return built;
}

void LearningLoop::noteProgress(const TaskQueue &queue) const
{
    const Spent &spent = m_context.spent;
    m_context.note(Progress{m_round, queue.terms.phase, int(queue.results.size()), queue.total, spent.attempts,
                            spent.usage.promptTokens + spent.usage.completionTokens, spent.usage.cost, spent.wallS()});
}

} // namespace autodidact
