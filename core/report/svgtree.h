#pragma once

#include "core/evaluation/runrecord.h"

namespace autodidact {

/// How a version did on learn tasks, over the whole run.
struct VersionOutcome {
    int tasks = 0;
    int solved = 0;
};

/// Learn passes judged under each version, by version number.
QMap<int, VersionOutcome> versionOutcomes(const RunRecord &record);

/// The version tree from left to right: number, success and number of rules of every version; the current one ringed.
QString versionTree(const RunRecord &record);

} // namespace autodidact
