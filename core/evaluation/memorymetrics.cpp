#include "core/evaluation/metricparts.h"

#include "core/evaluation/metrics.h"

#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isDeclaredRepeat(const Task &task)
{
    return task.repeatKind == RepeatKind::Exact || task.repeatKind == RepeatKind::Near
        || task.repeatKind == RepeatKind::CrossLanguage;
}

/// Whether the group's requirements changed after the memory's task and no later than this one: then it is out of date.
bool driftedSince(const RunView &view, const Memory &memory, const Task &task)
{
    int origin = -1;
    for (const Task &candidate : view.record().tasks) {
        if (candidate.key == memory.taskKey)
            origin = candidate.ordinal;
    }
    for (const Task &candidate : view.record().tasks) {
        if (candidate.repeatKind == RepeatKind::Drift && candidate.groupKey() == task.groupKey()
            && candidate.ordinal > origin && candidate.ordinal <= task.ordinal)
            return true;
    }
    return false;
}

bool helpsHere(const RunView &view, const MemoryUse &use, const Task &task)
{
    const Memory *memory = view.memory(use.memory);
    if (memory == nullptr)
        return use.sameGroup;
    const QString group = memory->group.isEmpty() ? memory->taskKey : memory->group;
    return group == task.groupKey() && !driftedSince(view, *memory, task);
}

/// What went wrong at the first attempt of a pass: true fault families where the student tells them, else the signature.
std::set<QString> faultsOf(const Pass &pass, bool byFamily)
{
    const AttemptRecord &attempt = pass.first();
    if (attempt.solved() || !attempt.hidden || !attempt.hidden->counts())
        return {};
    if (!byFamily)
        return {attempt.hidden->signature};
    const QStringList families = manifestFamilies(attempt.manifest);
    return {families.begin(), families.end()};
}

bool hasManifests(const RunView &view)
{
    for (const AttemptRecord &attempt : view.record().attempts) {
        if (!manifestFamilies(attempt.manifest).isEmpty())
            return true;
    }
    return false;
}

/// Every fault that a group's tasks showed in the run or are declared prone to: what could have happened again.
std::map<QString, std::set<QString>> possibleFaults(const RunView &view, const QList<const Pass *> &passes, bool byFamily)
{
    std::map<QString, std::set<QString>> possible;
    for (const Pass *pass : passes) {
        const Task *task = view.task(pass->task);
        if (task == nullptr)
            continue;
        auto &group = possible[task->groupKey()];
        group.merge(faultsOf(*pass, byFamily));
        if (byFamily)
            group.insert(task->families.begin(), task->families.end());
    }
    return possible;
}

} // namespace

MemoryReuse memoryReuse(const RunView &view)
{
    MemoryReuse reuse;
    int carried = 0;
    int fitting = 0;
    for (const Pass *pass : view.passes(Phase::Learn)) {
        const Task *task = view.task(pass->task);
        if (task == nullptr || !isDeclaredRepeat(*task))
            continue;
        ++reuse.declared;
        bool hit = false;
        for (const MemoryUse &use : pass->first().memories) {
            const bool fits = helpsHere(view, use, *task);
            ++carried;
            fitting += fits ? 1 : 0;
            hit = hit || fits;
        }
        reuse.reused += hit ? 1 : 0;
    }
    if (!view.record().run.config.memoryEnabled || reuse.declared == 0)
        return reuse;
    reuse.value = double(reuse.reused) / reuse.declared;
    if (carried > 0)
        reuse.precision = double(fitting) / carried;
    return reuse;
}

RepeatError repeatError(const RunView &view)
{
    const bool byFamily = hasManifests(view);
    const auto passes = view.passes(Phase::Learn);
    const auto possible = possibleFaults(view, passes, byFamily);
    std::map<QString, std::set<QString>> met;
    RepeatError error;
    error.basis = byFamily ? u"fault families"_s : u"failing signatures"_s;
    int metHits = 0;
    int firstHits = 0;
    for (const Pass *pass : passes) {
        const Task *task = view.task(pass->task);
        if (task == nullptr)
            continue;
        const QString group = task->groupKey();
        const auto faults = faultsOf(*pass, byFamily);
        for (const QString &fault : possible.at(group)) {
            const bool known = met[group].contains(fault);
            const int hit = faults.contains(fault) ? 1 : 0;
            (known ? error.metPairs : error.firstPairs) += 1;
            (known ? metHits : firstHits) += hit;
        }
        met[group].insert(faults.begin(), faults.end());
    }
    if (error.metPairs > 0)
        error.met = double(metHits) / error.metPairs;
    if (error.firstPairs > 0)
        error.first = double(firstHits) / error.firstPairs;
    if (error.met && error.first)
        error.value = *error.met - *error.first;
    return error;
}

} // namespace autodidact
