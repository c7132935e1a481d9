#include "core/control/audit.h"

#include "core/base/random.h"
#include "core/control/promptcomposer.h"
#include "core/evaluation/seen.h"
#include "core/memory/hashingembedder.h"
#include "core/storage/memorystore.h"
#include "core/tasks/program.h"

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The parts that every try shares.
struct Bench {
    const AuditPlan &plan;
    ChatModel &coder;
    Judge judge;
    Retriever &retriever;
};

Result<QList<Memory>> recalled(const Bench &bench, const AuditSide &side, const Task &shown, std::stop_token stop)
{
    if (!side.memory)
        return QList<Memory>();
    const TaskTerms terms{Phase::Checkpoint, side.memoryRound, side.version, side.memory, {}};
    const Result<Recall> recall = bench.retriever.recall(*side.memory, queryFor(shown, terms, bench.plan.config, nullptr), stop);
    if (!recall)
        return std::unexpected(recall.error());
    QList<Memory> memories;
    for (const Recalled &one : recall->taken)
        memories.append(one.memory);
    return memories;
}

struct Tried {
    std::optional<bool> solved;
    Usage usage;
};

Result<Tried> tryOnce(const Bench &bench, const AuditSide &side, int ordinal, int lap, std::stop_token stop)
{
    const Task &task = bench.plan.tasks.at(ordinal);
    const Task shown = redacted(task);
    const Result<QList<Memory>> memories = recalled(bench, side, shown, stop);
    if (!memories)
        return std::unexpected(memories.error());
    ChatRequest request;
    request.role = ModelRole::Coder;
    request.messages = toMessages(composePrompt({side.version, shown, *memories, nullptr, false, nullptr}));
    request.temperature = side.version.strategy.temperature;
    request.adapter = side.version.adapter;
    request.maxTokens = bench.plan.config.maxTokens;
    request.seed = Random::seedOf({bench.plan.config.seed, qint64(stableHash(side.name.toUtf8()) >> 1), lap, ordinal}, "audit");
    const Result<ChatReply> reply = bench.coder.complete(request, {}, stop);
    if (!reply)
        return std::unexpected(reply.error());
    const QString code = assembleProgram(task, reply->text, AnswerKind::Answer).code;
    const Result<Verdict> verdict = bench.judge.judge(task, code, Visibility::Hidden, stop);
    if (!verdict)
        return std::unexpected(verdict.error());
    return Tried{verdict->counts() ? std::optional(verdict->passed) : std::nullopt, reply->usage};
}

} // namespace

double AuditResult::rate(qsizetype side) const
{
    int counted = 0;
    int passed = 0;
    for (const std::optional<bool> &one : solved.at(side)) {
        counted += one ? 1 : 0;
        passed += one.value_or(false) ? 1 : 0;
    }
    return counted > 0 ? double(passed) / counted : 0.0;
}

Result<AuditResult> audit(const AuditPlan &plan, const SessionParts &parts, int jobs, std::stop_token stop)
{
    Result<IdfTable> idf = IdfTable::builtIn();
    Result<std::unique_ptr<Runner>> runner = parts.makeRunner(plan.config, jobs);
    const Result<RunModels> models = parts.makeModels(plan.config, plan.tasks);
    if (!idf)
        return std::unexpected(idf.error());
    if (!runner)
        return std::unexpected(runner.error());
    if (!models)
        return std::unexpected(models.error());
    HashingEmbedder embedder(*idf);
    Retriever retriever(embedder);
    const Bench bench{plan, *models->coder, Judge(**runner), retriever};

    AuditResult result{plan.chosen, plan.laps, {}, {}};
    const qsizetype perSide = plan.chosen.size() * plan.laps;
    result.solved.fill(QList<std::optional<bool>>(perSide), plan.sides.size());
    std::mutex mutex;
    std::optional<Error> error;
    std::atomic<qsizetype> next = 0;
    const auto work = [&] {
        for (qsizetype i = next++; i < perSide * plan.sides.size(); i = next++) {
            const qsizetype side = i / perSide;
            const qsizetype at = i % perSide;
            const Result<Tried> tried = tryOnce(bench, plan.sides.at(side), plan.chosen.at(at % plan.chosen.size()),
                                                int(at / plan.chosen.size()), stop);
            const std::lock_guard lock(mutex);
            if (!tried)
                error = error ? error : tried.error();
            if (error)
                return;
            result.solved[side][at] = tried->solved;
            result.usage = result.usage + tried->usage;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < std::max(1, jobs); ++i)
            threads.emplace_back(work);
    }
    if (error)
        return std::unexpected(*error);
    return result;
}

Result<MemorySnapshot::Ptr> memoryAfter(Database &database, const Run &run, int round)
{
    if (!run.config.memoryEnabled)
        return MemorySnapshot::Ptr();
    const auto memories = MemoryStore(database).snapshot(run.memorySet, round + 1);
    Result<IdfTable> idf = IdfTable::builtIn();
    if (!memories || !idf)
        return std::unexpected(memories ? idf.error() : memories.error());
    HashingEmbedder embedder(*idf);
    return MemorySnapshot::build(*memories, embedder, *idf, {}, {});
}

} // namespace autodidact
