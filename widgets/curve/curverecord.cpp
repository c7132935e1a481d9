#include "widgets/curve/curverecord.h"

#include "core/storage/runreader.h"

#include <algorithm>

namespace autodidact {

namespace {

/// Puts \p item in the place of the one with the same key, or at the end.
template<typename T, typename Key>
void put(QList<T> &list, T item, Key key)
{
    const auto found = std::ranges::find_if(list, [&](const T &other) { return std::invoke(key, other) == std::invoke(key, item); });
    if (found == list.end())
        list.append(std::move(item));
    else
        *found = std::move(item);
}

template<typename T>
Status take(Result<QList<T>> result, QList<T> &into)
{
    if (!result)
        return std::unexpected(result.error());
    into = std::move(*result);
    return {};
}

} // namespace

Result<CurveRecord> CurveRecord::read(Database &database, RunId id)
{
    RunReader reader(database);
    CurveRecord record;
    const Result<RunRow> row = reader.run(id);
    if (!row)
        return std::unexpected(row.error());
    record.run = row->run;
    record.suiteName = row->suiteName;
    QList<VersionRow> versions;
    for (const Status &status : {take(reader.rounds(id), record.rounds), take(reader.outcomes(id, Phase::Learn), record.learn),
                                 take(reader.outcomes(id, Phase::Watch), record.watch), take(reader.versions(id), versions),
                                 take(reader.updates(id), record.updates), take(reader.decisions(id), record.decisions)}) {
        if (!status)
            return std::unexpected(status.error());
    }
    for (const VersionRow &version : std::as_const(versions))
        record.versions.append(version.version);
    return record;
}

bool CurveRecord::apply(const Event &event)
{
    if (event.run != run.id)
        return false;
    if (const auto *status = std::get_if<RunStatusChanged>(&event.payload)) {
        run.status = status->status;
    } else if (const auto *started = std::get_if<RoundStarted>(&event.payload)) {
        put(rounds, started->round, &Round::number);
    } else if (const auto *finished = std::get_if<RoundFinished>(&event.payload)) {
        Round round = finished->round;
        round.finished = true;
        put(rounds, round, &Round::number);
    } else if (const auto *task = std::get_if<TaskFinished>(&event.payload)) {
        return finishTask(event.place, *task);
    } else if (const auto *proposed = std::get_if<UpdateProposed>(&event.payload)) {
        put(updates, proposed->update, &Update::id);
    } else if (const auto *admitted = std::get_if<VersionAdmitted>(&event.payload)) {
        put(versions, admitted->version, &PromptVersion::number);
        settle(admitted->update, Decision::Accepted, admitted->version.number);
    } else if (const auto *rejected = std::get_if<VersionRejected>(&event.payload)) {
        settle(rejected->update, Decision::Rejected, std::nullopt);
    } else if (const auto *decided = std::get_if<GuardDecided>(&event.payload)) {
        SafetyDecision decision = decided->decision;
        decision.place = event.place;
        put(decisions, decision, &SafetyDecision::id);
    } else {
        return false;
    }
    return true;
}

bool CurveRecord::finishTask(const Place &place, const TaskFinished &task)
{
    if (place.phase != Phase::Learn && place.phase != Phase::Watch)
        return false;
    const auto round = std::ranges::find(rounds, place.round, &Round::number);
    OutcomeRow row;
    row.place = {place.round, place.phase, place.task, 0};
    row.version = round == rounds.end() ? run.currentVersion : round->version;
    row.split = place.phase == Phase::Learn ? Split::Learn : Split::Select;
    row.solved = task.solved;
    row.exposed = task.exposed;
    row.firstTry = task.firstTry;
    row.errorClass = task.errorClass;
    row.counts = task.errorClass != ErrorClass::Infrastructure;
    const auto placeOf = [](const OutcomeRow &outcome) { return Place{outcome.place.round, outcome.place.phase, outcome.place.task, 0}; };
    put(place.phase == Phase::Learn ? learn : watch, row, placeOf);
    return true;
}

void CurveRecord::settle(UpdateId update, Decision decision, std::optional<int> version)
{
    const auto found = std::ranges::find(updates, update, &Update::id);
    if (found == updates.end() || !update.isValid())
        return;
    found->decision = decision;
    found->newVersion = version;
}

} // namespace autodidact
