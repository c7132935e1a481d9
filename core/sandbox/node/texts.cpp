#include "texts.h"

#include "values.h"

// Each text is made of files, each of which continues the one before it.
#define BEGIN_TEXT(name) ".global " name "Begin\n" name "Begin:\n"
#define END_TEXT(name) ".global " name "End\n" name "End:\n.byte 0\n"
#define TEXT(file) ".incbin \"" SCRIPT_FOLDER "/" file "\"\n"

// clang-format off
asm(".section .rodata\n"
    BEGIN_TEXT("harness")
    TEXT("node/crossing.js") TEXT("node/decoding.js") TEXT("node/surroundings.js") TEXT("node/loading.js") TEXT("node/program.js")
    TEXT("node/comparisons.js") TEXT("node/testside.js") TEXT("node/inprocess.js") TEXT("node/harness.js")
    END_TEXT("harness")
    BEGIN_TEXT("wasm")
    TEXT("wasm/host.js") TEXT("wasm/python.js") TEXT("wasm/pythonsides.js") TEXT("wasm/quickjs.js")
    TEXT("wasm/rust.js") TEXT("wasm/start.js")
    END_TEXT("wasm")
    BEGIN_TEXT("python")
    TEXT("harness.py") TEXT("crossing.py") TEXT("wasm/codec.py")
    END_TEXT("python")
    BEGIN_TEXT("realm")
    TEXT("wasm/realm.js") TEXT("wasm/inspect.js") TEXT("wasm/assert.js") TEXT("wasm/modules.js")
    END_TEXT("realm")
    BEGIN_TEXT("quickjs")
    TEXT("node/crossing.js") TEXT("node/decoding.js") TEXT("wasm/surroundings.js") TEXT("node/loading.js") TEXT("node/program.js")
    TEXT("node/comparisons.js") TEXT("node/testside.js") TEXT("node/inprocess.js") TEXT("node/harness.js")
    END_TEXT("quickjs")
    ".text\n");
// clang-format on

extern "C" __attribute__((visibility("hidden"))) const char harnessBegin[], harnessEnd[], wasmBegin[], wasmEnd[], pythonBegin[],
    pythonEnd[], realmBegin[], realmEnd[], quickjsBegin[], quickjsEnd[];

namespace autodidact::sandbox {

void addTexts(napi_env env, napi_value target)
{
    const struct {
        const char *name, *begin, *end;
    } texts[] = {{"source", harnessBegin, harnessEnd}, {"wasm", wasmBegin, wasmEnd}, {"python", pythonBegin, pythonEnd},
        {"realm", realmBegin, realmEnd}, {"quickjs", quickjsBegin, quickjsEnd}};
    for (const auto &[name, begin, end] : texts)
        napi_set_named_property(env, target, name, textValue(env, begin, size_t(end - begin)));
}

} // namespace autodidact::sandbox
