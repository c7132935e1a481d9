#include "payload.h"

#define PACK(name, file)                                                                            \
    asm(".section .rodata\n"                                                                        \
        ".global " #name "Begin\n" #name "Begin:\n"                                                 \
        ".incbin \"" file "\"\n"                                                                    \
        ".global " #name "End\n" #name "End:\n"                                                     \
        ".byte 0\n"                                                                                 \
        ".text\n");                                                                                 \
    extern "C" __attribute__((visibility("hidden"))) const char name##Begin[], name##End[]

PACK(python, PYTHON_FILE);
PACK(node, NODE_FILE);
PACK(steps, STEPS_FILE);
PACK(entry, ENTRY_FILE);

namespace autodidact::sandbox {

Bytes pythonModule()
{
    return {pythonBegin, size_t(pythonEnd - pythonBegin)};
}

Bytes nodeModule()
{
    return {nodeBegin, size_t(nodeEnd - nodeBegin)};
}

Bytes stepsProgram()
{
    return {stepsBegin, size_t(stepsEnd - stepsBegin)};
}

Bytes entryProgram()
{
    return {entryBegin, size_t(entryEnd - entryBegin)};
}

} // namespace autodidact::sandbox
