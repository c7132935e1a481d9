#include "core/storage/roundstore.h"

#include "core/events/codec.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<Round> readRound(Query &query)
{
    return parseJsonObject(query.text(1).toUtf8(), u"round"_s).and_then(fromJson<Round>).transform([&](Round round) {
        round.run = query.id<RunId>(0);
        return round;
    });
}

} // namespace

Status RoundStore::put(const Round &round)
{
    return execute(m_database, u"INSERT OR REPLACE INTO round (run, number, body) VALUES (?, ?, ?)"_s, round.run,
        round.number, QString::fromUtf8(toJsonLine(toJson(round, JsonForm::Portable))));
}

Result<std::optional<Round>> RoundStore::byNumber(RunId run, int number)
{
    Query query(m_database, u"SELECT run, body FROM round WHERE run = ? AND number = ?"_s, run, number);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return readRound(query).transform([](Round round) { return std::optional(round); });
}

Result<QList<Round>> RoundStore::all(RunId run)
{
    Query query(m_database, u"SELECT run, body FROM round WHERE run = ? ORDER BY number"_s, run);
    return collect<Round>(query, readRound);
}

} // namespace autodidact
