#include "widgets/versions/versionbook.h"

#include "core/control/roundbook.h"
#include "core/storage/runreader.h"

#include <QSet>

#include <algorithm>

namespace autodidact {

const VersionRow *VersionBook::version(int number) const
{
    const auto found = std::ranges::find(versions, number, [](const VersionRow &row) { return row.version.number; });
    return found == versions.end() ? nullptr : &*found;
}

const Update *VersionBook::updateOf(int newVersion) const
{
    const auto found = std::ranges::find(updates, std::optional(newVersion), &Update::newVersion);
    return found == updates.end() ? nullptr : &*found;
}

const Update *VersionBook::waiting() const
{
    if (run.run.status != RunStatus::Paused || run.run.statusWhy.code != ReasonCode::WaitsForApproval)
        return nullptr;
    const auto found = std::ranges::find_if(updates, [this](const Update &update) {
        return update.decision == Decision::Pending && update.id.value == run.run.statusWhy.values[QLatin1StringView("update")].toInteger();
    });
    return found == updates.end() ? nullptr : &*found;
}

QStringList VersionBook::channelsOf(int version) const
{
    return published.keys(version);
}

bool VersionBook::isRunEnded() const
{
    const RunStatus status = run.run.status;
    return status != RunStatus::Running && status != RunStatus::Paused && status != RunStatus::Created;
}

std::optional<qint64> VersionBook::undoable() const
{
    QSet<qint64> undone;
    for (const SafetyDecision &decision : decisions)
        undone.insert(decision.undoes);
    for (auto it = decisions.crbegin(); it != decisions.crend(); ++it) {
        const bool moves = it->action == SafetyAction::RollBack || it->action == SafetyAction::Hold;
        if (moves && !undone.contains(it->id))
            return it->id;
    }
    return std::nullopt;
}

bool VersionBook::canUndoRollback() const
{
    return undoable().has_value();
}

Result<VersionBook> readVersionBook(Database &database, RunId run)
{
    RunReader reader(database);
    auto row = reader.run(run);
    auto versions = reader.versions(run);
    auto updates = reader.updates(run);
    auto decisions = reader.decisions(run);
    auto guard = guardStateOf(database, run);
    if (!row)
        return std::unexpected(row.error());
    if (!versions)
        return std::unexpected(versions.error());
    if (!updates)
        return std::unexpected(updates.error());
    if (!decisions)
        return std::unexpected(decisions.error());
    auto published = publishedVersions(database, run);
    if (!guard)
        return std::unexpected(guard.error());
    if (!published)
        return std::unexpected(published.error());
    VersionBook book{*row, *versions, *updates, *decisions, *guard, *published};
    if (row->lastRound) {
        book.lastRound = row->lastRound->number;
        book.lastRoundFinished = row->lastRound->finished;
        book.lastRoundVersion = row->lastRound->version;
    }
    return book;
}

} // namespace autodidact
