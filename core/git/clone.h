#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace autodidact {

/// A tree of a clone, or one that was made from it in memory.
struct TreeId {
    QByteArray hex;

    bool operator==(const TreeId &) const = default;
};

/// One entry of a tree that is no folder.
struct TreeFile {
    enum class Kind { File, Program, Link, Submodule };

    QString path;
    Kind kind = Kind::File;
    qint64 bytes = 0;

    bool operator==(const TreeFile &) const = default;
};

/// A file's new content; none means that it goes. A new file is a plain one, another keeps its kind.
struct FileChange {
    QString path;
    std::optional<QByteArray> content;
};

/// Why a patch, or one hunk of it, does not apply.
struct PatchProblem {
    QString path;
    int hunk = 0;        ///< from 1 in its file; 0 for the file as a whole
    QString reason;

    bool operator==(const PatchProblem &) const = default;
};

/// A local clone of a git repository. It is only read: trees made from it live in the memory of this object. No
/// configuration, hook, filter or attribute of it has any effect. For one thread at a time.
class Clone
{
public:
    /// A folder with a clone, bare or not. NotFound or BadInput say what the folder is instead.
    static Result<Clone> open(const QString &folder);

    Clone(Clone &&) noexcept;
    Clone &operator=(Clone &&) noexcept;
    ~Clone();

    /// The tree of a commit, by 7 to 40 digits. NotFound where the clone does not hold it.
    Result<TreeId> treeOf(const QString &commit) const;

    /// All files by path, submodules among them.
    Result<QList<TreeFile>> files(const TreeId &tree) const;

    /// Nothing where the tree has no such path, or not as a file.
    std::optional<TreeFile> find(const TreeId &tree, const QString &path) const;

    /// The content of a file, or a link's target. NotFound where there is none.
    Result<QByteArray> read(const TreeId &tree, const QString &path) const;

    /// The tree with these changes. BadInput for a path that leaves the tree, or runs through a link or a file.
    Result<TreeId> changed(const TreeId &tree, const QList<FileChange> &changes) const;

    /// The tree with a patch in git's form. Every hunk that does not apply is named; then there is no tree.
    std::expected<TreeId, QList<PatchProblem>> patched(const TreeId &tree, const QByteArray &patch) const;

    /// What leads from one tree to the other, as a patch in git's form.
    Result<QByteArray> diff(const TreeId &from, const TreeId &to) const;

    /// Writes the tree into \p folder, which must be empty, readable for everybody. No filter runs; submodules are empty
    /// folders; a link that leaves the tree becomes a plain file with its target. Storage when the file system refuses.
    Status write(const TreeId &tree, const QString &folder) const;

private:
    struct Parts;

    explicit Clone(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace autodidact
