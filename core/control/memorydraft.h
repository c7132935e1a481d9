#pragma once

#include "core/base/error.h"
#include "core/domain/memory.h"

namespace autodidact {

/// What a person may write into a memory.
struct MemoryDraft {
    MemoryKind kind = MemoryKind::Lesson;
    Language language = Language::Python;
    QString title;
    QString problem;
    QString content;
    QStringList tags;

    bool operator==(const MemoryDraft &) const = default;
};

/// BadInput without title or content.
Status checkComplete(const MemoryDraft &draft);

/// Takes over the draft's fields; counts the tokens anew.
void writeInto(Memory &memory, const MemoryDraft &draft);

} // namespace autodidact
