#pragma once

#include "core/memory/hashingembedder.h"
#include "core/memory/memorysnapshot.h"

#include <QTest>

namespace autodidact::test {

inline IdfTable idf()
{
    return IdfTable::builtIn().value();
}

inline HashingEmbedder embedder()
{
    return HashingEmbedder(idf());
}

inline Memory memory(qint64 id, MemoryKind kind, const QString &title, const QString &problem, const QString &content,
    const QString &group = {})
{
    Memory memory;
    memory.id = {id};
    memory.kind = kind;
    memory.title = title;
    memory.problem = problem;
    memory.content = content;
    memory.group = group;
    memory.taskKey = group;
    memory.tokens = 40;
    return memory;
}

inline MemorySnapshot::Ptr snapshot(const QList<Memory> &memories, const SnapshotOptions &options = {})
{
    HashingEmbedder hashing = embedder();
    return MemorySnapshot::build(memories, hashing, idf(), {}, {}, options).value();
}

} // namespace autodidact::test
