#pragma once

#include "core/sandbox/wire.h"

namespace autodidact::sandbox {

/// The control group in which this server lives with its attempts, which run one after the other: a fence against what grows
/// faster than the supervisor looks. Entering a group is slow, so nobody enters one per attempt: forked processes are in it
/// from birth, and are the first to go. Without a group (the helper could make none) every function does nothing.
class Group {
public:
    /// Takes the folders that the helper left open.
    void open();

    bool isThere() const { return m_memory >= 0; }

    /// Sets the limits of \p request, beyond what the server itself has taken and the \p baseMb of a machine within it. False
    /// where the kernel refuses.
    bool limit(const Request &request, uint32_t baseMb);

    /// Whether the kernel ended a process of the group for its memory since the last limit().
    bool sawMemoryKill();

private:
    bool limitMemory(uint64_t bytes);

    int m_memory = -1;    ///< folder of the group that limits memory; of all limits with the new control groups
    int m_processes = -1; ///< folder of the group that limits processes; the same with the new control groups
    bool m_unified = false;
    uint64_t m_kills = 0;
    uint64_t m_bytes = 0;
    uint64_t m_mostProcesses = 0;
};

} // namespace autodidact::sandbox
