#include "widgets/memory/memoryquery.h"

#include "core/storage/memorysearch.h"
#include "core/storage/memorystore.h"
#include "core/storage/memoryundo.h"
#include "core/storage/roundstore.h"
#include "core/storage/runreader.h"

#include <algorithm>

namespace autodidact {

namespace {

Result<QList<MemorySet>> setsOf(Database &database, const MemoryQuery &query)
{
    MemoryStore store(database);
    if (query.scope == MemoryQuery::Scope::All)
        return store.sets();
    return store.setOfRun(query.run).transform([](const MemorySet &set) { return QList<MemorySet>{set}; });
}

MemoryRow rowOf(const Memory &memory, const MemorySet &set, std::optional<double> score = {})
{
    return {memory, score, set.name};
}

/// Entries used often come first, so that looking ends where uses do.
Result<QList<MemoryRow>> harmful(Database &database, const MemoryQuery &query, const QList<MemorySet> &sets)
{
    const Result<double> mean = meanSuccess(database, query.run);
    if (!mean)
        return std::unexpected(mean.error());
    QList<MemoryRow> rows;
    for (const MemorySet &set : sets) {
        MemoryFilter filter = query.filter;
        filter.order = MemoryOrder::Uses;
        filter.limit = memoryPageSize;
        for (filter.offset = 0;; filter.offset += memoryPageSize) {
            const Result<QList<Memory>> page = MemoryStore(database).current(set.id, filter);
            if (!page)
                return std::unexpected(page.error());
            for (const Memory &memory : *page) {
                if (isHarmful(memory, *mean))
                    rows.append(rowOf(memory, set));
            }
            if (page->size() < memoryPageSize || page->last().uses < harmfulFrom)
                break;
        }
    }
    return rows;
}

Result<QList<MemoryRow>> found(Database &database, const MemoryQuery &query, const QList<MemorySet> &sets)
{
    const Result<double> mean = meanSuccess(database, query.run);
    if (!mean)
        return std::unexpected(mean.error());
    MemorySearch search(database);
    QList<MemoryRow> rows;
    for (const MemorySet &set : sets) {
        const auto hits = search.search(set.id, query.text, query.filter, memorySearchLimit);
        if (!hits)
            return std::unexpected(hits.error());
        for (const MemoryHit &hit : *hits) {
            if (matches(hit.memory, query, *mean))
                rows.append(rowOf(hit.memory, set, hit.score));
        }
    }
    std::ranges::stable_sort(rows, std::ranges::greater{}, [](const MemoryRow &row) { return row.score.value_or(0); });
    return rows.first(std::min<qsizetype>(memorySearchLimit, rows.size()));
}

/// Pages run through the sets one after the other.
Result<MemoryPage> listed(Database &database, const MemoryQuery &query, const QList<MemorySet> &sets, int offset)
{
    MemoryStore store(database);
    MemoryPage page;
    for (const MemorySet &set : sets) {
        const Result<int> count = store.count(set.id, query.filter);
        if (!count)
            return std::unexpected(count.error());
        const int start = offset + int(page.rows.size()) - page.matching;
        page.matching += *count;
        if (start >= *count || page.rows.size() >= memoryPageSize)
            continue;
        MemoryFilter filter = query.filter;
        filter.offset = start;
        filter.limit = memoryPageSize - int(page.rows.size());
        const Result<QList<Memory>> memories = store.current(set.id, filter);
        if (!memories)
            return std::unexpected(memories.error());
        for (const Memory &memory : *memories)
            page.rows.append(rowOf(memory, set));
    }
    page.complete = offset + page.rows.size() >= page.matching;
    return page;
}

MemoryPage whole(QList<MemoryRow> rows)
{
    MemoryPage page;
    page.matching = int(rows.size());
    page.rows = std::move(rows);
    return page;
}

} // namespace

bool MemoryQuery::isNarrowed() const
{
    return !text.isEmpty() || special != Special::None || filter.state != MemoryState::Active || filter.kind || filter.term
        || filter.origin || filter.pinned || filter.reviewed || !filter.tag.isEmpty();
}

bool MemoryQuery::operator==(const MemoryQuery &other) const
{
    const auto all = [](const MemoryQuery &q) {
        return std::tuple(q.scope, q.run, q.text, q.mode, q.special, q.filter.state, q.filter.kind, q.filter.term, q.filter.origin,
                          q.filter.pinned, q.filter.reviewed, q.filter.tag, q.filter.order);
    };
    return all(*this) == all(other);
}

bool isHarmful(const Memory &memory, double mean)
{
    return memory.uses >= harmfulFrom && double(memory.successesAfterUse) / memory.uses < mean;
}

bool matches(const Memory &memory, const MemoryQuery &query, double mean)
{
    const MemoryFilter &filter = query.filter;
    const auto is = [](const auto &wanted, auto value) { return !wanted || *wanted == value; };
    const bool special = query.special != MemoryQuery::Special::Harmful || isHarmful(memory, mean);
    return special && is(filter.state, memory.state) && is(filter.kind, memory.kind) && is(filter.term, memory.term)
        && is(filter.origin, memory.origin) && is(filter.pinned, memory.pinned) && is(filter.reviewed, memory.reviewedAt.isValid())
        && (filter.tag.isEmpty() || memory.tags.contains(filter.tag));
}

Result<double> meanSuccess(Database &database, RunId run)
{
    if (!run.isValid())
        return 0.0;
    return RunReader(database).outcomes(run, Phase::Learn).transform([](QList<OutcomeRow> outcomes) {
        outcomes.removeIf([](const OutcomeRow &row) { return !row.counts; });
        const auto solved = std::ranges::count(outcomes, true, &OutcomeRow::solved);
        return outcomes.isEmpty() ? 0.0 : double(solved) / double(outcomes.size());
    });
}

Result<MemoryPage> readMemoryPage(Database &database, const MemoryQuery &query, int offset)
{
    const Result<QList<MemorySet>> sets = setsOf(database, query);
    if (!sets)
        return std::unexpected(sets.error());
    Result<MemoryPage> page = !query.text.isEmpty() ? found(database, query, *sets).transform(whole)
        : query.special == MemoryQuery::Special::Harmful ? harmful(database, query, *sets).transform(whole)
                                                         : listed(database, query, *sets, offset);
    if (!page)
        return page;
    for (const MemorySet &set : *sets) {
        const Result<int> count = MemoryStore(database).count(set.id);
        if (!count)
            return std::unexpected(count.error());
        page->all += *count;
    }
    return page;
}

Result<MemoryScene> readMemoryScene(Database &database, const MemoryQuery &query)
{
    const Result<QList<MemorySet>> sets = setsOf(database, query);
    if (!sets)
        return std::unexpected(sets.error());
    MemoryScene scene;
    MemoryStore store(database);
    for (const MemorySet &set : *sets)
        scene.entries += store.count(set.id, {.state = std::nullopt}).value_or(0);
    if (!query.run.isValid())
        return scene;
    const Result<MemorySet> own = store.setOfRun(query.run);
    const Result<RunRow> run = RunReader(database).run(query.run);
    if (!own || !run)
        return std::unexpected(own ? run.error() : own.error());
    scene.set = own->id;
    scene.setName = own->name;
    scene.frozen = own->frozen;
    scene.lastRound = run->lastRound ? run->lastRound->number : 0;
    scene.tokenBudget = run->run.config.memoryTokens;
    const Result<QList<Memory>> pinned = store.current(own->id, {.pinned = true});
    if (!pinned)
        return std::unexpected(pinned.error());
    for (const Memory &memory : *pinned)
        scene.pinnedTokens += memory.tokens;
    scene.meanSuccess = meanSuccess(database, query.run).value_or(0);
    MemoryUndo undo(database);
    const auto undoable = undo.lastUndoable(own->id);
    const auto redoable = undo.lastRedoable(own->id);
    scene.canUndo = undoable && undoable->has_value();
    scene.canRedo = redoable && redoable->has_value();
    return scene;
}

} // namespace autodidact
