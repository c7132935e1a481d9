#pragma once

#include <string>

namespace autodidact::sandbox {

/// A control group for one server with its attempts, below the one that this process lives in: the new kind with memory.max,
/// else the old ones for memory and processes. No group where neither can be made; then the supervisor's watch is all.
struct ControlGroup {
    std::string memory;    ///< folder; empty: no group
    std::string processes; ///< folder, empty with the new kind
    bool unified = false;  ///< of the new kind

    bool isThere() const { return !memory.empty(); }
};

/// Makes one that \p user (an id of this machine) may limit, after removing those that killed keepers left.
ControlGroup makeControlGroup(unsigned user);

/// The group that a container engine made below \p parent (a name in the root of every hierarchy), for \p user to limit. No group
/// where there is none, or a limit of this process's rights.
ControlGroup engineGroup(const std::string &parent, unsigned user);

/// Opens the folders as memoryGroupFd and processGroupFd, with the lock that keeps others from removing them.
bool openControlGroup(const ControlGroup &group);

/// Opens it, and moves this process into it.
bool enterControlGroup(const ControlGroup &group);

/// Removes the group; processes that are just ending get some seconds for it. False where it stays.
bool removeControlGroup(const ControlGroup &group);

/// Makes a group, lets a process grow beyond its limit, sees it killed, and removes the group. What was found, or why not.
struct GroupTrial {
    bool works = false;
    std::string text;
};
GroupTrial tryControlGroup();

} // namespace autodidact::sandbox
