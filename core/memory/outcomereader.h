#pragma once

#include "core/memory/rounddraft.h"

namespace autodidact {

/// A new entry whose place in the draft is not yet known.
struct Candidate {
    Memory memory;               ///< with its `why`
    QString reason;
    int task = -1;
};

/// Looks through one task's outcome; edits go to the draft at once, new entries are gathered.
class OutcomeReader
{
public:
    OutcomeReader(const TaskOutcome &outcome, RoundDraft &draft, const KeeperOptions &options, MemorySetId set, int round);

    QList<Candidate> read();

private:
    void countUses();
    void keepCode();
    void keepFix();
    void storeFix(Memory memory, const SeenAttempt &green, const Explanation &reason);
    void keepFailure();
    void keepLessons();
    void keepSuccessLesson(const Lesson &lesson);
    void keepLesson(const Lesson &lesson, const SeenAttempt &seen);
    Memory lessonMemory(const Lesson &lesson, const SeenAttempt &seen) const;
    void find(Memory memory, const Explanation &reason);
    void edit(Memory memory, const Explanation &reason);
    bool isWorthKeeping(const Lesson &lesson) const;

    const TaskOutcome &m_outcome;
    const Task &m_task;
    RoundDraft &m_draft;
    const KeeperOptions &m_options;
    MemorySetId m_set;
    int m_round;
    int m_lessons = 0;
    QList<Candidate> m_found;
};

} // namespace autodidact
