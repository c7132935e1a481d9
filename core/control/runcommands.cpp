#include "core/control/runcommands.h"

#include "core/control/inbox.h"
#include "core/control/roundbook.h"
#include "core/control/sharedmemory.h"
#include "core/events/codec.h"
#include "core/storage/memorystore.h"
#include "core/storage/roundstore.h"
#include "core/storage/runstore.h"
#include "core/storage/safetystore.h"
#include "core/storage/suitestore.h"
#include "core/storage/transaction.h"
#include "core/storage/updatestore.h"
#include "core/storage/versionstore.h"

#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What is said of a decision that is taken back.
QJsonObject undone(const SafetyDecision &decision)
{
    QJsonObject object = toJson(Explanation{decision.reason, {decision.code, decision.numbers}});
    object[u"action"_s] = toString(decision.action);
    object[u"from"_s] = decision.fromVersion;
    object[u"to"_s] = decision.toVersion;
    object[u"round"_s] = decision.place.round;
    return object;
}

} // namespace

Result<Run> createRun(Database &database, const RunConfig &asked)
{
    RunConfig config = asked;
    if (!config.inbox.isEmpty()) {
        config.inbox = QDir(config.inbox).absolutePath();
        if (const Status opened = Inbox(config.inbox).open(); !opened)
            return std::unexpected(opened.error());
    }
    const Result<Suite> suite = SuiteStore(database).byName(config.suite);
    if (!suite)
        return std::unexpected(suite.error());
    if (config.folds == 1 || (config.folds > 1 && config.fold > config.folds)) {
        return fail(ErrorKind::BadInput, u"run.fold = %1 of run.folds = %2: there are 2 or more folds, counted from 1; 0 switches them off."_s
                                             .arg(config.fold).arg(config.folds));
    }
    if (config.folds > 1 && (config.rounds == 0 || !config.inbox.isEmpty()))
        return fail(ErrorKind::BadInput, u"A fold is one part of a measurement and needs an end: run.folds goes with neither run.rounds = 0 nor run.inbox."_s);
    MemoryStore memories(database);
    if (!config.memorySet.isEmpty() && !config.memoryStart.isEmpty())
        return fail(ErrorKind::BadInput, u"memory.set and memory.start exclude each other: a run reads a shared set, or copies one. Drop one of them."_s);
    if (!config.memorySet.isEmpty()) {
        if (const auto shared = memorySetOf(database, {.config = config}); !shared)
            return std::unexpected(shared.error());
    }
    std::optional<MemorySet> start;
    if (!config.memoryStart.isEmpty()) {
        const Result<MemorySet> found = memories.setByName(config.memoryStart);
        if (!found)
            return std::unexpected(found.error());
        start = *found;
    }
    Transaction transaction(database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    Result<Run> run = RunStore(database).create(config, suite->id);
    if (!run)
        return run;
    if (start) {
        if (const Result<int> copied = memories.copyInto(start->id, run->memorySet); !copied)
            return std::unexpected(copied.error());
    }
    if (const Status committed = transaction.commit(); !committed)
        return std::unexpected(committed.error());
    return run;
}

Result<Run> createRun(Database &database, const RunConfig &config, const SessionParts &parts)
{
    SuiteStore suites(database);
    const Result<Suite> suite = suites.byName(config.suite);
    if (!suite)
        return std::unexpected(suite.error());
    const Result<QList<Task>> tasks = suites.tasks(suite->id);
    if (!tasks)
        return std::unexpected(tasks.error());
    if (const Result<RunModels> models = parts.makeModels(config, *tasks); !models)
        return std::unexpected(models.error());
    return createRun(database, config);
}

Result<int> VersionCommands::currentRound(RunId run)
{
    const Result<QList<Round>> rounds = RoundStore(m_database).all(run);
    if (!rounds)
        return std::unexpected(rounds.error());
    return rounds->isEmpty() ? 0 : rounds->last().number;
}

Result<RollbackPlan> VersionCommands::planRollback(RunId run, int version)
{
    if (const auto found = VersionStore(m_database).byNumber(run, version); !found)
        return std::unexpected(found.error());
    const Result<GuardState> state = guardStateOf(m_database, run);
    const Result<Run> stored = RunStore(m_database).byId(run);
    const Result<int> round = currentRound(run);
    if (!state)
        return std::unexpected(state.error());
    if (!stored)
        return std::unexpected(stored.error());
    if (!round)
        return std::unexpected(round.error());
    const bool ended = stored->status != RunStatus::Running && stored->status != RunStatus::Paused;
    return RollbackPlan{state->current, version, *round + 1, ended};
}

Result<SafetyDecision> VersionCommands::rollBack(RunId run, int version, bool hold, const QString &reason)
{
    const Result<RollbackPlan> plan = planRollback(run, version);
    if (!plan)
        return std::unexpected(plan.error());
    if (plan->fromVersion == version && !hold)
        return fail(ErrorKind::Conflict, u"Version %1 is current already. Choose another version."_s.arg(version));
    SafetyDecision decision;
    decision.action = plan->fromVersion == version ? SafetyAction::Hold : SafetyAction::RollBack;
    decision.fromVersion = plan->fromVersion;
    decision.toVersion = version;
    decision.effectiveRound = plan->effectiveRound;
    decision.hold = hold;
    decision.reason = reason;
    return commit(run, decision);
}

Result<SafetyDecision> VersionCommands::undo(RunId run)
{
    const Result<QList<SafetyDecision>> decisions = SafetyStore(m_database).all(run);
    if (!decisions)
        return std::unexpected(decisions.error());
    QSet<qint64> taken;
    for (const SafetyDecision &decision : *decisions)
        taken.insert(decision.undoes);
    for (auto it = decisions->crbegin(); it != decisions->crend(); ++it) {
        const bool moves = it->action == SafetyAction::RollBack || it->action == SafetyAction::Hold;
        if (!moves || taken.contains(it->id))
            continue;
        const Result<int> round = currentRound(run);
        if (!round)
            return std::unexpected(round.error());
        SafetyDecision decision;
        decision.action = SafetyAction::Undo;
        decision.fromVersion = it->toVersion;
        decision.toVersion = it->fromVersion;
        decision.effectiveRound = *round + 1;
        decision.undoes = it->id;
        decision.reason = u"Takes back: %1"_s.arg(it->reason);
        decision.code = ReasonCode::TakesBack;
        decision.numbers = {{u"undone"_s, undone(*it)}};
        return commit(run, decision);
    }
    return fail(ErrorKind::NotFound, u"There is no rollback to take back in this run."_s);
}

Result<SafetyDecision> VersionCommands::release(RunId run)
{
    const Result<GuardState> state = guardStateOf(m_database, run);
    if (!state)
        return std::unexpected(state.error());
    if (!state->held)
        return fail(ErrorKind::Conflict, u"No version is held in this run."_s);
    SafetyDecision decision;
    decision.action = SafetyAction::Release;
    decision.fromVersion = decision.toVersion = state->current;
    return commit(run, decision);
}

Status VersionCommands::judge(RunId run, UpdateId update, bool approved, const QString &reason)
{
    const Result<Update> stored = UpdateStore(m_database).byId(update);
    if (!stored || stored->run != run)
        return fail(ErrorKind::NotFound, u"This run has no update %1. See \"versions updates\"."_s.arg(update.value));
    if (stored->decision != Decision::Pending)
        return fail(ErrorKind::Conflict, u"Update %1 is decided already: %2."_s.arg(update.value).arg(toString(stored->decision)));
    return append(run, UpdateJudged{update, approved, reason});
}

Status VersionCommands::recordAudit(RunId run, UpdateId update, const QJsonObject &audit)
{
    const Result<Update> stored = UpdateStore(m_database).byId(update);
    if (!stored || stored->run != run)
        return fail(ErrorKind::NotFound, u"This run has no update %1."_s.arg(update.value));
    QJsonObject validation = stored->validation;
    validation[u"audit"_s] = audit;
    return append(run, UpdateMeasured{update, validation});
}

Result<PromptVersion> VersionCommands::useAdapter(RunId run, int version, const QString &adapter)
{
    VersionStore versions(m_database);
    Result<PromptVersion> child = versions.byNumber(run, version);
    const Result<int> number = versions.nextNumber(run);
    const Result<int> round = currentRound(run);
    if (!child || !number)
        return child ? std::unexpected(number.error()) : child;
    if (!round)
        return std::unexpected(round.error());
    child->parent = child->number;
    child->number = *number;
    child->origin = VersionOrigin::Person;
    child->adapter = adapter;
    child->round = *round;
    child->pinned = false;
    child->note = adapter.isEmpty() ? u"without an adapter"_s : u"with the adapter %1"_s.arg(adapter);
    child->noteWhy = {};
    if (const Status stored = append(run, VersionAdmitted{*child, {}}); !stored)
        return std::unexpected(stored.error());
    return child;
}

Status VersionCommands::publish(RunId run, int version, const QString &channel, const QString &reason)
{
    if (channel != u"canary" && channel != u"stable")
        return fail(ErrorKind::BadUsage, u"A channel is canary or stable, not \"%1\"."_s.arg(channel));
    if (const auto found = VersionStore(m_database).byNumber(run, version); !found)
        return std::unexpected(found.error());
    return append(run, VersionPublished{version, channel, false, reason});
}

Status VersionCommands::withdraw(RunId run, const QString &channel, const QString &reason)
{
    const Result<QMap<QString, int>> published = publishedVersions(m_database, run);
    if (!published)
        return std::unexpected(published.error());
    if (!published->contains(channel))
        return fail(ErrorKind::NotFound, u"Nothing is published on \"%1\" in this run."_s.arg(channel));
    return append(run, VersionPublished{published->value(channel), channel, true, reason});
}

Status VersionCommands::append(RunId run, EventPayload payload)
{
    const Result<int> round = currentRound(run);
    if (!round)
        return std::unexpected(round.error());
    Event event;
    event.run = run;
    event.place = {*round, Phase::Person};
    event.payload = std::move(payload);
    event.byPerson = true;
    return m_journal.append(event);
}

Result<SafetyDecision> VersionCommands::commit(RunId run, SafetyDecision decision)
{
    const Result<int> round = currentRound(run);
    if (!round)
        return std::unexpected(round.error());
    decision.byPerson = true;
    Event event;
    event.run = run;
    event.place = {*round, Phase::Person};
    decision.place = event.place;
    event.payload = GuardDecided{decision};
    event.byPerson = true;
    if (const Status stored = m_journal.append(event); !stored)
        return std::unexpected(stored.error());
    return std::get<GuardDecided>(event.payload).decision;
}

} // namespace autodidact
