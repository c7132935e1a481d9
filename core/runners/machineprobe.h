#pragma once

#include "core/sandbox/probe.h"

namespace autodidact {

/// Tries everything that this machine can do with programs, all at the same time: the steps of the sandbox, an attempt in
/// every language and in every other sandbox, the tools of projects. What is not `required` may be absent. Takes some
/// seconds, because the tools of Java and Rust make their libraries first. Starts real processes; never changes anything.
QList<SandboxProbe> probeMachine();

} // namespace autodidact
