#include "payload.h"

asm(".section .rodata\n"
    ".global zygoteBegin\n"
    "zygoteBegin:\n"
    ".incbin \"" ZYGOTE_FILE "\"\n"
    ".global zygoteEnd\n"
    "zygoteEnd:\n"
    ".byte 0\n"
    ".text\n");

extern "C" __attribute__((visibility("hidden"))) const char zygoteBegin[], zygoteEnd[];

namespace autodidact::sandbox {

Bytes zygoteModule()
{
    return {zygoteBegin, size_t(zygoteEnd - zygoteBegin)};
}

} // namespace autodidact::sandbox
