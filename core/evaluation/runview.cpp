#include "core/evaluation/runview.h"

#include <algorithm>

namespace autodidact {

namespace {

bool measures(Phase phase)
{
    return phase == Phase::Baseline || phase == Phase::Checkpoint;
}

qint64 tokensOf(const Usage &usage)
{
    return usage.promptTokens + usage.completionTokens;
}

} // namespace

RunView::RunView(const RunRecord &record)
    : m_record(record)
{
    for (const AttemptRecord &attempt : record.attempts)
        m_attempts.emplace(attempt.id, &attempt);
    for (const Memory &memory : record.memories)
        m_memories.emplace(memory.id, &memory);
    m_heldOut = record.splits.contains(Split::Report);
    collectPasses();
    collectSeries();
}

void RunView::collectPasses()
{
    std::map<std::tuple<int, Phase, int>, Pass> byPlace;
    for (const AttemptRecord &attempt : m_record.attempts) {
        const Place &place = attempt.place;
        Pass &pass = byPlace[{place.round, place.phase, place.task}];
        pass.round = place.round;
        pass.phase = place.phase;
        pass.task = place.task;
        pass.attempts.append(&attempt);
    }
    for (auto &[place, pass] : byPlace) {
        std::stable_sort(pass.attempts.begin(), pass.attempts.end(),
                         [](auto *a, auto *b) { return a->place.attempt < b->place.attempt; });
        m_passes.append(pass);
    }
}

void RunView::collectSeries()
{
    m_series.heldOut = m_heldOut;
    const Phase phase = m_heldOut ? Phase::Checkpoint : Phase::Learn;
    std::map<int, Series::Point> points;
    for (const Pass *pass : passes(phase)) {
        Series::Point &point = points[pass->round];
        point.round = pass->round;
        point.version = pass->last().version;
        if (pass->judged() && !pass->exposed())
            point.solved[pass->task] = pass->solved();
    }
    for (const auto &[round, point] : points)
        m_series.points.append(point);
    if (!m_heldOut) {
        if (!m_series.points.isEmpty())
            m_series.base = m_series.points.first().solved;
        return;
    }
    for (const Pass *pass : passes(Phase::Baseline)) {
        if (pass->judged())
            m_series.base[pass->task] = pass->solved();
    }
}

QList<const Pass *> RunView::passes(Phase phase) const
{
    QList<const Pass *> chosen;
    for (const Pass &pass : m_passes) {
        if (pass.phase == phase)
            chosen.append(&pass);
    }
    return chosen;
}

QList<const Pass *> RunView::passes(Phase phase, int round) const
{
    QList<const Pass *> chosen = passes(phase);
    chosen.removeIf([round](const Pass *pass) { return pass->round != round; });
    return chosen;
}

Split RunView::splitOf(int task) const
{
    return task >= 0 && task < m_record.splits.size() ? m_record.splits[task] : Split::None;
}

QList<int> RunView::ordinals(Split split) const
{
    QList<int> chosen;
    for (const Task &task : m_record.tasks) {
        if (splitOf(task.ordinal) == split)
            chosen.append(task.ordinal);
    }
    return chosen;
}

const Task *RunView::task(int ordinal) const
{
    const auto &tasks = m_record.tasks;
    if (ordinal >= 0 && ordinal < tasks.size() && tasks[ordinal].ordinal == ordinal)
        return &tasks[ordinal];
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const Task &task) { return task.ordinal == ordinal; });
    return found == tasks.end() ? nullptr : &*found;
}

const AttemptRecord *RunView::attempt(AttemptId id) const
{
    const auto found = m_attempts.find(id);
    return found == m_attempts.end() ? nullptr : found->second;
}

const Memory *RunView::memory(MemoryId id) const
{
    const auto found = m_memories.find(id);
    return found == m_memories.end() ? nullptr : found->second;
}

qint64 RunView::learningTokens(int round) const
{
    qint64 tokens = 0;
    for (const AttemptRecord &attempt : m_record.attempts)
        tokens += attempt.place.round <= round && !measures(attempt.place.phase) ? tokensOf(attempt.usage) : 0;
    for (const Reflection &reflection : m_record.reflections)
        tokens += reflection.place.round <= round ? tokensOf(reflection.usage) : 0;
    // An update made after a round serves the next one, yet its cost is spent by the round's checkpoint.
    for (const Update &update : m_record.updates)
        tokens += update.place.round <= round ? tokensOf(update.usage) : 0;
    return tokens;
}

} // namespace autodidact
