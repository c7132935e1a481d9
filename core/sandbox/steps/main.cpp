// The server for attempts that are programs of their own. Started by autodidact-sandbox, inside bubblewrap.

#include "core/sandbox/supervisor/server.h"
#include "runner.h"

namespace {

using namespace autodidact::sandbox;

void nothing() { }

void live(Side, const Request &, const Buffer &program, const Buffer &plan)
{
    runPlan(program, plan);
}

// The address space is limited step by step: a virtual machine reserves more than it ever uses.
constexpr Language steps{
    .beforeFork = nothing, .afterFork = nothing, .live = live, .asksNameService = true, .limitsAddressSpace = false};

} // namespace

int main(int count, char **)
{
    serve(steps, count > 1 ? Walls::Nothing : Walls::Namespaces, nullptr);
}
