#include "core/control/roundbook.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/control/daysummary.h"
#include "core/control/retries.h"
#include "core/control/signalpolicy.h"
#include "core/events/codec.h"
#include "core/storage/eventstore.h"
#include "core/storage/memoryrebase.h"
#include "core/storage/memorystore.h"
#include "core/storage/runreader.h"
#include "core/storage/runstore.h"
#include "core/storage/updatestore.h"
#include "core/storage/versionstore.h"
#include "core/update/versions.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr Place runStart{0, Phase::Open};

Place roundStart(int round) { return {round, Phase::Open}; }
Place roundEnd(int round) { return {round, Phase::Close}; }

} // namespace

Status RoundBook::open()
{
    if (const Status past = m_context.ledger.loadPast(0); !past)
        return past;
    const RunStarted started{m_context.config(), m_context.suiteName, m_context.suiteHash,
                             m_context.splits, m_context.splitWarnings, testsHashOf(m_context.tasks)};
    const auto committed = m_context.ledger.commit(runStart, started);
    if (!committed)
        return std::unexpected(committed.error());
    m_context.testsHash = committed->testsHash;
    m_firstTasks = int(committed->splits.size());
    return openFirstVersion();
}

Status RoundBook::openFirstVersion()
{
    Result<PromptVersion> first = firstVersion(m_context.config());
    if (!first)
        return std::unexpected(first.error());
    const auto committed = m_context.ledger.commit(runStart, VersionAdmitted{*first, {}});
    return committed ? Status() : std::unexpected(committed.error());
}

/// Where days have ended, a run without an end says what it did on them.
void RoundBook::summariseDays()
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    if (!isEndless() || today == m_today)
        return;
    m_today = today;
    if (const Status written = writeSummaries(m_context.database, m_context.run, m_intake.inbox(), today); !written)
        m_context.note(Trouble{written.error(), {}});
}

Result<bool> RoundBook::gather(int number)
{
    summariseDays();
    if (m_gathered != number) {
        if (const Status past = m_context.ledger.loadPast(number); !past)
            return std::unexpected(past.error());
        m_gathered = number;
    }
    if (const Status played = m_played ? Status() : loadPlayed(); !played)
        return std::unexpected(played.error());
    if (const Result<int> taken = m_intake.takeIn(number); !taken)
        return std::unexpected(taken.error());
    if (!isEndless() || m_context.ledger.has<RoundStarted>(roundStart(number)))
        return true;
    return tasksToStart(number).transform([](const QList<int> &tasks) { return !tasks.isEmpty(); });
}

Explanation RoundBook::whyIdle() const
{
    const QString &folder = m_intake.inbox().folder();
    return {u"All tasks are learnt; waiting for new ones in %1."_s.arg(folder),
            {ReasonCode::WaitsForTasks, {{u"inbox"_s, folder}, {u"rounds"_s, m_context.run.roundsDone}}}};
}

Status RoundBook::loadPlayed()
{
    const Result<QList<Event>> events = EventStore(m_context.database).ofKind(m_context.run.id, EventKind::RoundStarted);
    if (!events)
        return std::unexpected(events.error());
    m_played.emplace();
    for (const Event &event : *events) {
        for (const int task : std::get<RoundStarted>(event.payload).tasks)
            ++(*m_played)[task];
    }
    return {};
}

QList<int> RoundBook::unplayed(const QList<int> &tasks, int from) const
{
    QList<int> unplayed;
    std::ranges::copy_if(tasks, std::back_inserter(unplayed), [&](int task) { return task >= from && !m_played->contains(task); });
    return unplayed;
}

Result<Round> RoundBook::start(int number)
{
    const Result<GuardState> state = guardState();
    if (!state)
        return std::unexpected(state.error());
    const Result<QList<int>> tasks = tasksToStart(number);
    if (!tasks)
        return std::unexpected(tasks.error());
    RoundStarted started;
    started.tasks = *tasks;
    started.round.run = m_context.run.id;
    started.round.number = number;
    started.round.version = state->current;
    started.round.tasks = int(started.tasks.size());
    const bool begun = m_context.ledger.has<RoundStarted>(roundStart(number));
    const Result<RoundStarted> committed = m_context.ledger.commit(roundStart(number), started);
    if (!committed)
        return std::unexpected(committed.error());
    for (const int task : committed->tasks)
        (*m_played)[task] += begun ? 0 : 1;  // or it was counted when the journal was read
    m_tasks = committed->tasks;              // as they were chosen before an interruption
    Round round;
    round.run = m_context.run.id;
    round.number = number;
    round.version = committed->round.version;
    return round;
}

Status RoundBook::finish(Round round)
{
    round.finished = true;
    const QList<SignalUse> uses{{u"metrics"_s, u"verdict"_s, Split::None}};
    if (const auto committed = m_context.ledger.commit(roundEnd(round.number), RoundFinished{round}, uses); !committed)
        return std::unexpected(committed.error());
    m_context.run.roundsDone = round.number;
    return {};
}

QList<int> RoundBook::learnTasks(int round) const
{
    QList<int> tasks = m_context.tasksOf(Split::Learn);
    if (tasks.isEmpty())
        tasks = m_context.tasksOf(Split::None);
    const RunConfig &config = m_context.config();
    qsizetype batch = config.batch > 0 ? config.batch : tasks.size();
    if (config.schedule == Schedule::Stream && config.batch == 0)
        batch = std::max<qsizetype>(1, tasks.size() / std::max(1, config.rounds));
    if (batch >= tasks.size())
        return tasks;

    // A stream never comes back to a task before the suite is through; both walk one shuffled list.
    QList<int> chosen;
    const qsizetype first = (round - 1) * batch;
    for (qsizetype i = first; i < first + batch; ++i) {
        const qint64 lap = i / tasks.size();
        Random random = Random::of({config.seed, lap}, "batches");
        const std::vector<int> order = random.permutation(int(tasks.size()));
        chosen.append(tasks.at(order[size_t(i % tasks.size())]));
    }
    std::ranges::sort(chosen);
    return chosen;
}

/// The batch, new tasks first, and waiting failures on top. A run without an end over an inbox plays new tasks alone, and
/// when there are none, the failures.
Result<QList<int>> RoundBook::tasksToStart(int round) const
{
    QList<int> all = m_context.tasksOf(Split::Learn);
    if (all.isEmpty())
        all = m_context.tasksOf(Split::None);
    const Result<QList<int>> waiting = waitingFailures();
    if (!waiting)
        return waiting;
    const RunConfig &config = m_context.config();
    const qsizetype most = config.batch > 0 ? config.batch : all.size();
    if (isEndless()) {
        const QList<int> fresh = unplayed(all, 0).first(std::min(most, unplayed(all, 0).size()));
        if (!fresh.isEmpty())
            return withRetries(fresh, *waiting, config.retryShare);
        QList<int> again = *waiting;
        again.removeIf([&](int task) { return m_played->value(task) > ForgettingOptions().shortTermRounds; });
        again.resize(std::min(most, again.size()));
        std::ranges::sort(again);
        return again;
    }
    QList<int> batch = learnTasks(round);
    QList<int> first = unplayed(all, m_firstTasks);
    batch.removeIf([&](int task) { return first.contains(task); });
    const qsizetype size = std::max<qsizetype>(learnTasks(round).size(), 1);
    batch = (first + batch).first(std::min(size, first.size() + batch.size()));
    std::ranges::sort(batch);
    return batch.size() < all.size() ? withRetries(batch, *waiting, config.retryShare) : batch;
}

/// Learn tasks whose failures wait in short-term memory, the longest waiting first; none where failures are not tried again.
Result<QList<int>> RoundBook::waitingFailures() const
{
    const RunConfig &config = m_context.config();
    if (!config.memoryEnabled || config.retryShare <= 0)
        return QList<int>();
    const QList<int> all = m_context.tasksOf(m_context.learnSplit());
    const MemoryFilter waiting{.kind = MemoryKind::Error, .term = MemoryTerm::Short};
    return MemoryStore(m_context.database).current(m_context.memorySet.id, waiting).transform([&](const QList<Memory> &memories) {
        return waitingTasks(memories, m_context.tasks, all);
    });
}

bool RoundBook::isCheckpoint(int round) const
{
    const RunConfig &config = m_context.config();
    if (round == config.rounds)              // never in a run without an end
        return true;
    return config.checkpointEvery > 0 ? round % config.checkpointEvery == 0 : round == 1;
}

Result<PromptVersion> RoundBook::version(int number) const
{
    return VersionStore(m_context.database).byNumber(m_context.run.id, number);
}

Result<GuardState> RoundBook::guardState() const
{
    return guardStateOf(m_context.database, m_context.run.id);
}

/// The change as it is after what people did to the entry while the round was running.
Result<Memory> RoundBook::withPeoplesActs(const Memory &changed) const
{
    if (!changed.id.isValid())
        return changed;
    MemoryStore store(m_context.database);
    const Result<Memory> now = store.byId(changed.id);
    if (!now || now->revision == changed.revision)
        return now ? Result<Memory>(changed) : now;
    return store.revision(changed.id, changed.revision).transform([&](const MemoryRevision &base) {
        return rebased(changed, base.memory, *now);
    });
}

Result<GuardState> RoundBook::guardStateBefore(int round) const
{
    return guardStateOf(m_context.database, m_context.run.id, round);
}

Status RoundBook::storeMemories(const QList<MemoryChange> &changes, int round)
{
    QList<Event> events;
    const QList<SignalUse> uses = learningUses(u"memory"_s, m_context.learnSplit(), m_context.config().feedback);
    for (const MemoryChange &change : changes) {
        const Result<Memory> memory = withPeoplesActs(change.memory);
        if (!memory)
            return std::unexpected(memory.error());
        MemoryStored stored{*memory, change.act, change.reason, 0};
        stored.memory.visibleFromRound = round + 1; // or what is left of this round would see it after a resume
        events.append(m_context.ledger.eventAt({round, Phase::Remember, change.task}, std::move(stored), uses));
    }
    return m_context.ledger.commitTogether(std::move(events));
}

Result<QList<RetiredRule>> RoundBook::retiredRules(const PromptVersion &current) const
{
    const Result<QList<PromptVersion>> versions = VersionStore(m_context.database).all(m_context.run.id);
    if (!versions)
        return std::unexpected(versions.error());
    QList<RetiredRule> retired;
    const auto holds = [](const QList<Rule> &rules, const QString &id) {
        return std::ranges::any_of(rules, [&](const Rule &rule) { return rule.id == id; });
    };
    for (const PromptVersion &version : *versions) {
        for (const Rule &rule : version.rules) {
            const bool known = std::ranges::any_of(retired, [&](const RetiredRule &r) { return r.rule.id == rule.id; });
            if (!known && !holds(current.rules, rule.id))
                retired.append({rule, current.number, version.note});
        }
    }
    return retired;
}

Result<UpdateContext> RoundBook::updateContext(int round, const PromptVersion &current,
                                               const QList<TaskOutcome> &outcomes) const
{
    const Result<QList<PromptVersion>> versions = VersionStore(m_context.database).all(m_context.run.id);
    const Result<QList<RetiredRule>> retired = retiredRules(current);
    Result<QList<Update>> past = UpdateStore(m_context.database).all(m_context.run.id);
    if (!versions || !retired)
        return std::unexpected(versions ? retired.error() : versions.error());
    if (!past)
        return std::unexpected(past.error());
    past->removeIf([round](const Update &update) { return update.place.round >= round; });
    UpdateContext context;
    context.past = *past;
    context.run = m_context.run.id;
    context.round = round;
    context.current = current;
    context.current.rules = creditedRules(current, outcomes);
    context.outcomes = outcomes;
    context.retired = *retired;
    context.limits = UpdateLimits::of(m_context.config());
    context.seed = m_context.seedAt({round, Phase::Update}, "optimiser");
    context.nextRuleId = nextRuleId(*versions);
    return context;
}

Result<GuardEvidence> RoundBook::guardEvidence(const GuardState &state) const
{
    RunReader reader(m_context.database);
    const Phase phase = m_context.tasksOf(Split::Select).isEmpty() ? Phase::Learn : Phase::Watch;
    const Result<QList<OutcomeRow>> rows = reader.outcomes(m_context.run.id, phase);
    const Result<QList<OutcomeRow>> shadows = reader.outcomes(m_context.run.id, Phase::Shadow);
    if (!rows || !shadows)
        return std::unexpected(rows ? shadows.error() : rows.error());
    GuardEvidence evidence;
    std::map<std::pair<int, int>, const OutcomeRow *> watched;
    for (const OutcomeRow &row : *rows) {
        if (!row.counts)
            continue;
        evidence.outcomes.append({row.version, row.place.round, row.solved});
        watched[{row.place.round, row.place.task}] = &row;
    }
    for (const OutcomeRow &shadow : *shadows) {
        const auto newer = watched.find({shadow.place.round, shadow.place.task});
        const std::optional<Shadowing> &pair = state.shadowing;
        if (pair && shadow.counts && newer != watched.end() && shadow.place.round >= pair->since
            && shadow.version == pair->before && newer->second->version == pair->version) {
            evidence.pairs.append({shadow.place.round, pairOf(newer->second->solved, shadow.solved)});
        }
    }
    return evidence;
}

QList<int> RoundBook::shadowTasks(int round) const
{
    const QList<int> tasks = m_context.tasksOf(Split::Select);
    const auto count = qsizetype(std::ceil(m_context.config().shadowShare * double(tasks.size())));
    Random random = Random::of({m_context.config().seed, round}, "shadow");
    QList<int> chosen;
    for (const int at : random.permutation(int(tasks.size())))
        chosen.append(tasks[at]);
    chosen.resize(std::min(count, chosen.size()));
    std::ranges::sort(chosen);
    return chosen;
}

Status RoundBook::commitDecision(const SafetyDecision &decision)
{
    const Split split = m_context.tasksOf(Split::Select).isEmpty() ? Split::None : Split::Select;
    const QList<SignalUse> uses{{u"guard"_s, u"verdict"_s, split}};
    const auto committed = m_context.ledger.commit(decision.place, GuardDecided{decision}, uses);
    if (!committed)
        return std::unexpected(committed.error());
    return decision.action == SafetyAction::RollBack ? withdraw(*committed) : Status();
}

Status RoundBook::withdraw(const GuardDecided &rollback)
{
    const Result<QMap<QString, int>> published = publishedVersions(m_context.database, m_context.run.id);
    if (!published)
        return std::unexpected(published.error());
    const SafetyDecision &decision = rollback.decision;
    QList<VersionPublished> withdrawn;
    for (const auto &[channel, version] : published->asKeyValueRange()) {
        if (version == decision.fromVersion)
            withdrawn.append({version, channel, true, decision.reason});
    }
    const auto committed = m_context.ledger.commitAll(decision.place, withdrawn);
    return committed ? Status() : std::unexpected(committed.error());
}

QString testsHashOf(const QList<Task> &tasks)
{
    QByteArray text;
    for (const Task &task : tasks) {
        Task tests;
        tests.key = task.key;
        tests.testSetup = task.testSetup;
        tests.visibleTests = task.visibleTests;
        tests.hiddenTests = task.hiddenTests;
        tests.testFiles = task.testFiles;
        tests.repository.testPatch = task.repository.testPatch;
        text += toJsonLine(toJson(tests)) + '\n';
    }
    return sha256Hex(text);
}

Result<QMap<QString, int>> publishedVersions(Database &database, RunId run)
{
    const Result<QList<Event>> events = EventStore(database).ofKind(run, EventKind::VersionPublished);
    if (!events)
        return std::unexpected(events.error());
    QMap<QString, int> published;
    for (const Event &event : *events) {
        const auto &one = std::get<VersionPublished>(event.payload);
        if (!one.withdrawn)
            published[one.channel] = one.version;
        else if (published.value(one.channel) == one.version)
            published.remove(one.channel);
    }
    return published;
}

Result<GuardState> guardStateOf(Database &database, RunId run, std::optional<int> before)
{
    EventStore store(database);
    const Result<QList<Event>> admitted = store.ofKind(run, EventKind::VersionAdmitted);
    const Result<QList<Event>> decided = store.ofKind(run, EventKind::GuardDecided);
    if (!admitted || !decided)
        return std::unexpected(admitted ? decided.error() : admitted.error());
    QList<Event> events = *admitted + *decided;
    std::ranges::stable_sort(events, {}, &Event::sequence);
    GuardState state;
    for (const Event &event : std::as_const(events)) {
        if (before && event.place.round >= *before && event.place.phase != Phase::Person)
            continue;
        if (const auto *version = std::get_if<VersionAdmitted>(&event.payload))
            state.admit(version->version);
        else if (const auto *decision = std::get_if<GuardDecided>(&event.payload))
            state.apply(decision->decision);
    }
    return state;
}

} // namespace autodidact
