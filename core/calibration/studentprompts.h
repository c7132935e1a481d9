#pragma once

#include "core/domain/outcome.h"
#include "core/domain/version.h"
#include "core/llm/chatmodel.h"
#include "core/student/lore.h"

namespace autodidact {

/// What a prompt holds besides the task.
struct PromptHelp {
    QStringList rules;
    QList<Memory> memories;
    int tokens = 0; ///< filled up to this length with words that mean nothing; 0 for as it is
};

/// What the student's manifest says of a program it wrote.
struct WrittenAnswer {
    bool known = false; ///< the student found the task in its textbook
    FamilySet faults;
    bool selfTestsGreen = true;

    bool right() const { return known && faults.none(); }
};

/// Composes requests exactly as the loop does: the first version's prompt by composePrompt().
/// Immutable.
class StudentPrompts {
public:
    /// Internal when the prompt file is missing. \p selfTests: attempts write tests of their own
    /// first.
    static Result<StudentPrompts> create(double temperature, bool selfTests = false);

    ChatRequest draft(const Task &task, const PromptHelp &help, quint64 seed) const;

    /// The attempt after \p previous; its reflection, where it has one, is shown.
    ChatRequest retry(const Task &task, const SeenAttempt &previous, quint64 seed) const;

    double temperature() const { return m_version.strategy.temperature; }

private:
    explicit StudentPrompts(PromptVersion version)
        : m_version(std::move(version))
    {
    }

    PromptVersion m_version;
};

/// Estimated tokens of all messages: the L of the formula.
int promptLength(const ChatRequest &request);

/// Asks, and reads the manifest. Errors: those of the model, and Internal when it wrote no
/// manifest.
Result<WrittenAnswer> askStudent(
    ChatModel &student, const ChatRequest &request, std::stop_token stop = {});
Result<WrittenAnswer> readManifest(const ChatReply &reply);

/// A red verdict of this class, as visible tests give it: the first visible test fails, without
/// values.
SeenAttempt redAttempt(const Task &task, const QString &code, ErrorClass errorClass);

/// The first reference solution of a task, as the loop remembers it.
Memory solvedMemory(const Task &task);

} // namespace autodidact
