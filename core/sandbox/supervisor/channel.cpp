#include "channel.h"

#include <time.h>

namespace autodidact::sandbox {

bool sendFrame(int fd, const Buffer &frame)
{
    const uint32_t size = uint32_t(frame.size());
    Buffer whole;
    whole.put(size);
    whole.add(frame.data(), frame.size());
    return writeAll(fd, whole.data(), whole.size());
}

bool receiveFrame(int fd, Buffer &frame)
{
    constexpr uint32_t largest = 256u << 20;
    uint32_t size = 0;
    if (!readAll(fd, &size, sizeof size) || size == 0 || size > largest)
        return false;
    frame.clear();
    return readAll(fd, frame.grow(size), size);
}

uint64_t cpuNow()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return uint64_t(now.tv_sec) * 1000000 + uint64_t(now.tv_nsec) / 1000;
}

} // namespace autodidact::sandbox
