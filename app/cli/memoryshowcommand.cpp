#include "app/cli/memorycall.h"
#include "core/control/credit.h"
#include "core/events/codec.h"
#include "core/storage/eventstore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What is known of one memory beside itself.
struct Story {
    Memory memory;
    QList<MemoryRevision> history;
    QList<MemoryUseRow> uses;
    QList<Memory> newer;
    QList<Memory> older;
    QList<CreditMeasured> credits;
};

Result<Story> storyOf(Database &database, MemoryId id)
{
    MemoryStore store(database);
    const Result<Memory> memory = store.byId(id);
    if (!memory)
        return std::unexpected(memory.error());
    const auto history = store.history(id);
    const auto uses = store.usesOf(id);
    const auto newer = store.successorsOf(id);
    const auto older = store.predecessorsOf(id);
    for (const Error *error : {history ? nullptr : &history.error(), uses ? nullptr : &uses.error(),
             newer ? nullptr : &newer.error(), older ? nullptr : &older.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    Story story{*memory, *history, *uses, *newer, *older, {}};
    QList<RunId> runs;
    for (const MemoryUseRow &use : *uses) {
        if (!runs.contains(use.run))
            runs.append(use.run);
    }
    for (const RunId run : std::as_const(runs)) {
        const Result<QList<Event>> events =
            EventStore(database).ofKind(run, EventKind::CreditMeasured);
        if (!events)
            return std::unexpected(events.error());
        for (const Event &event : *events) {
            if (const auto &measured = std::get<CreditMeasured>(event.payload);
                measured.memory == id)
                story.credits.append(measured);
        }
    }
    return story;
}

QString numbersOf(const QList<Memory> &memories)
{
    QStringList numbers;
    for (const Memory &memory : memories)
        numbers.append(QString::number(memory.id.value));
    return numbers.join(u", "_s);
}

QJsonArray idsOf(const QList<Memory> &memories)
{
    QJsonArray ids;
    for (const Memory &memory : memories)
        ids.append(memory.id.value);
    return ids;
}

QString creditLine(const CreditMeasured &measured)
{
    const Credit credit = creditOf(measured);
    const Estimate difference = credit.difference();
    return u"Credit of revision %1: helped %2, harmed %3 of %4 pairs; %5 points (%6 to %7), p %8\n"_s
        .arg(measured.revision)
        .arg(credit.helped)
        .arg(credit.harmed)
        .arg(credit.pairs)
        .arg(100 * difference.value, 0, 'f', 1)
        .arg(100 * difference.low, 0, 'f', 1)
        .arg(100 * difference.high, 0, 'f', 1)
        .arg(credit.p(), 0, 'g', 2);
}

QString textOf(const Story &story)
{
    const Memory &memory = story.memory;
    QString text = line(memory) + u"\nWhen: %1\n\n%2\n\n"_s.arg(memory.problem, memory.content);
    if (!memory.tags.isEmpty())
        text += u"Tags: %1\n"_s.arg(memory.tags.join(u", "_s));
    if (!memory.archiveReason.isEmpty())
        text += u"Archived: %1\n"_s.arg(memory.archiveReason);
    if (!story.newer.isEmpty())
        text += u"Superseded by: %1 (the last is the newest)\n"_s.arg(numbersOf(story.newer));
    if (!story.older.isEmpty())
        text += u"Supersedes: %1\n"_s.arg(numbersOf(story.older));
    for (const MemoryId id : memory.contradicts)
        text += u"Contradicts: %1\n"_s.arg(id.value);
    for (const CreditMeasured &measured : story.credits)
        text += creditLine(measured);
    for (const MemoryRevision &revision : story.history) {
        text +=
            u"Revision %1: %2%3%4\n"_s.arg(revision.memory.revision)
                .arg(revision.note.act, revision.note.byPerson ? u" by a person"_s : QString(),
                    revision.note.reason.isEmpty() ? QString() : u": "_s + revision.note.reason);
    }
    for (const MemoryUseRow &use : story.uses) {
        text +=
            u"Used in run %1, round %2, %3, attempt %4 as revision %5: %6\n"_s.arg(use.run.value)
                .arg(use.place.round)
                .arg(use.taskKey)
                .arg(use.place.attempt)
                .arg(use.revision)
                .arg(!use.success      ? u"no verdict"_s
                        : *use.success ? u"solved"_s
                                       : u"failed"_s);
    }
    return text;
}

QJsonObject documentOf(const Story &story)
{
    QJsonObject document = describe(story.memory);
    QJsonArray history;
    for (const MemoryRevision &revision : story.history) {
        history.append(QJsonObject{{u"revision"_s, revision.memory.revision},
            {u"act"_s, revision.note.act}, {u"reason"_s, revision.note.reason},
            {u"by_person"_s, revision.note.byPerson}, {u"why"_s, toJson(revision.memory.why)}});
    }
    QJsonArray uses;
    for (const MemoryUseRow &use : story.uses) {
        uses.append(QJsonObject{{u"run"_s, use.run.value}, {u"round"_s, use.place.round},
            {u"task"_s, use.taskKey}, {u"attempt"_s, use.place.attempt},
            {u"revision"_s, use.revision},
            {u"solved"_s, use.success ? QJsonValue(*use.success) : QJsonValue()}});
    }
    QJsonArray credits;
    for (const CreditMeasured &measured : story.credits) {
        const Estimate difference = creditOf(measured).difference();
        credits.append(QJsonObject{{u"revision"_s, measured.revision}, {u"pairs"_s, measured.pairs},
            {u"helped"_s, measured.helped}, {u"harmed"_s, measured.harmed},
            {u"difference"_s, difference.value}, {u"low"_s, difference.low},
            {u"high"_s, difference.high}});
    }
    document.insert(u"history"_s, history);
    document.insert(u"used_by"_s, uses);
    document.insert(u"newer"_s, idsOf(story.newer));
    document.insert(u"older"_s, idsOf(story.older));
    document.insert(u"credit"_s, credits);
    return document;
}

} // namespace

Result<int> showMemory(MemoryCall &call)
{
    const Result<QList<MemoryId>> ids = call.ids();
    if (!ids)
        return std::unexpected(ids.error());
    const Result<Story> story = storyOf(call.database, ids->first());
    if (!story)
        return std::unexpected(story.error());
    call.console.result(textOf(*story), documentOf(*story));
    return 0;
}

} // namespace autodidact
