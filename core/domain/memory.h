#pragma once

#include "core/domain/attempt.h"
#include "core/domain/reason.h"

namespace autodidact {

/// Persisted: never renumber.
enum class MemoryKind { Code = 1, Error = 2, Lesson = 3 };
enum class MemoryTerm { Short = 1, Long = 2 };
enum class MemoryOrigin { Run = 1, Person = 2, Import = 3 };
enum class MemoryState { Active = 1, Archived = 2, Superseded = 3 };

/// One remembered thing. Revisions are append-only; this is the newest one.
struct Memory {
    MemoryId id;
    MemorySetId set;
    int revision = 1;
    MemoryKind kind = MemoryKind::Lesson;
    MemoryTerm term = MemoryTerm::Long;
    MemoryOrigin origin = MemoryOrigin::Run;
    MemoryState state = MemoryState::Active;
    Language language = Language::Python;
    QString title;
    QString problem;         ///< code: the statement; error: the error; lesson: when to use it
    QString content;         ///< code: the program; error: the fix; lesson: what to do
    QString group;           ///< group of the task it came from
    QString taskKey;
    QStringList otherGroups; ///< groups of further tasks that taught the same
    QStringList tags;        ///< families and free tags
    bool pinned = false;
    bool edited = false;     ///< a person changed it: exempt from forgetting
    QString archiveReason;
    MemoryId supersededBy;
    QList<MemoryId> contradicts; ///< entries of the same set that say the opposite; both sides name each other
    AttemptId source;        ///< the attempt it came from
    int createdRound = 0;
    int visibleFromRound = 1;
    int uses = 0;
    int successesAfterUse = 0;
    int lastUsedRound = 0;
    double utility = 0;      ///< as of the last forgetting
    int tokens = 0;
    QDateTime createdAt;
    QDateTime reviewedAt;    ///< invalid when never reviewed
    Reason why;              ///< of this revision, and so of its archiving; Unstated for a person's acts

    bool operator==(const Memory &) const = default;
};

/// A named collection of memories; a run works on its own.
struct MemorySet {
    MemorySetId id;
    QString name;
    RunId run;               ///< 0 when it belongs to no run
    MemorySetId forkedFrom;
    bool frozen = false;

    bool operator==(const MemorySet &) const = default;
};

} // namespace autodidact
