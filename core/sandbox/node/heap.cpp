#include "heap.h"

#include "core/sandbox/supervisor/buffer.h"

#include <dlfcn.h>
#include <stdio.h>
#include <sys/mman.h>

namespace autodidact::sandbox {

namespace {

using Isolate = void;

Isolate *currentIsolate()
{
    const auto current = reinterpret_cast<Isolate *(*)()>(dlsym(RTLD_DEFAULT, "_ZN2v87Isolate10GetCurrentEv"));
    return current ? current() : nullptr;
}

} // namespace

void shrinkHeap()
{
    const auto shrink = reinterpret_cast<void (*)(Isolate *)>(dlsym(RTLD_DEFAULT, "_ZN2v87Isolate21LowMemoryNotificationEv"));
    if (Isolate *isolate = shrink ? currentIsolate() : nullptr)
        shrink(isolate);
}

void makeForkable()
{
    FILE *maps = fopen("/proc/self/maps", "re");
    if (!maps)
        return;
    char line[512];
    while (fgets(line, sizeof line, maps)) {
        unsigned long begin = 0;
        unsigned long end = 0;
        if (sscanf(line, "%lx-%lx", &begin, &end) == 2)
            madvise(reinterpret_cast<void *>(begin), end - begin, MADV_DOFORK); // fails for the kernel's own pages
    }
    fclose(maps);
}

void tellHeapLimit()
{
    using Handler = void (*)(const char *where, const void *details);
    Isolate *isolate = currentIsolate();
    const auto setHandler = reinterpret_cast<void (*)(Isolate *, Handler)>(
        dlsym(RTLD_DEFAULT, "_ZN2v87Isolate18SetOOMErrorHandlerEPFvPKcRKNS_10OOMDetailsEE"));
    if (isolate && setHandler)
        setHandler(isolate, [](const char *, const void *) { _exit(Buffer::memoryExit); });
}

} // namespace autodidact::sandbox
