#include "widgets/curve/curveview.h"
#include "widgets/curve/curvewords.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

// What the mouse, the wheel and the keys do in the plot.

namespace autodidact {

namespace {

constexpr double reach = 10;             ///< pixels from a point that still mean it

double distance(const QPointF &a, const QPointF &b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

CurveView::Hit CurveView::hitAt(const QPointF &position, RunId *run) const
{
    if (m_layers.testFlag(CurveLayer::Marks)) {
        for (const LaneItem &item : m_lane) {
            if (item.rect.adjusted(-2, -2, 2, 2).contains(position))
                return &item;
        }
    }
    Hit best;
    double nearest = reach;
    const auto offer = [&](const QPointF &at, Hit hit, RunId of, double handicap) {
        const double away = distance(at, position) + handicap;
        if (away > nearest || !map().pixels.adjusted(-8, -8, 8, 8).contains(at))
            return;
        nearest = away;
        best = hit;
        if (run)
            *run = of;
    };
    const auto search = [&](const CurveData &data, const PlotMap &place) {
        for (const RoundDot &dot : data.rounds) {
            if (m_layers.testFlag(CurveLayer::Rounds))
                offer(place.at(dot.round, dot.learnt.value), &dot, data.run, 0);
            if (m_layers.testFlag(CurveLayer::Recalled) && dot.recalled > 0)
                offer(place.at(dot.round, dot.all.value), &dot, data.run, 0);
        }
        for (const CheckDot &dot : data.checks) {
            if (m_layers.testFlag(CurveLayer::Checkpoints))
                offer(place.at(dot.round, dot.rate.value) + QPointF(6, 0), &dot, data.run, 0.5);
            if (m_layers.testFlag(CurveLayer::Baseline))
                offer(place.at(dot.round, dot.baseline.value), &dot, data.run, 1);
        }
        if (!m_layers.testFlag(CurveLayer::Window))
            return;
        for (const WindowDot &dot : data.window)
            offer(place.at(dot.x, dot.point.rate.value), &dot, data.run, 4);
    };
    search(m_data, map());
    if (m_other)
        search(*m_other, map().aside());
    return best;
}

QString CurveView::tipAt(const QPointF &position) const
{
    RunId run = m_data.run;
    const Hit hit = hitAt(position, &run);
    QString tip;
    if (const auto *const *dot = std::get_if<const RoundDot *>(&hit))
        tip = CurveWords::tip(**dot);
    else if (const auto *const *check = std::get_if<const CheckDot *>(&hit))
        tip = CurveWords::tip(**check);
    else if (const auto *const *window = std::get_if<const WindowDot *>(&hit))
        tip = CurveWords::tip(**window);
    else if (const auto *const *item = std::get_if<const LaneItem *>(&hit))
        tip = CurveWords::tip((*item)->marks);
    if (m_other && !tip.isEmpty())
        tip.prepend((run == m_other->run ? m_other->name : m_data.name) + u'\n');
    return tip;
}

void CurveView::click(const QPointF &position)
{
    RunId run = m_data.run;
    const Hit hit = hitAt(position, &run);
    if (const auto *const *dot = std::get_if<const RoundDot *>(&hit))
        Q_EMIT roundClicked(run, (*dot)->round);
    else if (const auto *const *check = std::get_if<const CheckDot *>(&hit))
        Q_EMIT roundClicked(run, (*check)->round);
    else if (const auto *const *window = std::get_if<const WindowDot *>(&hit))
        Q_EMIT roundClicked(run, (*window)->point.round);
    else if (const auto *const *item = std::get_if<const LaneItem *>(&hit))
        Q_EMIT markClicked((*item)->marks.first());
}

bool CurveView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString tip = tipAt(mapToScene(help->pos()));
    if (tip.isEmpty())
        QToolTip::hideText();
    else    // Qt guesses whether a tooltip is rich text; reasons hold models' words, so it must not.
        QToolTip::showText(help->globalPos(), QStringLiteral("<p style='white-space:pre-wrap'>") + tip.toHtmlEscaped() + QStringLiteral("</p>"), viewport());
    return true;
}

void CurveView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    if (event->button() != Qt::LeftButton)
        event->ignore();
}

void CurveView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        const Hit hit = hitAt(mapToScene(event->pos()));
        viewport()->setCursor(std::holds_alternative<std::monostate>(hit) ? Qt::ArrowCursor : Qt::PointingHandCursor);
        return;
    }
    if ((event->pos() - m_pressed).manhattanLength() < 6)
        return;
    m_band->setGeometry(QRect(m_pressed, event->pos()).normalized());
    m_band->show();
}

void CurveView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (!m_band->isVisible()) {
        click(mapToScene(event->pos()));
        return;
    }
    m_band->hide();
    const PlotMap place = map();
    const QRectF area = mapToScene(m_band->geometry()).boundingRect();
    zoomTo(place.roundAt(area.left()), place.roundAt(area.right()), place.shareAt(area.bottom()), place.shareAt(area.top()));
}

void CurveView::mouseDoubleClickEvent(QMouseEvent *)
{
    resetZoom();
}

void CurveView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    const PlotMap place = map();
    const QPointF at = mapToScene(event->position().toPoint());
    const double round = place.roundAt(at.x());
    const double share = place.shareAt(at.y());
    const double factor = event->angleDelta().y() > 0 ? 0.8 : 1.25;
    zoomTo(round - (round - place.left) * factor, round + (place.right - round) * factor,
           share - (share - place.bottom) * factor, share + (place.top - share) * factor);
    event->accept();
}

void CurveView::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0) {
        QChartView::keyPressEvent(event);
        return;
    }
    const int next = m_currentRound > 0 ? m_currentRound + step : step > 0 ? 1 : m_data.lastRound;
    if (m_data.dotOf(next))
        Q_EMIT roundClicked(m_data.run, next);
}

} // namespace autodidact
