#pragma once

#include "nodeabi.h"

namespace autodidact::sandbox {

/// Puts onto \p target what the harness cannot do in JavaScript:
/// send(text), receive() and cpu() for the channel, pid(), report(kind, index, cpuUs, fields), turn() of the event loop, and
/// exit(code), which ends the process at once; trySocket(), which is forbidden.
void addNatives(napi_env env, napi_value target);

void addFunction(napi_env env, napi_value target, const char *name, napi_callback function);

/// Fits the event loop to a process that was forked.
void adoptLoop(napi_env env);

} // namespace autodidact::sandbox
