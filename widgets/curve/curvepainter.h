#pragma once

#include "widgets/curve/curvedata.h"
#include "widgets/curve/curvelayer.h"
#include "widgets/curve/plotmap.h"

#include <QPalette>

class QPainter;

namespace autodidact {

/// Draws the layers of one run. The first run and the one beside it share neither colour nor marker.
class CurvePainter
{
public:
    enum class Who { First, Second };

    CurvePainter(QPainter &painter, const PlotMap &map, const QPalette &palette, Who who = Who::First);

    void shadeRounds(const CurveData &data, int version);
    void drawTrust(const CurveData &data);
    void drawWindowBand(const CurveData &data);
    void drawWindow(const CurveData &data);
    void drawBaseline(const CurveData &data);
    void drawChecks(const CurveData &data);
    void drawRounds(const CurveData &data, CurveLayers layers, int currentRound);

    /// The sign of a layer in a legend, in the middle of \p rect.
    void drawSign(CurveLayer layer, const QRectF &rect);

private:
    enum class Fill { Solid, Hollow, Dashed };

    QColor color(CurveLayer layer) const;
    void marker(const QPointF &at, double radius, const QColor &color, Fill fill);
    void diamond(const QPointF &at, double radius, const QColor &color);
    void whisker(double round, const Estimate &estimate, const QColor &color);

    QPainter &m_painter;
    PlotMap m_map;
    QPalette m_palette;
    Who m_who;
};

} // namespace autodidact
