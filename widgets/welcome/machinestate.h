#pragma once

#include <QString>

namespace autodidact {

/// What the offline demo needs of this machine, and whether it is there.
struct MachineState {
    bool sandboxWorks = false;
    QString sandbox;             ///< its name, for example "bubblewrap"
    QString reason;              ///< why it does not work; empty when it does
    QString remedy;              ///< the command that mends it; may be empty
    QString python;              ///< version; empty when there is none

    bool demoPossible() const { return sandboxWorks && !python.isEmpty(); }
    bool operator==(const MachineState &) const = default;
};

} // namespace autodidact
