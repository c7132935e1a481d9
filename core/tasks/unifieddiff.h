#pragma once

#include "core/tasks/lineedits.h"

#include <QStringList>

namespace autodidact {

/// What a unified diff says of one file.
struct FileDiff {
    QString oldPath;             ///< empty for a new file
    QString newPath;             ///< empty for one that goes
    bool link = false;           ///< it is a symbolic link, or becomes one
    bool renamed = false;        ///< git says so; else two different paths are a mistake
    QList<LineEdit> hunks;
};

/// Whether a diff begins at this line: "diff --git …", or "--- …" with "+++ …" in the next one.
bool beginsDiff(const QStringList &lines, qsizetype at);

/// Reads diffs from line \p at on, as far as they go, and moves \p at behind them. Headers of git and plain ones, with a/ and
/// b/ or without. A hunk goes as far as its lines look like one: the counts in its header may be wrong, or missing.
QList<FileDiff> readDiff(const QStringList &lines, qsizetype &at);

} // namespace autodidact
