#pragma once

#include "core/domain/outcome.h"
#include "core/domain/version.h"
#include "core/llm/chatmodel.h"
#include "core/tasks/repositoryoutline.h"

namespace autodidact {

/// Everything that goes into one prompt for the coder.
struct PromptParts {
    const PromptVersion &version;
    const Task &task;                          ///< redacted: holds nothing hidden
    QList<Memory> memories;                    ///< in the order of retrieval
    const SeenAttempt *previous = nullptr;     ///< shown with its test results
    bool showReflection = false;               ///< of `previous`
    const RepositoryOutline *outline = nullptr; ///< of a Repository task
};

/// The prompt by segment, in the order in which the model reads it.
QList<PromptSegment> composePrompt(const PromptParts &parts);

/// The part that shows memories, in this order.
PromptSegment memoriesSegment(const QList<Memory> &memories);

/// System segments joined into one system message, the rest into one user message.
QList<ChatMessage> toMessages(const QList<PromptSegment> &segments);

} // namespace autodidact
