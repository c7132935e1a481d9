#include "core/runners/toolcache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <QStandardPaths>

#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

namespace fs = std::filesystem;

constexpr int waitMs = 180'000; // for another program that makes the same
constexpr std::chrono::hours unused{24 * 30};

fs::path pathOf(const QString &path)
{
    return fs::path(path.toStdString());
}

/// Attempts run as another user, who only reads.
void showToEverybody(const fs::path &path, const fs::file_status &status, std::error_code &problem)
{
    using enum fs::perms;
    const bool runs = fs::is_directory(status) || (status.permissions() & owner_exec) != none;
    fs::permissions(path, group_read | others_read | (runs ? group_exec | others_exec : none), fs::perm_options::add, problem);
}

/// The tree \p from below \p to, which may hold other things.
std::error_code linkTree(const fs::path &from, const fs::path &to)
{
    std::error_code problem;
    for (fs::recursive_directory_iterator at(from, problem), end; !problem && at != end; at.increment(problem)) {
        const fs::path target = to / at->path().lexically_relative(from);
        const fs::file_status status = at->symlink_status(problem);
        if (problem)
            return problem;
        if (fs::is_symlink(status)) {
            fs::copy_symlink(at->path(), target, problem);
        } else if (fs::is_directory(status)) {
            fs::create_directory(target, problem);
            if (!problem)
                showToEverybody(target, status, problem);
        } else {
            fs::create_hard_link(at->path(), target, problem);
            if (problem && problem != std::errc::file_exists) {
                problem.clear();
                fs::copy_file(at->path(), target, problem);
            }
            if (!problem)
                showToEverybody(target, status, problem);
        }
        if (problem)
            return problem;
    }
    return problem;
}

/// A power cut must not leave empty files under a name that says they are complete.
bool writeThrough(const QString &folder)
{
    const int fd = open(folder.toLocal8Bit().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool ok = fd >= 0 && syncfs(fd) == 0;
    if (fd >= 0)
        close(fd);
    return ok;
}

void removeUnused(const QString &cache, const QString &name)
{
    std::error_code problem;
    const auto now = fs::file_time_type::clock::now();
    for (const QString &entry : QDir(cache).entryList({name + u"-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const fs::path path = pathOf(cache + u'/' + entry);
        const auto used = fs::last_write_time(path, problem);
        if (!problem && now - used > unused)
            fs::remove_all(path, problem);
    }
}

/// Makes the folder \p kept, whole or not at all.
Status makeKept(const QString &kept, const std::function<Status(const QString &folder)> &make)
{
    const QString unfinished = kept + u".making"_s;
    QDir(unfinished).removeRecursively();
    if (!QDir().mkpath(unfinished))
        return fail(ErrorKind::Storage, u"%1 cannot be made"_s.arg(unfinished));
    Status made = make(unfinished);
    if (made && !(writeThrough(unfinished) && QDir().rename(unfinished, kept)))
        made = fail(ErrorKind::Storage, u"%1 cannot be kept"_s.arg(kept));
    if (!made)
        QDir(unfinished).removeRecursively();
    return made;
}

} // namespace

QString toolCacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/autodidact/tools"_s;
}

QByteArray fileState(const QString &path)
{
    struct stat info{};
    const QByteArray name = path.toLocal8Bit();
    if (::stat(name.constData(), &info) != 0)
        return name + '\n';
    return name + ' ' + QByteArray::number(qint64(info.st_size)) + ' ' + QByteArray::number(qint64(info.st_mtim.tv_sec)) + '.'
        + QByteArray::number(qint64(info.st_mtim.tv_nsec)) + '\n';
}

Status fetchTool(const QString &name, const QByteArray &fingerprint, const QString &destination,
    const std::function<Status(const QString &folder)> &make)
{
    const QString cache = toolCacheFolder();
    const QByteArray hash = QCryptographicHash::hash(fingerprint, QCryptographicHash::Sha256).toHex().first(16);
    const QString kept = cache + u'/' + name + u'-' + QString::fromLatin1(hash);
    if (!QDir().mkpath(cache))
        return make(destination);
    QLockFile lock(kept + u".lock"_s);
    lock.setStaleLockTime(0); // held as long as it takes; one whose program is gone counts as free
    if (!lock.tryLock(waitMs))
        return make(destination);
    if (!QDir(kept).exists()) {
        removeUnused(cache, name);
        const Status made = makeKept(kept, make);
        if (!made)
            return made.error().kind == ErrorKind::Storage ? make(destination) : made;
    }
    std::error_code problem;
    fs::last_write_time(pathOf(kept), fs::file_time_type::clock::now(), problem);
    if ((problem = linkTree(pathOf(kept), pathOf(destination))))
        return fail(ErrorKind::Storage, u"%1 could not be put into %2: %3. Remove the first folder to have it made again."_s.arg(
            kept, destination, QString::fromStdString(problem.message())));
    return {};
}

} // namespace autodidact
