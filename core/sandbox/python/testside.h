#pragma once

#include "core/sandbox/supervisor/buffer.h"

namespace autodidact::sandbox {

/// The life of a process that holds the tests, with the solution in another process or in this one.
[[noreturn]] void serveTests(const Buffer &blob);
[[noreturn]] void serveBoth(const Buffer &program, const Buffer &blob);

} // namespace autodidact::sandbox
