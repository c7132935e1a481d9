#pragma once

#include "widgets/welcome/machinestate.h"

namespace autodidact {

/// Tries what the offline demo needs on this machine. Takes a second or so; any thread.
MachineState lookAtMachine();

} // namespace autodidact
