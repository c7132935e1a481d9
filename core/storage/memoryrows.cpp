#include "core/storage/memoryrows.h"

#include "core/storage/searchwords.h"
#include "core/storage/texts.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QString selectRevisions(const QString &rest)
{
    return u"SELECT m.id, m.set_id, r.superseded_by, r.source, r.created_at, r.reviewed_at, r.body, r.act, r.reason, "
           "r.batch, r.by_person, r.at FROM memory m JOIN memory_revision r ON r.memory = m.id "_s + rest;
}

Result<MemoryRevision> readRevision(Database &database, Query &query)
{
    return fromBody<Memory>(database, query.text(6)).transform([&query](Memory memory) {
        memory.id = query.id<MemoryId>(0);
        memory.set = query.id<MemorySetId>(1);
        memory.supersededBy = query.id<MemoryId>(2);
        memory.source = query.id<AttemptId>(3);
        memory.createdAt = query.time(4);
        memory.reviewedAt = query.time(5);
        return MemoryRevision{std::move(memory),
            {query.text(7), query.text(8), query.integer(9), query.flag(10)}, query.time(11)};
    });
}

Result<QList<Memory>> collectMemories(Database &database, Query &query)
{
    return collect<Memory>(query, [&database](Query &row) {
        return readRevision(database, row).transform([](MemoryRevision revision) { return std::move(revision.memory); });
    });
}

QString conditions(const MemoryFilter &filter, QList<QVariant> &values)
{
    QString sql;
    const auto narrow = [&](QLatin1StringView column, auto wanted) {
        if (wanted) {
            sql += u" AND m.%1 = ?"_s.arg(column);
            values.append(int(*wanted));
        }
    };
    narrow("state"_L1, filter.state);
    narrow("kind"_L1, filter.kind);
    narrow("term"_L1, filter.term);
    narrow("origin"_L1, filter.origin);
    narrow("language"_L1, filter.language);
    narrow("pinned"_L1, filter.pinned);
    narrow("reviewed"_L1, filter.reviewed);
    if (!filter.tag.isEmpty()) {
        sql += u" AND EXISTS (SELECT 1 FROM json_each(m.tags) WHERE value = ?)"_s;
        values.append(filter.tag);
    }
    return sql;
}

QString wordsOf(const Memory &memory)
{
    const QString all = QStringList{memory.title, memory.problem, memory.content, memory.tags.join(u' '),
        memory.taskKey}.join(u'\n');
    return indexWords(all).join(u' ');
}

} // namespace autodidact
