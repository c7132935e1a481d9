#include "core/control/creditplan.h"

#include "core/control/promptcomposer.h"
#include "core/control/searchbook.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/memorystore.h"
#include "core/storage/roundstore.h"
#include "core/storage/runstore.h"
#include "core/storage/runtasks.h"
#include "core/storage/versionstore.h"
#include "core/tasks/repositoryclones.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The attempt's prompt without the entry; nothing where the memories of today do not give the
/// prompt that was sent.
Result<std::optional<QList<PromptSegment>>> promptWithout(
    MemoryStore &store, const Attempt &attempt, MemoryId memory)
{
    QList<Memory> all;
    QList<Memory> others;
    for (const MemoryUse &use : attempt.memories) {
        const Result<MemoryRevision> carried = store.revision(use.memory, use.revision);
        if (!carried)
            return std::unexpected(carried.error());
        all.append(carried->memory);
        if (use.memory != memory)
            others.append(carried->memory);
    }
    QList<PromptSegment> prompt = attempt.prompt;
    const auto sent = std::ranges::find(prompt, SegmentKind::Memories, &PromptSegment::kind);
    if (sent == prompt.end() || sent->text != memoriesSegment(all).text)
        return std::nullopt;
    if (others.isEmpty())
        prompt.erase(sent);
    else
        *sent = memoriesSegment(others);
    return prompt;
}

/// What the strategy search picked for the tasks of a run, where there is one.
class PickedStrategies {
public:
    static Result<PickedStrategies> of(Database &database, const CreditPlan &plan)
    {
        PickedStrategies strategies;
        const QString &strategy = plan.config.updateStrategy;
        if (strategy == u"none" || strategy == u"autoprompt")
            return strategies;
        Result<SearchBook> search = SearchBook::of(plan.config);
        const Result<QList<Event>> events
            = EventStore(database).ofKind(plan.run, EventKind::TaskStarted);
        if (!search || !events)
            return std::unexpected(search ? events.error() : search.error());
        strategies.m_search.emplace(std::move(*search));
        for (const Event &event : *events)
            strategies.m_picks[event.place] = std::get<TaskStarted>(event.payload).picks;
        return strategies;
    }

    Strategy at(const Place &attempt, const Strategy &base) const
    {
        const auto picked = m_picks.find({attempt.round, attempt.phase, attempt.task});
        if (!m_search || picked == m_picks.end() || picked->second.isEmpty())
            return base;
        Picks picks;
        for (auto pick = picked->second.constBegin(); pick != picked->second.constEnd(); ++pick)
            picks[pick.key()] = pick.value().toInteger();
        return m_search->applied(picks, base);
    }

private:
    std::optional<SearchBook> m_search;
    std::map<Place, QJsonObject> m_picks;
};

class Planner {
public:
    Planner(Database &database, CreditPlan &plan, PickedStrategies strategies)
        : m_database(database)
        , m_plan(plan)
        , m_strategies(std::move(strategies))
    {
    }

    Status add(const MemoryUseRow &use)
    {
        const Result<Attempt> attempt = AttemptStore(m_database).byId(use.attempt);
        if (!attempt)
            return std::unexpected(attempt.error());
        const Result<PromptVersion> version =
            VersionStore(m_database).byNumber(m_plan.run, attempt->version);
        if (!version)
            return std::unexpected(version.error());
        MemoryStore memories(m_database);
        const auto without = promptWithout(memories, *attempt, m_plan.memory);
        if (!without)
            return std::unexpected(without.error());
        const auto task = std::ranges::find(m_plan.tasks, attempt->task, &Task::id);
        if (!use.success || !*without || task == m_plan.tasks.cend() || lacksClone(*task)) {
            ++m_plan.leftOut;
            return {};
        }
        CreditCase made{.place = attempt->place, .task = *task};
        if (m_plan.config.cpuLimitS > 0)
            made.task.limits.cpuMs = int(1000 * m_plan.config.cpuLimitS);
        const Strategy strategy = m_strategies.at(attempt->place, version->strategy);
        made.temperature = strategy.temperature;
        made.selfTests = strategy.selfTests || !attempt->selfTests.isEmpty();
        made.tokens = int(attempt->usage.promptTokens + attempt->usage.completionTokens);
        made.with = toMessages(attempt->prompt);
        made.without = toMessages(**without);
        made.solved = *use.success;
        m_plan.revision = std::max(m_plan.revision, use.revision);
        m_plan.cases.append(std::move(made));
        return {};
    }

private:
    Database &m_database;
    CreditPlan &m_plan;
    PickedStrategies m_strategies;
};

} // namespace

qint64 CreditPlan::tokens() const
{
    qint64 sum = 0;
    for (const CreditCase &one : cases)
        sum += one.tokens;
    return sum * (1 + 2 * draws);
}

Result<CreditPlan> planCredit(Database &database, RunId id, MemoryId memory, int draws)
{
    const Result<Run> run = RunStore(database).byId(id);
    const Result<QList<MemoryUseRow>> uses = MemoryStore(database).usesOf(memory);
    if (!run || !uses)
        return std::unexpected(run ? uses.error() : run.error());
    const Result<QList<Task>> tasks = tasksOfRun(database, *run);
    const Result<QList<Round>> rounds = RoundStore(database).all(id);
    if (!tasks || !rounds)
        return std::unexpected(tasks ? rounds.error() : tasks.error());
    CreditPlan plan{
        .run = id, .config = run->config, .memory = memory, .draws = draws, .tasks = *tasks};
    plan.round = rounds->isEmpty() ? 0 : rounds->last().number;
    Result<PickedStrategies> strategies = PickedStrategies::of(database, plan);
    if (!strategies)
        return std::unexpected(strategies.error());
    Planner planner(database, plan, std::move(*strategies));
    for (const MemoryUseRow &use : *uses) {
        if (use.run != id || use.place.phase != Phase::Learn)
            continue;
        if (const Status added = planner.add(use); !added)
            return std::unexpected(added.error());
    }
    if (plan.cases.isEmpty()) {
        return fail(ErrorKind::NotFound,
            plan.leftOut > 0
                ? u"None of the %1 attempts that carried memory %2 can be made again."_s
                      .arg(plan.leftOut)
                      .arg(memory.value)
                : u"No attempt at a learn task of the run \"%1\" carried memory %2."_s
                      .arg(run->name)
                      .arg(memory.value));
    }
    return plan;
}

} // namespace autodidact
