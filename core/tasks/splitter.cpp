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

/// Of a list of groups, so many from the start are learnt from, so many select, the rest reports.
struct Shares {
    int learn = 0;
    int select = 0;
};

Shares sharesOf(int groups, double learnShare, double selectShare)
{
    const int learn = std::min(groups, atLeastOne(learnShare, groups));
    return {learn, std::min(atLeastOne(selectShare, groups), groups - learn)};
}

/// \p order with the groups of the held-out fold at its end.
std::vector<int> withFoldLast(std::vector<int> order, Folds folds)
{
    std::vector<int> held;
    std::vector<int> rest;
    for (size_t place = 0; place < order.size(); ++place)
        (int(place) % folds.count == folds.number - 1 ? held : rest).push_back(order[place]);
    rest.insert(rest.end(), held.begin(), held.end());
    return rest;
}

} // namespace

SplitPlan splitTasks(const QList<Task> &tasks, SplitMode mode, qint64 seed, Folds folds)
{
    SplitPlan plan;
    plan.splits.fill(Split::None, tasks.size());
    if (mode == SplitMode::None) {
        plan.warnings = {u"not held out: run.split = none, so every number comes from tasks that the agent learnt on"_s};
        return plan;
    }
    const QList<int> numbers = groupNumbers(tasks);
    const int groups = numbers.isEmpty() ? 0 : *std::ranges::max_element(numbers) + 1;
    std::vector<int> order = Random::of({seed}, "split").permutation(groups);
    Shares shares = sharesOf(groups, LearnShare, SelectShare);
    const bool folded = folds.count > 1;
    if (folded) {
        order = withFoldLast(std::move(order), folds);
        const int held = (groups + folds.count - folds.number) / folds.count;
        const int learn = int(std::lround((groups - held) * LearnShare / (LearnShare + SelectShare)));
        shares = {learn, groups - held - learn};
    }
    std::vector<Split> splitOfGroup(size_t(groups), Split::Report);
    for (int place = 0; place < shares.learn + shares.select; ++place)
        splitOfGroup[size_t(order[size_t(place)])] = place < shares.learn ? Split::Learn : Split::Select;
    for (qsizetype i = 0; i < tasks.size(); ++i)
        plan.splits[i] = splitOfGroup[size_t(numbers.at(i))];
    if (folded) {
        plan.warnings.append(u"fold %1 of %2: one part of a measurement; its numbers count together with those of the other folds"_s
                                 .arg(folds.number).arg(folds.count));
    } else if (groups < EnoughGroups) {
        plan.warnings.append(
            u"small suite: %1 groups, under %2, leave %3 for the report; differences need nested k-fold or more tasks"_s
                .arg(groups)
                .arg(EnoughGroups)
                .arg(groups - shares.learn - shares.select));
    }
    return plan;
}

QList<Split> splitAdded(const QList<Task> &added, const QList<Task> &tasks, const QList<Split> &splits, SplitMode mode, qint64 seed)
{
    if (mode == SplitMode::None)
        return QList<Split>(added.size(), Split::None);
    QHash<QString, Split> splitOfGroup;
    for (qsizetype i = 0; i < tasks.size(); ++i)
        splitOfGroup.insert(tasks.at(i).groupKey(), splits.value(i));
    QList<Split> drawn;
    for (const Task &task : added) {
        const QString group = task.groupKey();
        if (!splitOfGroup.contains(group)) {
            const double at = Random::of({seed, qint64(stableHash(group.toUtf8()))}, "split of a group that came in").uniform();
            splitOfGroup.insert(group, at < LearnShare ? Split::Learn : at < LearnShare + SelectShare ? Split::Select : Split::Report);
        }
        drawn.append(splitOfGroup.value(group));
    }
    return drawn;
}

} // namespace autodidact
