#include "widgets/runs/runitem.h"

#include "widgets/base/domainwords.h"
#include "widgets/base/roworder.h"

namespace autodidact {

Cursor RunItem::cursor() const
{
    return level == RunLevel::Run ? Cursor{run} : cursorAt(run, place);
}

RunItem itemOf(const RunRow &row)
{
    RunItem item;
    item.level = RunLevel::Run;
    item.run = row.run.id;
    item.name = row.run.name;
    // An interrupted run waits to be continued.
    item.state = row.interrupted() ? ShownState::Waiting : shownState(row.run.status);
    item.tokens = row.tokens;
    item.startedAt = row.run.createdAt;
    if (row.lastRound) {
        item.passed = row.lastRound->solved;
        item.total = row.lastRound->tasks;
    }
    return item;
}

RunItem itemOf(const Round &round, bool live)
{
    RunItem item;
    item.level = RunLevel::Round;
    item.run = round.run;
    item.place = {round.number};
    item.state = round.finished || !live ? ShownState::None : ShownState::Running;
    item.passed = round.solved;
    item.selfTests = round.selfTests;
    item.total = round.tasks;
    item.version = round.version;
    item.tokens = round.usage.promptTokens + round.usage.completionTokens;
    return item;
}

RunItem itemOf(const TaskRow &row, RunId run, bool live)
{
    RunItem item;
    item.level = RunLevel::Task;
    item.run = run;
    item.place = row.place;
    item.place.attempt = 0;
    item.name = row.title.isEmpty() ? row.key : row.title;
    item.key = row.key;
    item.state = shownState(row, live);
    item.errorClass = row.state == TaskState::Solved ? ErrorClass::None : row.errorClass;
    item.passed = row.testsPassed;
    item.total = row.testsTotal;
    item.tokens = row.tokens;
    item.version = row.version;
    return item;
}

RunItem itemOf(const AttemptRow &row, RunId run, bool live)
{
    RunItem item;
    item.level = RunLevel::Attempt;
    item.run = run;
    item.place = row.place;
    item.attempt = row.id;
    item.key = row.taskKey;
    item.state = shownState(row, live);
    if (row.hidden) {
        item.errorClass = row.hidden->errorClass;
        item.passed = row.hidden->passed;
        item.total = row.hidden->total;
    }
    item.tokens = row.tokens;
    item.startedAt = row.startedAt;
    item.version = row.version;
    return item;
}

} // namespace autodidact
