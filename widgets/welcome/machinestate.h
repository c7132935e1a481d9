#pragma once

#include "core/sandbox/probe.h"

#include <optional>

namespace autodidact {

/// What the offline demo needs of this machine, and whether it is there.
struct MachineState {
    QString sandbox;                     ///< its name, for example "bubblewrap"
    std::optional<SandboxProbe> fault;   ///< the first step of the sandbox that does not work
    QString python;                      ///< version; empty when there is none

    bool sandboxWorks() const { return !fault; }
    bool demoPossible() const { return sandboxWorks() && !python.isEmpty(); }
    bool operator==(const MachineState &) const = default;
};

} // namespace autodidact
