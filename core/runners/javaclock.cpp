#include "core/runners/javaclock.h"

asm(".section .rodata\n"
    ".global javaClockBegin\n"
    "javaClockBegin:\n"
    ".incbin \"" JAVA_CLOCK_FILE "\"\n"
    ".global javaClockEnd\n"
    "javaClockEnd:\n"
    ".byte 0\n"
    ".text\n");

extern "C" __attribute__((visibility("hidden"))) const char javaClockBegin[], javaClockEnd[];

namespace autodidact {

QByteArrayView javaClock()
{
    return {javaClockBegin, javaClockEnd};
}

} // namespace autodidact
