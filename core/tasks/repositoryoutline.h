#pragma once

#include "core/git/clone.h"

#include <QStringList>

namespace autodidact {

/// A file, or parts of one, for a prompt.
struct ShownFile {
    QString path;
    QString text;
    bool whole = true;           ///< else lines are left out, and the text says which

    bool operator==(const ShownFile &) const = default;
};

/// What a prompt shows of a repository.
struct RepositoryOutline {
    QStringList tree;            ///< paths by name; where they are too many, folders with the number of their files
    QList<ShownFile> files;      ///< those most likely to matter, best first

    bool operator==(const RepositoryOutline &) const = default;
};

/// How much of it, in characters (about four to a token).
struct OutlineBudget {
    qsizetype tree = 6000;
    qsizetype files = 32000;
    qsizetype oneFile = 12000;
};

/// The outline for a problem: files are ranked by the words of \p statement in their paths and contents, rare words counting
/// more, and tests less. The same for the same tree and statement. Errors are those of the clone.
Result<RepositoryOutline> outlineOf(
    const Clone &clone, const TreeId &tree, const QString &statement, const OutlineBudget &budget = {});

} // namespace autodidact
