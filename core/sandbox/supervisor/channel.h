#pragma once

#include "buffer.h"

namespace autodidact::sandbox {

/// One message on the channel between solution and tests: a size, then bytes. False when the other
/// side is gone.
bool sendFrame(int fd, const Buffer &frame);
bool receiveFrame(int fd, Buffer &frame);

/// First byte of a frame; what follows is the language's own.
inline constexpr char frameLoaded = 'L';     ///< what the solution offers
inline constexpr char frameLoadFailed = 'E'; ///< why it could not be loaded
inline constexpr char frameCall = 'C';       ///< name, arguments
inline constexpr char frameResult = 'R';     ///< CPU time, arguments that the call changed, result
inline constexpr char frameRaised = 'X';     ///< CPU time, exception
inline constexpr char frameNotPlain = 'N';   ///< CPU time, name of the type that cannot cross

/// Why a solution cannot be asked any more.
inline constexpr const char *solutionEnded = "ended";
inline constexpr const char *answerMalformed = "malformed";

/// CPU time of this process' first thread in microseconds (the clock of a whole process with a CPU
/// limit only ticks).
uint64_t cpuNow();

} // namespace autodidact::sandbox
