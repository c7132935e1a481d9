#include "core/memory/memoryfile.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/events/codec.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString toString(MemoryOrigin origin)
{
    switch (origin) {
    case MemoryOrigin::Run: return u"run"_s;
    case MemoryOrigin::Person: return u"person"_s;
    case MemoryOrigin::Import: return u"import"_s;
    }
    return {};
}

template<typename Value>
std::optional<Value> named(const QString &name, std::initializer_list<Value> values)
{
    for (const Value value : values) {
        if (toString(value) == name)
            return value;
    }
    return std::nullopt;
}

QJsonObject toJson(const Memory &memory)
{
    return {
        {u"kind"_s, toString(memory.kind)},
        {u"term"_s, toString(memory.term)},
        {u"state"_s, toString(memory.state)},
        {u"origin"_s, toString(memory.origin)},
        {u"language"_s, toString(memory.language)},
        {u"title"_s, memory.title},
        {u"problem"_s, memory.problem},
        {u"content"_s, memory.content},
        {u"group"_s, memory.group},
        {u"task"_s, memory.taskKey},
        {u"tags"_s, toJsonArray(memory.tags)},
        {u"pinned"_s, memory.pinned},
        {u"uses"_s, memory.uses},
        {u"successes_after_use"_s, memory.successesAfterUse},
        {u"created_round"_s, memory.createdRound},
    };
}

/// Reads the fields of one line; the first fault is kept.
class LineReader
{
public:
    LineReader(const QJsonObject &object, const QString &where)
        : m_object(object)
        , m_where(where)
    {
    }

    QString text(const QString &key, const QString &fallback)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isString())
            fault(key, u"a string"_s);
        return value.toString(fallback);
    }

    QString requiredText(const QString &key)
    {
        const QString value = text(key, {});
        if (value.trimmed().isEmpty())
            fault(key, u"a text that is not empty"_s);
        return value;
    }

    bool flag(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isBool())
            fault(key, u"true or false"_s);
        return value.toBool(false);
    }

    QStringList list(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        bool valid = value.isUndefined() || value.isArray();
        for (const QJsonValue &entry : value.toArray())
            valid = valid && entry.isString();
        if (!valid)
            fault(key, u"a list of strings"_s);
        return toStringList(value.toArray());
    }

    template<typename Value>
    Value oneOf(const QString &key, const QString &name, std::initializer_list<Value> values)
    {
        const std::optional<Value> value = named(name, values);
        QStringList names;
        for (const Value allowed : values)
            names.append(toString(allowed));
        if (!value)
            fault(key, u"one of "_s + names.join(u", "_s));
        return value.value_or(*values.begin());
    }

    const QString &firstFault() const { return m_fault; }

private:
    void fault(const QString &key, const QString &wanted)
    {
        if (m_fault.isEmpty())
            m_fault = u"%1: \"%2\" must be %3"_s.arg(m_where, key, wanted);
    }

    const QJsonObject &m_object;
    QString m_where;
    QString m_fault;
};

Result<Memory> fromJson(const QJsonObject &object, const QString &where)
{
    LineReader reader(object, where);
    Memory memory;
    memory.kind =
        reader.oneOf(u"kind"_s, reader.requiredText(u"kind"_s), {MemoryKind::Lesson, MemoryKind::Code, MemoryKind::Error});
    memory.term = reader.oneOf(u"term"_s, reader.text(u"term"_s, u"long"_s), {MemoryTerm::Long, MemoryTerm::Short});
    memory.state = reader.oneOf(u"state"_s, reader.text(u"state"_s, u"active"_s),
        {MemoryState::Active, MemoryState::Archived, MemoryState::Superseded});
    memory.language = reader.oneOf(u"language"_s, reader.requiredText(u"language"_s),
        {Language::Python, Language::Java, Language::JavaScript, Language::Rust});
    memory.origin = MemoryOrigin::Import;
    memory.title = reader.requiredText(u"title"_s);
    memory.problem = reader.text(u"problem"_s, {});
    memory.content = reader.requiredText(u"content"_s);
    memory.group = reader.text(u"group"_s, {});
    memory.taskKey = reader.text(u"task"_s, {});
    memory.tags = reader.list(u"tags"_s);
    memory.pinned = reader.flag(u"pinned"_s);
    if (!reader.firstFault().isEmpty())
        return fail(ErrorKind::BadInput, reader.firstFault());
    return memory;
}

} // namespace

QString toString(MemoryTerm term)
{
    return term == MemoryTerm::Short ? u"short"_s : u"long"_s;
}

QByteArray toMemoryLines(const QList<Memory> &memories)
{
    QByteArray lines;
    for (const Memory &memory : memories)
        lines += toJsonLine(toJson(memory)) + '\n';
    return lines;
}

Result<QList<Memory>> fromMemoryLines(const QByteArray &bytes, const QString &fileName)
{
    QList<Memory> memories;
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
        memories.append(std::move(*memory));
    }
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
