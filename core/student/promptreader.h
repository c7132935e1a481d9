#pragma once

#include "core/llm/chatmodel.h"

namespace autodidact {

/// What the student is asked to be.
enum class StudentRole { Programmer, Reviewer, Editor };

struct ShownRule {
    QString id;
    QString text;

    bool operator==(const ShownRule &) const = default;
};

struct ShownMemory {
    QString title;
    QString text;

    bool operator==(const ShownMemory &) const = default;
};

/// The messages of a request, taken apart. The only thing the student sees.
struct ReadPrompt {
    StudentRole role = StudentRole::Programmer;
    QList<ShownRule> rules;
    QList<ShownMemory> memories;
    QString task;                            ///< statement and starter code
    bool wantsSelfTests = false;             ///< the task asks for tests of its own first
    std::optional<QString> previousCode;     ///< the program of the attempt before
    QString feedback;                        ///< test results
    QString reflection;
    QStringList reflections;                 ///< of the editor: one "cause: text" each
    std::optional<QString> brokenAnswer;     ///< its last answer, when that was not valid JSON
    int tokens = 0;                          ///< length of all messages, estimated
};

/// Understands the sections that the prompts use, in any order and in upper or lower case. Headings inside fenced
/// code do not count.
ReadPrompt readPrompt(const QList<ChatMessage> &messages);

} // namespace autodidact
