#pragma once

#include "core/runners/runner.h"

namespace autodidact {

/// The type of the entry point as the task's starter fixes it, for example "fn(Vec<f32>, f32) -> bool"; empty where it is
/// generic or names types that are not the standard library's.
///
/// A program that passes it returns real values of those types: none that claims to equal everything.
QString rustSignature(const Execution &execution);

} // namespace autodidact
