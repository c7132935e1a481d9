#include "core/control/retries.h"

#include <algorithm>
#include <cmath>

namespace autodidact {

QList<int> waitingTasks(
    const QList<Memory> &memories, const QList<Task> &tasks, const QList<int> &candidates)
{
    QList<Memory> waiting;
    for (const Memory &memory : memories) {
        if (memory.state == MemoryState::Active && memory.kind == MemoryKind::Error
            && memory.term == MemoryTerm::Short)
            waiting.append(memory);
    }
    std::ranges::sort(waiting, [](const Memory &a, const Memory &b) {
        return a.lastUsedRound != b.lastUsedRound ? a.lastUsedRound < b.lastUsedRound : a.id < b.id;
    });
    QList<int> ordinals;
    for (const Memory &memory : std::as_const(waiting)) {
        for (const int ordinal : candidates) {
            const Task &task = tasks.at(ordinal);
            if (task.key == memory.taskKey && task.language == memory.language
                && !ordinals.contains(ordinal))
                ordinals.append(ordinal);
        }
    }
    return ordinals;
}

QList<int> withRetries(const QList<int> &batch, const QList<int> &waiting, double share)
{
    const auto most = qsizetype(std::ceil(share * double(batch.size()) - 1e-9));
    QList<int> tasks = batch;
    for (const int task : waiting) {
        if (tasks.size() - batch.size() >= most)
            break;
        if (!tasks.contains(task))
            tasks.append(task);
    }
    std::ranges::sort(tasks);
    return tasks;
}

} // namespace autodidact
