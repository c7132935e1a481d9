#pragma once

#include "core/control/runcommands.h"
#include "core/update/versiondiff.h"
#include "widgets/versions/versionbook.h"

#include <QStringList>

namespace autodidact {

/// What the confirmation of a rollback speaks of.
struct RollbackFacts {
    QString runName;
    RollbackPlan plan;
    int runningRound = 0;            ///< that still finishes under its version; 0: none
    int runningVersion = 1;
    int fromSolved = 0, fromTasks = 0;
    int toSolved = 0, toTasks = 0;
    int newest = 1;                  ///< highest version number
    VersionDiff diff;                ///< from the current version to the chosen one
    PromptVersion from;
    PromptVersion to;
};

/// NotFound when there is no such version. For the reader thread.
Result<RollbackFacts> readRollbackFacts(Database &database, RunId run, int version);

/// The translated sentences of the confirmation. Pure.
namespace rollbacktext {

QString question(const RollbackFacts &facts);    ///< "Roll back to version 3?"
QString when(const RollbackFacts &facts);        ///< which round uses it, and what the running one does
QString rates(const RollbackFacts &facts);       ///< both versions with counts and intervals
QString changes(const RollbackFacts &facts);     ///< rules and strategy settings
QString promise(const RollbackFacts &facts);     ///< nothing is deleted

} // namespace rollbacktext
} // namespace autodidact
