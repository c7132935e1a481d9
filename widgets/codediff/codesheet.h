#pragma once

#include "widgets/codediff/diffrows.h"

#include <QSet>

#include <optional>

namespace autodidact {

enum class CodeSide { Before, After };
enum class LineMark { None, Removed, Added, Gap };
enum class Reached { Unknown, Covered, Missed };

/// Which lines the tests reached; empty when it was not measured.
struct Coverage {
    QSet<int> covered;
    QSet<int> missed;

    Reached of(int line) const;
    bool isMeasured() const { return !covered.isEmpty() || !missed.isEmpty(); }
    bool operator==(const Coverage &) const = default;
};

/// One line as a code view shows it.
struct CodeLine {
    QString text;
    CodeSide side = CodeSide::After;
    int before = 0;              ///< its number in the old text, 0 where it has none
    int after = 0;               ///< its number in the new text
    LineMark mark = LineMark::None;
    QList<WordSpan> words;
    Reached reached = Reached::Unknown;

    int number() const { return side == CodeSide::Before ? before : after; }
    bool operator==(const CodeLine &) const = default;
};

/// What one code view shows.
struct CodeSheet {
    enum class Numbers { Before, After, Both };

    QList<CodeLine> lines;
    QList<int> changes;          ///< first line, from 0, of every run of changed lines
    Numbers numbers = Numbers::After;
    bool measured = false;       ///< coverage is known for some line

    /// From 0; of the line with this number on \p side, absent when there is none.
    std::optional<int> indexOf(CodeSide side, int number) const;

    bool operator==(const CodeSheet &) const = default;
};

/// Turns the rows of a comparison into sheets. Both sides of one comparison have as many lines.
class CodeSheets
{
public:
    static CodeSheet side(const QList<DiffRow> &rows, CodeSide side, const Coverage &coverage = {});

    /// Removed lines above the added ones of the same run of changes.
    static CodeSheet inlined(const QList<DiffRow> &rows, const Coverage &before = {}, const Coverage &after = {});

    /// The code that a copy of these lines of a sheet gives: gaps left out; where both texts stand in one sheet, the new
    /// one, unless only removed lines are chosen.
    static QString copied(const QList<CodeLine> &lines, CodeSheet::Numbers numbers);
};

} // namespace autodidact
