#include "values.h"

namespace autodidact::sandbox {

Arguments::Arguments(napi_env environment, napi_callback_info info)
    : env(environment)
{
    size_t count = most;
    napi_get_cb_info(env, info, &count, values, nullptr, nullptr);
}

double Arguments::number(size_t index) const
{
    double number = 0;
    return napi_get_value_double(env, values[index], &number) == 0 ? number : 0;
}

bool Arguments::flag(size_t index) const
{
    bool flag = false;
    return napi_get_value_bool(env, values[index], &flag) == 0 && flag;
}

napi_value undefined(napi_env env)
{
    napi_value value = nullptr;
    napi_get_undefined(env, &value);
    return value;
}

napi_value numberValue(napi_env env, double number)
{
    napi_value value = nullptr;
    napi_create_double(env, number, &value);
    return value;
}

napi_value textValue(napi_env env, const char *text, size_t size)
{
    napi_value value = nullptr;
    napi_create_string_utf8(env, size > 0 ? text : "", size, &value);
    return value;
}

napi_value textValue(napi_env env, Reader::Text text)
{
    return textValue(env, text.data, text.size);
}

napi_value bytesValue(napi_env env, const Buffer &bytes)
{
    napi_value value = nullptr;
    napi_create_buffer_copy(env, bytes.size(), bytes.size() > 0 ? bytes.data() : "", nullptr, &value);
    return value;
}

void addText(Buffer &out, napi_env env, napi_value text)
{
    size_t size = 0;
    if (napi_get_value_string_utf8(env, text, nullptr, 0, &size) != 0 || size == 0)
        return;
    const size_t before = out.size();
    char *place = out.grow(size + 1); // with room for the zero that Node-API writes
    napi_get_value_string_utf8(env, text, place, size + 1, nullptr);
    out.truncate(before + size);
}

void addFields(Buffer &out, napi_env env, napi_value texts)
{
    uint32_t count = 0;
    if (napi_get_array_length(env, texts, &count) != 0)
        return;
    for (uint32_t i = 0; i < count; ++i) {
        napi_value text = nullptr;
        Buffer bytes;
        if (napi_get_element(env, texts, i, &text) == 0)
            addText(bytes, env, text);
        out.text(bytes.data(), bytes.size());
    }
}

} // namespace autodidact::sandbox
