#include "core/git/clone.h"

#include "core/git/cloneparts.h"
#include "core/git/readonlyobjects.h"
#include "core/git/treepath.h"
#include "core/git/treewriter.h"

#include <git2/sys/mempack.h>

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int MemoryFirst = 999;

std::optional<TreeFile::Kind> kindOf(const git_tree_entry *entry)
{
    switch (git_tree_entry_filemode(entry)) {
    case GIT_FILEMODE_BLOB:
        return TreeFile::Kind::File;
    case GIT_FILEMODE_BLOB_EXECUTABLE:
        return TreeFile::Kind::Program;
    case GIT_FILEMODE_LINK:
        return TreeFile::Kind::Link;
    case GIT_FILEMODE_COMMIT:
        return TreeFile::Kind::Submodule;
    default:
        return std::nullopt;
    }
}

qint64 bytesOf(git_odb *objects, const git_tree_entry *entry)
{
    size_t size = 0;
    git_object_t type = GIT_OBJECT_ANY;
    return git_odb_read_header(&size, &type, objects, git_tree_entry_id(entry)) == 0 ? qint64(size) : 0;
}

struct Listing {
    git_odb *objects;
    QList<TreeFile> files;
};

int addEntry(const char *root, const git_tree_entry *entry, void *payload) noexcept
{
    auto *listing = static_cast<Listing *>(payload);
    if (const auto kind = kindOf(entry)) {
        listing->files.append({QString::fromUtf8(root) + QString::fromUtf8(git_tree_entry_name(entry)), *kind,
            *kind == TreeFile::Kind::Submodule ? 0 : bytesOf(listing->objects, entry)});
    }
    return 0;
}

git::EntryHandle entryAt(git_tree *tree, const QString &path)
{
    git_tree_entry *entry = nullptr;
    return git::EntryHandle(git_tree_entry_bypath(&entry, tree, path.toUtf8().constData()) == 0 ? entry : nullptr);
}

/// Why a file cannot be put at \p path of the tree; empty where it can.
QString placeProblem(git_tree *tree, const QString &path)
{
    if (const QString problem = pathProblem(path); !problem.isEmpty())
        return problem;
    for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1)) {
        const QString above = path.first(slash);
        const git::EntryHandle entry = entryAt(tree, above);
        if (entry && git_tree_entry_type(entry.get()) != GIT_OBJECT_TREE)
            return u"%1 is no folder"_s.arg(above);
    }
    const git::EntryHandle entry = entryAt(tree, path);
    if (entry && git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB)
        return u"there is a folder or a submodule of that name"_s;
    if (entry && git_tree_entry_filemode(entry.get()) == GIT_FILEMODE_LINK)
        return u"it is a symbolic link, and links may not be changed"_s;
    return {};
}

} // namespace

QByteArray hexOf(const git_oid &id)
{
    QByteArray hex(GIT_OID_SHA1_HEXSIZE, Qt::Uninitialized);
    git_oid_fmt(hex.data(), &id);
    return hex;
}

Result<git::TreeHandle> Clone::Parts::tree(const TreeId &id) const
{
    git_oid oid;
    git_tree *tree = nullptr;
    if (git_oid_fromstrn(&oid, id.hex.constData(), size_t(id.hex.size())) != 0
        || git_tree_lookup(&tree, repository.get(), &oid) != 0)
        return git::failure(u"the tree %1 cannot be read"_s.arg(QString::fromLatin1(id.hex)));
    return git::TreeHandle(tree);
}

Clone::Clone(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Clone::Clone(Clone &&) noexcept = default;
Clone &Clone::operator=(Clone &&) noexcept = default;
Clone::~Clone() = default;

Result<Clone> Clone::open(const QString &folder)
{
    git::begin();
    if (!QFileInfo(folder).isDir())
        return fail(ErrorKind::NotFound, u"%1 is no folder. Name the folder of a local clone."_s.arg(folder));
    auto parts = std::make_unique<Parts>();
    git_repository *onDisk = nullptr;
    if (git_repository_open_ext(&onDisk, folder.toUtf8().constData(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) != 0)
        return git::failure(u"%1 is no clone of a git repository"_s.arg(folder));
    parts->onDisk.reset(onDisk);
    git_odb *disk = nullptr;
    git_odb *memory = nullptr;
    git_odb_backend *written = nullptr;
    if (git_repository_odb(&disk, onDisk) != 0 || git_odb_new(&memory) != 0)
        return git::failure(u"the objects of %1 cannot be read"_s.arg(folder));
    parts->disk.reset(disk);
    parts->memory.reset(memory);
    if (git_mempack_new(&written) != 0 || git_odb_add_backend(memory, written, MemoryFirst) != 0)
        return git::failure(u"no memory for the trees of %1"_s.arg(folder));
    if (const Status through = git::readThrough(memory, disk); !through)
        return std::unexpected(through.error());
    git_repository *repository = nullptr;
    if (git_repository_wrap_odb(&repository, memory) != 0)
        return git::failure(u"the objects of %1 cannot be read"_s.arg(folder));
    parts->repository.reset(repository);
    return Clone(std::move(parts));
}

Result<TreeId> Clone::treeOf(const QString &commit) const
{
    const QByteArray digits = commit.trimmed().toLatin1();
    git_oid part;
    git_oid whole;
    git_commit *found = nullptr;
    const bool known = digits.size() >= 7 && digits.size() <= GIT_OID_SHA1_HEXSIZE
        && git_oid_fromstrn(&part, digits.constData(), size_t(digits.size())) == 0
        && git_odb_exists_prefix(&whole, m_parts->disk.get(), &part, size_t(digits.size())) == 0
        && git_commit_lookup(&found, m_parts->repository.get(), &whole) == 0;
    if (!known)
        return fail(ErrorKind::NotFound,
            u"the clone %1 does not hold the commit %2. Fetch it: git fetch --unshallow, or git fetch origin %2."_s.arg(
                QString::fromUtf8(git_repository_path(m_parts->onDisk.get())), commit));
    const git::CommitHandle handle(found);
    return TreeId{hexOf(*git_commit_tree_id(found))};
}

Result<QList<TreeFile>> Clone::files(const TreeId &tree) const
{
    const auto root = m_parts->tree(tree);
    if (!root)
        return std::unexpected(root.error());
    Listing listing{m_parts->memory.get(), {}};
    if (git_tree_walk(root->get(), GIT_TREEWALK_PRE, addEntry, &listing) != 0)
        return git::failure(u"the tree cannot be read"_s);
    std::ranges::sort(listing.files, {}, &TreeFile::path);
    return listing.files;
}

std::optional<TreeFile> Clone::find(const TreeId &tree, const QString &path) const
{
    const auto root = m_parts->tree(tree);
    const git::EntryHandle entry = root ? entryAt(root->get(), path) : nullptr;
    const auto kind = entry ? kindOf(entry.get()) : std::nullopt;
    if (!kind)
        return std::nullopt;
    return TreeFile{path, *kind, *kind == TreeFile::Kind::Submodule ? 0 : bytesOf(m_parts->memory.get(), entry.get())};
}

Result<QByteArray> Clone::read(const TreeId &tree, const QString &path) const
{
    const auto root = m_parts->tree(tree);
    if (!root)
        return std::unexpected(root.error());
    const git::EntryHandle entry = entryAt(root->get(), path);
    git_blob *blob = nullptr;
    if (!entry || git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB)
        return fail(ErrorKind::NotFound, u"there is no file %1"_s.arg(path));
    if (git_blob_lookup(&blob, m_parts->repository.get(), git_tree_entry_id(entry.get())) != 0)
        return git::failure(u"%1 cannot be read"_s.arg(path));
    const git::BlobHandle handle(blob);
    return QByteArray(static_cast<const char *>(git_blob_rawcontent(blob)), qsizetype(git_blob_rawsize(blob)));
}

Result<TreeId> Clone::changed(const TreeId &tree, const QList<FileChange> &changes) const
{
    TreeId id = tree;
    for (const FileChange &change : changes) {
        const auto root = m_parts->tree(id);
        if (!root)
            return std::unexpected(root.error());
        if (const QString problem = placeProblem(root->get(), change.path); !problem.isEmpty())
            return fail(ErrorKind::BadInput, u"%1: %2"_s.arg(change.path, problem));
        const git::EntryHandle there = entryAt(root->get(), change.path);
        if (!there && !change.content)
            return fail(ErrorKind::BadInput, u"%1: there is no such file"_s.arg(change.path));
        const QByteArray path = change.path.toUtf8();
        git_tree_update update{};
        update.action = change.content ? GIT_TREE_UPDATE_UPSERT : GIT_TREE_UPDATE_REMOVE;
        update.filemode = there ? git_tree_entry_filemode(there.get()) : GIT_FILEMODE_BLOB;
        update.path = path.constData();
        git_oid made;
        if (change.content
            && git_odb_write(&update.id, m_parts->memory.get(), change.content->constData(), size_t(change.content->size()),
                   GIT_OBJECT_BLOB)
                != 0)
            return git::failure(change.path);
        if (git_tree_create_updated(&made, m_parts->repository.get(), root->get(), 1, &update) != 0)
            return git::failure(change.path);
        id = {hexOf(made)};
    }
    return id;
}

Result<QByteArray> Clone::diff(const TreeId &from, const TreeId &to) const
{
    const auto before = m_parts->tree(from);
    const auto after = m_parts->tree(to);
    if (!before || !after)
        return std::unexpected(before ? after.error() : before.error());
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_SHOW_BINARY;
    options.id_abbrev = 10;
    git_diff *made = nullptr;
    if (git_diff_tree_to_tree(&made, m_parts->repository.get(), before->get(), after->get(), &options) != 0)
        return git::failure(u"the trees cannot be compared"_s);
    const git::DiffHandle handle(made);
    git_buf text = GIT_BUF_INIT;
    if (git_diff_to_buf(&text, made, GIT_DIFF_FORMAT_PATCH) != 0)
        return git::failure(u"the trees cannot be compared"_s);
    QByteArray bytes(text.ptr, qsizetype(text.size));
    git_buf_dispose(&text);
    return bytes;
}

Status Clone::write(const TreeId &tree, const QString &folder) const
{
    const auto root = m_parts->tree(tree);
    if (!root)
        return std::unexpected(root.error());
    return git::writeTree(m_parts->repository.get(), root->get(), folder);
}

} // namespace autodidact
