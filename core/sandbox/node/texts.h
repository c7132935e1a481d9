#pragma once

#include "nodeabi.h"

namespace autodidact::sandbox {

/// Puts the harnesses onto \p target as texts: source (JavaScript tests in Node.js itself), wasm (what runs WebAssembly),
/// python and quickjs (what runs within it).
void addTexts(napi_env env, napi_value target);

} // namespace autodidact::sandbox
