#include "report.h"

#include "child.h"
#include "harness.h"

namespace autodidact::sandbox {

namespace {

uint64_t nonce[2] = {}; // in C memory only: nothing in Python refers to it

} // namespace

void readNonce(Reader &in)
{
    nonce[0] = in.get<uint64_t>();
    nonce[1] = in.get<uint64_t>();
}

void report(RecordKind kind, uint32_t index, uint64_t cpuUs, const Buffer *fields)
{
    RecordHead head;
    head.kind = uint32_t(kind);
    memcpy(head.nonce, nonce, sizeof head.nonce);
    head.index = index;
    head.cpuUs = cpuUs;
    head.size = fields ? uint32_t(fields->size()) : 0;
    Buffer whole;
    whole.put(head);
    if (fields)
        whole.add(fields->data(), fields->size());
    writeAll(reportFd, whole.data(), whole.size());
}

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
