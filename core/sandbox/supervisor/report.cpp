#include "report.h"

#include "child.h"

namespace autodidact::sandbox {

namespace {

uint64_t nonce[2] = {}; // in C memory only: no interpreter refers to it

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

} // namespace autodidact::sandbox
