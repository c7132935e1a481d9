#pragma once

#include "core/domain/task.h"
#include "core/git/clone.h"

namespace autodidact {

/// A tree as it is judged.
struct JudgedTree {
    TreeId tree;
    QStringList setUp;           ///< commands that are left to run
    QString tampering;           ///< what the attempt did to the tests; empty where nothing
};

/// Puts the judging tests into \p attempt, a tree made from \p base: the test patch, files that the set-up takes from another
/// commit ("git checkout COMMIT -- FILES"), and whatever else holds a judged test or steers the tests (conftest.py and its
/// like) as it was before the attempt. An attempt that deletes a judged file, or takes a judged test out of one, is told of.
/// BadInput when the test patch does not fit the base.
Result<JudgedTree> judgedTree(const Clone &clone, const TreeId &base, const TreeId &attempt, const Repository &repository);

} // namespace autodidact
