#pragma once

// The few functions of Node-API (its stable ABI, version 8 and later) and of libuv that the server uses, declared here so
// that no headers of Node.js are needed to build. Names and types as in js_native_api.h and uv.h.

#include <stddef.h>
#include <stdint.h>

extern "C" {

struct napi_env__;
struct napi_value__;
struct napi_callback_info__;
struct uv_loop_s;

using napi_env = napi_env__ *;
using napi_value = napi_value__ *;
using napi_callback_info = napi_callback_info__ *;
using napi_callback = napi_value (*)(napi_env, napi_callback_info);
using napi_status = int; // 0 is napi_ok
using uv_run_mode = int; // 1 is UV_RUN_ONCE

napi_status napi_get_cb_info(napi_env, napi_callback_info, size_t *count, napi_value *arguments, napi_value *self, void **data);
napi_status napi_create_function(napi_env, const char *name, size_t length, napi_callback, void *data, napi_value *result);
napi_status napi_set_named_property(napi_env, napi_value object, const char *name, napi_value value);
napi_status napi_call_function(
    napi_env, napi_value self, napi_value function, size_t count, const napi_value *arguments, napi_value *result);
napi_status napi_get_undefined(napi_env, napi_value *result);
napi_status napi_create_array_with_length(napi_env, size_t length, napi_value *result);
napi_status napi_get_array_length(napi_env, napi_value array, uint32_t *length);
napi_status napi_get_element(napi_env, napi_value array, uint32_t index, napi_value *result);
napi_status napi_set_element(napi_env, napi_value array, uint32_t index, napi_value value);
napi_status napi_create_double(napi_env, double value, napi_value *result);
napi_status napi_get_value_double(napi_env, napi_value value, double *result);
napi_status napi_get_boolean(napi_env, bool value, napi_value *result);
napi_status napi_get_value_bool(napi_env, napi_value value, bool *result);
napi_status napi_create_string_utf8(napi_env, const char *text, size_t length, napi_value *result);
napi_status napi_get_value_string_utf8(napi_env, napi_value value, char *text, size_t size, size_t *result);
napi_status napi_create_buffer_copy(napi_env, size_t size, const void *bytes, void **copy, napi_value *result);
napi_status napi_get_and_clear_last_exception(napi_env, napi_value *result);
napi_status napi_coerce_to_string(napi_env, napi_value value, napi_value *result);
napi_status napi_get_uv_event_loop(napi_env, uv_loop_s **loop);

int uv_run(uv_loop_s *loop, uv_run_mode mode);
int uv_loop_alive(const uv_loop_s *loop);
int uv_loop_fork(uv_loop_s *loop);
void uv_update_time(uv_loop_s *loop);

} // extern "C"
