#pragma once

#include <QString>

namespace autodidact {

/// What is wrong with a path below the root of a tree, in words; empty when nothing is. Refused are absolute paths, "..",
/// ".", empty parts, anything named .git, backslashes, control characters, and more than 400 characters.
QString pathProblem(const QString &path);

/// Whether a symbolic link at \p path with this target points out of the tree it lies in.
bool leavesTree(const QString &path, const QString &target);

} // namespace autodidact
