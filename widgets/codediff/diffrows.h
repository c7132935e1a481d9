#pragma once

#include "core/evaluation/linediff.h"
#include "widgets/codediff/worddiff.h"

namespace autodidact {

enum class RowKind { Kept, Changed, Removed, Added };

/// One line of one side.
struct DiffSide {
    int number = 0;              ///< from 1; 0 where this side has no line
    QString text;
    QList<WordSpan> words;       ///< what changed within a changed line

    bool operator==(const DiffSide &) const = default;
};

/// What stands side by side.
struct DiffRow {
    RowKind kind = RowKind::Kept;
    DiffSide before;
    DiffSide after;

    bool operator==(const DiffRow &) const = default;
};

/// Compares two texts line by line, and changed lines word by word.
class DiffRows
{
public:
    /// Every line of both texts, in order. Fails only where libgit2 does.
    static Result<QList<DiffRow>> compare(const QString &before, const QString &after);

    /// Puts removed lines beside those added lines that are alike.
    static QList<DiffRow> pair(const QList<DiffLine> &lines);

    /// One text without anything to compare it with.
    static QList<DiffRow> plain(const QString &text);
};

} // namespace autodidact
