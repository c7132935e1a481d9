#pragma once

#include "core/git/githandles.h"

namespace autodidact::git {

/// Puts the objects of \p disk under \p memory so that they are read, and never written or even touched: libgit2 renews the
/// time of an object's file where it would have written the same one again. \p disk must live as long as \p memory.
/// BadInput with libgit2's words.
Status readThrough(git_odb *memory, git_odb *disk);

} // namespace autodidact::git
