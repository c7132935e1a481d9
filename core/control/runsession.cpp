#include "core/control/runsession.h"

#include "core/control/sharedmemory.h"
#include "core/events/codec.h"
#include "core/memory/hashingembedder.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/reflectionstore.h"
#include "core/storage/runstore.h"
#include "core/storage/runtasks.h"
#include "core/storage/suitestore.h"
#include "core/storage/updatestore.h"
#include "core/tasks/repositoryclones.h"
#include "core/update/autoprompt.h"
#include "core/update/rewriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

RunSession::RunSession(Database &database, Mailbox &home, LiveSink *sink)
    : m_database(database)
    , m_home(home)
    , m_sink(sink)
    , m_journal(database, sink)
    , m_gate(home)
{
}

RunSession::~RunSession()
{
    *m_alive = false;
    m_stop.request_stop();
    m_jobs.reset();                  // joins the job threads: nothing touches the rest any more
    if (m_leased)
        (void)LeaseStore(m_database).release(run(), m_owner);
}

Result<std::unique_ptr<RunSession>> RunSession::open(RunId run, Database &database, Mailbox &home, LiveSink *sink,
                                                     const SessionParts &parts, const SessionOptions &options)
{
    std::unique_ptr<RunSession> session(new RunSession(database, home, sink));
    if (const Status status = session->prepare(run, parts, options); !status)
        return std::unexpected(status.error());
    return session;
}

Status RunSession::prepare(RunId id, const SessionParts &parts, const SessionOptions &options)
{
    Result<Run> run = RunStore(m_database).byId(id);
    if (!run)
        return std::unexpected(run.error());
    if (const Status lease = LeaseStore(m_database).acquire(id, m_owner); !lease)
        return lease;
    const Result<Suite> suite = SuiteStore(m_database).byId(run->suite);
    Result<QList<Task>> tasks = tasksOfRun(m_database, *run).transform([&](QList<Task> all) { return withLimits(std::move(all), run->config); });
    const Result<QList<TasksAdded>> additions = additionsOf(m_database, id);
    const Result<MemorySet> memorySet = memorySetOf(m_database, *run);
    if (!suite || !tasks || !memorySet || !additions) {
        (void)LeaseStore(m_database).release(id, m_owner);
        return std::unexpected(!suite ? suite.error() : !tasks ? tasks.error() : !additions ? additions.error() : memorySet.error());
    }

    if (std::ranges::all_of(*tasks, lacksClone)) {
        (void)LeaseStore(m_database).release(id, m_owner);
        return fail(ErrorKind::Missing, clonesMissing(*tasks));
    }
    m_jobs = std::make_unique<JobPool>(options.jobs);
    m_ledger.emplace(m_database, m_journal, id);
    m_parts = parts;
    SplitPlan plan = splitTasks(tasks->first(suite->taskCount), run->config.split, run->config.seed, {run->config.folds, run->config.fold});
    for (const TasksAdded &addition : *additions)
        plan.splits += addition.splits;
    m_guard = makeGuard(ruleFor(run->config.safetyRule, plan.splits, *tasks), run->config);
    if (const Status built = prepareStages(run->config, *tasks, options); !built) {
        (void)LeaseStore(m_database).release(id, m_owner);
        return built;
    }
    m_context.emplace(RunContext{
        .run = *run, .suiteName = suite->name, .suiteHash = suite->hash, .tasks = *tasks, .splits = {}, .splitWarnings = {},
        .memorySet = *memorySet,
        .database = m_database, .ledger = *m_ledger, .sink = m_sink, .models = m_models, .judge = *m_judge,
        .reflector = *m_reflector, .embedder = *m_embedder, .idf = m_idf, .retriever = *m_retriever,
        .keeper = *m_keeper, .forgetting = *m_forgetting, .tools = m_tools.get(),
        .jobs = *m_jobs, .home = m_home, .gate = m_gate, .stop = m_stop.get_token()});
    m_leased = true;
    passStages();
    m_context->splits = plan.splits;
    m_context->splitWarnings = plan.warnings;
    if (run->config.safetyRule == SafetyRule::Paired && m_context->safetyRule() != SafetyRule::Paired)
        m_context->splitWarnings.append(u"safety.rule = paired needs select tasks, and there are none: the window rule stands in"_s);
    if (const QString missing = clonesMissing(*tasks); !missing.isEmpty())
        m_context->splitWarnings.append(missing);
    if (options.pauseOnTrouble)
        m_context->pauseOnTrouble = [this](const Error &error, const Place &place) { return troubled(error, place); };
    m_context->prepareFor = [this](const QList<Task> &all) { return prepareModels(m_context->config(), all); };
    m_context->tasksChanged = [this] {
        m_guard = makeGuard(m_context->safetyRule(), m_context->config());
        passStages();
    };
    m_context->idles = [this](const Explanation &why) { idles(why); };
    m_context->waitForPerson = [this, stays = options.pauseOnTrouble](const Explanation &why) { return waits(why, stays); };
    m_context->inboxPoll = options.inboxPoll;
    m_gate.setPace(options.pace);
    if (options.startPaused)
        m_gate.pause();
    return loadSpent();
}

Status RunSession::prepareStages(const RunConfig &config, const QList<Task> &tasks, const SessionOptions &options)
{
    Result<IdfTable> idf = IdfTable::builtIn();
    if (!idf)
        return std::unexpected(idf.error());
    m_idf = std::move(*idf);
    m_embedder = std::make_unique<HashingEmbedder>(m_idf);
    Result<std::unique_ptr<Runner>> runner = m_parts.makeRunner(config, options.jobs);
    if (!runner)
        return std::unexpected(runner.error());
    m_runner = std::move(*runner);
    if (m_parts.makeTools) {
        Result<std::unique_ptr<ToolChain>> tools = m_parts.makeTools(config, options.jobs);
        if (!tools)
            return std::unexpected(tools.error());
        m_tools = std::move(*tools);
    }
    m_judge.emplace(*m_runner);
    m_retriever.emplace(*m_embedder);
    m_keeper.emplace(*m_embedder);
    m_forgetting.emplace(ForgettingOptions{.capacity = config.memoryCapacity});
    return prepareModels(config, tasks);
}

/// Models, and the stages that ask them.
Status RunSession::prepareModels(const RunConfig &config, const QList<Task> &tasks)
{
    Result<RunModels> models = m_parts.makeModels(config, tasks);
    if (!models)
        return std::unexpected(models.error());
    m_models = std::move(*models);
    m_reflector.emplace(*m_models.reflector, ReflectorSettings{config.temperature, 1024, config.seed});
    if (config.memoryEnabled && config.distil && config.memorySet.isEmpty())
        m_distiller.emplace(*m_models.reflector, DistillerSettings{config.temperature, 1024, config.seed});
    return prepareUpdaters(config);
}

void RunSession::passStages()
{
    m_context->distiller = m_distiller ? &*m_distiller : nullptr;
    m_context->updater = m_updater.get();
    m_context->rewriter = m_rewriter.get();
    m_context->search = m_search ? &*m_search : nullptr;
    m_context->guard = m_guard.get();
}

Status RunSession::prepareUpdaters(const RunConfig &config)
{
    const QString &strategy = config.updateStrategy;
    const bool all = strategy == u"meta" || strategy == u"all";
    if (all || strategy == u"autoprompt") {
        Result<OptimiserPrompts> prompts = OptimiserPrompts::load();
        if (!prompts)
            return std::unexpected(prompts.error());
        m_updater = std::make_unique<AutoPrompt>(*m_models.optimiser, *m_embedder, *prompts);
    }
    if (all || strategy == u"rl") {
        Result<SearchBook> search = SearchBook::of(config);
        if (!search)
            return std::unexpected(search.error());
        m_search.emplace(std::move(*search));
    }
    if (all && config.rewrite) {
        Result<QString> prompt = Rewriter::loadPrompt();
        if (!prompt)
            return std::unexpected(prompt.error());
        m_rewriter = std::make_unique<Rewriter>(*m_models.optimiser, *m_embedder, *prompt);
    }
    return {};
}

Status RunSession::loadSpent()
{
    const Result<QList<AttemptRow>> attempts = AttemptStore(m_database).rows(run());
    const Result<QList<Reflection>> reflections = ReflectionStore(m_database).ofRun(run());
    const Result<QList<Update>> updates = UpdateStore(m_database).all(run());
    const Result<QList<Event>> distilled = EventStore(m_database).ofKind(run(), EventKind::LessonsDistilled);
    if (!attempts)
        return std::unexpected(attempts.error());
    if (!reflections)
        return std::unexpected(reflections.error());
    if (!updates)
        return std::unexpected(updates.error());
    if (!distilled)
        return std::unexpected(distilled.error());
    Spent &spent = m_context->spent;
    const auto isOver = [done = m_context->run.roundsDone](const Place &place) { return place.round <= done; };
    for (const AttemptRow &row : *attempts) {
        if (!isOver(row.place))
            continue;
        ++spent.attempts;
        spent.usage.promptTokens += row.tokens;
        spent.usage.cost += row.cost;
    }
    for (const Reflection &reflection : *reflections)
        spent.usage = isOver(reflection.place) ? spent.usage + reflection.usage : spent.usage;
    for (const Update &update : *updates)
        spent.usage = isOver(update.place) ? spent.usage + update.usage : spent.usage;
    for (const Event &event : *distilled)
        spent.usage = isOver(event.place) ? spent.usage + std::get<LessonsDistilled>(event.payload).usage : spent.usage;
    return {};
}

void RunSession::start()
{
    m_loop.emplace(*m_context);
    if (const Status status = commitStatus(m_gate.isPaused() ? RunStatus::Paused : RunStatus::Running, {}, false); !status) {
        m_outcome = status;
        m_over = true;
        return;
    }
    keepLease();
    m_flow.emplace(play());
    m_flow->start();
}

Flow<Done> RunSession::play()
{
    m_outcome = co_await m_loop->play();
    if (m_leaving && m_status == RunStatus::Paused && !m_outcome && m_outcome.error().kind == ErrorKind::Cancelled) {
        m_over = true;               // its last stored status holds until somebody resumes it
        co_return Done{};
    }
    RunStatus status = RunStatus::Finished;
    if (!m_outcome) {
        const ErrorKind kind = m_outcome.error().kind;
        status = kind == ErrorKind::Cancelled ? RunStatus::Stopped
            : kind == ErrorKind::Budget       ? RunStatus::BudgetReached
                                              : RunStatus::Failed;
    }
    const Status stored = commitStatus(status, m_outcome ? Explanation() : explained(m_outcome.error()), false);
    if (!stored && m_outcome)
        m_outcome = stored;
    m_over = true;
    co_return Done{};
}

Explanation RunSession::explained(const Error &error) const
{
    if (error.kind == ErrorKind::Cancelled)
        return {error.detail, {ReasonCode::StopRequested, {}}};
    const Explanation used = m_context->spent.exhausted(m_context->config());
    if (error.kind == ErrorKind::Budget && !used.isEmpty())
        return {error.detail, used.why};
    return {error.detail, {ReasonCode::Fault, {{u"kind"_s, wordOfKind(error.kind)}}}};
}

Status RunSession::commitStatus(RunStatus status, const Explanation &why, bool byPerson)
{
    m_status = status;
    Event event;
    event.run = run();
    event.place = {currentRound(), Phase::Person};
    event.payload = RunStatusChanged{status, why.text, why.why};
    event.byPerson = byPerson;
    return m_journal.append(event);
}

bool RunSession::troubled(const Error &error, const Place &place)
{
    m_gate.pause();
    (void)commitStatus(RunStatus::Paused, explained(error), false);
    m_context->note(Trouble{error, place});
    return true;
}

bool RunSession::waits(const Explanation &why, bool stays)
{
    m_gate.pause();
    (void)commitStatus(RunStatus::Paused, why, false);
    if (!stays)
        leave();                     // nobody is there: the run stays paused until somebody resumes it
    return stays;
}

void RunSession::idles(const Explanation &why)
{
    m_idle = why;
    (void)commitStatus(RunStatus::Running, why, false);
}

void RunSession::keepLease()
{
    if (m_over)
        return;
    if (const Status renewed = LeaseStore(m_database).renew(run(), m_owner); !renewed) {
        m_context->note(Trouble{renewed.error(), {}});
        stop();
        return;
    }
    m_home.postAfter(std::chrono::seconds(20), [this, alive = m_alive] {
        if (*alive)
            keepLease();
    });
}

void RunSession::pause()
{
    if (m_over || m_gate.isPaused())
        return;
    m_gate.pause();
    (void)commitStatus(RunStatus::Paused, {}, true);
}

void RunSession::carryOn()
{
    if (m_over)
        return;
    if (m_status == RunStatus::Paused)
        (void)commitStatus(RunStatus::Running, m_idle, true);
    m_gate.open();
}

void RunSession::step(StepUnit unit)
{
    if (m_over)
        return;
    if (m_status != RunStatus::Paused)
        (void)commitStatus(RunStatus::Paused, {}, true);
    m_gate.step(unit);
}

void RunSession::stop()
{
    m_stop.request_stop();
    m_gate.close();
}

void RunSession::leave()
{
    m_leaving = true;
    stop();
}

void RunSession::setPace(std::chrono::milliseconds perAttempt)
{
    m_gate.setPace(perAttempt);
}

void RunSession::skipPaceOfRound()
{
    m_gate.skipPaceOfRound();
}

} // namespace autodidact
