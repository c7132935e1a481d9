#include "core/evaluation/metricparts.h"

#include "core/base/random.h"
#include "core/evaluation/estimators.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Paired differences of one task group at every point of the series.
struct GroupGains {
    QList<double> sums;      ///< by point
    QList<int> counts;
};

QList<GroupGains> gainsByGroup(const RunView &view)
{
    const Series &series = view.series();
    std::map<QString, GroupGains> groups;
    for (qsizetype i = 0; i < series.points.size(); ++i) {
        for (const auto &[ordinal, solved] : series.points[i].solved) {
            const auto base = series.base.find(ordinal);
            const Task *task = view.task(ordinal);
            if (base == series.base.end() || task == nullptr)
                continue;
            GroupGains &group = groups[task->groupKey()];
            group.sums.resize(series.points.size());
            group.counts.resize(series.points.size());
            group.sums[i] += int(solved) - int(base->second);
            ++group.counts[i];
        }
    }
    QList<GroupGains> list;
    for (const auto &[key, gains] : groups)
        list.append(gains);
    return list;
}

/// Mean gain at one point over the chosen groups; NaN when none of their tasks was paired there.
double gainAt(const QList<GroupGains> &groups, const QList<int> &chosen, qsizetype point)
{
    double sum = 0;
    int count = 0;
    for (int index : chosen) {
        sum += groups[index].sums[point];
        count += groups[index].counts[point];
    }
    return count > 0 ? sum / count : std::nan("");
}

double slopeOver(const QList<GroupGains> &groups, const QList<int> &chosen, const QList<double> &x,
                 const QList<qsizetype> &points)
{
    QList<double> xs;
    QList<double> ys;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const double gain = gainAt(groups, chosen, points[i]);
        if (std::isnan(gain))
            continue;
        xs.append(x[i]);
        ys.append(gain);
    }
    return leastSquaresSlope(xs, ys).value_or(std::nan(""));
}

int pairedTasks(const QList<GroupGains> &groups, qsizetype point)
{
    int count = 0;
    for (const GroupGains &group : groups)
        count += group.counts[point];
    return count;
}

/// Mean height of the gain curve from the frozen first version (gain 0) on.
std::optional<double> areaOf(const ImprovementSlope &slope)
{
    QList<double> x;
    QList<double> y;
    if (slope.heldOut) {
        x.append(0);
        y.append(0);
    }
    for (const GainPoint &point : slope.points) {
        x.append(point.round);
        y.append(point.gain.value);
    }
    return meanHeight(x, y);
}

} // namespace

ImprovementSlope improvementSlope(const RunView &view)
{
    ImprovementSlope result;
    result.heldOut = view.heldOut();
    result.basis = result.heldOut ? u"checkpoints on report tasks against the frozen first version"_s
                                  : u"learn tasks per round against round 1, not held out"_s;
    const QList<GroupGains> groups = gainsByGroup(view);
    const quint64 seed = Random::seedOf({view.record().run.config.seed}, "gain bootstrap");
    QList<double> rounds;
    QList<double> megatokens;
    QList<qsizetype> used;
    for (qsizetype i = 0; i < view.series().points.size(); ++i) {
        const int tasks = pairedTasks(groups, i);
        if (tasks == 0)
            continue;
        const Series::Point &point = view.series().points[i];
        const Estimate gain =
            bootstrap(int(groups.size()), [&](const QList<int> &chosen) { return gainAt(groups, chosen, i); }, seed);
        result.points.append({point.round, point.version, tasks, gain, view.learningTokens(point.round)});
        rounds.append(point.round);
        megatokens.append(double(result.points.last().tokens) / 1e6);
        used.append(i);
    }
    // Without held-out tasks the first round is the base itself: one point is no comparison.
    if (result.points.isEmpty() || (!result.heldOut && result.points.size() < 2))
        return result;
    result.endGain = result.points.last().gain;
    result.area = areaOf(result);
    if (used.size() < 2)
        return result;
    result.slope =
        bootstrap(int(groups.size()), [&](const QList<int> &chosen) { return slopeOver(groups, chosen, rounds, used); }, seed);
    QList<double> gains;
    for (const GainPoint &point : result.points)
        gains.append(point.gain.value);
    result.perMillionTokens = leastSquaresSlope(megatokens, gains);
    return result;
}

} // namespace autodidact
