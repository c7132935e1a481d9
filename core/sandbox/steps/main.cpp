// The server for attempts that are programs of their own. Started by autodidact-sandbox, inside bubblewrap.

#include "core/sandbox/supervisor/server.h"
#include "runner.h"

#include <sys/mman.h>

namespace {

using namespace autodidact::sandbox;

volatile uint32_t *stepMemoryMb = nullptr;

void nothing() { }

void live(Side, const Request &, const Buffer &program, const Buffer &plan)
{
    runPlan(program, plan, stepMemoryMb);
}

} // namespace

int main(int count, char **)
{
    void *page = mmap(nullptr, sizeof *stepMemoryMb, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        return 1;
    stepMemoryMb = static_cast<volatile uint32_t *>(page);
    // The address space is limited step by step: a virtual machine reserves more than it ever uses.
    const Language steps{.beforeFork = nothing,
        .afterFork = nothing,
        .live = live,
        .asksNameService = true,
        .limitsAddressSpace = false,
        .memoryMb = stepMemoryMb};
    serve(steps, count > 1 ? Walls::Nothing : Walls::Namespaces, nullptr);
}
