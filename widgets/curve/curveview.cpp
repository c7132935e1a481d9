#include "widgets/curve/curveview.h"

#include "widgets/curve/curvepainter.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QPainter>
#include <QRubberBand>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace autodidact {

CurveView::CurveView(QWidget *parent)
    : QChartView(parent)
    , m_rounds(new QValueAxis(this))
    , m_shares(new QValueAxis(this))
    , m_band(new QRubberBand(QRubberBand::Rectangle, viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setRubberBand(QChartView::NoRubberBand);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    m_band->hide();

    QChart *plot = chart();
    plot->setAnimationOptions(QChart::NoAnimation);
    plot->legend()->hide();
    plot->setBackgroundVisible(false);
    plot->setPlotAreaBackgroundVisible(false);
    plot->layout()->setContentsMargins(0, 0, 0, 0);
    plot->addAxis(m_rounds, Qt::AlignBottom);
    plot->addAxis(m_shares, Qt::AlignLeft);
    // The series draws nothing: it ties the plot area to the axes.
    auto *anchor = new QLineSeries(plot);
    plot->addSeries(anchor);
    anchor->attachAxis(m_rounds);
    anchor->attachAxis(m_shares);
    for (QValueAxis *axis : {m_rounds, m_shares}) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setMinorTickCount(0);
    }
    m_rounds->setLabelFormat(QStringLiteral("%d"));
    m_shares->setLabelFormat(QStringLiteral("%d %%"));
    m_rounds->setTickAnchor(0);
    connect(plot, &QChart::plotAreaChanged, this, &CurveView::relayLane);
    restyle();
    resetZoom();
}

void CurveView::restyle()
{
    const QColor text = palette().color(QPalette::PlaceholderText);
    QColor grid = palette().color(QPalette::Mid);
    grid.setAlphaF(0.45f);
    for (QValueAxis *axis : {m_rounds, m_shares}) {
        axis->setLabelsFont(font());
        axis->setLabelsBrush(text);
        axis->setGridLinePen(QPen(grid, 0.8));
        axis->setLinePen(QPen(palette().color(QPalette::Mid), 1));
    }
    m_rounds->setGridLineVisible(false);
    setBackgroundBrush(palette().color(QPalette::Base));
    const int lane = fontMetrics().height() + 8;
    chart()->setMargins(QMargins(2, lane, 14, 2));
    relayLane();
}

void CurveView::setData(const CurveData &data)
{
    m_data = data;
    if (!m_zoomed)
        fitAxes();
    relayLane();
}

void CurveView::setOther(const std::optional<CurveData> &other)
{
    m_other = other;
    if (!m_zoomed)
        fitAxes();
    viewport()->update();
}

void CurveView::setLayers(CurveLayers layers)
{
    m_layers = layers;
    viewport()->update();
}

void CurveView::setCurrentRound(int round)
{
    m_currentRound = round;
    viewport()->update();
}

void CurveView::setHighlightedVersion(std::optional<int> version)
{
    m_version = version;
    viewport()->update();
}

PlotMap CurveView::map() const
{
    return {chart()->mapRectToScene(chart()->plotArea()), m_rounds->min(), m_rounds->max(), m_shares->min() / 100, m_shares->max() / 100};
}

QRectF CurveView::shown() const
{
    return {m_rounds->min(), m_shares->min() / 100, m_rounds->max() - m_rounds->min(), (m_shares->max() - m_shares->min()) / 100};
}

void CurveView::fitAxes()
{
    const int last = std::max({1, m_data.lastRound, m_other ? m_other->lastRound : 0});
    m_rounds->setRange(0.5, last + 0.5);
    m_shares->setRange(0, 100);
    setTicks();
}

void CurveView::resetZoom()
{
    m_zoomed = false;
    fitAxes();
    relayLane();
}

void CurveView::zoomTo(double left, double right, double bottom, double top)
{
    const double last = std::max({1, m_data.lastRound, m_other ? m_other->lastRound : 0}) + 0.5;
    left = std::max(0.5, left);
    right = std::min(last, right);
    bottom = std::max(0.0, bottom);
    top = std::min(1.0, top);
    if (right - left < 0.5 || top - bottom < 0.02)
        return;
    m_zoomed = right - left < last - 0.5 - 1e-9 || top - bottom < 1 - 1e-9;
    m_rounds->setRange(left, right);
    m_shares->setRange(bottom * 100, top * 100);
    setTicks();
    relayLane();
}

void CurveView::setTicks()
{
    const double rounds = m_rounds->max() - m_rounds->min();
    double step = 1;
    for (const double next : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0}) {
        step = next;
        if (rounds / next <= 16)
            break;
    }
    m_rounds->setTickInterval(step);
    const double shares = m_shares->max() - m_shares->min();
    m_shares->setTickInterval(shares > 60 ? (height() > 260 ? 20 : 25) : shares > 25 ? 10 : shares > 10 ? 5 : 1);
}

void CurveView::relayLane()
{
    const PlotMap place = map();
    m_lane = MarkLane::layOut(m_data, place, place.pixels.top() - fontMetrics().height() - 4, QFontMetricsF(font()));
    viewport()->update();
}

void CurveView::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    const PlotMap place = map();
    painter->save();
    painter->setClipRect(place.pixels);
    CurvePainter first(*painter, place, palette());
    if (m_version)
        first.shadeRounds(m_data, *m_version);
    if (m_layers.testFlag(CurveLayer::Trust))
        first.drawTrust(m_data);
    if (m_layers.testFlag(CurveLayer::Window))
        first.drawWindowBand(m_data);
    painter->restore();
}

void CurveView::drawForeground(QPainter *painter, const QRectF &)
{
    const PlotMap place = map();
    painter->save();
    if (m_layers.testFlag(CurveLayer::Marks)) {
        painter->setFont(font());
        MarkLane::draw(*painter, m_lane, place, palette());
    }
    painter->setClipRect(place.pixels.adjusted(-1, -6, 1, 6));
    if (m_layers.testFlag(CurveLayer::Marks))
        MarkLane::drawLines(*painter, m_lane, place, palette());
    const auto draw = [&](const CurveData &data, CurvePainter::Who who) {
        CurvePainter curve(*painter, who == CurvePainter::Who::Second ? place.aside() : place, palette(), who);
        if (m_layers.testFlag(CurveLayer::Baseline))
            curve.drawBaseline(data);
        if (m_layers.testFlag(CurveLayer::Window))
            curve.drawWindow(data);
        if (m_layers.testFlag(CurveLayer::Checkpoints))
            curve.drawChecks(data);
        curve.drawRounds(data, m_layers, m_currentRound);
    };
    if (m_other)
        draw(*m_other, CurvePainter::Who::Second);
    draw(m_data, CurvePainter::Who::First);
    painter->restore();
}

} // namespace autodidact
