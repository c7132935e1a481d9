#include "widgets/base/attemptsource.h"

#include "core/storage/runreader.h"
#include "widgets/base/roworder.h"

#include <QWidget>

#include <algorithm>
#include <tuple>

namespace autodidact {

Result<std::optional<ShownAttempt>> attemptAt(Database &database, const Cursor &cursor)
{
    if (!cursor.run.isValid() || !cursor.round || !cursor.task)
        return std::optional<ShownAttempt>();
    RunReader reader(database);
    const auto rows = reader.attempts(cursor.run, {.round = cursor.round, .phase = cursor.phase, .task = cursor.task});
    if (!rows)
        return std::unexpected(rows.error());
    const AttemptRow *best = nullptr;
    const auto order = [](const AttemptRow &row) { return std::tuple(rowRank(row.place.phase), -row.place.attempt); };
    for (const AttemptRow &row : *rows) {
        const bool fits = !cursor.attempt || row.place.attempt == *cursor.attempt;
        if (fits && (!best || order(row) < order(*best)))
            best = &row;
    }
    if (!best)
        return std::optional<ShownAttempt>();
    Result<AttemptDetail> detail = reader.attempt(best->id);
    const Result<RunRow> run = reader.run(cursor.run);
    if (!detail || !run)
        return std::unexpected(detail ? run.error() : detail.error());
    return ShownAttempt{std::move(*detail), run->run.config.reflection, run->live};
}

AttemptSource::AttemptSource(Services &services, QWidget *panel)
    : QObject(panel)
    , m_services(services)
    , m_panel(panel)
    , m_cursor(services.cursor.cursor())
{
    connect(&services.cursor, &CursorKeeper::moved, this, &AttemptSource::moved);
    connect(&services.feed, &Feed::events, this, &AttemptSource::heard);
}

void AttemptSource::moved(const Cursor &cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    m_dirty = true;
    refresh();
}

void AttemptSource::heard(const QList<Event> &batch)
{
    const bool ours = std::ranges::any_of(batch, [this](const Event &event) {
        return event.run == m_cursor.run && event.place.round == m_cursor.round.value_or(-1)
            && event.place.task == m_cursor.task.value_or(-1) && event.place.attempt > 0
            && (!m_cursor.attempt || event.place.attempt == *m_cursor.attempt);
    });
    if (!ours)
        return;
    m_dirty = true;
    refresh();
}

void AttemptSource::refresh()
{
    if (!m_dirty || !m_panel->isVisible())
        return;
    m_dirty = false;
    load();
}

void AttemptSource::load()
{
    const Cursor cursor = m_cursor;
    if (!cursor.task) {
        m_ticket.renew();
        m_shown.reset();
        Q_EMIT changed();
        return;
    }
    m_services.reader.ask(this, m_ticket, [cursor](Database &database) { return attemptAt(database, cursor); },
                          [this](Result<std::optional<ShownAttempt>> shown) {
                              if (!shown) {
                                  m_shown.reset();
                                  Q_EMIT failed(shown.error());
                                  return;
                              }
                              m_shown = std::move(*shown);
                              Q_EMIT changed();
                          });
}

} // namespace autodidact
