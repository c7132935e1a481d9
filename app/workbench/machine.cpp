#include "app/workbench/machine.h"

#include "app/composition.h"
#include "core/sandbox/probe.h"

using namespace Qt::StringLiterals;

namespace autodidact {

MachineState lookAtMachine()
{
    MachineState state{.sandboxWorks = true, .sandbox = u"bubblewrap"_s};
    state.python = toolVersions().value(u"python"_s);
    for (const SandboxProbe &probe : probeSandbox()) {
        if (probe.works || !probe.required)
            continue;
        state.sandboxWorks = false;
        state.reason = u"%1: %2"_s.arg(probe.name, probe.detail);
        state.remedy = probe.remedy;
        break;                   // the first one is the cause of those after it
    }
    if (state.sandboxWorks && state.python.isEmpty())
        state.reason = u"python3 is not installed."_s;
    return state;
}

} // namespace autodidact
