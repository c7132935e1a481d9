#include "native.h"

#include "core/sandbox/supervisor/channel.h"
#include "core/sandbox/supervisor/child.h"
#include "core/sandbox/supervisor/report.h"
#include "values.h"

#include <sys/socket.h>

namespace autodidact::sandbox {

namespace {

uv_loop_s *loop = nullptr;

/// Whether the other side took it.
napi_value send(napi_env env, napi_callback_info info)
{
    const Arguments arguments(env, info);
    Buffer frame;
    addText(frame, env, arguments.values[0]);
    napi_value sent = nullptr;
    napi_get_boolean(env, sendFrame(channelFd, frame), &sent);
    return sent;
}

/// The next message, or undefined when the other side is gone. Its bytes are anybody's: what is no UTF-8 becomes U+FFFD.
napi_value receive(napi_env env, napi_callback_info)
{
    Buffer frame;
    const bool received = receiveFrame(channelFd, frame);
    uv_update_time(loop); // timers count from here
    return received ? textValue(env, frame.data(), frame.size()) : undefined(env);
}

napi_value cpu(napi_env env, napi_callback_info)
{
    return numberValue(env, double(cpuNow()));
}

napi_value writeReport(napi_env env, napi_callback_info info)
{
    const Arguments arguments(env, info);
    Buffer fields;
    addFields(fields, env, arguments.values[3]);
    report(RecordKind(uint32_t(arguments.number(0))), uint32_t(arguments.number(1)), uint64_t(arguments.number(2)), &fields);
    return undefined(env);
}

napi_value processId(napi_env env, napi_callback_info)
{
    return numberValue(env, double(getpid()));
}

/// Waits for the next event and runs what it leads to. False when there is none to wait for.
napi_value turn(napi_env env, napi_callback_info)
{
    constexpr uv_run_mode once = 1;
    const bool alive = uv_loop_alive(loop) != 0;
    if (alive)
        uv_run(loop, once);
    napi_value value = nullptr;
    napi_get_boolean(env, alive, &value);
    return value;
}

/// Makes the system call that a program within WebAssembly asked for in vain, so that the supervisor sees it, refuses it, and
/// tells of it.
napi_value trySocket(napi_env env, napi_callback_info)
{
    const int made = socket(AF_INET, SOCK_STREAM, 0);
    if (made >= 0)
        close(made);
    return undefined(env);
}

/// Without Node's own way out, which waits for threads that a forked process has not got.
napi_value leave(napi_env env, napi_callback_info info)
{
    _exit(int(Arguments(env, info).number(0)) & 0xff);
}

} // namespace

void addFunction(napi_env env, napi_value target, const char *name, napi_callback function)
{
    napi_value value = nullptr;
    napi_create_function(env, name, strlen(name), function, nullptr, &value);
    napi_set_named_property(env, target, name, value);
}

void addNatives(napi_env env, napi_value target)
{
    napi_get_uv_event_loop(env, &loop);
    addFunction(env, target, "send", send);
    addFunction(env, target, "receive", receive);
    addFunction(env, target, "cpu", cpu);
    addFunction(env, target, "pid", processId);
    addFunction(env, target, "report", writeReport);
    addFunction(env, target, "turn", turn);
    addFunction(env, target, "exit", leave);
    addFunction(env, target, "trySocket", trySocket);
}

void adoptLoop(napi_env env)
{
    napi_get_uv_event_loop(env, &loop);
    if (uv_loop_fork(loop) != 0)
        _exit(setupExit);
    uv_update_time(loop);
}

} // namespace autodidact::sandbox
