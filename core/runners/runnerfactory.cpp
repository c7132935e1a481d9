#include "core/runners/runnerfactory.h"

#include "core/runners/pythonrunner.h"

namespace autodidact {

Result<std::unique_ptr<Runner>> makeRunner(const SandboxOptions &options)
{
    return resolved(options).transform(
        [](const SandboxOptions &complete) -> std::unique_ptr<Runner> {
            return std::make_unique<PythonRunner>(complete);
        });
}

} // namespace autodidact
