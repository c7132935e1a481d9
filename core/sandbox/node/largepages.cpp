#include "largepages.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

constexpr uintptr_t large = 2u << 20;
constexpr uintptr_t least = 8u << 20;

struct Range {
    uintptr_t begin = 0;
    uintptr_t end = 0;
    uintptr_t size() const { return end - begin; }
};

uintptr_t roundedUp(uintptr_t address)
{
    return (address + large - 1) & ~(large - 1);
}

/// The largest piece of code that comes from a file: V8 and Node.js, in a library or the program itself.
Range largestCode()
{
    Range largest;
    FILE *maps = fopen("/proc/self/maps", "re");
    if (!maps)
        return largest;
    char line[512];
    while (fgets(line, sizeof line, maps)) {
        unsigned long begin = 0, end = 0, inode = 0;
        char rights[5] = {};
        if (sscanf(line, "%lx-%lx %4s %*x %*s %lu", &begin, &end, rights, &inode) == 4 && inode != 0 && strcmp(rights, "r-xp") == 0
            && end - begin > largest.size())
            largest = {begin, end};
    }
    fclose(maps);
    return largest;
}

/// Whether a good part of the large page at \p address was used so far.
bool isUsed(int pageMap, uintptr_t address)
{
    constexpr uintptr_t size = 4096;
    uint64_t entries[large / size] = {};
    if (pread(pageMap, entries, sizeof entries, off_t(address / size * sizeof *entries)) != sizeof entries)
        return false;
    size_t present = 0;
    for (const uint64_t entry : entries)
        present += entry >> 63;
    return present >= large / size / 4;
}

/// From the first large page that is used to the last one.
Range usedPart(const Range &code)
{
    Range used;
    const int pageMap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    for (uintptr_t at = roundedUp(code.begin); pageMap >= 0 && at + large <= code.end; at += large) {
        if (isUsed(pageMap, at))
            used = {used.begin ? used.begin : at, at + large};
    }
    close(pageMap);
    return used;
}

/// Bytes of the mapping that begins at \p address which lie in large pages.
uintptr_t inLargePages(uintptr_t address)
{
    FILE *maps = fopen("/proc/self/smaps", "re");
    if (!maps)
        return 0;
    char line[512];
    bool inside = false;
    unsigned long begin = 0, end = 0, kilobytes = 0;
    while (fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%lx-%lx ", &begin, &end) == 2)
            inside = begin <= address && address < end;
        else if (inside && sscanf(line, "AnonHugePages: %lu kB", &kilobytes) == 1)
            break;
    }
    fclose(maps);
    return inside ? uintptr_t(kilobytes) << 10 : 0;
}

} // namespace

void useLargePages()
{
    const Range moved = usedPart(largestCode());
    if (moved.size() < least)
        return;
    const size_t room = moved.size() + large;
    void *area = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (area == MAP_FAILED)
        return;
    void *copy = reinterpret_cast<void *>(roundedUp(uintptr_t(area)));
    bool ok = madvise(copy, moved.size(), MADV_HUGEPAGE) == 0;
    if (ok) {
        memcpy(copy, reinterpret_cast<void *>(moved.begin), large); // a look whether there are any, before more is copied
        ok = inLargePages(uintptr_t(copy)) == large;
    }
    if (ok) {
        memcpy(copy, reinterpret_cast<void *>(moved.begin), moved.size());
        ok = inLargePages(uintptr_t(copy)) == moved.size() && mprotect(copy, moved.size(), PROT_READ | PROT_EXEC) == 0;
    }
    if (ok)
        mremap(copy, moved.size(), moved.size(), MREMAP_MAYMOVE | MREMAP_FIXED, reinterpret_cast<void *>(moved.begin));
    // What is left of the area: the pieces that alignment left over, or all of it.
    if (ok) {
        munmap(area, uintptr_t(copy) - uintptr_t(area));
        munmap(static_cast<char *>(copy) + moved.size(), uintptr_t(area) + room - uintptr_t(copy) - moved.size());
    } else {
        munmap(area, room);
    }
}

} // namespace autodidact::sandbox
