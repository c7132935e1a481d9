#include "core/evaluation/metricparts.h"

#include "core/evaluation/estimators.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The passes that the success rate judges, and how many were scheduled.
struct Basis {
    QList<const Pass *> passes;
    int scheduled = 0;
    QString text;
};

/// The newest complete checkpoint. After a stop by budget the newest one whatever it lacks, since such a stop is a failure.
Basis checkpointBasis(const RunView &view)
{
    const int scheduled = int(view.ordinals(Split::Report).size());
    const bool budget = view.record().run.status == RunStatus::BudgetReached;
    Basis newest;
    const auto &points = view.series().points;
    for (auto point = points.crbegin(); point != points.crend(); ++point) {
        const Basis basis{view.passes(Phase::Checkpoint, point->round), scheduled,
                          u"report tasks, checkpoint of round %1"_s.arg(point->round)};
        if (budget || basis.passes.size() >= scheduled)
            return basis;
        if (newest.passes.isEmpty())
            newest = basis;
    }
    return newest;
}

Basis roundBasis(const RunView &view)
{
    const bool budget = view.record().run.status == RunStatus::BudgetReached;
    const auto &rounds = view.record().rounds;
    for (auto round = rounds.crbegin(); round != rounds.crend(); ++round) {
        if (!round->finished && !budget && round + 1 != rounds.crend())
            continue;
        const auto passes = view.passes(Phase::Learn, round->number);
        const int scheduled = std::max(round->finished || budget ? round->tasks : 0, int(passes.size()));
        return {passes, scheduled, u"learn tasks of round %1, not held out"_s.arg(round->number)};
    }
    return {};
}

void addCosts(const RunView &view, SuccessRate &rate)
{
    Usage usage;
    int solved = 0;
    for (const Pass *pass : view.passes(Phase::Learn)) {
        solved += pass->solved() ? 1 : 0;
        for (const AttemptRecord *attempt : pass->attempts)
            usage = usage + attempt->usage;
    }
    for (const Reflection &reflection : view.record().reflections)
        usage = usage + reflection.usage;
    if (solved == 0)
        return;
    rate.tokensPerSolved = double(usage.promptTokens + usage.completionTokens) / solved;
    rate.moneyPerSolved = usage.cost / solved;
}

double roundTestPassRate(const QList<const Pass *> &passes)
{
    QList<double> rates;
    for (const Pass *pass : passes) {
        if (pass->judged())
            rates.append(pass->last().hidden->passRate());
    }
    return mean(rates).value_or(0);
}

double roundCompilePass(const QList<const Pass *> &passes)
{
    QList<double> compiled;
    for (const Pass *pass : passes) {
        for (const AttemptRecord *attempt : pass->attempts) {
            if (attempt->hidden && attempt->hidden->counts())
                compiled.append(attempt->hidden->compiled ? 1.0 : 0.0);
        }
    }
    return mean(compiled).value_or(0);
}

} // namespace

SuccessRate successRate(const RunView &view)
{
    SuccessRate rate;
    rate.heldOut = view.heldOut();
    addCosts(view, rate);
    const Basis basis = view.heldOut() ? checkpointBasis(view) : roundBasis(view);
    rate.basis = basis.text;
    rate.tasks = basis.scheduled;
    if (basis.scheduled == 0)
        return rate;
    int firstTry = 0;
    for (const Pass *pass : basis.passes) {
        rate.infrastructure += pass->judged() ? 0 : 1;
        rate.solved += pass->solved() ? 1 : 0;
        rate.exposed += pass->judged() && pass->exposed() ? 1 : 0;
        rate.exposedSolved += pass->solved() && pass->exposed() ? 1 : 0;
        firstTry += pass->first().solved() ? 1 : 0;
    }
    const int judged = rate.tasks - rate.infrastructure;
    if (judged > rate.exposed)
        rate.headline = wilson(rate.solved - rate.exposedSolved, judged - rate.exposed);
    if (judged > 0) {
        rate.withExposed = wilson(rate.solved, judged);
        rate.passAt1 = double(firstTry) / judged;
    }
    rate.worst = double(rate.solved) / rate.tasks;
    rate.best = double(rate.solved + rate.infrastructure) / rate.tasks;
    return rate;
}

QList<RoundPoint> roundPoints(const RunView &view)
{
    QList<RoundPoint> points;
    for (const Round &round : view.record().rounds) {
        const auto passes = view.passes(Phase::Learn, round.number);
        if (passes.isEmpty())
            continue;
        RoundPoint point;
        point.round = round.number;
        point.version = round.version;
        for (const Pass *pass : passes) {
            point.tasks += pass->judged() ? 1 : 0;
            point.solved += pass->solved() ? 1 : 0;
            point.exposed += pass->solved() && pass->exposed() ? 1 : 0;
        }
        point.success = wilson(point.solved, point.tasks);
        point.compilePass = roundCompilePass(passes);
        point.testPassRate = roundTestPassRate(passes);
        points.append(point);
    }
    return points;
}

QList<WindowPoint> evaluationWindow(const RunView &view)
{
    // The guard watches select tasks; where nothing is held out, the learn tasks are all there is.
    auto passes = view.passes(Phase::Watch);
    if (passes.isEmpty())
        passes = view.passes(Phase::Learn);
    QList<WindowOutcome> outcomes;
    for (const Pass *pass : passes) {
        if (pass->judged())
            outcomes.append({pass->round, pass->last().version, pass->solved()});
    }
    return slidingWindow(outcomes, std::max(1, view.record().run.config.window));
}

} // namespace autodidact
