#include "app/cli/memorycall.h"

#include "core/events/codec.h"
#include "core/memory/memoryfile.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<MemoryId> idOf(const QString &text)
{
    bool ok = false;
    const qint64 id = text.toLongLong(&ok);
    if (!ok || id < 1)
        return fail(
            ErrorKind::BadUsage, u"A memory is named by its number, not \"%1\"."_s.arg(text));
    return MemoryId{id};
}

} // namespace

Result<QList<MemoryId>> MemoryCall::ids(qsizetype first) const
{
    QList<MemoryId> ids;
    const QStringList texts = arguments.positional().mid(first);
    for (const QString &text : texts) {
        const Result<MemoryId> id = idOf(text);
        if (!id)
            return std::unexpected(id.error());
        if (!ids.contains(*id))
            ids.append(*id);
    }
    return ids;
}

Result<MemoryId> MemoryCall::id(const QString &option) const
{
    if (!arguments.has(option))
        return fail(ErrorKind::BadUsage, u"--%1 is missing: the number of a memory."_s.arg(option));
    return idOf(arguments.value(option));
}

int MemoryCall::tell(const QList<Memory> &memories)
{
    QString text;
    QJsonArray array;
    for (const Memory &memory : memories) {
        text += line(memory);
        array.append(describe(memory));
    }
    console.result(text.isEmpty() ? u"Nothing.\n"_s : text, {{u"memories"_s, array}});
    return 0;
}

Result<int> MemoryCall::tell(const Result<QList<Memory>> &memories)
{
    return memories ? Result<int>(tell(*memories)) : std::unexpected(memories.error());
}

Result<int> MemoryCall::tell(const Result<Memory> &memory)
{
    return memory ? Result<int>(tell(QList<Memory>{*memory})) : std::unexpected(memory.error());
}

QJsonObject describe(const Memory &memory)
{
    QJsonArray opposites;
    for (const MemoryId id : memory.contradicts)
        opposites.append(id.value);
    return {{u"id"_s, memory.id.value}, {u"kind"_s, toString(memory.kind)},
        {u"title"_s, memory.title}, {u"problem"_s, memory.problem}, {u"content"_s, memory.content},
        {u"pinned"_s, memory.pinned}, {u"uses"_s, memory.uses},
        {u"successes"_s, memory.successesAfterUse},
        {u"archived"_s, memory.state == MemoryState::Archived}, {u"revision"_s, memory.revision},
        {u"state"_s, toString(memory.state)}, {u"term"_s, toString(memory.term)},
        {u"group"_s, memory.group},
        {u"superseded_by"_s,
            memory.supersededBy.isValid() ? QJsonValue(memory.supersededBy.value) : QJsonValue()},
        {u"contradicts"_s, opposites}, {u"tags"_s, QJsonArray::fromStringList(memory.tags)}};
}

QString line(const Memory &memory)
{
    const QString state =
        memory.state == MemoryState::Active ? QString() : toString(memory.state) + u"  "_s;
    return u"%1  %2  %3%4  used %5, then solved %6  %7\n"_s.arg(memory.id.value, 6)
        .arg(toString(memory.kind), -6)
        .arg(memory.pinned ? u"pinned  "_s : QString(), state)
        .arg(memory.uses)
        .arg(memory.successesAfterUse)
        .arg(memory.title);
}

} // namespace autodidact
