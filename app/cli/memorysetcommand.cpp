#include "app/cli/memorycall.h"
#include "core/control/memorysetcommands.h"
#include "core/memory/memoryfile.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<int> importFile(MemoryCall &call)
{
    const Result<MemorySet> set = call.set();
    const Result<QList<Memory>> memories = importMemories(call.arguments.positional().at(0));
    if (!set || !memories)
        return std::unexpected(set ? memories.error() : set.error());
    const ImportCounts counts =
        call.arguments.has(u"keep-counts"_s) ? ImportCounts::Keep : ImportCounts::Reset;
    const Result<QList<Memory>> stored = call.commands().import(set->id, *memories, counts);
    if (!stored)
        return std::unexpected(stored.error());
    call.console.result(u"Imported %1 memories into %2."_s.arg(stored->size()).arg(set->name),
        {{u"set"_s, set->name}, {u"imported"_s, stored->size()}});
    return 0;
}

Result<int> exportFile(MemoryCall &call)
{
    const Result<MemorySet> set = call.set();
    if (!set)
        return std::unexpected(set.error());
    MemoryFilter everything;
    everything.state.reset();
    const Result<QList<Memory>> memories = MemoryStore(call.database).current(set->id, everything);
    if (!memories)
        return std::unexpected(memories.error());
    const QString path = call.arguments.positional().at(0);
    if (const Status written = exportMemories(*memories, path); !written)
        return std::unexpected(written.error());
    call.console.result(u"Wrote %1 memories to %2."_s.arg(memories->size()).arg(path),
        {{u"file"_s, path}, {u"memories"_s, memories->size()}});
    return 0;
}

Result<int> tell(MemoryCall &call, const Result<QList<MemorySetSummary>> &sets)
{
    if (!sets)
        return std::unexpected(sets.error());
    QString text;
    QJsonArray array;
    for (const MemorySetSummary &one : *sets) {
        text += u"%1  %2 active, %3 archived%4%5%6\n"_s.arg(one.set.name, -24)
                    .arg(one.active)
                    .arg(one.archived)
                    .arg(one.set.run.isValid() ? u"  of a run"_s : QString(),
                        one.set.frozen ? u"  frozen"_s : QString(),
                        one.readers.isEmpty() ? QString()
                                              : u"  read by "_s + one.readers.join(u", "_s));
        array.append(QJsonObject{{u"name"_s, one.set.name}, {u"active"_s, one.active},
            {u"archived"_s, one.archived}, {u"of_run"_s, one.set.run.isValid()},
            {u"frozen"_s, one.set.frozen},
            {u"readers"_s, QJsonArray::fromStringList(one.readers)}});
    }
    call.console.result(text.isEmpty() ? u"Nothing.\n"_s : text, {{u"sets"_s, array}});
    return 0;
}

Result<int> sets(MemoryCall &call)
{
    const QStringList words = call.arguments.positional();
    const QString word = words.value(0, u"list"_s);
    const qsizetype wanted = word == u"list" ? 0 : word == u"fork" ? 2 : 1;
    if (!QStringList{u"list"_s, u"fork"_s, u"freeze"_s, u"unfreeze"_s, u"delete"_s}.contains(word)
        || words.size() != (words.isEmpty() ? 0 : wanted + 1)) {
        return fail(ErrorKind::BadUsage,
            u"memory sets takes: list | fork SET NAME | freeze SET | unfreeze SET | delete SET."_s);
    }
    MemorySetCommands commands(call.database);
    if (word == u"list")
        return tell(call, commands.list());
    if (word == u"delete") {
        const Status removed = commands.remove(words.at(1));
        if (!removed)
            return std::unexpected(removed.error());
        call.console.result(u"Deleted %1."_s.arg(words.at(1)), {{u"deleted"_s, words.at(1)}});
        return 0;
    }
    const Result<MemorySetSummary> changed = word == u"fork"
        ? commands.fork(words.at(1), words.at(2))
        : word == u"freeze" ? commands.freeze(words.at(1))
                            : commands.unfreeze(words.at(1));
    return tell(call, changed.transform([](const MemorySetSummary &one) {
        return QList<MemorySetSummary>{one};
    }));
}

} // namespace

QList<MemoryForm> memorySetForms()
{
    return {
        {u"import"_s, u"FILE --set SET [--keep-counts]"_s, 1, 1, {u"set"_s, u"keep-counts"_s},
            importFile},
        {u"export"_s, u"FILE --set SET"_s, 1, 1, {u"set"_s}, exportFile},
        {u"sets"_s, u"[list | fork SET NAME | freeze SET | unfreeze SET | delete SET]"_s, 0, 3, {},
            sets},
    };
}

} // namespace autodidact
