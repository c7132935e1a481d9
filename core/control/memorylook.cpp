#include "core/control/memorylook.h"

#include "core/control/taskflow.h"
#include "core/evaluation/seen.h"
#include "core/storage/roundstore.h"
#include "core/storage/runstore.h"
#include "core/storage/runtasks.h"
#include "core/storage/versionstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<MemorySnapshot::Ptr> MemoryLook::snapshot(const MemorySet &set)
{
    const Result<QList<Memory>> memories = MemoryStore(m_database).current(set.id);
    return memories ? MemorySnapshot::build(*memories, m_embedder, m_idf, {})
                    : std::unexpected(memories.error());
}

Result<int> MemoryLook::lastRound(RunId run)
{
    if (!run.isValid())
        return 0;
    return RoundStore(m_database).all(run).transform([](const QList<Round> &rounds) {
        return rounds.isEmpty() ? 0 : rounds.last().number;
    });
}

Result<Forecast> MemoryLook::forecast(const MemorySet &set, int count, std::optional<int> capacity)
{
    const Result<MemorySnapshot::Ptr> memories = snapshot(set);
    const Result<int> round = lastRound(set.run);
    if (!memories || !round)
        return std::unexpected(memories ? round.error() : memories.error());
    ForgettingOptions options;
    if (set.run.isValid()) {
        const Result<Run> run = RunStore(m_database).byId(set.run);
        if (!run)
            return std::unexpected(run.error());
        options.capacity = run->config.memoryCapacity;
    }
    options.capacity = capacity.value_or(options.capacity);
    return Forgetting(options).forecast(**memories, *round, count);
}

Result<QList<MemoryPair>> MemoryLook::duplicates(const MemorySet &set, double from)
{
    const Result<MemorySnapshot::Ptr> memories = snapshot(set);
    if (!memories)
        return std::unexpected(memories.error());
    const MemorySnapshot &all = **memories;
    QList<MemoryPair> pairs;
    for (int position = 0; position < int(all.memories().size()); ++position) {
        const Memory &one = all.memories().at(position);
        const auto later = [&](MemoryId id) {
            const Memory &other = *all.find(id);
            return one.id < id && other.kind == one.kind && other.language == one.language;
        };
        const auto hits = all.vectors().search(all.embeddingAt(position), 16, later);
        if (!hits)
            return std::unexpected(hits.error());
        for (const VectorHit &hit : *hits) {
            if (hit.similarity >= from)
                pairs.append({one, *all.find(hit.id), hit.similarity});
        }
    }
    std::ranges::stable_sort(pairs, std::greater(), &MemoryPair::similarity);
    return pairs;
}

Result<QList<MemoryPair>> MemoryLook::contradictions(const MemorySet &set)
{
    const Result<MemorySnapshot::Ptr> memories = snapshot(set);
    if (!memories)
        return std::unexpected(memories.error());
    const MemorySnapshot &all = **memories;
    QList<MemoryPair> pairs;
    for (const Memory &one : all.memories()) {
        for (const MemoryId id : one.contradicts) {
            const Memory *other = all.find(id);
            if (!other || (id < one.id && other->contradicts.contains(one.id)))
                continue;
            pairs.append({one, *other,
                similarity(
                    all.embeddingAt(all.positionOf(one.id)), all.embeddingAt(all.positionOf(id)))});
        }
    }
    return pairs;
}

Result<QList<std::pair<Memory, double>>> MemoryLook::nearest(
    const MemorySet &set, const QString &text, int count)
{
    const Result<MemorySnapshot::Ptr> memories = snapshot(set);
    const Result<QList<Embedding>> embedded = m_embedder.embed({text}, {});
    if (!memories || !embedded)
        return std::unexpected(memories ? embedded.error() : memories.error());
    const auto hits = (*memories)->vectors().search(embedded->value(0), count);
    if (!hits)
        return std::unexpected(hits.error());
    QList<std::pair<Memory, double>> found;
    for (const VectorHit &hit : *hits)
        found.append({*(*memories)->find(hit.id), hit.similarity});
    return found;
}

Result<Recall> MemoryLook::recall(const Run &run, const MemorySet &set, const QString &taskKey)
{
    const Result<QList<Task>> tasks = tasksOfRun(m_database, run);
    if (!tasks)
        return std::unexpected(tasks.error());
    const auto task = std::ranges::find(*tasks, taskKey, &Task::key);
    if (task == tasks->cend())
        return fail(ErrorKind::NotFound,
            u"The suite of the run \"%1\" has no task \"%2\". See \"suite show\"."_s.arg(
                run.name, taskKey));
    const Result<MemorySnapshot::Ptr> memories = snapshot(set);
    const Result<int> round = lastRound(run.id);
    if (!memories || !round)
        return std::unexpected(memories ? round.error() : memories.error());
    const Result<PromptVersion> version =
        VersionStore(m_database).byNumber(run.id, run.currentVersion);
    if (!version)
        return std::unexpected(version.error());
    const TaskTerms terms{Phase::Learn, *round + 1, *version, nullptr, {}};
    return Retriever(m_embedder)
        .recall(**memories, queryFor(redacted(*task), terms, run.config, nullptr));
}

} // namespace autodidact
