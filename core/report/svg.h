#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

namespace autodidact {

/// A drawing as SVG text, in the classes of the report's style sheet. Numbers are written with two digits, so the
/// same values always give the same bytes.
class Svg
{
public:
    /// \p label is what a screen reader says of it; plain text.
    Svg(double width, double height, const QString &label, const QString &css = {});

    void line(QPointF from, QPointF to, const QString &css);
    void polyline(const QList<QPointF> &points, const QString &css);
    void polygon(const QList<QPointF> &points, const QString &css, const QString &tooltip = {});
    void circle(QPointF centre, double radius, const QString &css, const QString &tooltip = {});
    void rect(const QRectF &rect, double radius, const QString &css, const QString &tooltip = {});
    void path(const QString &commands, const QString &css);

    enum class Anchor { Start, Middle, End };
    void text(QPointF at, const QString &text, Anchor anchor = Anchor::Start, const QString &css = {});

    QString finished() const;
    static QString number(double value);

private:
    void shape(const QString &element, const QString &css, const QString &tooltip);

    QString m_out;
};

/// A plot area: data to pixels, axes and grid.
class PlotArea
{
public:
    PlotArea(const QRectF &pixels, double xLow, double xHigh, double yLow, double yHigh);

    QPointF at(double x, double y) const;
    QRectF pixels() const { return m_pixels; }

    /// Horizontal grid lines with labels from \p ticks (in data units), written by \p label.
    void drawGrid(Svg &svg, const QList<double> &ticks, QString (*label)(double)) const;

private:
    QRectF m_pixels;
    double m_xLow;
    double m_xHigh;
    double m_yLow;
    double m_yHigh;
};

} // namespace autodidact
