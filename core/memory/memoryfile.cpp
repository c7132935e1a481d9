#include "core/memory/memoryfile.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/events/codec.h"
#include "core/llm/chatmodel.h"
#include "core/memory/jsonlinereader.h"
#include "core/memory/memorysnapshot.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString word(MemoryKind kind) { return toString(kind); }
QString word(MemoryState state) { return toString(state); }
QString word(MemoryTerm term) { return toString(term); }
QString word(Language language) { return toString(language); }

QString word(MemoryOrigin origin)
{
    switch (origin) {
    case MemoryOrigin::Run: return u"run"_s;
    case MemoryOrigin::Person: return u"person"_s;
    case MemoryOrigin::Import: return u"import"_s;
    }
    return {};
}

/// Row ids -> numbers of the file.
using Numbers = QHash<qint64, int>;

QJsonObject toJson(const Memory &memory, const Numbers &numbers)
{
    QJsonObject object{
        {u"id"_s, numbers.value(memory.id.value)},
        {u"kind"_s, word(memory.kind)},
        {u"term"_s, word(memory.term)},
        {u"state"_s, word(memory.state)},
        {u"origin"_s, word(memory.origin)},
        {u"language"_s, word(memory.language)},
        {u"title"_s, memory.title},
        {u"problem"_s, memory.problem},
        {u"content"_s, memory.content},
        {u"group"_s, memory.group},
        {u"task"_s, memory.taskKey},
        {u"tags"_s, toJsonArray(memory.tags)},
        {u"pinned"_s, memory.pinned},
        {u"edited"_s, memory.edited},
        {u"uses"_s, memory.uses},
        {u"successes_after_use"_s, memory.successesAfterUse},
        {u"created_round"_s, memory.createdRound},
        {u"last_used_round"_s, memory.lastUsedRound},
    };
    const auto unlessEmpty = [&object](const QString &key, const QJsonValue &value, bool isEmpty) {
        if (!isEmpty)
            object.insert(key, value);
    };
    QJsonArray opposites;
    for (const MemoryId id : memory.contradicts) {
        if (const int number = numbers.value(id.value))
            opposites.append(number);
    }
    const int successor = numbers.value(memory.supersededBy.value);
    unlessEmpty(u"other_groups"_s, toJsonArray(memory.otherGroups), memory.otherGroups.isEmpty());
    unlessEmpty(u"contradicts"_s, opposites, opposites.isEmpty());
    unlessEmpty(u"superseded_by"_s, successor, successor == 0);
    unlessEmpty(u"archive_reason"_s, memory.archiveReason, memory.archiveReason.isEmpty());
    unlessEmpty(u"utility"_s, memory.utility, memory.utility == 0);
    unlessEmpty(u"reviewed_at"_s, memory.reviewedAt.toUTC().toString(Qt::ISODateWithMs), !memory.reviewedAt.isValid());
    unlessEmpty(u"why"_s, autodidact::toJson(memory.why), memory.why == Reason());
    return object;
}

void readText(JsonLineReader &reader, Memory &memory)
{
    memory.kind = reader.oneOf(u"kind"_s, reader.requiredText(u"kind"_s), {MemoryKind::Lesson, MemoryKind::Code, MemoryKind::Error},
        [](MemoryKind kind) { return word(kind); });
    memory.language = reader.oneOf(u"language"_s, reader.requiredText(u"language"_s),
        {Language::Python, Language::Java, Language::JavaScript, Language::Rust}, [](Language language) { return word(language); });
    memory.title = reader.requiredText(u"title"_s);
    memory.problem = reader.text(u"problem"_s);
    memory.content = reader.requiredText(u"content"_s);
    memory.group = reader.text(u"group"_s);
    memory.otherGroups = reader.list(u"other_groups"_s);
    memory.taskKey = reader.text(u"task"_s);
    memory.tags = reader.list(u"tags"_s);
    memory.tokens = estimateTokens(searchText(memory));
}

void readStanding(JsonLineReader &reader, Memory &memory)
{
    memory.term = reader.oneOf(
        u"term"_s, reader.text(u"term"_s, u"long"_s), {MemoryTerm::Long, MemoryTerm::Short}, [](MemoryTerm term) { return word(term); });
    memory.state = reader.oneOf(u"state"_s, reader.text(u"state"_s, u"active"_s),
        {MemoryState::Active, MemoryState::Archived, MemoryState::Superseded}, [](MemoryState state) { return word(state); });
    memory.origin = reader.oneOf(u"origin"_s, reader.text(u"origin"_s, u"import"_s),
        {MemoryOrigin::Import, MemoryOrigin::Run, MemoryOrigin::Person}, [](MemoryOrigin origin) { return word(origin); });
    memory.pinned = reader.flag(u"pinned"_s);
    memory.edited = reader.flag(u"edited"_s);
    memory.archiveReason = reader.text(u"archive_reason"_s);
    memory.uses = reader.whole(u"uses"_s);
    memory.successesAfterUse = reader.whole(u"successes_after_use"_s);
    if (memory.successesAfterUse > memory.uses)
        reader.fault(u"successes_after_use"_s, u"at most \"uses\""_s);
    memory.createdRound = reader.whole(u"created_round"_s);
    memory.lastUsedRound = reader.whole(u"last_used_round"_s);
    memory.utility = reader.real(u"utility"_s);
    memory.reviewedAt = reader.time(u"reviewed_at"_s);
    if (reader.has(u"why"_s)) {
        const Result<Reason> why = autodidact::fromJson<Reason>(reader.object(u"why"_s));
        if (why)
            memory.why = *why;
        else
            reader.fault(u"why"_s, u"a reason: "_s + why.error().detail);
    }
}

Result<Memory> fromJson(const QJsonObject &object, const QString &where)
{
    JsonLineReader reader(object, where);
    Memory memory;
    readText(reader, memory);
    readStanding(reader, memory);
    memory.id.value = reader.whole(u"id"_s, 1);
    memory.supersededBy.value = reader.whole(u"superseded_by"_s, 1);
    for (const qint64 number : reader.numbers(u"contradicts"_s))
        memory.contradicts.append(MemoryId{number});
    if (!reader.firstFault().isEmpty())
        return fail(ErrorKind::BadInput, reader.firstFault());
    return memory;
}

/// What entries of a file say of each other must hold in the file.
class Links
{
public:
    Status add(const Memory &memory, const QString &where)
    {
        if (memory.id.isValid()) {
            if (m_byId.contains(memory.id.value))
                return fail(ErrorKind::BadInput, u"%1: the id %2 is taken by an earlier line. Number the lines anew"_s.arg(where).arg(memory.id.value));
            m_byId.insert(memory.id.value, memory);
        }
        m_places.append({memory, where});
        return {};
    }

    Status check() const
    {
        for (const auto &[memory, where] : m_places) {
            QList<MemoryId> named = memory.contradicts;
            if (memory.supersededBy.isValid())
                named.append(memory.supersededBy);
            for (const MemoryId id : std::as_const(named)) {
                if (id == memory.id || !m_byId.contains(id.value))
                    return fail(ErrorKind::BadInput, u"%1: it names the id %2, which no other line has. Add that line, or leave the id out"_s.arg(where).arg(id.value));
            }
            if (inCircle(memory))
                return fail(ErrorKind::BadInput, u"%1: \"superseded_by\" leads in a circle. Leave it out of one of the lines"_s.arg(where));
        }
        return {};
    }

private:
    bool inCircle(const Memory &memory) const
    {
        qsizetype steps = 0;
        for (MemoryId id = memory.supersededBy; id.isValid(); id = m_byId.value(id.value).supersededBy) {
            if (++steps > m_byId.size())
                return true;
        }
        return false;
    }

    QHash<qint64, Memory> m_byId;
    QList<std::pair<Memory, QString>> m_places;
};

} // namespace

QString toString(MemoryTerm term)
{
    return term == MemoryTerm::Short ? u"short"_s : u"long"_s;
}

QByteArray toMemoryLines(const QList<Memory> &memories)
{
    Numbers numbers;
    for (const Memory &memory : memories)
        numbers.insert(memory.id.value, int(numbers.size()) + 1);
    numbers.remove(0);
    QByteArray lines;
    for (const Memory &memory : memories) {
        QJsonObject object = toJson(memory, numbers);
        if (!memory.id.isValid())
            object.remove(u"id"_s);
        lines += toJsonLine(object) + '\n';
    }
    return lines;
}

Result<QList<Memory>> fromMemoryLines(const QByteArray &bytes, const QString &fileName)
{
    QList<Memory> memories;
    Links links;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QString where = u"%1:%2"_s.arg(fileName).arg(number);
        const Result<QJsonObject> object = parseJsonObject(line, where);
        if (!object)
            return std::unexpected(object.error());
        Result<Memory> memory = fromJson(*object, where);
        if (!memory)
            return std::unexpected(memory.error());
        if (const Status added = links.add(*memory, where); !added)
            return std::unexpected(added.error());
        memories.append(std::move(*memory));
    }
    if (const Status sound = links.check(); !sound)
        return std::unexpected(sound.error());
    return memories;
}

Status exportMemories(const QList<Memory> &memories, const QString &path)
{
    return writeFile(path, toMemoryLines(memories));
}

Result<QList<Memory>> importMemories(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorKind::NotFound, u"%1: there is no such file"_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"%1: cannot be read: %2"_s.arg(path, file.errorString()));
    return fromMemoryLines(file.readAll(), path);
}

} // namespace autodidact
