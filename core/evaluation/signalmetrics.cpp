#include "core/evaluation/metricparts.h"

#include "core/base/random.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int FewestPairs = 10;

/// A signal at one attempt, and whether the next attempt of the pass solved the task.
struct Pair {
    double signal = 0;
    bool solvedNext = false;
};

/// Pearson's correlation; NaN where one side does not vary.
double correlation(const QList<Pair> &pairs)
{
    const auto n = double(pairs.size());
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const Pair &pair : pairs) {
        const double solved = pair.solvedNext ? 1 : 0;
        x += pair.signal;
        y += solved;
        xx += pair.signal * pair.signal;
        yy += solved * solved;
        xy += pair.signal * solved;
    }
    const double spread = (xx - x * x / n) * (yy - y * y / n);
    return spread > 1e-12 ? (xy - x * y / n) / std::sqrt(spread) : std::nan("");
}

using ByGroup = std::map<QString, QList<Pair>>;

QList<Pair> pooled(const QList<QList<Pair>> &groups, const QList<int> &chosen)
{
    QList<Pair> pairs;
    for (const int index : chosen)
        pairs += groups[index];
    return pairs;
}

SignalCorrelation correlated(const QString &name, const ByGroup &byGroup, quint64 seed)
{
    QList<QList<Pair>> groups;
    QList<int> all;
    SignalCorrelation found{name, 0, {}};
    for (const auto &[group, pairs] : byGroup) {
        all.append(int(groups.size()));
        groups.append(pairs);
        found.pairs += int(pairs.size());
    }
    if (found.pairs < FewestPairs || groups.size() < 3 || std::isnan(correlation(pooled(groups, all))))
        return found;
    found.correlation = bootstrap(int(groups.size()), [&](const QList<int> &chosen) { return correlation(pooled(groups, chosen)); }, seed);
    return found;
}

/// What evaluation knows of an attempt before the next one, by name.
std::map<QString, double> signalsOf(const AttemptRecord &attempt, const Reflection *reflection)
{
    std::map<QString, double> signal;
    if (attempt.visible)
        signal[u"visible tests passed"_s] = attempt.visible->passRate();
    if (attempt.hidden)
        signal[u"hidden tests passed"_s] = attempt.hidden->passRate();
    if (attempt.lintFindings)
        signal[u"linter findings"_s] = *attempt.lintFindings;
    if (!reflection)
        return signal;
    if (reflection->styleScore)
        signal[u"style score"_s] = *reflection->styleScore;
    const std::optional<bool> rightClass = reflection->statedClass && attempt.hidden && attempt.hidden->counts()
        ? std::optional(*reflection->statedClass == attempt.hidden->errorClass)
        : std::nullopt;
    if (rightClass)
        signal[u"stated class is right"_s] = *rightClass ? 1 : 0;
    signal[u"reflection states lines"_s] = reflection->statedLines.isEmpty() ? 0 : 1;
    return signal;
}

} // namespace

QList<SignalCorrelation> signalCorrelations(const RunView &view)
{
    std::map<AttemptId, const Reflection *> reflections;
    for (const Reflection &reflection : view.record().reflections)
        reflections[reflection.attempt] = &reflection;
    std::map<QString, ByGroup> bySignal;
    for (const Pass *pass : view.passes(Phase::Learn)) {
        const Task *task = view.task(pass->task);
        for (qsizetype i = 0; task && i + 1 < pass->attempts.size(); ++i) {
            const AttemptRecord &next = *pass->attempts[i + 1];
            if (!next.hidden || !next.hidden->counts())
                continue;
            const auto reflection = reflections.find(pass->attempts[i]->id);
            for (const auto &[name, value] : signalsOf(*pass->attempts[i], reflection == reflections.end() ? nullptr : reflection->second))
                bySignal[name][task->groupKey()].append({value, next.solved()});
        }
    }
    QList<SignalCorrelation> correlations;
    for (const auto &[name, byGroup] : bySignal)
        correlations.append(correlated(name, byGroup, Random::seedOf({view.record().run.config.seed}, "signal " + name.toUtf8())));
    return correlations;
}

} // namespace autodidact
