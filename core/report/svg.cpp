#include "core/report/svg.h"

#include "core/report/htmlpage.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString attribute(QLatin1StringView name, double value)
{
    return u' ' + QString(name) + u"=\""_s + Svg::number(value) + u'"';
}

QString pointList(const QList<QPointF> &points)
{
    QStringList parts;
    for (const QPointF &point : points)
        parts.append(Svg::number(point.x()) + u',' + Svg::number(point.y()));
    return u" points=\""_s + parts.join(u' ') + u'"';
}

} // namespace

Svg::Svg(double width, double height, const QString &label, const QString &css)
{
    m_out = u"<svg viewBox=\"0 0 %1 %2\" width=\"%1\" height=\"%2\" role=\"img\" aria-label=\"%3\""_s
                .arg(number(width), number(height), escapedHtml(label));
    m_out += (css.isEmpty() ? QString() : u" class=\""_s + css + u'"') + u">\n"_s;
}

QString Svg::number(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == u"-0" ? u"0"_s : text;
}

void Svg::shape(const QString &element, const QString &css, const QString &tooltip)
{
    const QString name = element.section(u' ', 0, 0);
    m_out += u'<' + element + u" class=\""_s + css + u'"';
    m_out += tooltip.isEmpty() ? u"/>\n"_s : u"><title>"_s + escapedHtml(tooltip) + u"</title></"_s + name + u">\n"_s;
}

void Svg::line(QPointF from, QPointF to, const QString &css)
{
    shape(u"line"_s + attribute("x1"_L1, from.x()) + attribute("y1"_L1, from.y()) + attribute("x2"_L1, to.x())
              + attribute("y2"_L1, to.y()), css, {});
}

void Svg::polyline(const QList<QPointF> &points, const QString &css)
{
    if (points.size() > 1)
        shape(u"polyline"_s + pointList(points), css, {});
}

void Svg::polygon(const QList<QPointF> &points, const QString &css, const QString &tooltip)
{
    if (points.size() > 2)
        shape(u"polygon"_s + pointList(points), css, tooltip);
}

void Svg::circle(QPointF centre, double radius, const QString &css, const QString &tooltip)
{
    shape(
        u"circle"_s + attribute("cx"_L1, centre.x()) + attribute("cy"_L1, centre.y()) + attribute("r"_L1, radius), css, tooltip);
}

void Svg::rect(const QRectF &rect, double radius, const QString &css, const QString &tooltip)
{
    shape(u"rect"_s + attribute("x"_L1, rect.x()) + attribute("y"_L1, rect.y()) + attribute("width"_L1, rect.width())
              + attribute("height"_L1, rect.height()) + attribute("rx"_L1, radius), css, tooltip);
}

void Svg::path(const QString &commands, const QString &css)
{
    shape(u"path d=\""_s + commands + u'"', css, {});
}

void Svg::text(QPointF at, const QString &text, Anchor anchor, const QString &css)
{
    const QString side = anchor == Anchor::Middle ? u"middle"_s : anchor == Anchor::End ? u"end"_s : u"start"_s;
    m_out += u"<text"_s + attribute("x"_L1, at.x()) + attribute("y"_L1, at.y()) + u" text-anchor=\""_s + side + u'"'
        + (css.isEmpty() ? QString() : u" class=\""_s + css + u'"') + u'>' + escapedHtml(text) + u"</text>\n"_s;
}

QString Svg::finished() const
{
    return m_out + u"</svg>\n"_s;
}

PlotArea::PlotArea(const QRectF &pixels, double xLow, double xHigh, double yLow, double yHigh)
    : m_pixels(pixels)
    , m_xLow(xLow)
    , m_xHigh(xHigh > xLow ? xHigh : xLow + 1)
    , m_yLow(yLow)
    , m_yHigh(yHigh > yLow ? yHigh : yLow + 1)
{
}

QPointF PlotArea::at(double x, double y) const
{
    return {m_pixels.left() + (x - m_xLow) / (m_xHigh - m_xLow) * m_pixels.width(),
            m_pixels.bottom() - (y - m_yLow) / (m_yHigh - m_yLow) * m_pixels.height()};
}

void PlotArea::drawGrid(Svg &svg, const QList<double> &ticks, QString (*label)(double)) const
{
    for (double tick : ticks) {
        const double y = at(m_xLow, tick).y();
        svg.line({m_pixels.left(), y}, {m_pixels.right(), y}, u"grid"_s);
        svg.text({m_pixels.left() - 8, y + 4}, label(tick), Svg::Anchor::End);
    }
    svg.line(m_pixels.bottomLeft(), m_pixels.bottomRight(), u"axis"_s);
}

} // namespace autodidact
