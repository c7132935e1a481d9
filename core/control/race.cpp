#include "core/control/race.h"

#include "core/base/random.h"
#include "core/control/parallel.h"

#include <algorithm>

namespace autodidact {

QList<int> Race::batch(int round, int rung) const
{
    const QList<int> tasks = m_context.tasksOf(m_context.learnSplit());
    Random random = Random::of({m_context.config().seed, round}, "race.batches");
    const std::vector<int> order = random.permutation(int(tasks.size()));
    const int first = FirstBatch * ((1 << rung) - 1);
    const int size = std::min<int>(FirstBatch << rung, int(tasks.size()));
    QList<int> chosen;
    for (int i = first; i < first + size; ++i)
        chosen.append(tasks[order[size_t(i) % order.size()]]);
    std::ranges::sort(chosen);
    return chosen;
}

Flow<Result<RaceResult>> Race::run(int round, PromptVersion incumbent, QList<PromptVersion> candidates,
                                   MemorySnapshot::Ptr memory)
{
    const int all = int(candidates.size()) + 1;
    RaceResult race;
    race.scores.resize(candidates.size());
    std::map<int, bool> incumbentGreens;
    QList<qsizetype> alive;
    for (qsizetype i = 0; i < candidates.size(); ++i)
        alive.append(i);

    for (int rung = 0; rung == 0 || alive.size() > 1; ++rung) {
        struct Start {
            int task;
            int contestant;      // 0: the incumbent
        };
        std::vector<Start> starts;
        for (const int task : batch(round, rung)) {
            starts.push_back({task, 0});
            for (const qsizetype candidate : std::as_const(alive))
                starts.push_back({task, int(candidate) + 1});
        }
        auto attempt = [&](int index) -> Flow<Result<OneTry>> {
            const Start start = starts[size_t(index)];
            const PromptVersion &version = start.contestant == 0 ? incumbent : candidates[start.contestant - 1];
            const TaskTerms terms{Phase::Race, round, version, memory, Place{round, Phase::Race, start.task, rung + 1}};
            co_return co_await m_tasks.tryOnce({round, Phase::Race, start.task, 1 + rung * all + start.contestant}, terms);
        };
        const auto tries = co_await inParallel<OneTry>(m_context.jobs.threads(), int(starts.size()), attempt);
        if (!tries)
            co_return std::unexpected(tries.error());
        for (size_t i = 0; i < starts.size(); ++i) {
            const OneTry &one = (*tries)[i];
            race.usage = race.usage + one.usage;
            auto &greens = starts[i].contestant == 0 ? incumbentGreens : race.scores[starts[i].contestant - 1].candidate;
            if (one.counts)
                greens[starts[i].task] = one.green;
        }
        std::ranges::stable_sort(alive, std::ranges::greater{}, [&](qsizetype i) { return race.scores[i].greens(); });
        alive.resize((alive.size() + 1) / 2);
        std::ranges::sort(alive);
    }

    for (RaceScore &score : race.scores) {
        for (const auto &[task, green] : score.candidate) {
            if (const auto before = incumbentGreens.find(task); before != incumbentGreens.end())
                score.incumbent.insert(*before);
        }
    }
    const RaceScore &best = race.scores[alive.first()];
    const auto before = std::ranges::count_if(best.incumbent, [](const auto &entry) { return entry.second; });
    if (best.greens() >= before)
        race.winner = alive.first();
    co_return race;
}

} // namespace autodidact
