#include "core/memory/memorykeeper.h"

#include "core/memory/outcomereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool teaches(const TaskOutcome &outcome)
{
    return (outcome.split == Split::Learn || outcome.split == Split::None) && !outcome.attempts.isEmpty()
        && outcome.attempts.last().verdict.counts();
}

} // namespace

MemoryKeeper::MemoryKeeper(Embedder &embedder, KeeperOptions options)
    : m_embedder(embedder)
    , m_options(options)
{
}

Result<QList<MemoryChange>> MemoryKeeper::remember(const QList<TaskOutcome> &outcomes, const MemorySnapshot &snapshot,
    MemorySetId set, int round, std::stop_token stop) const
{
    QList<TaskOutcome> sorted = outcomes;
    std::ranges::stable_sort(sorted, {}, [](const TaskOutcome &outcome) { return outcome.task.ordinal; });
    RoundDraft draft(snapshot, m_options, round);
    QList<Candidate> candidates;
    for (const TaskOutcome &outcome : std::as_const(sorted)) {
        if (teaches(outcome))
            candidates.append(OutcomeReader(outcome, draft, m_options, set, round).read());
    }
    QStringList texts;
    for (const Candidate &candidate : std::as_const(candidates))
        texts.append(searchText(candidate.memory));
    const Result<QList<Embedding>> embeddings = m_embedder.embed(texts, stop);
    if (!embeddings)
        return std::unexpected(embeddings.error());
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        const Candidate &candidate = candidates.at(i);
        if (const Status added = draft.add(candidate.memory, embeddings->value(i), candidate.reason, candidate.task); !added)
            return std::unexpected(added.error());
    }
    return draft.changes();
}

QStringList openFailures(const QList<Memory> &memories)
{
    QList<Memory> sorted = memories;
    std::ranges::sort(sorted, {}, &Memory::id);
    QStringList keys;
    for (const Memory &memory : std::as_const(sorted)) {
        if (memory.state == MemoryState::Active && memory.kind == MemoryKind::Error && memory.term == MemoryTerm::Short
            && !memory.taskKey.isEmpty() && !keys.contains(memory.taskKey))
            keys.append(memory.taskKey);
    }
    return keys;
}

} // namespace autodidact
