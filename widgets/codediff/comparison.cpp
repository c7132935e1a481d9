#include "widgets/codediff/comparison.h"

#include "core/storage/runreader.h"

#include <algorithm>

namespace autodidact {

namespace {

std::optional<AttemptRow> rowAt(const QList<AttemptRow> &attempts, const Cursor &cursor)
{
    std::optional<AttemptRow> found;
    for (const AttemptRow &row : attempts) {
        if (row.place.round != *cursor.round)
            continue;
        if (cursor.attempt && row.place.attempt == *cursor.attempt)
            return row;
        if (!cursor.attempt)
            found = row;
    }
    return found;
}

std::optional<AttemptRow> otherAttempt(const Comparison &comparison)
{
    if (comparison.choice.against == Against::Previous)
        return ComparisonReader::previous(comparison.attempts, comparison.place);
    for (const AttemptRow &row : comparison.attempts) {
        if (row.id == comparison.choice.attempt && comparison.choice.against == Against::Chosen)
            return row;
    }
    return std::nullopt;
}

/// Fills the old side.
Status readBefore(RunReader &reader, const Task &task, Comparison &comparison)
{
    if (comparison.choice.against == Against::Reference || comparison.choice.against == Against::Starter) {
        const bool reference = comparison.choice.against == Against::Reference;
        comparison.found = reference ? comparison.hasReference : comparison.hasStarter;
        if (comparison.found)
            comparison.before = reference ? task.references.first() : task.starter;
        return {};
    }
    const std::optional<AttemptRow> other = otherAttempt(comparison);
    if (!other)
        return {};
    const Result<AttemptDetail> detail = reader.attempt(other->id);
    if (!detail)
        return std::unexpected(detail.error());
    comparison.found = true;
    comparison.other = other->place;
    comparison.before = detail->attempt.code;
    comparison.beforeCoverage = ComparisonReader::coverageOf(*detail);
    return {};
}

} // namespace

Result<std::optional<Comparison>> ComparisonReader::read(Database &database, const Cursor &cursor, const Choice &choice)
{
    if (!cursor.run.isValid() || !cursor.round || !cursor.task)
        return std::nullopt;
    RunReader reader(database);
    Result<QList<AttemptRow>> attempts = reader.attempts(cursor.run, {.task = cursor.task});
    if (!attempts)
        return std::unexpected(attempts.error());
    std::ranges::sort(*attempts, {}, &AttemptRow::place);
    const std::optional<AttemptRow> row = rowAt(*attempts, cursor);
    if (!row)
        return std::nullopt;
    const Result<AttemptDetail> detail = reader.attempt(row->id);
    if (!detail)
        return std::unexpected(detail.error());

    Comparison comparison{.attempt = row->id, .place = row->place, .language = detail->task.language, .choice = choice};
    comparison.hasReference = !detail->task.references.isEmpty();
    comparison.hasStarter = !detail->task.starter.trimmed().isEmpty();
    comparison.attempts = *attempts;
    comparison.after = detail->attempt.code;
    comparison.afterCoverage = coverageOf(*detail);
    if (const Status status = readBefore(reader, detail->task, comparison); !status)
        return std::unexpected(status.error());
    if (!comparison.found) {
        comparison.rows = DiffRows::plain(comparison.after);
        return comparison;
    }
    return DiffRows::compare(comparison.before, comparison.after).transform([&](const QList<DiffRow> &rows) {
        comparison.rows = rows;
        return std::optional(comparison);
    });
}

std::optional<AttemptRow> ComparisonReader::previous(const QList<AttemptRow> &attempts, const Place &place)
{
    std::optional<AttemptRow> best;
    for (const AttemptRow &row : attempts) {
        const bool betterPhase = best && best->place.phase == place.phase && row.place.phase != place.phase;
        if (row.place < place && !betterPhase)
            best = row;
    }
    return best;
}

Coverage ComparisonReader::coverageOf(const AttemptDetail &detail)
{
    Coverage coverage;
    for (const auto *verdict : {&detail.visible, &detail.hidden}) {
        if (!*verdict)
            continue;
        for (const int line : (*verdict)->coveredLines)
            coverage.covered.insert(line);
        for (const int line : (*verdict)->missedLines)
            coverage.missed.insert(line);
    }
    coverage.missed.subtract(coverage.covered);
    return coverage;
}

} // namespace autodidact
