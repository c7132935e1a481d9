#include "core/tasks/splitter.h"

#include "core/base/random.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double LearnShare = 0.4;
constexpr double SelectShare = 0.3;
constexpr int EnoughGroups = 60;

/// The number of each task's group, groups counted in order of their first task.
QList<int> groupNumbers(const QList<Task> &tasks)
{
    QHash<QString, int> numbers;
    QList<int> list;
    for (const Task &task : tasks) {
        const auto known = numbers.constFind(task.groupKey());
        const int number = known == numbers.cend() ? int(numbers.size()) : *known;
        numbers.insert(task.groupKey(), number);
        list.append(number);
    }
    return list;
}

int atLeastOne(double share, int groups)
{
    const int count = int(std::lround(share * groups));
    return groups >= 3 ? std::max(1, count) : count;
}

} // namespace

SplitPlan splitTasks(const QList<Task> &tasks, SplitMode mode, qint64 seed)
{
    SplitPlan plan;
    plan.splits.fill(Split::None, tasks.size());
    if (mode == SplitMode::None) {
        plan.warnings = {u"not held out: run.split = none, so every number comes from tasks that the agent learnt on"_s};
        return plan;
    }
    const QList<int> numbers = groupNumbers(tasks);
    const int groups = numbers.isEmpty() ? 0 : *std::ranges::max_element(numbers) + 1;
    const int learn = atLeastOne(LearnShare, groups);
    const int select = std::min(atLeastOne(SelectShare, groups), groups - learn);
    const std::vector<int> order = Random::of({seed}, "split").permutation(groups);
    std::vector<Split> splitOfGroup(size_t(groups), Split::Report);
    for (int place = 0; place < learn + select; ++place)
        splitOfGroup[size_t(order[size_t(place)])] = place < learn ? Split::Learn : Split::Select;
    for (qsizetype i = 0; i < tasks.size(); ++i)
        plan.splits[i] = splitOfGroup[size_t(numbers.at(i))];
    if (groups < EnoughGroups) {
        plan.warnings.append(
            u"small suite: %1 groups, under %2, leave %3 for the report; differences need nested k-fold or more tasks"_s
                .arg(groups)
                .arg(EnoughGroups)
                .arg(groups - learn - select));
    }
    return plan;
}

} // namespace autodidact
