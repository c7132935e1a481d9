#include "app/workbench/machine.h"

#include "app/composition.h"
#include "core/sandbox/probe.h"

using namespace Qt::StringLiterals;

namespace autodidact {

MachineState lookAtMachine()
{
    MachineState state{.sandbox = u"bubblewrap"_s};
    state.python = toolVersions().value(u"python"_s);
    for (const SandboxProbe &probe : probeSandbox()) {
        if (probe.works || !probe.required)
            continue;
        state.fault = probe;
        break;                   // the first one is the cause of those after it
    }
    return state;
}

} // namespace autodidact
