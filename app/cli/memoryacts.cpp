#include "app/cli/memorycall.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int Many = 100'000;

Result<MemoryKind> kindOf(const QString &word)
{
    const qsizetype kind = QStringList{u"code"_s, u"error"_s, u"lesson"_s}.indexOf(word);
    return kind < 0 ? Result<MemoryKind>(fail(ErrorKind::BadUsage,
                          u"--kind takes code, error or lesson, not \"%1\"."_s.arg(word)))
                    : static_cast<MemoryKind>(kind + 1);
}

Result<Language> languageOf(const QString &word)
{
    const auto language = languageFromString(word);
    return language
        ? Result<Language>(*language)
        : fail(ErrorKind::BadUsage,
              u"--language takes python, java, javascript or rust, not \"%1\"."_s.arg(word));
}

Result<MemoryDraft> draft(const MemoryCall &call, MemoryDraft draft)
{
    const Arguments &arguments = call.arguments;
    if (arguments.has(u"kind"_s)) {
        const Result<MemoryKind> kind = kindOf(arguments.value(u"kind"_s));
        if (!kind)
            return std::unexpected(kind.error());
        draft.kind = *kind;
    }
    if (arguments.has(u"language"_s)) {
        const Result<Language> language = languageOf(arguments.value(u"language"_s));
        if (!language)
            return std::unexpected(language.error());
        draft.language = *language;
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

MemoryDraft draftOf(const Memory &memory)
{
    return {
        memory.kind, memory.language, memory.title, memory.problem, memory.content, memory.tags};
}

Result<int> add(MemoryCall &call)
{
    const Result<MemorySet> set = call.set();
    const Result<MemoryDraft> written = draft(call, {});
    if (!set || !written)
        return std::unexpected(set ? written.error() : set.error());
    return call.tell(call.commands().add(set->id, *written));
}

Result<int> edit(MemoryCall &call)
{
    const Result<QList<MemoryId>> ids = call.ids();
    if (!ids)
        return std::unexpected(ids.error());
    const Result<Memory> old = MemoryStore(call.database).byId(ids->first());
    if (!old)
        return std::unexpected(old.error());
    const Result<MemoryDraft> written = draft(call, draftOf(*old));
    return written ? call.tell(call.commands().edit(old->id, *written))
                   : std::unexpected(written.error());
}

/// Whatever takes a list of ids and gives those that changed.
Result<int> bulk(MemoryCall &call,
    const std::function<Result<QList<Memory>>(MemoryCommands &, const QList<MemoryId> &)> &act)
{
    const Result<QList<MemoryId>> ids = call.ids();
    if (!ids)
        return std::unexpected(ids.error());
    MemoryCommands commands = call.commands();
    return call.tell(act(commands, *ids));
}

Result<int> pin(MemoryCall &call)
{
    return bulk(call, [&](MemoryCommands &c, const auto &ids) {
        return c.setPinned(ids, !call.arguments.has(u"off"_s));
    });
}

Result<int> archive(MemoryCall &call)
{
    return bulk(call, [&](MemoryCommands &c, const auto &ids) {
        return c.archive(ids, call.arguments.value(u"reason"_s));
    });
}

Result<int> restore(MemoryCall &call)
{
    return bulk(call, [](MemoryCommands &c, const auto &ids) { return c.restore(ids); });
}

Result<int> review(MemoryCall &call)
{
    return bulk(call, [](MemoryCommands &c, const auto &ids) { return c.markReviewed(ids); });
}

Result<int> tag(MemoryCall &call)
{
    const QStringList more = call.arguments.values(u"add"_s);
    const QStringList less = call.arguments.values(u"remove"_s);
    if (more.isEmpty() && less.isEmpty())
        return fail(ErrorKind::BadUsage, u"Give --add TAG or --remove TAG."_s);
    return bulk(call, [&](MemoryCommands &c, const auto &ids) { return c.tag(ids, more, less); });
}

Result<int> scope(MemoryCall &call)
{
    MemoryScope scope;
    const Arguments &arguments = call.arguments;
    if (arguments.has(u"kind"_s)) {
        const Result<MemoryKind> kind = kindOf(arguments.value(u"kind"_s));
        if (!kind)
            return std::unexpected(kind.error());
        scope.kind = *kind;
    }
    if (arguments.has(u"language"_s)) {
        const Result<Language> language = languageOf(arguments.value(u"language"_s));
        if (!language)
            return std::unexpected(language.error());
        scope.language = *language;
    }
    if (arguments.has(u"term"_s)) {
        const QString term = arguments.value(u"term"_s);
        if (term != u"short" && term != u"long")
            return fail(
                ErrorKind::BadUsage, u"--term takes short or long, not \"%1\"."_s.arg(term));
        scope.term = term == u"short" ? MemoryTerm::Short : MemoryTerm::Long;
    }
    if (arguments.has(u"group"_s))
        scope.group = arguments.value(u"group"_s);
    return bulk(call, [&](MemoryCommands &c, const auto &ids) { return c.reclassify(ids, scope); });
}

Result<int> merge(MemoryCall &call)
{
    const Result<MemoryId> into = call.id(u"into"_s);
    if (!into)
        return std::unexpected(into.error());
    std::optional<MemoryDraft> text;
    if (call.arguments.has(u"title"_s) || call.arguments.has(u"content"_s)
        || call.arguments.has(u"when"_s)) {
        const Result<Memory> kept = MemoryStore(call.database).byId(*into);
        const Result<MemoryDraft> written =
            kept ? draft(call, draftOf(*kept)) : std::unexpected(kept.error());
        if (!written)
            return std::unexpected(written.error());
        text = *written;
    }
    return bulk(
        call, [&](MemoryCommands &c, const auto &ids) { return c.merge(ids, *into, text); });
}

Result<int> supersede(MemoryCall &call)
{
    const Result<MemoryId> by = call.id(u"by"_s);
    if (!by)
        return std::unexpected(by.error());
    return bulk(call, [&](MemoryCommands &c, const auto &ids) { return c.supersede(ids, *by); });
}

Result<int> contradict(MemoryCall &call)
{
    const Result<QList<MemoryId>> ids = call.ids();
    if (!ids)
        return std::unexpected(ids.error());
    if (ids->size() != 2)
        return fail(ErrorKind::BadUsage, u"Name two different memories."_s);
    MemoryCommands commands = call.commands();
    return call.tell(call.arguments.has(u"off"_s) ? commands.reconcile(ids->at(0), ids->at(1))
                                                  : commands.contradict(ids->at(0), ids->at(1)));
}

Result<int> revert(MemoryCall &call)
{
    const Result<QList<MemoryId>> ids = call.ids();
    const Result<int> revision = call.arguments.number(u"revision"_s, 1, 1'000'000);
    if (!ids || !revision)
        return std::unexpected(ids ? revision.error() : ids.error());
    return call.tell(call.commands().revert(ids->first(), *revision));
}

Result<int> undo(MemoryCall &call)
{
    const Result<MemorySet> set = call.set();
    if (!set)
        return std::unexpected(set.error());
    MemoryCommands commands = call.commands();
    const bool again = call.arguments.has(u"redo"_s);
    const Result<int> changed = again ? commands.redo(set->id) : commands.undo(set->id);
    if (!changed)
        return std::unexpected(changed.error());
    call.console.result(
        (again ? u"Brought back: %1 memories changed."_s : u"Taken back: %1 memories changed."_s)
            .arg(*changed),
        {{u"set"_s, set->name}, {u"changed"_s, *changed}});
    return 0;
}

} // namespace

QList<MemoryForm> memoryActForms()
{
    const QStringList texts{
        u"kind"_s, u"language"_s, u"title"_s, u"when"_s, u"content"_s, u"tag"_s};
    return {
        {u"add"_s,
            u"--set SET --title T --content C [--when W] [--kind K] [--language L] [--tag G]..."_s,
            0, 0, texts + QStringList{u"set"_s}, add},
        {u"edit"_s,
            u"ID [--title T] [--content C] [--when W] [--kind K] [--language L] [--tag G]..."_s, 1,
            1, texts, edit},
        {u"pin"_s, u"ID... [--off]"_s, 1, Many, {u"off"_s}, pin},
        {u"tag"_s, u"ID... [--add G]... [--remove G]..."_s, 1, Many, {u"add"_s, u"remove"_s}, tag},
        {u"scope"_s, u"ID... [--kind K] [--term short|long] [--language L] [--group G]"_s, 1, Many,
            {u"kind"_s, u"term"_s, u"language"_s, u"group"_s}, scope},
        {u"merge"_s, u"ID... --into ID [--title T] [--content C] [--when W]"_s, 1, Many,
            texts + QStringList{u"into"_s}, merge},
        {u"supersede"_s, u"ID... --by ID"_s, 1, Many, {u"by"_s}, supersede},
        {u"contradict"_s, u"ID ID [--off]"_s, 2, 2, {u"off"_s}, contradict},
        {u"archive"_s, u"ID... [--reason R]"_s, 1, Many, {u"reason"_s}, archive},
        {u"restore"_s, u"ID..."_s, 1, Many, {}, restore},
        {u"revert"_s, u"ID --revision N"_s, 1, 1, {u"revision"_s}, revert},
        {u"review"_s, u"ID..."_s, 1, Many, {}, review},
        {u"undo"_s, u"--set SET [--redo]"_s, 0, 0, {u"set"_s, u"redo"_s}, undo},
    };
}

} // namespace autodidact
