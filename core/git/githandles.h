#pragma once

#include "core/base/error.h"

#include <git2.h>

#include <memory>

namespace autodidact::git {

template<auto Free>
struct Freed {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using RepositoryHandle = std::unique_ptr<git_repository, Freed<git_repository_free>>;
using OdbHandle = std::unique_ptr<git_odb, Freed<git_odb_free>>;
using ObjectHandle = std::unique_ptr<git_odb_object, Freed<git_odb_object_free>>;
using CommitHandle = std::unique_ptr<git_commit, Freed<git_commit_free>>;
using TreeHandle = std::unique_ptr<git_tree, Freed<git_tree_free>>;
using EntryHandle = std::unique_ptr<git_tree_entry, Freed<git_tree_entry_free>>;
using BlobHandle = std::unique_ptr<git_blob, Freed<git_blob_free>>;
using DiffHandle = std::unique_ptr<git_diff, Freed<git_diff_free>>;
using IndexHandle = std::unique_ptr<git_index, Freed<git_index_free>>;

/// Makes libgit2 ready, once; afterwards nothing of this machine's or a user's configuration of git is read.
void begin();

/// What libgit2 said last in this thread.
QString lastMessage();

/// BadInput with \p what in front of libgit2's message.
std::unexpected<Error> failure(const QString &what);

} // namespace autodidact::git
