#include "core/evaluation/metricparts.h"

#include "core/base/random.h"
#include "core/evaluation/estimators.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int auditPairs = 120;

using Outcomes = QList<std::map<int, bool>>;

/// Best earlier point minus point \p current on the tasks that both judged, at least 0.
double lossAt(const Outcomes &points, qsizetype current)
{
    double worst = 0;
    for (qsizetype earlier = 0; earlier < current; ++earlier) {
        int tasks = 0;
        int difference = 0;
        for (const auto &[task, solved] : points[current]) {
            const auto before = points[earlier].find(task);
            if (before == points[earlier].end())
                continue;
            ++tasks;
            difference += int(before->second) - int(solved);
        }
        if (tasks > 0)
            worst = std::max(worst, double(difference) / tasks);
    }
    return worst;
}

std::optional<double> meanLoss(const Outcomes &points)
{
    QList<double> losses;
    for (qsizetype i = 1; i < points.size(); ++i)
        losses.append(lossAt(points, i));
    return mean(losses);
}

/// Shuffles each task's outcomes over the points at which it was judged: what versions without any difference would give.
Outcomes shuffled(const Outcomes &points, Random &random)
{
    std::map<int, QList<qsizetype>> judgedAt;
    for (qsizetype i = 0; i < points.size(); ++i) {
        for (const auto &[task, solved] : points[i])
            judgedAt[task].append(i);
    }
    Outcomes mixed(points.size());
    for (const auto &[task, at] : judgedAt) {
        const std::vector<int> order = random.permutation(int(at.size()));
        for (qsizetype i = 0; i < at.size(); ++i)
            mixed[at[i]][task] = points[at[order[size_t(i)]]].at(task);
    }
    return mixed;
}

std::optional<double> lossFloor(const Outcomes &points, qint64 seed)
{
    constexpr int shuffles = 200;
    if (points.size() < 2)
        return std::nullopt;
    Random random = Random::of({seed}, "exposure floor");
    double sum = 0;
    for (int i = 0; i < shuffles; ++i)
        sum += meanLoss(shuffled(points, random)).value_or(0);
    return sum / shuffles;
}

/// Promotions whose validation holds an audit: {"audit": {"pairs", "mean", "upper95"}}, shares, one-sided bound.
void addAudits(const RunView &view, SafetyDrop &drop)
{
    int below = 0;
    int severe = 0;
    const double region = view.record().run.config.trustRegion;
    for (const Update &update : view.record().updates) {
        if (update.decision != Decision::Accepted)
            continue;
        ++drop.promoted;
        const QJsonObject audit = update.validation[u"audit"_s].toObject();
        if (audit[u"pairs"_s].toInt() < auditPairs || !audit[u"upper95"_s].isDouble())
            continue;
        ++drop.audited;
        const bool worse = audit[u"upper95"_s].toDouble() < 0;
        below += worse ? 1 : 0;
        severe += worse && audit[u"mean"_s].toDouble() < -region ? 1 : 0;
    }
    if (drop.audited > 0) {
        drop.value = double(below) / drop.audited;
        drop.severe = double(severe) / drop.audited;
    }
}

/// Share of judged learn passes solved, to the nearest twentieth: the level at which the window's alarms are simulated.
double successLevel(const RunView &view)
{
    int judged = 0;
    int solved = 0;
    for (const Pass *pass : view.passes(Phase::Learn)) {
        judged += pass->judged() ? 1 : 0;
        solved += pass->solved() ? 1 : 0;
    }
    const double level = judged > 0 ? double(solved) / judged : 0.65;
    return std::clamp(std::round(level * 20) / 20, 0.05, 0.95);
}

} // namespace

SafetyDrop safetyDrop(const RunView &view)
{
    SafetyDrop drop;
    addAudits(view, drop);
    Outcomes points;
    for (const Series::Point &point : view.series().points)
        points.append(point.solved);
    drop.exposure = meanLoss(points);
    drop.exposureFloor = lossFloor(points, view.record().run.config.seed);
    const RunConfig &config = view.record().run.config;
    const bool pairs = !view.ordinals(Split::Select).isEmpty();
    if (config.safetyRule == SafetyRule::Window || (config.safetyRule == SafetyRule::Auto && !pairs))
        drop.windowFalseAlarm = windowFalseAlarm(std::max(1, config.window), config.trustRegion, successLevel(view));
    return drop;
}

} // namespace autodidact
