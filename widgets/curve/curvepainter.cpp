#include "widgets/curve/curvepainter.h"

#include "core/control/guard.h"
#include "widgets/base/theme.h"

#include <QPainter>

#include <span>

namespace autodidact {

namespace {

constexpr double radius = 4.5;
constexpr double cap = 3;

/// Runs of window points that belong together: the window starts anew with each version.
template<typename Draw>
void eachSegment(const QList<WindowDot> &window, Draw draw)
{
    for (qsizetype start = 0; start < window.size();) {
        qsizetype end = start + 1;
        while (end < window.size() && window[end].point.version == window[end - 1].point.version)
            ++end;
        draw(std::span(window).subspan(size_t(start), size_t(end - start)));
        start = end;
    }
}

/// Where the window holds enough outcomes for the guard to judge by it; before that the line is faint and has no band.
size_t firstJudged(std::span<const WindowDot> dots)
{
    size_t first = 0;
    while (first < dots.size() && dots[first].point.tasks < WindowGuard::minimumOutcomes)
        ++first;
    return first;
}

QColor faint(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

} // namespace

CurvePainter::CurvePainter(QPainter &painter, const PlotMap &map, const QPalette &palette, Who who)
    : m_painter(painter)
    , m_map(map)
    , m_palette(palette)
    , m_who(who)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

QColor CurvePainter::color(CurveLayer layer) const
{
    const bool second = m_who == Who::Second;
    switch (layer) {
    case CurveLayer::Rounds:
    case CurveLayer::Recalled: return theme::seriesColor(second ? 1 : 0, m_palette);
    case CurveLayer::Window: return theme::seriesColor(second ? 5 : 2, m_palette);
    case CurveLayer::Trust: return theme::seriesColor(4, m_palette);
    case CurveLayer::Checkpoints: return theme::seriesColor(second ? 7 : 3, m_palette);
    case CurveLayer::Baseline:
        if (second)
            return theme::seriesColor(7, m_palette);
        [[fallthrough]];
    case CurveLayer::Marks: return m_palette.color(QPalette::PlaceholderText);
    }
    return {};
}

void CurvePainter::shadeRounds(const CurveData &data, int version)
{
    for (const RoundDot &dot : data.rounds) {
        if (dot.version != version)
            continue;
        const QRectF rect(m_map.x(dot.round - 0.5), m_map.pixels.top(), m_map.x(dot.round + 0.5) - m_map.x(dot.round - 0.5), m_map.pixels.height());
        m_painter.fillRect(rect, faint(m_palette.color(QPalette::Highlight), 0.14f));
    }
}

void CurvePainter::drawTrust(const CurveData &data)
{
    const QColor tint = color(CurveLayer::Trust);
    for (const TrustStep &step : data.trust) {
        const QRectF rect(m_map.at(step.round - 0.5, step.best), m_map.at(step.round + 0.5, step.floor));
        m_painter.fillRect(rect, faint(tint, 0.16f));
        m_painter.setPen(QPen(faint(tint, 0.8f), 1, Qt::DashLine));
        m_painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    }
}

void CurvePainter::drawWindowBand(const CurveData &data)
{
    eachSegment(data.window, [this](std::span<const WindowDot> dots) {
        const std::span<const WindowDot> judged = dots.subspan(firstJudged(dots));
        QPolygonF outline;
        for (const WindowDot &dot : judged)
            outline.append(m_map.at(dot.x, dot.point.rate.high));
        for (auto it = judged.rbegin(); it != judged.rend(); ++it)
            outline.append(m_map.at(it->x, it->point.rate.low));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(faint(color(CurveLayer::Window), 0.10f));
        m_painter.drawPolygon(outline);
    });
}

void CurvePainter::drawWindow(const CurveData &data)
{
    eachSegment(data.window, [this](std::span<const WindowDot> dots) {
        const size_t judged = firstJudged(dots);
        QPolygonF early;
        QPolygonF line;
        for (size_t i = 0; i < dots.size(); ++i) {
            const QPointF at = m_map.at(dots[i].x, dots[i].point.rate.value);
            if (i <= judged)
                early.append(at);
            if (i >= judged)
                line.append(at);
        }
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(faint(color(CurveLayer::Window), 0.4f), 1, Qt::DotLine));
        m_painter.drawPolyline(early);
        m_painter.setPen(QPen(color(CurveLayer::Window), 1.4));
        m_painter.drawPolyline(line);
    });
}

void CurvePainter::drawBaseline(const CurveData &data)
{
    QPolygonF line;
    for (const CheckDot &dot : data.checks)
        line.append(m_map.at(dot.round, dot.baseline.value));
    const QColor tint = color(CurveLayer::Baseline);
    m_painter.setPen(QPen(tint, 1.4, Qt::DashLine));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(line);
    m_painter.setPen(QPen(tint, 1.6));
    const QPointF arm = m_who == Who::Second ? QPointF(0, 4) : QPointF(4, 0);
    for (const QPointF &at : std::as_const(line))
        m_painter.drawLine(at - arm, at + arm);
}

void CurvePainter::drawChecks(const CurveData &data)
{
    const QColor tint = color(CurveLayer::Checkpoints);
    QPolygonF line;
    // A little to the right of the round's own point, so that the intervals do not hide each other.
    const double aside = qMin(0.16, 9 * (m_map.right - m_map.left) / qMax(1.0, m_map.pixels.width()));
    for (const CheckDot &dot : data.checks) {
        whisker(dot.round + aside, dot.rate, faint(tint, 0.6f));
        line.append(m_map.at(dot.round + aside, dot.rate.value));
    }
    m_painter.setPen(QPen(tint, 1.4));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(line);
    for (const QPointF &at : std::as_const(line))
        diamond(at, radius + 0.5, tint);
}

void CurvePainter::drawRounds(const CurveData &data, CurveLayers layers, int currentRound)
{
    const QColor tint = color(CurveLayer::Rounds);
    QPolygonF line;
    for (const RoundDot &dot : data.rounds) {
        if (dot.finished)
            line.append(m_map.at(dot.round, dot.learnt.value));
    }
    if (layers.testFlag(CurveLayer::Rounds)) {
        m_painter.setPen(QPen(tint, 1.8));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(line);
    }
    for (const RoundDot &dot : data.rounds) {
        const QPointF at = m_map.at(dot.round, dot.learnt.value);
        if (layers.testFlag(CurveLayer::Recalled) && dot.recalled > 0) {
            const QPointF all = m_map.at(dot.round, dot.all.value);
            m_painter.setPen(QPen(tint, 1, Qt::DotLine));
            m_painter.drawLine(at, all);
            marker(all, radius, tint, Fill::Hollow);
        }
        if (!layers.testFlag(CurveLayer::Rounds))
            continue;
        whisker(dot.round, dot.learnt, dot.finished ? tint : faint(tint, 0.5f));
        marker(at, radius, tint, dot.finished ? Fill::Solid : Fill::Dashed);
        if (dot.round == currentRound && m_who == Who::First) {
            m_painter.setPen(QPen(m_palette.color(QPalette::Text), 1.2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(at, radius + 3.5, radius + 3.5);
        }
    }
}

void CurvePainter::whisker(double round, const Estimate &estimate, const QColor &color)
{
    m_painter.setPen(QPen(color, 1.2));
    const QPointF low = m_map.at(round, estimate.low);
    const QPointF high = m_map.at(round, estimate.high);
    m_painter.drawLine(low, high);
    for (const QPointF &end : {low, high})
        m_painter.drawLine(end - QPointF(cap, 0), end + QPointF(cap, 0));
}

void CurvePainter::marker(const QPointF &at, double size, const QColor &color, Fill fill)
{
    const QColor ground = m_palette.color(QPalette::Base);
    m_painter.setPen(QPen(color, 1.6, fill == Fill::Dashed ? Qt::DotLine : Qt::SolidLine));
    m_painter.setBrush(fill == Fill::Solid ? color : ground);
    if (m_who == Who::Second)
        m_painter.drawRect(QRectF(at - QPointF(size - 0.5, size - 0.5), at + QPointF(size - 0.5, size - 0.5)));
    else
        m_painter.drawEllipse(at, size, size);
}

void CurvePainter::diamond(const QPointF &at, double size, const QColor &color)
{
    m_painter.setPen(QPen(m_palette.color(QPalette::Base), 1));
    m_painter.setBrush(color);
    if (m_who == Who::Second)
        m_painter.drawPolygon(QPolygonF{at + QPointF(0, -size), at + QPointF(size, size), at + QPointF(-size, size)});
    else
        m_painter.drawPolygon(QPolygonF{at + QPointF(0, -size), at + QPointF(size, 0), at + QPointF(0, size), at + QPointF(-size, 0)});
}

void CurvePainter::drawSign(CurveLayer layer, const QRectF &rect)
{
    const QPointF middle = rect.center();
    const QPointF left(rect.left(), middle.y());
    const QPointF right(rect.right(), middle.y());
    const QColor tint = color(layer);
    switch (layer) {
    case CurveLayer::Rounds:
        m_painter.setPen(QPen(tint, 1.8));
        m_painter.drawLine(left, right);
        marker(middle, radius - 0.5, tint, Fill::Solid);
        break;
    case CurveLayer::Recalled:
        marker(middle, radius - 0.5, tint, Fill::Hollow);
        break;
    case CurveLayer::Window:
        m_painter.fillRect(QRectF(left - QPointF(0, 4), right + QPointF(0, 4)), faint(tint, 0.18f));
        m_painter.setPen(QPen(tint, 1.6));
        m_painter.drawLine(left, right);
        break;
    case CurveLayer::Trust:
        m_painter.fillRect(QRectF(left - QPointF(0, 4), right + QPointF(0, 4)), faint(tint, 0.28f));
        m_painter.setPen(QPen(tint, 1, Qt::DashLine));
        m_painter.drawLine(left + QPointF(0, 4), right + QPointF(0, 4));
        break;
    case CurveLayer::Checkpoints:
        m_painter.setPen(QPen(tint, 1.4));
        m_painter.drawLine(left, right);
        diamond(middle, radius, tint);
        break;
    case CurveLayer::Baseline:
        m_painter.setPen(QPen(tint, 1.6, Qt::DashLine));
        m_painter.drawLine(left, right);
        break;
    case CurveLayer::Marks:
        m_painter.setPen(QPen(tint, 1.2, Qt::DotLine));
        m_painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), rect.bottom()));
        break;
    }
}

} // namespace autodidact
