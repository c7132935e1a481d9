#pragma once

// What the helper hands to the entry inside the container, over a socket in a folder that both see. No C++ run time
// library here.

#include <stddef.h>

namespace autodidact::sandbox {

/// Folder of the container with the entry and the socket; gone before the server starts.
inline constexpr const char *entryFolder = "/autodidact";
inline constexpr const char *entrySocket = "/autodidact/socket";

/// The message is a list of texts, each with a zero at its end, whose first letter says what the rest is.
enum HandoverPart : char {
    HandoverAlone = 'A',       ///< a server without rights, filtered from its start; it speaks on its standard streams
    HandoverHidden = 'H',      ///< a folder in whose place there is an empty one
    HandoverEnvironment = 'E', ///< NAME=VALUE
    HandoverWord = 'W',        ///< the next word of the server's command
};

/// Descriptors travel with it: control, filter, module, and the folders of the control group as far as there is one. They
/// become controlFd and the numbers after it.
inline constexpr int leastHandoverFds = 3;
inline constexpr int mostHandoverFds = 5;
inline constexpr size_t largestHandover = 64 * 1024;

/// What arrived; \c size is 0 when nothing sensible did.
struct Handover {
    char text[largestHandover];
    size_t size = 0;
    int fds[mostHandoverFds] = {};
    int fdCount = 0;
};

/// Waits on the socket for what the helper says. Its result lives as long as the process.
Handover &receiveHandover();

} // namespace autodidact::sandbox
