#include "widgets/curve/marklane.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double iconSize = 13;
constexpr double between = 4;

QString iconOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Version: return {};
    case MarkKind::Rejected: return u"close"_s;
    case MarkKind::RollBack: return u"roll-back"_s;
    case MarkKind::Undo: return u"undo"_s;
    case MarkKind::Freeze: return u"pause"_s;
    case MarkKind::Unfreeze: return u"play"_s;
    case MarkKind::Hold:
    case MarkKind::Release: return u"lock"_s;
    case MarkKind::Integrity: return u"shield"_s;
    }
    return {};
}

bool movesVersion(MarkKind kind)
{
    return kind == MarkKind::Version || kind == MarkKind::RollBack || kind == MarkKind::Undo;
}

/// The items of one round, in order.
QList<LaneItem> itemsOf(const QList<CurveMark> &marks)
{
    QList<LaneItem> items;
    for (const CurveMark &mark : marks) {
        const bool joins = mark.kind == MarkKind::Rejected && !items.isEmpty() && items.last().marks.first().kind == MarkKind::Rejected;
        if (joins) {
            items.last().marks.append(mark);
            items.last().text = QString::number(items.last().marks.size());
            continue;
        }
        items.append({{mark}, {}, iconOf(mark.kind), movesVersion(mark.kind) ? u"v%1"_s.arg(mark.version) : QString(), mark.byPerson});
    }
    return items;
}

double widthOf(const LaneItem &item, const QFontMetricsF &metrics)
{
    double width = item.icon.isEmpty() ? 0 : iconSize;
    width += item.byPerson ? iconSize : 0;
    return width + (item.text.isEmpty() ? 0 : metrics.horizontalAdvance(item.text) + (width > 0 ? 1 : 0));
}

double widthOf(const QList<LaneItem> &items, const QFontMetricsF &metrics)
{
    double width = between * double(items.size() - 1);
    for (const LaneItem &item : items)
        width += widthOf(item, metrics);
    return width;
}

} // namespace

QList<LaneItem> MarkLane::layOut(const CurveData &data, const PlotMap &map, double top, const QFontMetricsF &metrics)
{
    QList<LaneItem> all;
    const double height = std::max(iconSize, metrics.height());
    double free = map.pixels.left() - 20;
    for (qsizetype start = 0; start < data.marks.size();) {
        QList<CurveMark> marks;
        for (; start < data.marks.size() && (marks.isEmpty() || data.marks[start].round == marks.first().round); ++start)
            marks.append(data.marks[start]);
        QList<LaneItem> items = itemsOf(marks);
        const double x = map.x(items.first().x());
        const bool inside = x >= map.pixels.left() - 1 && x <= map.pixels.right() + 1;
        if (x - widthOf(items, metrics) / 2 < free) {
            for (LaneItem &item : items)
                item.text = item.icon.isEmpty() && !item.byPerson ? item.text : QString();
        }
        const double width = widthOf(items, metrics);
        double left = std::min(x - width / 2, map.pixels.right() + 12 - width);
        if (inside && left >= free) {
            for (LaneItem &item : items) {
                item.rect = QRectF(left, top, widthOf(item, metrics), height);
                left = item.rect.right() + between;
            }
            free = left + between;
        }
        if (inside)
            all += items;
    }
    return all;
}

void MarkLane::drawLines(QPainter &painter, const QList<LaneItem> &items, const PlotMap &map, const QPalette &palette)
{
    for (const LaneItem &item : items) {
        const bool back = item.marks.first().kind == MarkKind::RollBack;
        if (!movesVersion(item.marks.first().kind) || item.marks.first().round == 0)
            continue;
        painter.setPen(QPen(back ? theme::seriesColor(1, palette) : palette.color(QPalette::Mid), back ? 1.4 : 1, back ? Qt::DashLine : Qt::DotLine));
        painter.drawLine(QPointF(map.x(item.x()), map.pixels.top()), QPointF(map.x(item.x()), map.pixels.bottom()));
    }
}

void MarkLane::draw(QPainter &painter, const QList<LaneItem> &items, const PlotMap &, const QPalette &palette)
{
    for (const LaneItem &item : items) {
        if (item.rect.isEmpty())
            continue;
        const MarkKind kind = item.marks.first().kind;
        const QColor color = kind == MarkKind::RollBack ? theme::seriesColor(1, palette)
            : kind == MarkKind::Version                 ? palette.color(QPalette::Text)
                                                        : palette.color(QPalette::PlaceholderText);
        double x = item.rect.left();
        const auto put = [&](const QString &name) {
            const QRect box(qRound(x), qRound(item.rect.center().y() - iconSize / 2), int(iconSize), int(iconSize));
            theme::icon(name, palette, color).paint(&painter, box);
            x += iconSize;
        };
        if (!item.icon.isEmpty())
            put(item.icon);
        if (item.byPerson)
            put(u"person"_s);
        painter.setPen(color);
        painter.drawText(QRectF(x, item.rect.top(), item.rect.right() - x + 2, item.rect.height()), Qt::AlignLeft | Qt::AlignVCenter, item.text);
    }
}

} // namespace autodidact
