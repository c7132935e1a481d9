#pragma once

#include "core/domain/outcome.h"
#include "core/domain/suite.h"
#include "core/storage/journal.h"
#include "core/storage/rows.h"
#include "tests/support/demotasks.h"

#include <QTemporaryDir>

namespace autodidact {

/// A finished run in a real database file, written through the journal: three rounds over eight tasks (five to
/// learn, two to select, one to report), attempts with prompts and both verdicts, reflections of every origin,
/// memories of every kind, four versions, updates accepted and rejected, a rollback by the guard and one by a person.
///
///   version 1: round 1; version 2: round 2; version 3: round 3, rolled back to 2; version 4: made after round 3,
///   rolled back to 2 by a person. What the attempts do stands in the table of demorun.cpp.
class DemoRun
{
public:
    /// Every event goes to \p sink too. Aborts the program when the database refuses something.
    explicit DemoRun(LiveSink *sink = nullptr);

    QString path() const { return m_folder.filePath(QStringLiteral("demo.sqlite")); }
    Database &database() { return *m_database; }
    Journal &journal() { return *m_journal; }
    const Run &run() const { return m_run; }
    const Suite &suite() const { return m_suite; }
    const QList<DemoTask> &tasks() const { return m_tasks; }

    /// The n-th memory stored, from 0.
    MemoryId memory(int index) const { return m_memories.at(index).id; }
    int memoryCount() const { return int(m_memories.size()); }

    /// An event at \p place through the journal; returns it with its ids.
    Event append(const Place &place, EventPayload payload, bool byPerson = false);

    /// One attempt at \p place with both verdicts and, when it failed in a learn phase, a reflection.
    /// \p outcome is a letter: P passed, L logic, S syntax, R runtime, T timeout, M memory, F forbidden, I infrastructure.
    AttemptId attempt(const Place &place, char outcome, int version, bool exposed = false);

private:
    void open();
    void playRound(int round, int version);
    void playTask(const Place &start, const QByteArray &outcomes, int version, Round &counts);
    Attempt written(const Place &place, char outcome, int version, bool exposed) const;
    Verdict judged(int task, char outcome, Visibility scope) const;
    Reflection reflected(const Attempt &attempt, char outcome);
    void remember(int round);
    void store(Memory memory, int round, const QString &act, const QString &reason, bool byPerson = false);
    void propose(int round, const RuleEdit &edit, const QString &rejection = {});
    void decide(const Place &place, const SafetyDecision &decision);
    Split splitOf(int task) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Journal> m_journal;
    Suite m_suite;
    Run m_run;
    QList<DemoTask> m_tasks;
    QList<PromptVersion> m_versions;
    QList<Memory> m_memories;
    std::optional<SeenAttempt> m_previous;   ///< of the task that is played
    int m_reflections = 0;
};

} // namespace autodidact
