#pragma once

#include "core/git/githandles.h"

namespace autodidact::git {

/// Clone::write. Every entry is made new, from the folder it lies in, so that no link is ever followed.
Status writeTree(git_repository *repository, const git_tree *tree, const QString &folder);

} // namespace autodidact::git
