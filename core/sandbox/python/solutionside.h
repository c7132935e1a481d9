#pragma once

#include "core/sandbox/supervisor/buffer.h"
#include "pyabi.h"

namespace autodidact::sandbox {

/// One message on the channel between solution and tests: a size, then bytes. False when the other
/// side is gone.
bool sendFrame(int fd, const Buffer &frame);
bool receiveFrame(int fd, Buffer &frame);

/// First byte of a frame.
inline constexpr char frameLoaded = 'L';     ///< offers: a list, see harness.py
inline constexpr char frameLoadFailed = 'E'; ///< a tuple of texts, see load_error
inline constexpr char frameCall = 'C';       ///< name, (args, kwargs)
inline constexpr char frameResult = 'R'; ///< CPU time, 'm' or '-', [changed (args, kwargs)], result
inline constexpr char frameRaised = 'X'; ///< CPU time, see raised
inline constexpr char frameNotPlain = 'N'; ///< CPU time, name of the type

/// Loads the program into the module "solution". Its namespace (borrowed), or null with a Python
/// error set.
PyObject *loadSolution(const Buffer &program);

/// The life of a process that holds the solution: load, then answer calls until the tests' side is
/// gone.
[[noreturn]] void serveSolution(const Buffer &program);

/// CPU time of this process' first thread in microseconds (the clock of a whole process with a CPU
/// limit only ticks).
uint64_t cpuNow();

} // namespace autodidact::sandbox
