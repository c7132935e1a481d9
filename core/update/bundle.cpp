#include "core/update/bundle.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Rejected for want of a gain, and not for a loss.
bool isUndecided(const Update &update)
{
    if (update.why.code != ReasonCode::TrialLost)
        return false;
    const QJsonObject &numbers = update.why.values;
    return numbers[u"rule"_s].toString() != u"evidence-of-loss" && numbers[u"better"_s].toInt() >= numbers[u"worse"_s].toInt();
}

} // namespace

QList<RuleEdit> carriedEdits(const UpdateContext &context)
{
    QList<RuleEdit> carried;
    for (auto update = context.past.crbegin(); update != context.past.crend(); ++update) {
        if (update->oldVersion != context.current.number || !isUndecided(*update))
            continue;
        for (const RuleEdit &edit : update->edits) {
            const auto says = [&](const auto &other) { return other.text == edit.text; };
            const bool known = std::ranges::any_of(context.current.rules, says) || std::ranges::any_of(carried, says);
            if (edit.kind == RuleEditKind::Add && !known)
                carried.append(edit);
        }
    }
    return carried;
}

} // namespace autodidact
