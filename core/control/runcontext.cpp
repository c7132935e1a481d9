#include "core/control/runcontext.h"

#include "core/base/random.h"
#include "core/tasks/repositoryclones.h"

using namespace Qt::StringLiterals;

namespace autodidact {

double Spent::wallS() const
{
    return std::chrono::duration<double>(Mailbox::Clock::now() - since).count();
}

Explanation Spent::exhausted(const RunConfig &config) const
{
    const qint64 tokens = usage.promptTokens + usage.completionTokens;
    if (config.tokenBudget > 0 && tokens >= config.tokenBudget)
        return {u"The budget of %1 tokens is used up (%2)."_s.arg(config.tokenBudget).arg(tokens),
            {ReasonCode::TokenBudget, {{u"budget"_s, config.tokenBudget}}}};
    if (config.moneyBudget > 0 && usage.cost >= config.moneyBudget)
        return {u"The budget of %1 is used up (%2)."_s.arg(config.moneyBudget).arg(usage.cost),
            {ReasonCode::MoneyBudget, {{u"budget"_s, config.moneyBudget}}}};
    if (config.attemptBudget > 0 && attempts >= config.attemptBudget)
        return {u"The budget of %1 attempts is used up."_s.arg(config.attemptBudget),
            {ReasonCode::AttemptBudget, {{u"budget"_s, config.attemptBudget}}}};
    if (config.wallBudgetS > 0 && wallS() >= config.wallBudgetS)
        return {u"The budget of %1 s is used up."_s.arg(config.wallBudgetS),
            {ReasonCode::TimeBudget, {{u"budget"_s, config.wallBudgetS}}}};
    return {};
}

QList<int> RunContext::tasksOf(Split split) const
{
    QList<int> ordinals;
    for (const Task &task : tasks) {
        if (splitOf(task.ordinal) == split && !lacksClone(task))
            ordinals.append(task.ordinal);
    }
    return ordinals;
}

SafetyRule ruleFor(SafetyRule asked, const QList<Split> &splits, const QList<Task> &tasks)
{
    if (asked != SafetyRule::Auto && asked != SafetyRule::Paired)
        return asked;
    const bool pairs = std::ranges::any_of(tasks, [&](const Task &task) {
        return splits.value(task.ordinal) == Split::Select && !lacksClone(task);
    });
    return pairs ? SafetyRule::Paired : SafetyRule::Window;
}

QList<Task> withLimits(QList<Task> tasks, const RunConfig &config)
{
    for (Task &task : tasks)
        task.limits.cpuMs = config.cpuLimitS > 0 ? int(1000 * config.cpuLimitS) : task.limits.cpuMs;
    return tasks;
}

quint64 RunContext::seedAt(const Place &place, QByteArrayView purpose) const
{
    return Random::seedOf({config().seed, place.round, qint64(place.phase), place.task, place.attempt}, purpose);
}

void RunContext::note(LiveNotePayload payload) const
{
    if (sink)
        sink->noted({run.id, std::move(payload)});
}

ChatObserver RunContext::observerAt(const Place &place) const
{
    ChatObserver observer;
    observer.chunk = [this, place](const QString &text) {
        home.post([this, place, text] { note(ChunkArrived{place, text}); });
    };
    observer.waiting = [this, place](const QString &what, double elapsedS, double limitS) {
        home.post([this, place, what, elapsedS, limitS] { note(WaitingFor{place, what, elapsedS, limitS}); });
    };
    return observer;
}

} // namespace autodidact
