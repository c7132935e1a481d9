#pragma once

#include "core/sandbox/supervisor/buffer.h"
#include "nodeabi.h"

namespace autodidact::sandbox {

/// The arguments of a call from JavaScript; missing ones are undefined.
struct Arguments {
    Arguments(napi_env env, napi_callback_info info);

    static constexpr size_t most = 4;
    napi_env env;
    napi_value values[most] = {};

    double number(size_t index) const;       ///< 0 for anything else
    bool flag(size_t index) const;           ///< false for anything else
};

napi_value undefined(napi_env env);
napi_value numberValue(napi_env env, double number);
napi_value textValue(napi_env env, const char *text, size_t size);
napi_value textValue(napi_env env, Reader::Text text);

napi_value bytesValue(napi_env env, const Buffer &bytes); ///< a Buffer of Node.js

/// Appends the UTF-8 bytes of a string; nothing for any other value.
void addText(Buffer &out, napi_env env, napi_value text);

/// Appends an array of strings as the fields of a record.
void addFields(Buffer &out, napi_env env, napi_value texts);

} // namespace autodidact::sandbox
