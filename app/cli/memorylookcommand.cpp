#include "app/cli/memorycall.h"
#include "core/control/memorylook.h"
#include "core/events/codec.h"
#include "core/memory/hashingembedder.h"
#include "core/storage/memorysearch.h"
#include "core/storage/runstore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<int> list(MemoryCall &call)
{
    const Result<MemorySet> set = call.set();
    if (!set)
        return std::unexpected(set.error());
    MemoryFilter filter;
    if (call.arguments.has(u"all"_s))
        filter.state.reset();
    filter.tag = call.arguments.value(u"tag"_s);
    return call.tell(MemoryStore(call.database).current(set->id, filter));
}

/// Calls \p ask with what answers about snapshots.
template<typename Ask>
auto look(MemoryCall &call, Ask ask) -> std::invoke_result_t<Ask, MemoryLook &>
{
    const Result<IdfTable> idf = IdfTable::builtIn();
    if (!idf)
        return std::unexpected(idf.error());
    HashingEmbedder embedder(*idf);
    MemoryLook answers(call.database, embedder, *idf);
    return ask(answers);
}

/// By text with the scores of full text search, or by meaning.
Result<int> search(MemoryCall &call)
{
    const Result<MemorySet> set = call.set();
    if (!set)
        return std::unexpected(set.error());
    const QString words = call.arguments.positional().join(u' ');
    if (call.arguments.has(u"meaning"_s)) {
        const auto nearest
            = look(call, [&](MemoryLook &answers) { return answers.nearest(*set, words, 20); });
        if (!nearest)
            return std::unexpected(nearest.error());
        QList<Memory> memories;
        for (const auto &[memory, similarity] : *nearest)
            memories.append(memory);
        return call.tell(memories);
    }
    const auto hits = MemorySearch(call.database).search(set->id, words, {}, 20);
    if (!hits)
        return std::unexpected(hits.error());
    QList<Memory> memories;
    for (const MemoryHit &hit : *hits)
        memories.append(hit.memory);
    return call.tell(memories);
}

Result<int> forecast(MemoryCall &call)
{
    const Result<MemorySet> set =
        MemoryStore(call.database).setByName(call.arguments.positional().at(0));
    const Result<int> count = call.arguments.number(u"count"_s, 1, 1'000'000);
    if (!set || !count)
        return std::unexpected(set ? count.error() : set.error());
    std::optional<int> capacity;
    if (call.arguments.has(u"capacity"_s)) {
        const Result<int> given = call.arguments.number(u"capacity"_s, 1, 1'000'000'000);
        if (!given)
            return std::unexpected(given.error());
        capacity = *given;
    }
    const bool all = call.arguments.has(u"all"_s);
    const Result<Forecast> made = look(call,
        [&](MemoryLook &answers) { return answers.forecast(*set, all ? -1 : *count, capacity); });
    if (!made)
        return std::unexpected(made.error());
    QString text = u"%1 long-term memories, capacity %2: %3 would go at the end of this round.\n"_s
                       .arg(made->entries)
                       .arg(made->capacity)
                       .arg(made->excess);
    QJsonArray next;
    int rank = 0;
    for (const Prospect &prospect : made->next) {
        ++rank;
        text += u"%1  memory %2  %3\n"_s.arg(rank, 4)
                    .arg(prospect.utility.memory.value)
                    .arg(prospect.why.text);
        next.append(QJsonObject{{u"memory"_s, prospect.utility.memory.value}, {u"rank"_s, rank},
            {u"goes"_s, prospect.why.why.code == ReasonCode::LeastUseful},
            {u"exempt"_s, prospect.utility.exempt}, {u"terms"_s, utilityTerms(prospect.utility)},
            {u"explanation"_s, prospect.why.text}});
    }
    QJsonArray expiring;
    for (const Expiry &expiry : made->expiring) {
        text += u"      memory %1  waits to be mended; %2 rounds left\n"_s.arg(expiry.memory.value)
                    .arg(expiry.roundsLeft);
        expiring.append(
            QJsonObject{{u"memory"_s, expiry.memory.value}, {u"rounds_left"_s, expiry.roundsLeft}});
    }
    call.console.result(text,
        {{u"set"_s, set->name}, {u"entries"_s, made->entries}, {u"capacity"_s, made->capacity},
            {u"excess"_s, made->excess}, {u"next"_s, next}, {u"expiring"_s, expiring}});
    return 0;
}

Result<int> recall(MemoryCall &call)
{
    const Result<Run> run = RunStore(call.database).byNameOrId(call.arguments.positional().at(0));
    if (!run)
        return std::unexpected(run.error());
    MemoryStore store(call.database);
    const QString own = run->config.memorySet.isEmpty() ? run->name : run->config.memorySet;
    const Result<MemorySet> set =
        store.setByName(call.arguments.has(u"from"_s) ? call.arguments.value(u"from"_s) : own);
    if (!set)
        return std::unexpected(set.error());
    const Result<Recall> made = look(call, [&](MemoryLook &answers) {
        return answers.recall(*run, *set, call.arguments.positional().at(1));
    });
    if (!made)
        return std::unexpected(made.error());
    QString text;
    QJsonArray taken;
    for (const Recalled &recalled : made->taken) {
        text += u"taken     %1  "_s.arg(recalled.score, 0, 'f', 3) + line(recalled.memory);
        taken.append(
            QJsonObject{{u"memory"_s, recalled.memory.id.value}, {u"score"_s, recalled.score},
                {u"meaning"_s, recalled.meaning}, {u"words"_s, recalled.words},
                {u"tags"_s, recalled.tags}, {u"kin"_s, recalled.kin}});
    }
    QJsonArray leftOut;
    for (const LeftOut &left : made->leftOut.first(std::min<qsizetype>(10, made->leftOut.size()))) {
        text += u"left out  %1  (%2) "_s.arg(left.entry.score, 0, 'f', 3).arg(toString(left.reason))
            + line(left.entry.memory);
        leftOut.append(QJsonObject{{u"memory"_s, left.entry.memory.id.value},
            {u"score"_s, left.entry.score}, {u"reason"_s, toString(left.reason)}});
    }
    call.console.result(text.isEmpty() ? u"Nothing.\n"_s : text,
        {{u"taken"_s, taken}, {u"left_out"_s, leftOut}, {u"tokens"_s, made->tokens}});
    return 0;
}

Result<int> pairs(MemoryCall &call)
{
    const Result<MemorySet> set =
        MemoryStore(call.database).setByName(call.arguments.positional().at(0));
    if (!set)
        return std::unexpected(set.error());
    double from = 0.92;
    if (call.arguments.has(u"similarity"_s)) {
        bool ok = false;
        from = call.arguments.value(u"similarity"_s).toDouble(&ok);
        if (!ok || from < 0 || from > 1)
            return fail(ErrorKind::BadUsage, u"--similarity takes a number from 0 to 1."_s);
    }
    const auto found = look(call, [&](MemoryLook &answers) {
        return call.arguments.has(u"opposites"_s) ? answers.contradictions(*set)
                                                  : answers.duplicates(*set, from);
    });
    if (!found)
        return std::unexpected(found.error());
    QString text;
    QJsonArray array;
    for (const MemoryPair &pair : *found) {
        text +=
            u"%1\n  %2  %3"_s.arg(pair.similarity, 0, 'f', 3).arg(line(pair.one), line(pair.other));
        array.append(QJsonObject{{u"one"_s, pair.one.id.value}, {u"other"_s, pair.other.id.value},
            {u"similarity"_s, pair.similarity}});
    }
    call.console.result(text.isEmpty() ? u"Nothing.\n"_s : text, {{u"pairs"_s, array}});
    return 0;
}

} // namespace

QList<MemoryForm> memoryLookForms()
{
    return {
        {u"list"_s, u"--set SET [--all] [--tag G]"_s, 0, 0, {u"set"_s, u"all"_s, u"tag"_s}, list},
        {u"search"_s, u"--set SET [--meaning] WORD..."_s, 1, 100, {u"set"_s, u"meaning"_s}, search},
        {u"show"_s, u"ID"_s, 1, 1, {}, showMemory},
        {u"pairs"_s, u"SET [--similarity X] [--opposites]"_s, 1, 1,
            {u"similarity"_s, u"opposites"_s}, pairs},
        {u"recall"_s, u"RUN TASK [--from SET]"_s, 2, 2, {u"from"_s}, recall},
        {u"forecast"_s, u"SET [--count N] [--capacity N] [--all]"_s, 1, 1,
            {u"count"_s, u"capacity"_s, u"all"_s}, forecast},
    };
}

} // namespace autodidact
