#pragma once

#include "payload.h"

#include <string>
#include <vector>

namespace autodidact::sandbox {

/// What a kind of server needs to start.
struct Served {
    Bytes payload;                          ///< becomes descriptor moduleFd
    std::vector<std::string> environment;   ///< names and values by turns, beside what every server has
    std::vector<std::string> command;       ///< within bubblewrap
    std::vector<std::string> plainCommand;  ///< without it: the gear "none"
    std::string support;                    ///< folder that attempts see as /support, or empty
    std::vector<std::string> shownIfThere;  ///< more of the system that attempts may read
    std::vector<std::string> hidden;        ///< folders of the system that they may not
    std::vector<std::string> opened;        ///< files that become descriptors from openedFd on
    bool sealed = false; ///< its attempts open nothing: see FilterUse::Sealed
    bool alone = false; ///< a single process for good: filtered from its start, its standard input and output are the control socket
};

/// The kinds are "python", "node", "steps", "java" (steps, without the system's Java and libraries for it) and "javac" (the
/// warm compiler); an empty command for any other. \p interpreter is the path of the language's own program where the
/// server lives in one, for the others the folder that attempts see as /support.
///
/// For "node" \p folder is a snapshot of Node.js, or empty.
///
/// "wasm-python" and "wasm-javascript" are Node.js with a machine of WebAssembly out of \p folder, "wasm-rust" is Node.js for
/// programs that are WebAssembly themselves; their plain command is for a sealed filter without bubblewrap.
Served servedKind(const std::string &kind, const std::string &interpreter, const std::string &folder);

/// The command that writes the snapshot \p file of \p interpreter, which is Node.js, for servedKind().
std::vector<std::string> nodeSnapshotCommand(const std::string &interpreter, const std::string &file);

/// Names and values by turns: everything that a server finds in its environment within bubblewrap or a container.
std::vector<std::string> serverEnvironment(const Served &served);

} // namespace autodidact::sandbox
