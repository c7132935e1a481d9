#include "widgets/memory/memorydraftfile.h"

#include "core/events/codec.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr QLatin1StringView entryKey("entry");     ///< id of the memory, 0 for a new one

Memory memoryOf(const MemoryDraft &draft)
{
    Memory memory;
    memory.kind = draft.kind;
    memory.language = draft.language;
    memory.title = draft.title;
    memory.problem = draft.problem;
    memory.content = draft.content;
    memory.tags = draft.tags;
    return memory;
}

Status unwritable(const QSaveFile &file)
{
    return fail(ErrorKind::Storage, u"%1 cannot be written: %2. Unsaved drafts are kept only until the program ends"_s
                                        .arg(file.fileName(), file.errorString()));
}

} // namespace

QString MemoryDraftFile::pathFor(const QString &databasePath)
{
    return databasePath + u".drafts.jsonl"_s;
}

Result<MemoryDrafts::Table> MemoryDraftFile::read() const
{
    MemoryDrafts::Table drafts;
    QFile file(m_path);
    if (!file.exists())
        return drafts;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"%1 cannot be read: %2"_s.arg(m_path, file.errorString()));
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine();
        const QString where = u"%1:%2"_s.arg(m_path).arg(number);
        const Result<QJsonObject> object = parseJsonObject(line, where);
        if (!object)
            return std::unexpected(object.error());
        const Result<Memory> memory = fromJson<Memory>(*object);
        if (!memory)
            return fail(ErrorKind::BadInput, u"%1: %2"_s.arg(where, memory.error().detail));
        drafts.insert(MemoryId{object->value(entryKey).toInteger()}, draftOf(*memory));
    }
    return drafts;
}

Status MemoryDraftFile::write(const MemoryDrafts::Table &drafts) const
{
    if (drafts.isEmpty()) {
        QFile::remove(m_path);
        return {};
    }
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QList<MemoryId> ids = drafts.keys();
    std::ranges::sort(ids);
    for (const MemoryId id : std::as_const(ids)) {
        QJsonObject object = toJson(memoryOf(drafts.value(id)));
        object.insert(entryKey, id.value);
        file.write(toJsonLine(object).trimmed() + '\n');
    }
    if (!file.commit())
        return unwritable(file);
    return {};
}

} // namespace autodidact
