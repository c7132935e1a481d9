#pragma once

#include "core/control/guard.h"
#include "core/control/runsession.h"
#include "core/storage/journal.h"

namespace autodidact {

/// Stores a new run: finds its suite, names it, and copies the memories it starts with.
/// NotFound names the suites or runs there are.
Result<Run> createRun(Database &database, const RunConfig &config);

/// The same for a run that is to be played: what cannot work with its models is refused before anything is stored.
Result<Run> createRun(Database &database, const RunConfig &config, const SessionParts &parts);

/// What a manual rollback would do, for the confirmation.
struct RollbackPlan {
    int fromVersion = 1;         ///< current now
    int toVersion = 1;
    int effectiveRound = 1;      ///< first round that uses toVersion
    bool runEnded = false;
};

/// A person's acts on the versions of a run; each is one event. Agent thread, or a program without one.
class VersionCommands
{
public:
    VersionCommands(Database &database, Journal &journal) : m_database(database), m_journal(journal) {}

    /// NotFound for a version that does not exist; Conflict when it is current already and not to be held.
    Result<RollbackPlan> planRollback(RunId run, int version);

    /// The version becomes current from the next round on. Doing it twice changes nothing: the second
    /// call is a Conflict. Returns the decision with its id.
    Result<SafetyDecision> rollBack(RunId run, int version, bool hold, const QString &reason);

    /// Takes the newest rollback or hold back; NotFound when there is none left.
    Result<SafetyDecision> undo(RunId run);

    /// Automatic updates may go on.
    Result<SafetyDecision> release(RunId run);

    /// A person's decision about an update that waits for approval. NotFound when the run has no such update; Conflict when
    /// it is decided already.
    Status judge(RunId run, UpdateId update, bool approved, const QString &reason);

    /// What an audit of a promoted update found, beside what was measured before it was promoted. NotFound without the update.
    Status recordAudit(RunId run, UpdateId update, const QJsonObject &audit);

    /// A child of \p version that runs with an adapter of the local server (ChatRequest::adapter); current from the next round
    /// on. NotFound for a version that does not exist.
    Result<PromptVersion> useAdapter(RunId run, int version, const QString &adapter);

    /// Publishes a version on a channel, "canary" or "stable"; it replaces what was there. NotFound for a version that
    /// does not exist, BadUsage for another channel.
    Status publish(RunId run, int version, const QString &channel, const QString &reason);

    /// Takes the version of a channel back. NotFound when nothing is published there.
    Status withdraw(RunId run, const QString &channel, const QString &reason);

private:
    Status append(RunId run, EventPayload payload);
    Result<SafetyDecision> commit(RunId run, SafetyDecision decision);
    Result<int> currentRound(RunId run);

    Database &m_database;
    Journal &m_journal;
};

} // namespace autodidact
