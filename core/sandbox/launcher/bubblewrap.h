#pragma once

#include <string>
#include <vector>

namespace autodidact::sandbox {

/// What bubblewrap shows to a server: the system read-only, an empty work folder, no home, no other
/// process, no network. The server keeps the right to make namespaces within its own user
/// namespace; its children give that up.
std::vector<std::string> bubblewrapArguments(const std::string &python);

/// The same server without bubblewrap: the gear "none".
std::vector<std::string> plainArguments(const std::string &python);

/// Python code that starts the server; \p plain is "True" or "False".
std::string serverStart(const char *plain);

} // namespace autodidact::sandbox
