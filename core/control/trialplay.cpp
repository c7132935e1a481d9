#include "core/control/trialplay.h"

#include "core/base/random.h"
#include "core/control/parallel.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QJsonObject TrialResult::numbers() const
{
    QJsonObject numbers = trial.numbers();
    numbers[u"candidate_solved"_s] = candidateSolved;
    numbers[u"incumbent_solved"_s] = incumbentSolved;
    numbers[u"faults"_s] = faults;
    return numbers;
}

QList<TrialPlay::Seat> TrialPlay::seats(int round, int count) const
{
    const QList<int> tasks = m_context.tasksOf(Split::Select);
    QList<Seat> seats;
    for (int lap = 0; seats.size() < count; ++lap) {
        Random random = Random::of({m_context.config().seed, round, lap}, "trial");
        for (const int at : random.permutation(int(tasks.size())))
            seats.append({tasks[at], lap, random.chance(0.5)});
    }
    seats.resize(count);
    return seats;
}

Flow<Result<TrialResult>> TrialPlay::run(int round, PromptVersion incumbent, PromptVersion candidate,
                                         MemorySnapshot::Ptr memory)
{
    const TrialRules rules;
    const QList<Seat> all = seats(round, 2 * rules.last);    // spare ones for pairs that a fault spoils
    TrialResult result;
    qsizetype begun = 0;
    while (result.trial.decision() == Decision::Pending && begun < all.size()) {
        const QList<Seat> block = all.mid(begun, begun == 0 ? FirstBlock : NextBlock);
        begun += block.size();
        auto attempt = [&](int index) -> Flow<Result<OneTry>> {
            const Seat seat = block[index / 2];
            const bool isCandidate = (index % 2 == 0) == seat.candidateFirst;
            const TaskTerms terms{Phase::Trial, round, isCandidate ? candidate : incumbent, memory, {}};
            co_return co_await m_tasks.tryOnce({round, Phase::Trial, seat.task, 2 * seat.lap + 1 + index % 2}, terms);
        };
        const auto tries = co_await inParallel<OneTry>(m_context.jobs.threads(), int(2 * block.size()), attempt);
        if (!tries)
            co_return std::unexpected(tries.error());
        for (qsizetype i = 0; i < block.size(); ++i) {
            const OneTry &first = (*tries)[size_t(2 * i)];
            const OneTry &second = (*tries)[size_t(2 * i + 1)];
            result.usage = result.usage + first.usage + second.usage;
            if (result.trial.decision() != Decision::Pending)
                continue;
            if (!first.counts || !second.counts) {
                ++result.faults;
                continue;
            }
            const OneTry &newer = block[i].candidateFirst ? first : second;
            const OneTry &older = block[i].candidateFirst ? second : first;
            result.trial.add(pairOf(newer.solved, older.solved));
            result.candidateSolved += newer.solved ? 1 : 0;
            result.incumbentSolved += older.solved ? 1 : 0;
            if (newer.solved && !result.solutions.contains(block[i].task))
                result.solutions[block[i].task] = newer.code;
        }
    }
    co_return result;
}

} // namespace autodidact
