#include "core/update/reflectionlist.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString causeOf(const SeenAttempt &seen)
{
    const QString stated = seen.reflection->statedCause.simplified();
    if (!stated.isEmpty())
        return stated;
    const ErrorClass errorClass = seen.reflection->statedClass.value_or(seen.verdict.errorClass);
    return errorClass == ErrorClass::None ? u"logic"_s : toString(errorClass);
}

} // namespace

QList<TaughtCause> taughtCauses(const QList<TaskOutcome> &outcomes)
{
    QList<TaughtCause> causes;
    for (const TaskOutcome &outcome : outcomes) {
        if (outcome.split != Split::Learn && outcome.split != Split::None)
            continue;
        const auto newest = std::find_if(outcome.attempts.crbegin(), outcome.attempts.crend(),
            [](const SeenAttempt &seen) { return seen.reflection.has_value(); });
        if (newest == outcome.attempts.crend())
            continue;
        causes.append({outcome.task.ordinal, newest->attempt.id, causeOf(*newest),
            newest->reflection->whatFailed.simplified(), newest->reflection->change.simplified()});
    }
    std::ranges::stable_sort(causes, {}, &TaughtCause::task);
    return causes;
}

QList<std::pair<QString, int>> causeCounts(const QList<TaughtCause> &causes)
{
    std::map<QString, int> counts;
    for (const TaughtCause &cause : causes)
        ++counts[cause.cause.toLower()];
    QList<std::pair<QString, int>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::ranges::greater{}, &std::pair<QString, int>::second);
    return sorted;
}

} // namespace autodidact
