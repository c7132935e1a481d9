#pragma once

#include "core/sandbox/options.h"

namespace autodidact {

/// Why no container can run here; empty where one can. Asks the engine, once: a container of ours that does not start is no
/// reason to skip.
QString containerObstacle();

} // namespace autodidact
