#include "core/git/treewriter.h"

#include "core/git/treepath.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace autodidact::git {

namespace {

constexpr int DeepestFolder = 100;

class Folder
{
public:
    explicit Folder(int descriptor) : m_descriptor(descriptor) {}
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

std::unexpected<Error> refused(const QString &path)
{
    return fail(ErrorKind::Storage, u"%1 could not be written: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
}

Status writeFile(const Folder &folder, const char *name, mode_t mode, QByteArrayView content, const QString &path)
{
    const Folder file(openat(folder.descriptor(), name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (file.descriptor() < 0)
        return refused(path);
    while (!content.isEmpty()) {
        const ssize_t count = ::write(file.descriptor(), content.data(), size_t(content.size()));
        if (count <= 0)
            return refused(path);
        content = content.sliced(count);
    }
    return fchmod(file.descriptor(), mode) == 0 ? Status() : refused(path);
}

class Writer
{
public:
    explicit Writer(git_repository *repository) : m_repository(repository) {}

    Status writeFolder(const git_tree *tree, const Folder &folder, const QString &above, int depth)
    {
        if (depth > DeepestFolder)
            return fail(ErrorKind::BadInput, u"%1 lies too deep"_s.arg(above));
        for (size_t i = 0; i < git_tree_entrycount(tree); ++i) {
            const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
            const QString path = above + QString::fromUtf8(git_tree_entry_name(entry));
            if (const QString problem = pathProblem(path); !problem.isEmpty())
                return fail(ErrorKind::BadInput, u"%1: %2"_s.arg(path, problem));
            if (const Status written = writeEntry(entry, folder, path, depth); !written)
                return written;
        }
        return {};
    }

private:
    Status writeEntry(const git_tree_entry *entry, const Folder &folder, const QString &path, int depth)
    {
        const char *name = git_tree_entry_name(entry);
        const git_object_t type = git_tree_entry_type(entry);
        if (type == GIT_OBJECT_BLOB)
            return writeBlob(entry, folder, path);
        if (mkdirat(folder.descriptor(), name, 0755) != 0)
            return refused(path);
        const Folder inner(openat(folder.descriptor(), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (inner.descriptor() < 0 || fchmod(inner.descriptor(), 0755) != 0)
            return refused(path);
        if (type != GIT_OBJECT_TREE)
            return {};
        git_tree *tree = nullptr;
        if (git_tree_lookup(&tree, m_repository, git_tree_entry_id(entry)) != 0)
            return failure(u"%1 cannot be read"_s.arg(path));
        const TreeHandle handle(tree);
        return writeFolder(tree, inner, path + u'/', depth + 1);
    }

    Status writeBlob(const git_tree_entry *entry, const Folder &folder, const QString &path)
    {
        git_blob *blob = nullptr;
        if (git_blob_lookup(&blob, m_repository, git_tree_entry_id(entry)) != 0)
            return failure(u"%1 cannot be read"_s.arg(path));
        const BlobHandle handle(blob);
        const QByteArray content(static_cast<const char *>(git_blob_rawcontent(blob)), qsizetype(git_blob_rawsize(blob)));
        const char *name = git_tree_entry_name(entry);
        const git_filemode_t mode = git_tree_entry_filemode(entry);
        if (mode == GIT_FILEMODE_LINK && !content.contains('\0') && !leavesTree(path, QString::fromUtf8(content)))
            return symlinkat(content.constData(), folder.descriptor(), name) == 0 ? Status() : refused(path);
        return writeFile(folder, name, mode == GIT_FILEMODE_BLOB_EXECUTABLE ? 0755 : 0644, content, path);
    }

    git_repository *m_repository;
};

} // namespace

Status writeTree(git_repository *repository, const git_tree *tree, const QString &folder)
{
    const Folder root(open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (root.descriptor() < 0)
        return refused(folder);
    return Writer(repository).writeFolder(tree, root, QString(), 0);
}

} // namespace autodidact::git
