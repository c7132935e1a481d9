#pragma once

#include "core/tasks/unifieddiff.h"

#include <variant>

namespace autodidact {

/// A file as it shall be.
struct WholeFile {
    QString path;
    QString content;
};

/// A search/replace block.
struct Replacement {
    QString path;                ///< empty where the answer names none
    LineEdit edit;
};

/// A unified diff.
struct Patch {
    QString text;                ///< as it stands, for git
    QList<FileDiff> files;       ///< as it was understood
};

using AnswerPart = std::variant<WholeFile, Replacement, Patch>;

/// The changes that an answer holds, in order, with prose around them:
///   whole files: fenced blocks with the path in their info string, or alone on the line before;
///   search/replace blocks (<<<<<<< SEARCH, =======, >>>>>>> REPLACE) under a path, fenced or not;
///   unified diffs, fenced or not.
/// Fenced blocks without a path are examples and left out.
QList<AnswerPart> answerParts(const QString &answer);

} // namespace autodidact
