#include "widgets/shell/navigator.h"

#include "core/storage/runreader.h"
#include "widgets/base/roworder.h"

#include <algorithm>

namespace autodidact {

namespace {

bool isFailure(const AttemptRow &row)
{
    return row.hidden && !row.hidden->green && row.hidden->errorClass != ErrorClass::Infrastructure;
}

bool isBeyond(const Place &place, const std::optional<Place> &here, Navigator::Way way)
{
    return !here || (way == Navigator::Way::Next ? rowOrder(place) > rowOrder(*here) : rowOrder(place) < rowOrder(*here));
}

} // namespace

Navigator::Navigator(Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

/// Where the panels stand: a task without an attempt shows its last one. Absent above the rounds.
Result<std::optional<Place>> Navigator::placeOf(Database &database, const Cursor &cursor)
{
    if (!cursor.round)
        return std::nullopt;
    if (!cursor.task)
        return Place{*cursor.round, Phase::Open, -1, 0};
    const auto rows = RunReader(database).attempts(cursor.run, {.round = cursor.round, .phase = cursor.phase, .task = cursor.task});
    if (!rows)
        return std::unexpected(rows.error());
    Place place{*cursor.round, cursor.phase.value_or(Phase::Learn), *cursor.task, cursor.attempt.value_or(0)};
    std::optional<int> rank;
    for (const AttemptRow &row : *rows) {
        const bool fits = !cursor.attempt || row.place.attempt == *cursor.attempt;
        const bool better = !rank || rowRank(row.place.phase) < *rank || (row.place.phase == place.phase && row.place.attempt > place.attempt);
        if (!fits || !better)
            continue;
        place = row.place;
        rank = rowRank(place.phase);
    }
    return place;
}

Result<Navigator::Found> Navigator::find(Database &database, const Cursor &cursor, Way way, Wanted wanted)
{
    RunReader reader(database);
    const auto here = placeOf(database, cursor);
    const Result<QList<Round>> rounds = reader.rounds(cursor.run);
    if (!here || !rounds)
        return std::unexpected(here ? rounds.error() : here.error());
    QList<int> numbers;
    for (const Round &round : *rounds)
        numbers.append(round.number);
    std::ranges::sort(numbers);
    if (way == Way::Previous)
        std::ranges::reverse(numbers);
    // First beyond the place, then, for failures, from the other end.
    for (const bool wrapped : {false, true}) {
        for (const int number : std::as_const(numbers)) {
            const bool passed = *here && (way == Way::Next ? number < (*here)->round : number > (*here)->round);
            if (!wrapped && passed)
                continue;
            Result<QList<AttemptRow>> rows = reader.attempts(cursor.run, {.round = number});
            if (!rows)
                return std::unexpected(rows.error());
            rows->removeIf([](const AttemptRow &row) { return !hasRows(row.place.phase); });
            std::ranges::sort(*rows, {}, [](const AttemptRow &row) { return rowOrder(row.place); });
            if (way == Way::Previous)
                std::ranges::reverse(*rows);
            for (const AttemptRow &row : std::as_const(*rows)) {
                if ((wrapped || isBeyond(row.place, *here, way)) && (wanted == Wanted::Attempt || isFailure(row)))
                    return Found{row.place, wrapped};
            }
        }
        if (wanted == Wanted::Attempt)
            break;
    }
    return Found{};
}

void Navigator::go(Way way, Wanted wanted)
{
    const Cursor here = m_services.cursor.cursor();
    if (!here.run.isValid())
        return;
    m_services.reader.ask(this, m_ticket, [here, way, wanted](Database &database) { return find(database, here, way, wanted); },
                          [this, here, way, wanted](Result<Found> found) {
                              if (found)
                                  arrive(here.run, way, wanted, *found);
                              else
                                  Q_EMIT failed(found.error());
                          });
}

void Navigator::arrive(RunId run, Way way, Wanted wanted, const Found &found)
{
    if (!found.place) {
        Q_EMIT said(wanted == Wanted::Failure ? tr("This run has no failure.")
                    : way == Way::Next        ? tr("This is the last attempt.")
                                              : tr("This is the first attempt."));
        return;
    }
    m_services.cursor.request(cursorAt(run, *found.place));
    if (found.wrapped)
        Q_EMIT said(way == Way::Next ? tr("Continued from the top") : tr("Continued from the end"));
}

} // namespace autodidact
