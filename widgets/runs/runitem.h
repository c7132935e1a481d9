#pragma once

#include "core/storage/rows.h"
#include "widgets/base/cursor.h"
#include "widgets/base/theme.h"

#include <memory>
#include <vector>

namespace autodidact {

enum class RunLevel { Run, Round, Task, Attempt };

/// What one row of the tree of runs shows, whatever its level.
struct RunItem {
    RunLevel level = RunLevel::Run;
    RunId run;
    Place place;
    AttemptId attempt;                   ///< of attempt rows
    QString name;                        ///< run's name, task's title
    QString key;                         ///< task's key
    ShownState state = ShownState::None;
    ErrorClass errorClass = ErrorClass::None;
    int passed = 0;                      ///< hidden tests, or solved tasks of a round
    int total = 0;
    qint64 tokens = 0;
    QDateTime startedAt;                 ///< of runs and attempts
    int version = 0;                     ///< 0 where none belongs to it
    SelfTestMatrix selfTests;            ///< of round rows
    bool used = false;                   ///< itself, or one below it, used the highlighted memory

    Cursor cursor() const;
    bool operator==(const RunItem &) const = default;
};

RunItem itemOf(const RunRow &row);
RunItem itemOf(const Round &round, bool live);
RunItem itemOf(const TaskRow &row, RunId run, bool live);
RunItem itemOf(const AttemptRow &row, RunId run, bool live);

/// A row with its place in the tree. Children of runs stand by number, of rounds by phase (learning
/// first) and task, of tasks by attempt.
struct RunNode {
    RunItem item;
    RunNode *parent = nullptr;
    int row = 0;
    bool loaded = false;                 ///< its children were read
    bool asked = false;                  ///< they are being read
    std::vector<std::unique_ptr<RunNode>> children{};
};

} // namespace autodidact
