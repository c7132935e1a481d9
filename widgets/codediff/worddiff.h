#pragma once

#include <QList>
#include <QStringView>

namespace autodidact {

/// Part of a line, in UTF-16 units.
struct WordSpan {
    int start = 0;
    int length = 0;

    bool operator==(const WordSpan &) const = default;
};

/// What differs between two versions of one line.
struct WordChanges {
    QList<WordSpan> removed;     ///< in the old line
    QList<WordSpan> added;       ///< in the new line
    double likeness = 1;         ///< share of characters other than blanks in words that both have, 0 to 1

    bool operator==(const WordChanges &) const = default;
};

/// Compares two lines word by word.
class WordDiff
{
public:
    /// Longest common sequence of words. Two lines with very many words between their first and last
    /// difference count as different there throughout.
    static WordChanges compare(QStringView before, QStringView after);

    /// Names and numbers, runs of blanks, and every other character by itself.
    static QList<WordSpan> words(QStringView line);
};

} // namespace autodidact
