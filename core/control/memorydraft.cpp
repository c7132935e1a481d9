#include "core/control/memorydraft.h"

#include "core/llm/chatmodel.h"
#include "core/memory/memorysnapshot.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Status checkComplete(const MemoryDraft &draft)
{
    if (draft.title.trimmed().isEmpty())
        return fail(ErrorKind::BadInput, u"A memory needs a title."_s);
    if (draft.content.trimmed().isEmpty())
        return fail(ErrorKind::BadInput,
            u"A memory needs content: what to do, the working code, or the fix."_s);
    return {};
}

void writeInto(Memory &memory, const MemoryDraft &draft)
{
    memory.kind = draft.kind;
    memory.language = draft.language;
    memory.title = draft.title.trimmed();
    memory.problem = draft.problem;
    memory.content = draft.content;
    memory.tags = draft.tags;
    memory.tokens = estimateTokens(searchText(memory));
}

} // namespace autodidact
