#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>

namespace autodidact {

/// Lines of \p before (from 1, ascending) that the change to \p after touched: removed or changed ones, and for a
/// pure insertion the line it follows (line 1 at the very start). By libgit2's default diff.
Result<QList<int>> touchedLines(const QString &before, const QString &after);

enum class LineChange { Kept, Added, Removed };

struct DiffLine {
    LineChange change = LineChange::Kept;
    QString text;

    bool operator==(const DiffLine &) const = default;
};

/// The whole of both texts as one list of kept, removed and added lines.
Result<QList<DiffLine>> lineDiff(const QString &before, const QString &after);

} // namespace autodidact
