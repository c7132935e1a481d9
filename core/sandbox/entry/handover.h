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

/// Three descriptors travel with it: control, filter, module.
inline constexpr int handoverFds = 3;
inline constexpr size_t largestHandover = 64 * 1024;

/// What arrived; \c size is 0 when nothing sensible did.
struct Handover {
    char text[largestHandover];
    size_t size = 0;
    int fds[handoverFds] = {-1, -1, -1};
};

/// Waits on the socket for what the helper says. Its result lives as long as the process.
Handover &receiveHandover();

} // namespace autodidact::sandbox
