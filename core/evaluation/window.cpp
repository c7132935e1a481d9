#include "core/evaluation/window.h"

#include "core/base/random.h"

#include <algorithm>

namespace autodidact {

QList<WindowPoint> slidingWindow(const QList<WindowOutcome> &outcomes, int width)
{
    QList<WindowPoint> points;
    points.reserve(outcomes.size());
    qsizetype first = 0;
    int solved = 0;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        if (i > 0 && outcomes[i].version != outcomes[i - 1].version) {
            first = i;
            solved = 0;
        }
        solved += outcomes[i].solved ? 1 : 0;
        if (i - first + 1 > width) {
            solved -= outcomes[first].solved ? 1 : 0;
            ++first;
        }
        const int tasks = int(i - first + 1);
        points.append({int(i) + 1, outcomes[i].round, outcomes[i].version, tasks, wilson(solved, tasks)});
    }
    return points;
}

double windowFalseAlarm(int width, double region, double successRate, int updates)
{
    constexpr int histories = 400;
    Random random = Random::of({width, qint64(region * 1e6), qint64(successRate * 1e6), updates}, "window false alarm");
    const auto window = [&] {
        int solved = 0;
        for (int i = 0; i < width; ++i)
            solved += random.chance(successRate) ? 1 : 0;
        return solved;
    };
    // In whole tasks: 0.8 - 0.7 is more than 0.1 in binary fractions.
    const double allowed = region * width + 1e-9;
    int alarms = 0;
    for (int history = 0; history < histories; ++history) {
        int best = window();
        for (int update = 0; update < updates; ++update) {
            const int current = window();
            alarms += best - current > allowed ? 1 : 0;
            best = std::max(best, current);
        }
    }
    return double(alarms) / (double(histories) * updates);
}

} // namespace autodidact
