#include "widgets/shell/navigator.h"

#include "core/storage/runreader.h"

#include <algorithm>

namespace autodidact {

Navigator::Navigator(Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

/// The cursor knows no phase; the attempt it stands on does.
Result<Place> Navigator::placeOf(Database &database, const Cursor &cursor)
{
    Place place{cursor.round.value_or(0), Phase::Open, cursor.task.value_or(-1), cursor.attempt.value_or(0)};
    if (!cursor.round || !cursor.task)
        return place;
    const Result<QList<AttemptRow>> rows = RunReader(database).attempts(cursor.run, {.round = cursor.round, .task = cursor.task});
    if (!rows)
        return std::unexpected(rows.error());
    place.phase = Phase::Learn;
    for (const AttemptRow &row : *rows) {
        if (!cursor.attempt || row.place.attempt == *cursor.attempt)
            place = row.place;
        if (cursor.attempt && row.place.attempt == *cursor.attempt)
            break;
    }
    return place;
}

Result<Navigator::Found> Navigator::findAttempt(Database &database, const Cursor &cursor, Way way)
{
    const Result<Place> here = placeOf(database, cursor);
    const Result<QList<Round>> rounds = RunReader(database).rounds(cursor.run);
    if (!here || !rounds)
        return std::unexpected(here ? rounds.error() : here.error());
    QList<int> numbers;
    for (const Round &round : *rounds)
        numbers.append(round.number);
    std::ranges::sort(numbers);
    if (way == Way::Previous)
        std::ranges::reverse(numbers);
    for (const int number : std::as_const(numbers)) {
        if (way == Way::Next ? number < here->round : (here->round > 0 && number > here->round))
            continue;
        Result<QList<AttemptRow>> rows = RunReader(database).attempts(cursor.run, {.round = number});
        if (!rows)
            return std::unexpected(rows.error());
        std::ranges::sort(*rows, {}, &AttemptRow::place);
        if (way == Way::Previous)
            std::ranges::reverse(*rows);
        for (const AttemptRow &row : std::as_const(*rows)) {
            if (way == Way::Next ? row.place > *here : (here->round == 0 || row.place < *here))
                return Found{row, false};
        }
    }
    return Found{};
}

void Navigator::goToFailure(Way way)
{
    const Cursor here = m_services.cursor.cursor();
    if (!here.run.isValid())
        return;
    m_services.reader.ask(this, m_ticket, [here, way](Database &database) -> Result<Found> {
        const Result<Place> place = placeOf(database, here);
        if (!place)
            return std::unexpected(place.error());
        RunReader reader(database);
        const auto row = way == Way::Next ? reader.nextFailure(here.run, *place) : reader.previousFailure(here.run, *place);
        if (!row)
            return std::unexpected(row.error());
        const bool wrapped = *row && (way == Way::Next ? (*row)->place <= *place : (*row)->place >= *place);
        return Found{*row, wrapped};
    }, [this, here, way](Result<Found> found) {
        if (found)
            arrive(here.run, way, *found, true);
        else
            Q_EMIT failed(found.error());
    });
}

void Navigator::goToAttempt(Way way)
{
    const Cursor here = m_services.cursor.cursor();
    if (!here.run.isValid())
        return;
    m_services.reader.ask(this, m_ticket, [here, way](Database &database) { return findAttempt(database, here, way); },
                          [this, here, way](Result<Found> found) {
                              if (found)
                                  arrive(here.run, way, *found, false);
                              else
                                  Q_EMIT failed(found.error());
                          });
}

void Navigator::arrive(RunId run, Way way, const Found &found, bool failures)
{
    if (!found.row) {
        Q_EMIT said(failures              ? tr("This run has no failure.")
                        : way == Way::Next ? tr("This is the last attempt.")
                                           : tr("This is the first attempt."));
        return;
    }
    const Place &place = found.row->place;
    m_services.cursor.request({run, place.round, place.task, place.attempt});
    if (found.wrapped)
        Q_EMIT said(way == Way::Next ? tr("Continued from the top") : tr("Continued from the end"));
}

} // namespace autodidact
