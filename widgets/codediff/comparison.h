#pragma once

#include "core/storage/database.h"
#include "core/storage/rows.h"
#include "widgets/base/cursor.h"
#include "widgets/codediff/codesheet.h"

namespace autodidact {

enum class Against { Previous, Reference, Starter, Chosen };

/// What a person wants to see beside the attempt.
struct Choice {
    Against against = Against::Previous;
    AttemptId attempt;           ///< only for Chosen

    bool operator==(const Choice &) const = default;
};

/// One attempt beside something else, ready to be shown.
struct Comparison {
    AttemptId attempt;
    Place place;
    Language language = Language::Python;
    Choice choice;                       ///< the one asked for
    bool found = false;                  ///< there is something to compare with
    std::optional<Place> other;          ///< the attempt on the old side, if it is one
    bool hasReference = false;
    bool hasStarter = false;
    QList<AttemptRow> attempts;          ///< all of the task, by place
    QString before;
    QString after;
    Coverage beforeCoverage;
    Coverage afterCoverage;
    QList<DiffRow> rows;

    bool operator==(const Comparison &) const = default;
};

/// Reads a comparison from a run. Reader thread.
class ComparisonReader
{
public:
    /// Absent when the cursor names no attempt that is stored. Without an attempt number, the task's last one counts.
    static Result<std::optional<Comparison>> read(Database &database, const Cursor &cursor, const Choice &choice);

    /// The attempt before \p place among \p attempts of one task: the last earlier one of the same phase, else of any.
    static std::optional<AttemptRow> previous(const QList<AttemptRow> &attempts, const Place &place);

    /// What both verdicts say about the lines; a line that either reached is covered.
    static Coverage coverageOf(const AttemptDetail &detail);
};

} // namespace autodidact
