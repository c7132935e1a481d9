#include "core/report/svgstrip.h"

#include "core/report/figures.h"
#include "core/report/svg.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double width = 860;
constexpr double labelWidth = 190;
constexpr double rowHeight = 58;

struct Span {
    double low = -0.05;
    double high = 0.05;
};

Span spanOf(const QList<StripRow> &rows)
{
    Span span;
    for (const StripRow &row : rows) {
        for (double value : row.values) {
            span.low = std::min(span.low, value);
            span.high = std::max(span.high, value);
        }
        if (row.mean) {
            span.low = std::min(span.low, row.mean->low);
            span.high = std::max(span.high, row.mean->high);
        }
    }
    return {std::floor(span.low * 20 - 0.2) / 20, std::ceil(span.high * 20 + 0.2) / 20};
}

/// Equal values stand above each other instead of hiding one another.
void drawValues(Svg &svg, const QList<double> &values, double y, const PlotArea &plot)
{
    QList<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    double lastX = -100;
    int stacked = 0;
    for (double value : sorted) {
        const double x = plot.at(value, 0).x();
        stacked = x - lastX < 7 ? stacked + 1 : 0;
        lastX = stacked > 0 ? lastX : x;
        const double shift = (stacked % 2 == 0 ? 1 : -1) * ((stacked + 1) / 2) * 6.5;
        svg.circle({x, y + std::clamp(shift, -20.0, 20.0)}, 3.6, u"hollow"_s, points(value));
    }
}

} // namespace

QString stripPlot(const QString &label, const QList<StripRow> &rows)
{
    if (rows.isEmpty())
        return {};
    const Span span = spanOf(rows);
    const double height = double(rows.size()) * rowHeight + 52;
    Svg svg(width, height, label);
    const PlotArea plot({labelWidth, 8, width - labelWidth - 24, double(rows.size()) * rowHeight}, span.low, span.high, 0, 1);
    const double step = span.high - span.low > 0.6 ? 0.2 : span.high - span.low > 0.25 ? 0.1 : 0.05;
    for (int i = int(std::ceil(span.low / step - 1e-9)); i * step <= span.high + 1e-9; ++i) {
        const double x = plot.at(i * step, 0).x();
        svg.line({x, plot.pixels().top()}, {x, plot.pixels().bottom()}, i == 0 ? u"zero"_s : u"grid"_s);
        svg.text({x, plot.pixels().bottom() + 18}, points(i * step).remove(u" points"_s), Svg::Anchor::Middle);
    }
    svg.text({plot.pixels().center().x(), plot.pixels().bottom() + 38}, u"end gain, points"_s, Svg::Anchor::Middle);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const double y = plot.pixels().top() + (double(i) + 0.5) * rowHeight;
        svg.text({0, y + 4}, rows[i].label, Svg::Anchor::Start, u"strong"_s);
        drawValues(svg, rows[i].values, y, plot);
        if (!rows[i].mean)
            continue;
        const Estimate &mean = *rows[i].mean;
        svg.line({plot.at(mean.low, 0).x(), y + 24}, {plot.at(mean.high, 0).x(), y + 24}, u"whisker"_s);
        const double x = plot.at(mean.value, 0).x();
        svg.polygon({{x, y + 18}, {x + 6, y + 24}, {x, y + 30}, {x - 6, y + 24}}, u"diamond"_s,
                    u"mean %1 (%2)"_s.arg(points(mean.value), pointsRange(mean)));
    }
    return svg.finished();
}

} // namespace autodidact
