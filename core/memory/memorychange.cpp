#include "core/memory/memorychange.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString SeenPrefix = u"seen:"_s;

} // namespace

int seenCount(const Memory &memory)
{
    for (const QString &tag : memory.tags) {
        bool valid = false;
        const int count = tag.startsWith(SeenPrefix) ? QStringView(tag).sliced(SeenPrefix.size()).toInt(&valid) : 0;
        if (valid && count > 0)
            return count;
    }
    return 1;
}

void setSeenCount(Memory &memory, int count)
{
    memory.tags.removeIf([](const QString &tag) { return tag.startsWith(SeenPrefix); });
    if (count > 1)
        memory.tags.append(SeenPrefix + QString::number(count));
}

} // namespace autodidact
