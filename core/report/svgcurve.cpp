#include "core/report/svgcurve.h"

#include "core/report/figures.h"
#include "core/report/svg.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double width = 860;
constexpr double height = 330;
const QRectF area(56, 40, width - 76, height - 84);

QString percentTick(double share)
{
    return QString::number(std::lround(share * 100)) + u" %"_s;
}

QString pointTick(double share)
{
    const int points = int(std::lround(share * 100));
    return (points > 0 ? u"+"_s : points < 0 ? QString(QChar(0x2212)) : QString()) + QString::number(std::abs(points));
}

const QList<double> percentTicks{0, 0.2, 0.4, 0.6, 0.8, 1.0};

/// Labels at most about twelve of the values, and always the last one.
void drawRoundTicks(Svg &svg, const PlotArea &plot, const QList<int> &rounds)
{
    const qsizetype step = std::max<qsizetype>(1, (rounds.size() + 11) / 12);
    for (qsizetype i = 0; i < rounds.size(); ++i) {
        const bool last = i == rounds.size() - 1;
        if (i % step != 0 && !last)
            continue;
        if (!last && rounds.size() - 1 - i < step && (rounds.size() - 1) % step != 0)
            continue;
        svg.text({plot.at(rounds[i], 0).x(), plot.pixels().bottom() + 18}, QString::number(rounds[i]), Svg::Anchor::Middle);
    }
    svg.text({plot.pixels().center().x(), plot.pixels().bottom() + 36}, u"round"_s, Svg::Anchor::Middle);
}

/// Success that no memory gave away, as share of all judged tasks.
Estimate learnt(const RoundPoint &point)
{
    return wilson(point.solved - point.exposed, point.tasks);
}

QList<QPointF> bandOf(const PlotArea &plot, const QList<double> &x, const QList<Estimate> &estimates)
{
    QList<QPointF> outline;
    for (qsizetype i = 0; i < x.size(); ++i)
        outline.append(plot.at(x[i], estimates[i].high));
    for (qsizetype i = x.size() - 1; i >= 0; --i)
        outline.append(plot.at(x[i], estimates[i].low));
    return outline;
}

/// From the best success so far down to where the trust region ends.
void drawTrustRegion(Svg &svg, const PlotArea &plot, const QList<RoundPoint> &rounds, double region)
{
    QList<QPointF> top;
    QList<QPointF> bottom;
    double best = 0;
    for (const RoundPoint &point : rounds) {
        best = std::max(best, learnt(point).value);
        top.append(plot.at(point.round, best));
        bottom.prepend(plot.at(point.round, std::max(0.0, best - region)));
    }
    svg.polygon(top + bottom, u"trust"_s, u"trust region: down to %1 below the best round"_s.arg(points(region)));
}

void drawVersionMarks(Svg &svg, const PlotArea &plot, const QList<RoundPoint> &rounds)
{
    double lastLabel = -100;
    for (qsizetype i = 0; i < rounds.size(); ++i) {
        if (i > 0 && rounds[i].version == rounds[i - 1].version)
            continue;
        const double x = plot.at(rounds[i].round, 0).x();
        if (i > 0)
            svg.line({x, plot.pixels().top()}, {x, plot.pixels().bottom()}, u"mark"_s);
        if (x - lastLabel < 26)
            continue;
        svg.text({x, plot.pixels().top() - 8}, u"v%1"_s.arg(rounds[i].version), Svg::Anchor::Middle, u"strong"_s);
        lastLabel = x;
    }
}

void drawRollbacks(Svg &svg, const PlotArea &plot, const RunRecord &record)
{
    for (const SafetyDecision &decision : record.decisions) {
        if (decision.action != SafetyAction::RollBack)
            continue;
        const double x = std::min(plot.at(decision.place.round, 0).x() + 9, plot.pixels().right());
        const double y = plot.pixels().bottom();
        svg.line({x, plot.pixels().top()}, {x, y}, u"fall"_s);
        svg.polygon({{x - 6, y - 14}, {x + 6, y - 14}, {x, y - 3}}, u"rollback"_s,
                    u"rolled back from v%1 to v%2: %3"_s.arg(decision.fromVersion).arg(decision.toVersion).arg(decision.reason));
        svg.text({x, plot.pixels().top() - 8}, u"to v%1"_s.arg(decision.toVersion), Svg::Anchor::Middle, u"back"_s);
    }
}

void drawCheckpoints(Svg &svg, const PlotArea &plot, const RunRecord &record)
{
    QList<QPointF> line;
    for (const Round &round : record.rounds) {
        if (round.checkpointTasks == 0)
            continue;
        const Estimate rate = wilson(round.checkpointSolved, round.checkpointTasks);
        const QPointF at = plot.at(round.number, rate.value);
        svg.line({at.x(), plot.at(0, rate.low).y()}, {at.x(), plot.at(0, rate.high).y()}, u"whisker"_s);
        line.append(at);
    }
    svg.polyline(line, u"gain"_s);
    for (const QPointF &at : line)
        svg.polygon({{at.x(), at.y() - 6}, {at.x() + 6, at.y()}, {at.x(), at.y() + 6}, {at.x() - 6, at.y()}}, u"diamond"_s);
}

void drawLearnCurve(Svg &svg, const PlotArea &plot, const QList<RoundPoint> &rounds)
{
    QList<double> x;
    QList<Estimate> shares;
    QList<QPointF> line;
    for (const RoundPoint &point : rounds) {
        x.append(point.round);
        shares.append(learnt(point));
        line.append(plot.at(point.round, shares.last().value));
    }
    svg.polygon(bandOf(plot, x, shares), u"band"_s);
    svg.polyline(line, u"curve"_s);
    for (qsizetype i = 0; i < rounds.size(); ++i) {
        const RoundPoint &point = rounds[i];
        if (point.exposed > 0)
            svg.circle(plot.at(point.round, point.success.value), 4.5, u"hollow"_s,
                       u"round %1: %2 with %3 recalled"_s.arg(point.round).arg(percent(point.success.value)).arg(point.exposed));
        svg.circle(line[i], 4.5, u"dot"_s,
            u"round %1, v%2: %3 of %4 tasks, %5 (%6)"_s.arg(point.round)
                .arg(point.version)
                .arg(point.solved - point.exposed)
                .arg(point.tasks)
                .arg(percent(shares[i].value), percentRange(shares[i])));
    }
}

} // namespace

QString successCurve(const RunRecord &record, const RunMetrics &metrics)
{
    const QList<RoundPoint> &rounds = metrics.rounds;
    if (rounds.isEmpty())
        return {};
    Svg svg(width, height, u"Success per round"_s);
    const PlotArea plot(area, rounds.first().round - 0.3, rounds.last().round + 0.3, 0, 1);
    plot.drawGrid(svg, percentTicks, percentTick);
    QList<int> numbers;
    for (const RoundPoint &point : rounds)
        numbers.append(point.round);
    drawRoundTicks(svg, plot, numbers);
    if (record.run.config.safetyRule != SafetyRule::Off)
        drawTrustRegion(svg, plot, rounds, record.run.config.trustRegion);
    drawVersionMarks(svg, plot, rounds);
    drawLearnCurve(svg, plot, rounds);
    drawCheckpoints(svg, plot, record);
    drawRollbacks(svg, plot, record);
    return svg.finished();
}

QString windowCurve(const RunMetrics &metrics)
{
    const QList<WindowPoint> &window = metrics.window;
    if (window.size() < 2)
        return {};
    Svg svg(width, height, u"Sliding evaluation window"_s);
    const PlotArea plot(area, 1, double(window.size()), 0, 1);
    plot.drawGrid(svg, percentTicks, percentTick);
    for (qsizetype start = 0; start < window.size();) {
        qsizetype end = start;
        QList<double> x;
        QList<Estimate> rates;
        QList<QPointF> line;
        for (; end < window.size() && window[end].version == window[start].version
               && (end == start || window[end].tasks >= window[end - 1].tasks); ++end) {
            x.append(window[end].outcome);
            rates.append(window[end].rate);
            line.append(plot.at(window[end].outcome, window[end].rate.value));
        }
        svg.polygon(bandOf(plot, x, rates), u"band"_s);
        svg.polyline(line, u"curve"_s);
        const double left = line.first().x();
        if (start > 0)
            svg.line({left, plot.pixels().top()}, {left, plot.pixels().bottom()}, u"mark"_s);
        if (line.last().x() - left > 22 || start == 0)
            svg.text({left + 3, plot.pixels().top() - 8}, u"v%1"_s.arg(window[start].version), Svg::Anchor::Start, u"strong"_s);
        start = end;
    }
    svg.text({plot.pixels().left(), plot.pixels().bottom() + 18}, u"1"_s, Svg::Anchor::Middle);
    svg.text({plot.pixels().right(), plot.pixels().bottom() + 18}, QString::number(window.size()), Svg::Anchor::Middle);
    svg.text({plot.pixels().center().x(), plot.pixels().bottom() + 36}, u"task outcomes, in order"_s, Svg::Anchor::Middle);
    return svg.finished();
}

QString gainCurve(const RunMetrics &metrics)
{
    const QList<GainPoint> &gains = metrics.improvement.points;
    if (gains.size() < 2)
        return {};
    double low = 0;
    double high = 0;
    QList<double> x;
    QList<Estimate> estimates;
    QList<int> rounds;
    for (const GainPoint &point : gains) {
        low = std::min(low, point.gain.low);
        high = std::max(high, point.gain.high);
        x.append(point.round);
        rounds.append(point.round);
        estimates.append(point.gain);
    }
    low = std::floor(low * 10 - 0.01) / 10;
    high = std::ceil(high * 10 + 0.01) / 10;
    Svg svg(width, height, u"Paired gain over the frozen first version"_s);
    const PlotArea plot(area, rounds.first() - 0.3, rounds.last() + 0.3, low, high);
    QList<double> ticks;
    const double step = high - low > 0.85 ? 0.2 : 0.1;
    for (int i = int(std::ceil(low / step - 1e-9)); i * step <= high + 1e-9; ++i)
        ticks.append(i * step);
    plot.drawGrid(svg, ticks, pointTick);
    drawRoundTicks(svg, plot, rounds);
    svg.line({plot.pixels().left(), plot.at(0, 0).y()}, {plot.pixels().right(), plot.at(0, 0).y()}, u"zero"_s);
    svg.polygon(bandOf(plot, x, estimates), u"gainband"_s);
    QList<QPointF> line;
    for (qsizetype i = 0; i < x.size(); ++i)
        line.append(plot.at(x[i], estimates[i].value));
    svg.polyline(line, u"gain"_s);
    for (qsizetype i = 0; i < x.size(); ++i)
        svg.circle(line[i], 4.5, u"diamond"_s, u"round %1, v%2: %3 (%4), %5 tasks"_s.arg(rounds[i]).arg(gains[i].version)
                       .arg(points(estimates[i].value), pointsRange(estimates[i])).arg(gains[i].tasks));
    return svg.finished();
}

} // namespace autodidact
