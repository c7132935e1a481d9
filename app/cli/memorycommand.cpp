#include "app/cli/commands.h"
#include "app/cli/database.h"
#include "core/control/memorycommands.h"
#include "core/events/codec.h"
#include "core/memory/memoryfile.h"
#include "core/storage/memorysearch.h"
#include "core/storage/memorystore.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Call {
    const Arguments &arguments;
    Database &database;
    Journal journal;
    Console &console;

    MemoryCommands commands() { return MemoryCommands(database, journal); }
    Result<MemorySet> set() { return MemoryStore(database).setByName(arguments.value(u"set"_s)); }

    Result<QList<MemoryId>> ids() const
    {
        QList<MemoryId> ids;
        for (const QString &text : arguments.positional()) {
            bool ok = false;
            const qint64 id = text.toLongLong(&ok);
            if (!ok || id < 1)
                return fail(ErrorKind::BadUsage, u"A memory is named by its number, not \"%1\"."_s.arg(text));
            ids.append(MemoryId{id});
        }
        return ids;
    }
};

QJsonObject describe(const Memory &memory)
{
    return {{u"id"_s, memory.id.value},      {u"kind"_s, toString(memory.kind)},  {u"title"_s, memory.title},
            {u"problem"_s, memory.problem},  {u"content"_s, memory.content},      {u"pinned"_s, memory.pinned},
            {u"uses"_s, memory.uses},        {u"successes"_s, memory.successesAfterUse},
            {u"archived"_s, memory.state == MemoryState::Archived}, {u"revision"_s, memory.revision},
            {u"tags"_s, QJsonArray::fromStringList(memory.tags)}};
}

QString line(const Memory &memory)
{
    return u"%1  %2  %3%4  used %5, then solved %6  %7\n"_s.arg(memory.id.value, 6).arg(toString(memory.kind), -6)
        .arg(memory.pinned ? u"pinned  "_s : QString(), memory.state == MemoryState::Archived ? u"archived  "_s : QString())
        .arg(memory.uses).arg(memory.successesAfterUse).arg(memory.title);
}

Result<int> tell(Call &call, const QList<Memory> &memories)
{
    QString text;
    QJsonArray array;
    for (const Memory &memory : memories) {
        text += line(memory);
        array.append(describe(memory));
    }
    call.console.result(text.isEmpty() ? u"Nothing.\n"_s : text, {{u"memories"_s, array}});
    return 0;
}

Result<int> list(Call &call)
{
    const Result<MemorySet> set = call.set();
    if (!set)
        return std::unexpected(set.error());
    MemoryFilter filter;
    if (call.arguments.has(u"all"_s))
        filter.state.reset();
    const Result<QList<Memory>> memories = MemoryStore(call.database).current(set->id, filter);
    return memories ? tell(call, *memories) : std::unexpected(memories.error());
}

Result<int> search(Call &call)
{
    const Result<MemorySet> set = call.set();
    if (!set)
        return std::unexpected(set.error());
    const auto hits = MemorySearch(call.database).search(set->id, call.arguments.positional().join(u' '), {}, 20);
    if (!hits)
        return std::unexpected(hits.error());
    QList<Memory> memories;
    for (const MemoryHit &hit : *hits)
        memories.append(hit.memory);
    return tell(call, memories);
}

Result<int> show(Call &call)
{
    const Result<QList<MemoryId>> ids = call.ids();
    if (!ids)
        return std::unexpected(ids.error());
    const Result<Memory> memory = MemoryStore(call.database).byId(ids->first());
    if (!memory)
        return std::unexpected(memory.error());
    const QString text = line(*memory) + u"\nWhen: %1\n\n%2\n"_s.arg(memory->problem, memory->content);
    call.console.result(text, describe(*memory));
    return 0;
}

Result<MemoryDraft> draft(const Call &call, MemoryDraft draft)
{
    const Arguments &arguments = call.arguments;
    const QStringList kinds{u"code"_s, u"error"_s, u"lesson"_s};
    if (arguments.has(u"kind"_s)) {
        const qsizetype kind = kinds.indexOf(arguments.value(u"kind"_s));
        if (kind < 0)
            return fail(ErrorKind::BadUsage, u"--kind takes code, error or lesson, not \"%1\"."_s.arg(arguments.value(u"kind"_s)));
        draft.kind = static_cast<MemoryKind>(kind + 1);
    }
    if (arguments.has(u"title"_s))
        draft.title = arguments.value(u"title"_s);
    if (arguments.has(u"when"_s))
        draft.problem = arguments.value(u"when"_s);
    if (arguments.has(u"content"_s))
        draft.content = arguments.value(u"content"_s);
    if (arguments.has(u"tag"_s))
        draft.tags = arguments.values(u"tag"_s);
    return draft;
}

Result<int> add(Call &call)
{
    const Result<MemorySet> set = call.set();
    const Result<MemoryDraft> written = draft(call, {});
    if (!set || !written)
        return std::unexpected(set ? written.error() : set.error());
    const Result<Memory> memory = call.commands().add(set->id, *written);
    return memory ? tell(call, {*memory}) : std::unexpected(memory.error());
}

Result<int> edit(Call &call)
{
    const Result<QList<MemoryId>> ids = call.ids();
    if (!ids)
        return std::unexpected(ids.error());
    const Result<Memory> old = MemoryStore(call.database).byId(ids->first());
    if (!old)
        return std::unexpected(old.error());
    const Result<MemoryDraft> written = draft(call, {old->kind, old->language, old->title, old->problem, old->content, old->tags});
    if (!written)
        return std::unexpected(written.error());
    const Result<Memory> memory = call.commands().edit(old->id, *written);
    return memory ? tell(call, {*memory}) : std::unexpected(memory.error());
}

Result<int> act(Call &call, const QString &word)
{
    const Result<QList<MemoryId>> ids = call.ids();
    if (!ids)
        return std::unexpected(ids.error());
    MemoryCommands commands = call.commands();
    const Result<QList<Memory>> changed = word == u"pin" ? commands.setPinned(*ids, !call.arguments.has(u"off"_s))
        : word == u"archive"                             ? commands.archive(*ids, call.arguments.value(u"reason"_s))
                                                         : commands.restore(*ids);
    return changed ? tell(call, *changed) : std::unexpected(changed.error());
}

Result<int> importFile(Call &call)
{
    const Result<MemorySet> set = call.set();
    const Result<QList<Memory>> memories = importMemories(call.arguments.positional().at(0));
    if (!set || !memories)
        return std::unexpected(set ? memories.error() : set.error());
    const Result<QList<Memory>> stored = call.commands().import(set->id, *memories);
    if (!stored)
        return std::unexpected(stored.error());
    call.console.result(u"Imported %1 memories into %2."_s.arg(stored->size()).arg(set->name),
                        {{u"set"_s, set->name}, {u"imported"_s, stored->size()}});
    return 0;
}

Result<int> exportFile(Call &call)
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

struct Form {
    QString word;
    QString synopsis;
    int atLeast;
    int atMost;
    QStringList options;
    Result<int> (*call)(Call &);
};

const QList<Form> &forms()
{
    const QStringList texts{u"kind"_s, u"title"_s, u"when"_s, u"content"_s, u"tag"_s};
    static const QList<Form> all{
        {u"list"_s, u"--set SET [--all]"_s, 0, 0, {u"set"_s, u"all"_s}, list},
        {u"search"_s, u"--set SET WORD..."_s, 1, 100, {u"set"_s}, search},
        {u"show"_s, u"ID"_s, 1, 1, {}, show},
        {u"add"_s, u"--set SET --title T --content C [--when W] [--kind K] [--tag G]..."_s, 0, 0, texts + QStringList{u"set"_s}, add},
        {u"edit"_s, u"ID [--title T] [--content C] [--when W] [--kind K] [--tag G]..."_s, 1, 1, texts, edit},
        {u"pin"_s, u"ID... [--off]"_s, 1, 1000, {u"off"_s}, [](Call &c) { return act(c, u"pin"_s); }},
        {u"archive"_s, u"ID... [--reason R]"_s, 1, 1000, {u"reason"_s}, [](Call &c) { return act(c, u"archive"_s); }},
        {u"restore"_s, u"ID..."_s, 1, 1000, {}, [](Call &c) { return act(c, u"restore"_s); }},
        {u"import"_s, u"FILE --set SET"_s, 1, 1, {u"set"_s}, importFile},
        {u"export"_s, u"FILE --set SET"_s, 1, 1, {u"set"_s}, exportFile},
    };
    return all;
}

} // namespace

Result<int> memoryCommand(Invocation &invocation)
{
    QStringList words;
    for (const Form &form : forms())
        words.append(form.word);
    const Result<QString> word = takeSubcommand(invocation, words);
    if (!word)
        return std::unexpected(word.error());
    const Form &form = forms().at(words.indexOf(*word));
    Arguments arguments(invocation, form.synopsis, u"SET is the name of a run or of a memory set. Lines of a file: one memory each, as JSON."_s);
    for (const QString &option : form.options) {
        const bool flag = option == u"all" || option == u"off";
        arguments.addOption(option, flag ? u"Flag"_s : u"Text"_s, flag ? QString() : u"TEXT"_s);
    }
    const auto next = arguments.parse(form.atLeast, form.atMost);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    if (form.options.contains(u"set"_s) && !arguments.has(u"set"_s))
        return fail(ErrorKind::BadUsage, u"--set is missing: the name of a run or of a memory set."_s);
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    Call call{arguments, **database, Journal(**database, nullptr), invocation.console};
    return form.call(call);
}

} // namespace autodidact
