#include "plan.h"

namespace autodidact::sandbox {

namespace {

Texts readTexts(Reader &in, uint32_t each = 1)
{
    Texts texts;
    const uint64_t count = uint64_t(in.get<uint32_t>()) * each;
    if (!in.ok() || count * sizeof(uint32_t) > in.left())
        return texts;
    texts.items = static_cast<Reader::Text *>(calloc(count + 1, sizeof(Reader::Text)));
    if (!texts.items)
        _exit(Buffer::memoryExit);
    texts.count = uint32_t(count);
    for (uint32_t i = 0; i < texts.count; ++i)
        texts.items[i] = in.text();
    return texts;
}

void readStep(Reader &in, Step &step)
{
    step.name = in.text();
    step.flags = in.get<uint32_t>();
    step.cpuMs = in.get<uint32_t>();
    step.wallMs = in.get<uint32_t>();
    step.addressMb = in.get<uint32_t>();
    step.memoryMb = in.get<uint32_t>();
    step.arguments = readTexts(in);
    step.environment = readTexts(in);
    step.removals = readTexts(in);
    step.input = in.text();
}

} // namespace

bool readPlan(Reader &in, Plan &plan)
{
    plan.files = readTexts(in, 2);
    plan.stepCount = in.get<uint32_t>();
    if (!in.ok() || plan.stepCount > in.left())
        return false;
    plan.steps = static_cast<Step *>(calloc(plan.stepCount + 1, sizeof(Step)));
    if (!plan.steps)
        _exit(Buffer::memoryExit);
    for (uint32_t i = 0; i < plan.stepCount; ++i)
        readStep(in, plan.steps[i]);
    plan.collected = readTexts(in);
    return in.ok();
}

char *terminated(Reader::Text text)
{
    if (memchr(text.data, 0, text.size))
        return nullptr;
    char *copy = static_cast<char *>(malloc(text.size + 1));
    if (!copy)
        _exit(Buffer::memoryExit);
    memcpy(copy, text.data, text.size);
    copy[text.size] = 0;
    return copy;
}

char **terminated(Texts texts)
{
    char **list = static_cast<char **>(calloc(texts.count + 1, sizeof(char *)));
    if (!list)
        _exit(Buffer::memoryExit);
    for (uint32_t i = 0; i < texts.count; ++i) {
        list[i] = terminated(texts.items[i]);
        if (!list[i])
            return nullptr;
    }
    return list;
}

} // namespace autodidact::sandbox
