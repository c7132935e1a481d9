#include "core/update/updater.h"

namespace autodidact {

UpdateLimits UpdateLimits::of(const RunConfig &config)
{
    return {.promptTokens = config.promptTokens, .maxRules = config.maxRules, .editBound = config.editBound};
}

} // namespace autodidact
