#include "statefolder.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

namespace fs = std::filesystem;

constexpr mode_t passable = 0711;

/// Ours, a folder, and nobody else may write to it.
bool isSafe(const std::string &path)
{
    struct stat info{};
    return lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid() && (info.st_mode & 022) == 0;
}

std::string candidate()
{
    if (geteuid() == 0)
        return "/run/autodidact";
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    if (runtime && access(runtime, W_OK | X_OK) == 0)
        return std::string(runtime) + "/autodidact";
    return "/tmp/autodidact-" + std::to_string(geteuid());
}

std::string lockFile(const std::string &folder)
{
    return folder + ".lock";
}

} // namespace

std::string stateFolder()
{
    const std::string path = candidate();
    const mode_t before = umask(0);
    for (const char *part : {"", "/podman", "/servers"})
        mkdir((path + part).c_str(), passable);
    for (const char *part : {"/podman/storage", "/podman/run", "/podman/tmp"})
        mkdir((path + part).c_str(), passable);
    umask(before);
    return isSafe(path) && isSafe(path + "/podman") && isSafe(path + "/servers") ? path : std::string();
}

OwnedFolder::OwnedFolder(const std::string &state)
    : m_path(state + "/servers/autodidact-XXXXXX")
{
    // Nobody sweeps while a folder has no lock yet.
    const int gate = open((state + "/servers.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    flock(gate, LOCK_SH);
    if (mkdtemp(m_path.data())) {
        chmod(m_path.c_str(), passable);
        m_lock = open(lockFile(m_path).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    }
    if (m_lock < 0 || flock(m_lock, LOCK_EX | LOCK_NB) != 0)
        m_path.clear();
    close(gate);
}

std::string OwnedFolder::name() const
{
    return m_path.substr(m_path.rfind('/') + 1);
}

void OwnedFolder::remove()
{
    std::error_code error;
    fs::remove_all(m_path, error);
    unlink(lockFile(m_path).c_str());
    close(m_lock);
}

void sweepStale(const std::string &state, const std::function<void(const std::string &)> &before)
{
    const int gate = open((state + "/servers.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (flock(gate, LOCK_EX | LOCK_NB) == 0) {
        std::error_code error;
        for (const fs::directory_entry &entry : fs::directory_iterator(state + "/servers", error)) {
            if (!entry.is_directory(error))
                continue;
            const std::string path = entry.path();
            const int lock = open(lockFile(path).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
            if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
                before(path);
                fs::remove_all(path, error);
                unlink(lockFile(path).c_str());
            }
            close(lock);
        }
    }
    close(gate);
}

} // namespace autodidact::sandbox
