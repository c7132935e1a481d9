#pragma once

#include "core/control/memorycommands.h"
#include "core/domain/task.h"
#include "core/evaluation/judge.h"
#include "core/evaluation/runrecord.h"

namespace autodidact {

/// What a person says of an attempt.
struct FeedbackDraft {
    int thumb = 0;               ///< 1 up, -1 down, 0 for none
    QString comment;
    QString code;                ///< the whole program, corrected; empty for none

    bool operator==(const FeedbackDraft &) const = default;
};

/// What came of it.
struct FeedbackEffect {
    FeedbackGiven given;
    QList<Memory> memories;      ///< new ones: of the comment, of the corrected code
    int counted = 0;             ///< memories that the attempt carried and the thumb counts for
    QString note;                ///< why nothing was learnt from it; empty otherwise
};

/// All tests of a task, visible and hidden, on corrected code, as one verdict. Any thread. Errors: those of Judge.
Result<Verdict> judgeCorrection(const Task &task, const QString &code, const Judge &judge, std::stop_token stop);

/// What a red verdict says of corrected code, without what hidden tests ask.
QString whyRed(const Verdict &verdict);

/// A person's feedback on attempts: it stands in the journal, and where the task may be learnt from it becomes memory. A comment
/// becomes a lesson tied to the task, corrected code that passes every test its solution, a thumb counts for the memories
/// that the attempt carried. Each is a step of undo of the run's memory. Agent thread, or a program without one.
class FeedbackCommands
{
public:
    FeedbackCommands(Database &database, Journal &journal) : m_database(database), m_journal(journal) {}

    /// Why this cannot be said of the attempt; to be asked before code is judged. BadInput when nothing is said; Conflict when the
    /// thumb is the one given before, or when a comment or code is about a task that is held out (the agent would learn what
    /// it is measured by), or the run only reads a shared set of memories.
    Status check(AttemptId attempt, const FeedbackDraft &draft);

    /// \p verdict is what judgeCorrection() gave for the draft's code. BadInput when it is red, Sandbox when the tests could not
    /// be run; nothing is stored then. Errors else as check().
    Result<FeedbackEffect> give(AttemptId attempt, const FeedbackDraft &draft, const std::optional<Verdict> &verdict = {});

private:
    struct Subject;
    Result<Subject> find(AttemptId attempt);
    Status check(const Subject &subject, const FeedbackDraft &draft) const;
    Status remember(const Subject &subject, FeedbackEffect &effect);
    Status count(const Subject &subject, FeedbackEffect &effect);

    Database &m_database;
    Journal &m_journal;
};

/// What people said of a run's attempts, beside what the hidden tests say. Of each attempt the newest thumb counts.
Result<FeedbackTally> feedbackOf(Database &database, RunId run);

} // namespace autodidact
