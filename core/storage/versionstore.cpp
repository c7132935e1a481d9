#include "core/storage/versionstore.h"

#include "core/storage/query.h"
#include "core/storage/sqlerror.h"
#include "core/storage/texts.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString selecting(const QString &rest)
{
    return u"SELECT run, pinned, note, created_at, body FROM prompt_version WHERE run = ? "_s + rest;
}

Result<PromptVersion> readVersion(Database &database, Query &query)
{
    return fromBody<PromptVersion>(database, query.text(4)).transform([&query](PromptVersion version) {
        version.run = query.id<RunId>(0);
        version.pinned = query.flag(1);
        if (const QString note = query.text(2); note != version.note) {
            version.note = note;             // a person changed it
            version.noteWhy = {};
        }
        version.createdAt = query.time(3);
        return version;
    });
}

} // namespace

Status VersionStore::add(const PromptVersion &version)
{
    const Result<QString> body = bodyOf(m_database, version);
    if (!body)
        return std::unexpected(body.error());
    const Status done = execute(m_database,
        u"INSERT INTO prompt_version (run, number, pinned, note, created_at, body) VALUES (?, ?, ?, ?, ?, ?)"_s,
        version.run, version.number, version.pinned, version.note, version.createdAt, *body);
    if (!done && isConstraint(done.error()))
        return fail(ErrorKind::Conflict, u"Version %1 of this run exists already"_s.arg(version.number));
    return done;
}

Result<PromptVersion> VersionStore::byNumber(RunId run, int number)
{
    Query query(m_database, selecting(u"AND number = ?"_s), run, number);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    return *found ? readVersion(m_database, query)
                  : fail(ErrorKind::NotFound, u"This run has no version %1. See \"versions tree\""_s.arg(number));
}

Result<QList<PromptVersion>> VersionStore::all(RunId run)
{
    Query query(m_database, selecting(u"ORDER BY number"_s), run);
    return collect<PromptVersion>(query, [this](Query &row) { return readVersion(m_database, row); });
}

Result<int> VersionStore::nextNumber(RunId run)
{
    Query query(m_database, u"SELECT coalesce(max(number), 0) + 1 FROM prompt_version WHERE run = ?"_s, run);
    return query.first().transform([&query](bool) { return query.number(0); });
}

Status VersionStore::setPinned(RunId run, int number, bool pinned)
{
    return execute(m_database, u"UPDATE prompt_version SET pinned = ? WHERE run = ? AND number = ?"_s, pinned, run, number);
}

Status VersionStore::setNote(RunId run, int number, const QString &note)
{
    return execute(m_database, u"UPDATE prompt_version SET note = ? WHERE run = ? AND number = ?"_s, note, run, number);
}

} // namespace autodidact
