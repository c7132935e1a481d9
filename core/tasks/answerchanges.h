#pragma once

#include "core/git/clone.h"

#include <QStringList>

namespace autodidact {

/// What an answer changes in a repository.
struct AnswerChanges {
    TreeId tree;                 ///< the base with all changes
    QString diff;                ///< from the base to it, as git writes it
    QStringList problems;        ///< one a change that was refused: file, hunk or block, reason; then there is no tree

    bool refused() const { return !problems.isEmpty(); }
};

/// Takes the changes out of an answer (see answerParts) and makes them in the tree \p base: all of them, or none. What git has
/// written itself, such as published predictions, is applied by git alone and exactly. An answer that changes nothing is
/// refused. Errors are those of the clone.
Result<AnswerChanges> answerChanges(const Clone &clone, const TreeId &base, const QString &answer);

} // namespace autodidact
