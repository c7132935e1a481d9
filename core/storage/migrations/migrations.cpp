#include "core/storage/migrations/migrations.h"

#include "core/storage/migrations/version1.h"
#include "core/storage/query.h"
#include "core/storage/transaction.h"

#include <span>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using Statements = std::span<const char16_t *const>;

/// Statements that lead from version `index` to the next one.
Statements steps(int version)
{
    static constexpr std::array<Statements, SchemaVersion> all{Statements(migrations::Version1)};
    return all.at(size_t(version));
}

Result<int> userVersion(Database &database)
{
    Query query(database, u"PRAGMA user_version"_s);
    return query.first().transform([&query](bool) { return query.number(0); });
}

} // namespace

Status migrate(Database &database, int from)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    const Result<int> now = userVersion(database);
    if (!now)
        return std::unexpected(now.error());
    if (*now != from)
        return {};   // another process was faster
    for (int version = from; version < SchemaVersion; ++version) {
        for (const char16_t *statement : steps(version)) {
            if (const Status done = execute(database, QString(statement)); !done)
                return done;
        }
    }
    if (const Status done = execute(database, u"PRAGMA application_id = %1"_s.arg(ApplicationId)); !done)
        return done;
    if (const Status done = execute(database, u"PRAGMA user_version = %1"_s.arg(SchemaVersion)); !done)
        return done;
    return transaction.commit();
}

} // namespace autodidact
