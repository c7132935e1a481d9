#include "container.h"

#include "core/sandbox/entry/handover.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

/// Users of a container started by root: a range that the machine has no people in.
constexpr unsigned firstUser = 1878982656;
constexpr const char *mostProcesses = "4096";

std::string userRange()
{
    return "0:" + std::to_string(firstUser) + ":65536";
}

void add(Arguments &arguments, const Arguments &more)
{
    arguments.insert(arguments.end(), more.begin(), more.end());
}

/// Three quarters of the machine's memory, so that a server can never take the whole machine.
std::string memoryLimit()
{
    return std::to_string(uint64_t(sysconf(_SC_PHYS_PAGES)) / 4 * 3 * uint64_t(sysconf(_SC_PAGESIZE)));
}

/// The parts of the system that a server sees, as in bubblewrap's arguments.
Arguments systemParts(const Served &served)
{
    Arguments parts{"/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc/ld.so.cache", "/etc/alternatives"};
    add(parts, served.shownIfThere);
    return parts;
}

/// /lib and its like are links into /usr on most systems, folders on some.
bool isLink(const fs::path &path)
{
    std::error_code error;
    return fs::is_symlink(path, error) && fs::read_symlink(path, error).is_relative();
}

void makePlace(const fs::path &place, bool folder, std::error_code &error)
{
    fs::create_directories(folder ? place : place.parent_path(), error);
    if (!folder)
        std::ofstream(place).close();
}

/// Mount points for everything that is bound or that the engine mounts itself, and the system's own links.
void makeRootTree(const Container &container, const Served &served, std::error_code &error)
{
    const fs::path root = container.folder + "/root";
    for (const char *folder : {"proc", "sys", "dev/shm", "work", "support", "autodidact", "run/secrets", "var/tmp"})
        makePlace(root / folder, true, error);
    for (const char *file : {"run/.containerenv", "etc/hosts", "etc/hostname", "etc/resolv.conf"})
        makePlace(root / file, false, error);
    fs::create_symlink("work", root / "tmp", error);
    for (const std::string &part : systemParts(served)) {
        std::error_code absent;
        const fs::path source = container.image + part;
        const fs::path place = root / part.substr(1);
        if (isLink(source))
            fs::copy_symlink(source, place, error);
        else if (fs::exists(source, absent))
            makePlace(place, fs::is_directory(source, absent), error);
    }
}

void addSystem(Arguments &arguments, const Container &container, const Served &served)
{
    for (const std::string &part : systemParts(served)) {
        std::error_code error;
        const std::string source = container.image + part;
        if (!isLink(source) && fs::exists(source, error))
            add(arguments, {"--volume", fs::canonical(source, error).string() + ":" + part + ":ro"});
    }
}

void addStore(Arguments &arguments, const Container &container)
{
    if (container.isDocker())
        return;
    if (!container.named())
        add(arguments, {"--root", container.store + "/storage", "--runroot", container.store + "/run", "--tmpdir",
                           container.store + "/tmp", "--storage-driver", "vfs"});
    if (!container.runtime.empty())
        add(arguments, {"--runtime", container.runtime, "--cgroup-manager", "cgroupfs"});
}

/// What only podman knows: no files of the engine's own in the container, and its root is nobody on the machine.
void addPodman(Arguments &arguments, const Container &container)
{
    add(arguments, {"--no-hosts", "--passwd=false", "--http-proxy=false", "--image-volume", "ignore", "--read-only-tmpfs=false"});
    if (geteuid() == 0)
        add(arguments, {"--uidmap", userRange(), "--gidmap", userRange()});
    if (!container.limited)
        add(arguments, {"--cgroups", container.runtime == "crun" ? "disabled" : "enabled"});
    else if (!container.runtime.empty())
        add(arguments, {"--cgroups", "no-conmon", "--cgroup-parent", "/" + container.name});
}

} // namespace

unsigned serverUser()
{
    return firstUser + 1000;
}

bool furnish(const Container &container, const Served &served)
{
    const Bytes entry = entryProgram();
    const std::string path = container.folder + "/shared/entry";
    std::error_code error;
    fs::create_directories(container.folder + "/shared", error);
    std::ofstream file(path, std::ios::binary);
    file.write(static_cast<const char *>(entry.data), std::streamsize(entry.size));
    file.close();
    fs::permissions(path, fs::perms(0755), error);
    const std::string written = container.folder + "/containers.conf";
    std::ofstream settings(written);
    // Locks in files: those in shared memory belong to the podman of the machine's people.
    settings << "[containers]\nlog_driver = \"none\"\n[engine]\nlock_type = \"file\"\nevents_logger = \"none\"\n";
    settings.close();
    fs::rename(written, container.store + "/containers.conf", error);
    if (!container.named())
        makeRootTree(container, served, error);
    return file.good() && settings.good() && !error;
}

Arguments containerArguments(const Container &container, const Served &served)
{
    Arguments arguments{container.engine};
    addStore(arguments, container);
    add(arguments, {"run", "--rm", "--name", container.name, "--pull", "never", "--network", "none", "--log-driver", "none",
                       "--read-only", "--user", "0:0", "--workdir", "/", "--hostname", "sandbox", "--ulimit", "nofile=1024:1024",
                       "--ulimit", "nproc=4096:4096", "--ulimit", "core=0:0", "--cap-drop", "ALL"});
    for (const char *capability : {"SYS_ADMIN", "SYS_PTRACE", "SYS_CHROOT", "SETUID", "SETGID"})
        add(arguments, {"--cap-add", capability});
    for (const char *option : {"seccomp=unconfined", "apparmor=unconfined", "label=disable", "no-new-privileges"})
        add(arguments, {"--security-opt", option});
    if (container.limited)
        add(arguments, {"--memory", memoryLimit(), "--memory-swap", memoryLimit(), "--pids-limit", mostProcesses});
    if (!container.isDocker())
        addPodman(arguments, container);
    add(arguments, {"--volume", container.folder + "/shared:" + entryFolder + ":ro"});
    if (!served.support.empty())
        add(arguments, {"--volume", served.support + ":/support:ro"});
    const std::string entry = std::string(entryFolder) + "/entry";
    if (container.named()) {
        add(arguments, {"--tmpfs", "/work:ro,size=4k", "--entrypoint", entry, container.image});
    } else {
        addSystem(arguments, container, served);
        add(arguments, {"--rootfs", container.folder + "/root", entry});
    }
    return arguments;
}

Arguments removalArguments(const Container &container)
{
    Arguments arguments{container.engine};
    addStore(arguments, container);
    add(arguments, {"rm", "--force", container.name});
    if (!container.isDocker())
        add(arguments, {"--time", "0", "--ignore"});
    return arguments;
}

Arguments engineEnvironment(const Container &container)
{
    Arguments environment{"PODMAN_IGNORE_CGROUPSV1_WARNING=1"};
    for (const char *name : {"PATH", "HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "DOCKER_HOST"}) {
        if (const char *value = getenv(name))
            environment.push_back(std::string(name) + "=" + value);
    }
    if (!container.named())
        environment.push_back("CONTAINERS_CONF=" + container.store + "/containers.conf");
    return environment;
}

} // namespace autodidact::sandbox
