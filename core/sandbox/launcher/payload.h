#pragma once

#include <cstddef>

namespace autodidact::sandbox {

struct Bytes {
    const void *data = nullptr;
    size_t size = 0;
};

/// Python's extension module with the warm server, packed into this program.
Bytes pythonModule();

/// The same for Node.js: a native addon.
Bytes nodeModule();

/// The program that is the server for attempts in steps, packed likewise.
Bytes stepsProgram();

/// The first program inside a container.
Bytes entryProgram();

} // namespace autodidact::sandbox
