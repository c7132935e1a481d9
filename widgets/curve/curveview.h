#pragma once

#include "widgets/curve/curvedata.h"
#include "widgets/curve/curvelayer.h"
#include "widgets/curve/marklane.h"

#include <QChartView>

#include <optional>
#include <variant>

class QRubberBand;
class QValueAxis;

namespace autodidact {

/// The plot: axes and grid by Qt Charts, the layers by CurvePainter. Zoom, hover and clicks. GUI thread.
class CurveView : public QChartView
{
    Q_OBJECT

public:
    explicit CurveView(QWidget *parent = nullptr);

    void setData(const CurveData &data);
    void setOther(const std::optional<CurveData> &other);    ///< a second run
    void setLayers(CurveLayers layers);
    void setCurrentRound(int round);                         ///< 0 for none
    void setHighlightedVersion(std::optional<int> version);
    void restyle();

    /// Rounds and shares that are in sight.
    QRectF shown() const;
    bool isZoomed() const { return m_zoomed; }
    void resetZoom();
    PlotMap map() const;

    const CurveData &data() const { return m_data; }
    const std::optional<CurveData> &other() const { return m_other; }
    CurveLayers layers() const { return m_layers; }
    QString tipAt(const QPointF &position) const;            ///< plain text; empty where nothing is near

Q_SIGNALS:
    void roundClicked(autodidact::RunId run, int round);
    void markClicked(const autodidact::CurveMark &mark);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    using Hit = std::variant<std::monostate, const RoundDot *, const CheckDot *, const WindowDot *, const LaneItem *>;

    void fitAxes();
    void zoomTo(double left, double right, double bottom, double top);
    void setTicks();
    void relayLane();
    Hit hitAt(const QPointF &position, RunId *run = nullptr) const;
    void click(const QPointF &position);

    CurveData m_data;
    std::optional<CurveData> m_other;
    CurveLayers m_layers = CurveLayers::fromInt(127);
    int m_currentRound = 0;
    std::optional<int> m_version;
    bool m_zoomed = false;
    QValueAxis *m_rounds;
    QValueAxis *m_shares;
    QList<LaneItem> m_lane;
    QPoint m_pressed;
    QRubberBand *m_band;
};

} // namespace autodidact
