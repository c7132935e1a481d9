#pragma once

#include "widgets/welcome/machinestate.h"

namespace autodidact {

/// Translated sentences for what a machine lacks.
namespace machinewords {

QString fault(const SandboxProbe &probe);        ///< "Programs cannot be given user namespaces of their own."
QString remedy(const SandboxProbe &probe);       ///< what to do, with the command to run; empty when nothing is known

/// Why the demo cannot run, what mends it, and below it what the system said; several lines. Empty when it can run.
QString whyNot(const MachineState &state);

} // namespace machinewords
} // namespace autodidact
