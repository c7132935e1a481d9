#pragma once

#include "served.h"

namespace autodidact::sandbox {

/// What bubblewrap shows to a server: the system read-only, an empty work folder, no home, no other
/// process, no network. The server keeps the right to make namespaces within its own user
/// namespace; its children give that up. One that works alone has no right and is filtered from the start.
std::vector<std::string> bubblewrapArguments(const Served &served);

} // namespace autodidact::sandbox
