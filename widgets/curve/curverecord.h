#pragma once

#include "core/events/event.h"
#include "core/storage/database.h"
#include "core/storage/rows.h"

namespace autodidact {

/// What the success curve is drawn from: read once, then kept up to date by events.
struct CurveRecord {
    Run run;
    QString suiteName;
    QList<Round> rounds;
    QList<OutcomeRow> learn;         ///< finished learn tasks
    QList<OutcomeRow> watch;         ///< finished select tasks
    QList<PromptVersion> versions;
    QList<Update> updates;
    QList<SafetyDecision> decisions;

    static Result<CurveRecord> read(Database &database, RunId run);

    /// True when the event changed something here. Events that are in the record already change nothing twice.
    bool apply(const Event &event);

    bool isLive() const { return run.status == RunStatus::Running || run.status == RunStatus::Paused; }

private:
    bool finishTask(const Place &place, const TaskFinished &task);
    void settle(UpdateId update, Decision decision, std::optional<int> version);
};

} // namespace autodidact
