// The part of TreeView that draws.
#include "widgets/base/theme.h"
#include "widgets/versions/treeview.h"
#include "widgets/versions/versionwords.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

void TreeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    for (const TreeNode &node : m_layout.nodes) {
        if (node.parent >= 0)
            drawEdge(painter, node);
    }
    for (const TreeCross &cross : m_layout.crosses)
        drawCross(painter, cross);
    for (const TreeNode &node : m_layout.nodes)
        drawNode(painter, node);
}

void TreeView::drawEdge(QPainter &painter, const TreeNode &node) const
{
    const Measures m = measures();
    const QPoint from = centre(m_layout.nodes[node.parent]);
    const QPoint to = centre(node);
    QPainterPath path(from + QPoint(m.radius, 0));
    if (from.y() == to.y()) {
        path.lineTo(to - QPoint(m.radius, 0));
    } else {
        const qreal bend = m.column / 2.0;
        path.cubicTo(from.x() + m.radius + bend / 2, from.y(), from.x() + m.radius, to.y(), from.x() + m.radius + bend, to.y());
        path.lineTo(to - QPoint(m.radius, 0));
    }
    painter.setBrush(Qt::NoBrush);
    // The edge is the update that made the version: it is chosen with it.
    const bool chosen = node.version > 0 && node.version == m_selected;
    painter.setPen(QPen(palette().color(chosen ? QPalette::Highlight : QPalette::Mid), chosen ? 2.5 : 1.5, node.version > 0 ? Qt::SolidLine : Qt::DashLine));
    painter.drawPath(path);
}

void TreeView::drawNode(QPainter &painter, const TreeNode &node) const
{
    const bool marked = node.version > 0 && (node.version == m_selected || node.version == m_compared);
    if (marked) {
        QColor band = palette().color(QPalette::Highlight);
        band.setAlpha(theme::isDark(palette()) ? 70 : 32);
        painter.setPen(node.version == m_compared ? QPen(palette().color(QPalette::Highlight), 1, Qt::DashLine) : QPen(Qt::NoPen));
        painter.setBrush(band);
        painter.drawRoundedRect(rectOf(node.version).adjusted(3, -2, -3, -4), 8, 8);
    }
    drawDisc(painter, node);
    if (const VersionRow *row = m_book.version(node.version))
        drawRate(painter, node, *row);
}

void TreeView::drawDisc(QPainter &painter, const TreeNode &node) const
{
    const Measures m = measures();
    const QPoint at = centre(node);
    const bool current = node.version > 0 && node.version == m_book.guard.current;
    const QColor line = palette().color(current ? QPalette::Highlight : QPalette::PlaceholderText);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(line, current ? 4 : 1.5, node.version > 0 ? Qt::SolidLine : Qt::DashLine));
    painter.drawEllipse(at, m.radius - 1, m.radius - 1);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QRect disc(at.x() - m.radius, at.y() - m.radius, 2 * m.radius, 2 * m.radius);
    painter.drawText(disc, Qt::AlignCenter, node.version > 0 ? QLocale().toString(node.version) : u"?"_s);
    const VersionRow *row = m_book.version(node.version);
    if (!row)
        return;
    const int side = m.radius * 4 / 5;
    if (const QString glyph = versionwords::iconOf(row->version.origin); !glyph.isEmpty())
        theme::icon(glyph, palette(), palette().color(QPalette::PlaceholderText)).paint(&painter, at.x() - m.radius - side - 1, at.y() - m.radius - 2, side, side);
    const QString mark = m_book.guard.held == node.version ? u"lock"_s : row->version.pinned ? u"pin"_s : QString();
    if (!mark.isEmpty())
        theme::icon(mark, palette(), palette().color(QPalette::Text)).paint(&painter, at.x() + m.radius + 2, at.y() - m.radius - 2, side, side);
}

void TreeView::drawRate(QPainter &painter, const TreeNode &node, const VersionRow &row) const
{
    const Measures m = measures();
    const QPoint at = centre(node);
    const QFontMetrics metrics = fontMetrics();
    const int top = at.y() + m.radius + 5;
    const QRect first(at.x() - m.column / 2, top, m.column, metrics.height());
    painter.setFont(font());
    if (row.tasks == 0) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(first, Qt::AlignCenter, tr("not used", "version without a tried task"));
        return;
    }
    const Estimate share = wilson(row.solved, row.tasks);
    const auto percent = [](double value) { return QLocale().toString(qRound(100 * value)); };
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(first, Qt::AlignCenter, tr("%1 %", "percentage").arg(percent(share.value)));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(first.translated(0, metrics.height()), Qt::AlignCenter, tr("%1–%2 %", "interval in per cent").arg(percent(share.low), percent(share.high)));

    // The interval on a scale of 0 to 100 %, so that versions can be compared at a glance.
    const qreal width = m.column - 2.0 * m.margin;
    const QRectF scale(at.x() - width / 2, top + 2 * metrics.height() + 4, width, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRect(QRectF(scale.x(), scale.center().y() - 0.5, scale.width(), 1));
    QColor band = theme::seriesColor(0, palette());
    painter.setBrush(band);
    painter.setOpacity(0.45);
    painter.drawRoundedRect(QRectF(scale.x() + share.low * width, scale.y(), (share.high - share.low) * width, 4), 2, 2);
    painter.setOpacity(1);
    painter.drawEllipse(QPointF(scale.x() + share.value * width, scale.center().y()), 3, 3);
}

void TreeView::drawCross(QPainter &painter, const TreeCross &cross) const
{
    const QRectF box = QRectF(crossRect(cross)).adjusted(2, 2, -2, -2);
    const int all = int(std::ranges::count(m_layout.crosses, cross.node, &TreeCross::node));
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.8, Qt::SolidLine, Qt::RoundCap));
    if (cross.index >= crossesShown || (cross.index == crossesShown - 1 && all > crossesShown)) {
        if (cross.index != all - 1)
            return;
        QFont small = font();
        small.setPointSizeF(font().pointSizeF() * 0.8);
        painter.setFont(small);
        painter.drawText(box.adjusted(-4, -4, 14, 4), Qt::AlignLeft | Qt::AlignVCenter, tr("+%1", "further refused updates").arg(all - crossesShown + 1));
        return;
    }
    painter.drawLine(box.topLeft(), box.bottomRight());
    painter.drawLine(box.topRight(), box.bottomLeft());
}

} // namespace autodidact
