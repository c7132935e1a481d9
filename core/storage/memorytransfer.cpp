#include "core/storage/memorytransfer.h"

#include "core/events/codec.h"
#include "core/storage/memorystore.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QByteArray memoriesToJsonLines(const QList<Memory> &memories)
{
    QByteArray lines;
    for (const Memory &memory : memories)
        lines += toJsonLine(toJson(memory, JsonForm::Portable)) + '\n';
    return lines;
}

Result<QList<Memory>> memoriesFromJsonLines(const QByteArray &lines, const QString &where)
{
    QList<Memory> memories;
    int number = 0;
    for (const QByteArray &line : lines.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QString place = u"%1:%2"_s.arg(where).arg(number);
        auto memory = parseJsonObject(line, place).and_then([&place](const QJsonObject &object) {
            return fromJson<Memory>(object).transform_error([&place](const Error &error) {
                return Error{error.kind, place + u": "_s + error.detail};
            });
        });
        if (!memory)
            return std::unexpected(memory.error());
        if (memory->content.isEmpty())
            return fail(ErrorKind::BadInput, place + u": a memory needs a \"content\""_s);
        memory->id = {};
        memory->revision = 1;
        memories.append(std::move(*memory));
    }
    return memories;
}

Result<QList<Memory>> importMemories(Database &database, MemorySetId set, QList<Memory> memories, int visibleFromRound)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    MemoryStore store(database);
    const Result<qint64> batch = store.newBatch(set);
    if (!batch)
        return std::unexpected(batch.error());
    for (Memory &memory : memories) {
        memory.id = {};
        memory.set = set;
        memory.origin = MemoryOrigin::Import;
        memory.visibleFromRound = visibleFromRound;
        Result<Memory> stored = store.store(std::move(memory), {u"add"_s, u"import"_s, *batch, true});
        if (!stored)
            return std::unexpected(stored.error());
        memory = std::move(*stored);
    }
    return transaction.commit().transform([&memories] { return memories; });
}

} // namespace autodidact
