#pragma once

#include "core/base/error.h"
#include "core/runners/workshop.h"

namespace autodidact {

/// A folder in the workshop, for the tree of one attempt: attempts that run beside it can neither list nor guess its name.
/// Removed at the end.
class HiddenTree
{
public:
    /// Storage when it cannot be made.
    static Result<HiddenTree> make(Workshop &workshop);

    /// Lets the workshop remove what is left.
    static void unlock(const Workshop &workshop);

    HiddenTree(HiddenTree &&other) noexcept
        : m_folder(std::exchange(other.m_folder, {}))
        , m_seen(std::exchange(other.m_seen, {}))
    {
    }
    HiddenTree &operator=(HiddenTree &&) = delete;
    ~HiddenTree();

    QString folder() const { return m_folder; }
    QString seenAs() const { return m_seen; } ///< where the sandbox has it

private:
    HiddenTree(const QString &folder, const QString &seen) : m_folder(folder), m_seen(seen) {}

    QString m_folder;
    QString m_seen;
};

} // namespace autodidact
