#pragma once

#include "core/git/clone.h"
#include "core/git/githandles.h"

namespace autodidact {

/// The handles of a clone; members go in the order opposite to that in which they are needed.
struct Clone::Parts {
    git::RepositoryHandle onDisk;
    git::OdbHandle disk;             ///< the clone's own objects, read only
    git::OdbHandle memory;           ///< above them what is made here
    git::RepositoryHandle repository; ///< knows the objects and nothing else

    Result<git::TreeHandle> tree(const TreeId &id) const;
};

/// The hexadecimal digits of an object's name.
QByteArray hexOf(const git_oid &id);

} // namespace autodidact
