#include "core/git/readonlyobjects.h"

#include <git2/sys/odb_backend.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace autodidact::git {

namespace {

struct Backend {
    git_odb_backend parent;
    git_odb *disk;
};

git_odb *diskOf(git_odb_backend *backend)
{
    return reinterpret_cast<Backend *>(backend)->disk;
}

int readObject(void **data, size_t *size, git_object_t *type, git_odb_backend *backend, const git_oid *id) noexcept
{
    git_odb_object *read = nullptr;
    if (const int status = git_odb_read(&read, diskOf(backend), id); status != 0)
        return status;
    const ObjectHandle object(read);
    *size = git_odb_object_size(read);
    *type = git_odb_object_type(read);
    *data = git_odb_backend_data_alloc(backend, *size + 1);
    if (!*data)
        return GIT_ERROR;
    std::memcpy(*data, git_odb_object_data(read), *size);
    static_cast<char *>(*data)[*size] = 0;
    return 0;
}

int readHeader(size_t *size, git_object_t *type, git_odb_backend *backend, const git_oid *id) noexcept
{
    return git_odb_read_header(size, type, diskOf(backend), id);
}

int exists(git_odb_backend *backend, const git_oid *id) noexcept
{
    return git_odb_exists(diskOf(backend), id);
}

void release(git_odb_backend *backend) noexcept
{
    delete reinterpret_cast<Backend *>(backend);
}

} // namespace

Status readThrough(git_odb *memory, git_odb *disk)
{
    auto backend = std::make_unique<Backend>();
    git_odb_init_backend(&backend->parent, GIT_ODB_BACKEND_VERSION);
    backend->parent.read = readObject;
    backend->parent.read_header = readHeader;
    backend->parent.exists = exists;
    backend->parent.free = release;
    backend->disk = disk;
    if (git_odb_add_backend(memory, &backend->parent, 1) != 0)
        return failure(u"the objects cannot be read"_s);
    (void)backend.release(); // the database frees it
    return {};
}

} // namespace autodidact::git
