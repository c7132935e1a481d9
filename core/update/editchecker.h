#pragma once

#include "core/memory/embedder.h"
#include "core/update/updater.h"

namespace autodidact {

struct LeftOutEdit {
    RuleEdit edit;
    QString reason;
    Reason why;                  ///< `reason` for programs

    bool operator==(const LeftOutEdit &) const = default;
};

struct CheckedEdits {
    QList<RuleEdit> kept;        ///< in order, with the drops that make room for them
    QList<LeftOutEdit> leftOut;
    double editShare = 0;        ///< of `kept` together

    bool operator==(const CheckedEdits &) const = default;
};

/// Lets through only edits that keep the prompt small, general and close to what it was: known rules,
/// a length limit, nothing of a task, no near-duplicates (they become merges), budgets, the edit bound.
class EditChecker
{
public:
    static constexpr double DuplicateFrom = 0.75;    ///< similarity from which two rules say the same

    explicit EditChecker(Embedder &embedder);

    Result<CheckedEdits> check(const QList<RuleEdit> &proposed, const UpdateContext &context, std::stop_token stop) const;

private:
    Embedder &m_embedder;
};

} // namespace autodidact
