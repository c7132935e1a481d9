// The native half of autodidact.Clock: without /proc and management beans a virtual machine does not know what it has used.
// Written against the names that Java looks for: needs no headers of Java.

#include <cstdint>
#include <ctime>

extern "C" __attribute__((visibility("default"))) int64_t Java_autodidact_Clock_cpuNanos(void *, void *) noexcept
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}
