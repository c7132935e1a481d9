#include "core/sandbox/supervisor/child.h"
#include "core/sandbox/supervisor/report.h"
#include "core/sandbox/supervisor/server.h"
#include "descriptors.h"
#include "heap.h"
#include "largepages.h"
#include "native.h"
#include "texts.h"
#include "values.h"

namespace {

using namespace autodidact::sandbox;

/// What the supervisor's callback needs to get back into JavaScript.
struct Return {
    napi_env env = nullptr;
    napi_value live = nullptr; ///< the harness' function live(side, program, entry, setup, tests)
};

Return way;

/// An array of names and codes by turns. Entry point and set-up go to \p arguments, too.
void readTests(const Buffer &blob, napi_value *arguments)
{
    Reader in(blob.data(), blob.size());
    readNonce(in);
    const Reader::Text entry = in.text();
    const Reader::Text setup = in.text();
    const uint32_t count = in.get<uint32_t>();
    if (!in.ok() || count > in.left())
        _exit(setupExit);
    arguments[0] = textValue(way.env, entry);
    arguments[1] = textValue(way.env, setup);
    napi_create_array_with_length(way.env, size_t(count) * 2, &arguments[2]);
    for (uint32_t i = 0; i < count * 2; ++i)
        napi_set_element(way.env, arguments[2], i, textValue(way.env, in.text()));
    if (!in.ok())
        _exit(setupExit);
}

const char *nameOf(Side side)
{
    return side == Side::Solution ? "solution" : side == Side::Tests ? "tests" : "both";
}

/// Calls the harness' function; should it return, what it threw goes to the output.
[[noreturn]] void callHarness(const napi_value *arguments, size_t count)
{
    napi_value result = nullptr;
    napi_call_function(way.env, undefined(way.env), way.live, count, arguments, &result);
    napi_value error = nullptr;
    Buffer text;
    if (napi_get_and_clear_last_exception(way.env, &error) == 0 && napi_coerce_to_string(way.env, error, &error) == 0)
        addText(text, way.env, error);
    writeAll(2, text.data(), text.size());
    _exit(setupExit);
}

void live(Side side, const Request &, const Buffer &program, const Buffer &tests)
{
    restoreDescriptors();
    adoptLoop(way.env);
    const char *name = nameOf(side);
    napi_value arguments[5] = {textValue(way.env, name, strlen(name)), textValue(way.env, program.data(), program.size()),
        undefined(way.env), undefined(way.env), undefined(way.env)};
    if (side != Side::Solution)
        readTests(tests, arguments + 2);
    callHarness(arguments, 5);
}

/// The filter is sealed by now: nothing may be opened any more, and nothing has to be, because no event loop is used.
void liveWithinWasm(Side side, const Request &request, const Buffer &program, const Buffer &tests)
{
    restoreDescriptors();
    const char *name = request.mode == Mode::Script ? "program" : nameOf(side);
    napi_value arguments[6] = {textValue(way.env, name, strlen(name)), bytesValue(way.env, program), undefined(way.env),
        undefined(way.env), undefined(way.env), numberValue(way.env, request.memoryMb)};
    if (side != Side::Solution)
        readTests(tests, arguments + 2);
    callHarness(arguments, 6);
}

void nothing() {}

constexpr Language node{
    .beforeFork = nothing, .afterFork = nothing, .live = live, .limitsAddressSpace = false, .inChild = findSignalLock};

constexpr Language wasm{.beforeFork = nothing, .afterFork = nothing, .live = liveWithinWasm, .limitsAddressSpace = false, .baseMb = 192};

/// Makes this process the server. False in a forked one, which has no use for that.
bool becomeServer(napi_env env, const Arguments &arguments)
{
    if (way.env)
        return false;
    way = {env, arguments.values[1]};
    tellHeapLimit();
    shrinkHeap();
    useLargePages();
    makeForkable();
    noteDescriptors();
    return true;
}

/// serve(plain, live): never returns.
napi_value startServing(napi_env env, napi_callback_info info)
{
    const Arguments arguments(env, info);
    if (becomeServer(env, arguments))
        serve(node, arguments.flag(0) ? Walls::Nothing : Walls::Namespaces, nullptr);
    return undefined(env);
}

/// serveWasm(filterOnly, live): never returns.
napi_value startServingWasm(napi_env env, napi_callback_info info)
{
    const Arguments arguments(env, info);
    if (becomeServer(env, arguments))
        serve(wasm, arguments.flag(0) ? Walls::FilterOnly : Walls::Namespaces, nullptr);
    return undefined(env);
}

} // namespace

extern "C" __attribute__((visibility("default"))) napi_value napi_register_module_v1(napi_env env, napi_value exports)
{
    addNatives(env, exports);
    addFunction(env, exports, "serve", startServing);
    addFunction(env, exports, "serveWasm", startServingWasm);
    addTexts(env, exports);
    return exports;
}

extern "C" __attribute__((visibility("default"))) int32_t node_api_module_get_api_version_v1()
{
    return 8;
}
