#include "core/storage/memorysearch.h"

#include "core/storage/memoryrows.h"
#include "core/storage/searchwords.h"
#include "core/storage/transaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qint64 CommonFrom = 500;   // documents; a rarer word is counted anew each time

/// A term in FTS5's query language; words hold letters and digits only, so quotes need no escape.
QString quoted(const SearchTerm &term)
{
    return u'"' + term.words.join(u' ') + u'"';
}

QString matchAll(const QList<SearchTerm> &terms)
{
    QStringList parts;
    for (const SearchTerm &term : terms)
        parts.append(quoted(term));
    return parts.join(u" AND "_s) + u" *"_s;
}

QByteArray bytesOf(std::span<const float> values)
{
    return QByteArray(reinterpret_cast<const char *>(values.data()), qsizetype(values.size_bytes()));
}

QList<float> floatsOf(const QByteArray &bytes)
{
    QList<float> values(bytes.size() / qsizetype(sizeof(float)));
    std::memcpy(values.data(), bytes.constData(), size_t(values.size()) * sizeof(float));
    return values;
}

} // namespace

Result<qint64> MemorySearch::documentsWith(const QString &word)
{
    if (const auto known = m_common.constFind(word); known != m_common.cend())
        return *known;
    Query query(m_database, u"SELECT doc FROM memory_words WHERE term = ?"_s, word);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    const qint64 documents = *found ? query.integer(0) : 0;
    if (documents >= CommonFrom)
        m_common.insert(word, documents);
    return documents;
}

Result<QString> MemorySearch::matchAny(const QList<SearchTerm> &terms)
{
    struct Weighed {
        qint64 documents;
        QString term;
    };
    QList<Weighed> found;
    for (const SearchTerm &term : terms) {
        qint64 rarest = -1;
        for (const QString &word : term.words) {
            const Result<qint64> documents = documentsWith(word);
            if (!documents)
                return std::unexpected(documents.error());
            rarest = rarest < 0 ? *documents : std::min(rarest, *documents);
        }
        if (rarest > 0)
            found.append({rarest, quoted(term)});
    }
    std::ranges::sort(found, [](const Weighed &a, const Weighed &b) {
        return std::tie(a.documents, a.term) < std::tie(b.documents, b.term);
    });
    QStringList parts;
    for (const Weighed &term : found.first(std::min<qsizetype>(MaxTerms, found.size())))
        parts.append(term.term);
    return parts.join(u" OR "_s);
}

Result<QList<MemoryHit>> MemorySearch::search(
    MemorySetId set, const QString &text, const MemoryFilter &filter, int limit, MatchMode mode)
{
    const QList<SearchTerm> terms = searchTerms(text);
    const bool all = mode == MatchMode::All && terms.size() <= MaxTerms;
    const Result<QString> match = all ? Result<QString>(matchAll(terms)) : matchAny(loosened(terms));
    if (!match)
        return std::unexpected(match.error());
    if (terms.isEmpty() || match->isEmpty())
        return QList<MemoryHit>();

    QList<QVariant> values{*match, set.value};
    const QString where = conditions(filter, values);
    values << limit << filter.offset;
    Query query(m_database,
        u"SELECT m.id, -bm25(memory_text) AS score FROM memory_text JOIN memory m ON m.id = memory_text.rowid "
        "WHERE memory_text MATCH ? AND m.set_id = ?"_s + where + u" ORDER BY score DESC, m.id LIMIT ? OFFSET ?"_s,
        values);
    MemoryStore store(m_database);
    return collect<MemoryHit>(query, [&store](Query &row) {
        const double score = row.real(1);
        return store.byId(row.id<MemoryId>(0)).transform([score](Memory memory) {
            return MemoryHit{std::move(memory), score};
        });
    });
}

Status MemorySearch::setVector(MemoryId memory, int revision, const QString &embedder, std::span<const float> values)
{
    return execute(m_database,
        u"INSERT OR REPLACE INTO memory_vector (memory, embedder, revision, vector) VALUES (?, ?, ?, ?)"_s, memory, embedder,
        revision, bytesOf(values));
}

Result<QList<StoredVector>> MemorySearch::vectors(MemorySetId set, const QString &embedder)
{
    Query query(m_database,
        u"SELECT v.memory, v.revision, v.vector FROM memory m JOIN memory_vector v ON v.memory = m.id "
        "WHERE m.set_id = ? AND v.embedder = ? ORDER BY v.memory"_s,
        set, embedder);
    return collect<StoredVector>(query, [](Query &row) {
        return StoredVector{row.id<MemoryId>(0), row.number(1), floatsOf(row.bytes(2))};
    });
}

Result<QList<MemoryId>> MemorySearch::withoutVector(MemorySetId set, const QString &embedder)
{
    Query query(m_database,
        u"SELECT m.id FROM memory m LEFT JOIN memory_vector v ON v.memory = m.id AND v.embedder = ? "
        "AND v.revision = m.revision WHERE m.set_id = ? AND v.memory IS NULL ORDER BY m.id"_s,
        embedder, set);
    return collect<MemoryId>(query, [](Query &row) { return row.id<MemoryId>(0); });
}

} // namespace autodidact
