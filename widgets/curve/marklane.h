#pragma once

#include "widgets/curve/curvedata.h"
#include "widgets/curve/plotmap.h"

#include <QFontMetricsF>
#include <QPalette>

class QPainter;

namespace autodidact {

/// One sign above the plot; several refused updates of a round share one.
struct LaneItem {
    QList<CurveMark> marks;          ///< at least one
    QRectF rect;                     ///< empty where there was no room: the line below still stands
    QString icon;                    ///< name; empty for text alone
    QString text;
    bool byPerson = false;

    double x() const { return marks.first().x(); }
};

/// The row of version, update and rollback signs above the plot.
class MarkLane
{
public:
    /// \p top is the upper edge of the row in pixels. Where rounds are narrow, words give way before signs do.
    static QList<LaneItem> layOut(const CurveData &data, const PlotMap &map, double top, const QFontMetricsF &metrics);

    static void draw(QPainter &painter, const QList<LaneItem> &items, const PlotMap &map, const QPalette &palette);
    static void drawLines(QPainter &painter, const QList<LaneItem> &items, const PlotMap &map, const QPalette &palette);
};

} // namespace autodidact
