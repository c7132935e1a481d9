#pragma once

#include "payload.h"

#include <string>
#include <vector>

namespace autodidact::sandbox {

/// What a kind of server needs to start.
struct Served {
    Bytes payload;                          ///< becomes descriptor moduleFd
    std::vector<std::string> environment;   ///< names and values by turns, beside what every server has
    std::vector<std::string> command;       ///< within bubblewrap
    std::vector<std::string> plainCommand;  ///< without it: the gear "none"
    std::string support;                    ///< folder that attempts see as /support, or empty
    std::vector<std::string> shownIfThere;  ///< more of the system that attempts may read
};

/// The kinds are "python", "node" and "steps"; an empty command for any other. \p interpreter is the path of the language's own
/// program where the server lives in one, for "steps" the folder that attempts see as /support.
Served servedKind(const std::string &kind, const std::string &interpreter);

} // namespace autodidact::sandbox
