#pragma once

#include "core/sandbox/supervisor/buffer.h"

namespace autodidact::sandbox {

/// Runs a Python program of ours that tests on its own (pytest) and may write records through one
/// function.
[[noreturn]] void serveScript(const Buffer &program, const Buffer &blob);

} // namespace autodidact::sandbox
