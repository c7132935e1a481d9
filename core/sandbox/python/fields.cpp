#include "fields.h"

#include "harness.h"

namespace autodidact::sandbox {

void addText(Buffer &fields, PyObject *text)
{
    const Ref bytes = textBytes(text);
    char *data = nullptr;
    ssize_t size = 0;
    PyBytes_AsStringAndSize(bytes.get(), &data, &size);
    fields.text(data, size_t(size));
}

void addParts(Buffer &fields, PyObject *parts, ssize_t count)
{
    const bool usable = parts && typeOf(parts) == &PyTuple_Type && PyTuple_Size(parts) == count;
    for (ssize_t i = 0; i < count; ++i)
        addText(fields, usable ? PyTuple_GetItem(parts, i) : nullptr);
}

} // namespace autodidact::sandbox
