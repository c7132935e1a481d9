#pragma once

#include "served.h"

namespace autodidact::sandbox {

/// The container that takes bubblewrap's place around a server.
struct Container {
    std::string engine;  ///< path of podman or docker
    std::string runtime; ///< "runc", "crun" or empty: the engine's own choice
    std::string image;   ///< name of an image, folder of a root tree, or empty: this system's own programs
    bool limited = true; ///< the engine can limit memory and processes here
    std::string store;   ///< folder with podman's files of ours
    std::string folder;  ///< of this container: entry, socket, root
    std::string name;

    bool isDocker() const { return engine.ends_with("docker"); }
    bool named() const { return !image.empty() && image.front() != '/'; } ///< an image of the engine's own store
};

/// The id on this machine of the user that a server is within a container that root started.
unsigned serverUser();

/// Makes what the container is started with: the entry and, unless it runs a named image, a root tree of mount points and
/// links. False where that cannot be done; errno says why.
bool furnish(const Container &container, const Served &served);

/// The engine's whole command line for a container that shows to a server what bubblewrap shows: the system read-only, an
/// empty work folder, no home, no other process, no network.
std::vector<std::string> containerArguments(const Container &container, const Served &served);

/// The engine's command line that ends and removes the container.
std::vector<std::string> removalArguments(const Container &container);

/// Variables for the engine: podman works with a configuration of ours where its own store is not needed.
std::vector<std::string> engineEnvironment(const Container &container);

} // namespace autodidact::sandbox
