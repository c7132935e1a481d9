#pragma once

#include "core/base/error.h"
#include "core/control/guard.h"
#include "core/storage/rows.h"

namespace autodidact {

class Database;

/// All that is known of the versions of one run, as of one reading.
struct VersionBook {
    RunRow run;
    QList<VersionRow> versions;          ///< by number
    QList<Update> updates;               ///< by place
    QList<SafetyDecision> decisions;     ///< in order of commit
    GuardState guard;                    ///< current version of the next round, and what is held
    QMap<QString, int> published;        ///< channel -> version
    int lastRound = 0;
    bool lastRoundFinished = true;
    int lastRoundVersion = 1;

    const VersionRow *version(int number) const;                 ///< null when absent
    const Update *updateOf(int newVersion) const;                ///< that made it; null when none did
    const Update *waiting() const;                               ///< for a person's approval; null when none does
    QStringList channelsOf(int version) const;
    bool isRunEnded() const;
    bool canUndoRollback() const;
    std::optional<qint64> undoable() const;                      ///< the decision that Undo takes back
};

/// Reads a run's book. For the reader thread.
Result<VersionBook> readVersionBook(Database &database, RunId run);

} // namespace autodidact
