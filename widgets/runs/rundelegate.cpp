#include "widgets/runs/rundelegate.h"

#include "widgets/runs/runtree.h"

#include <QPainter>

namespace autodidact {

void RunDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (!index.data(RunTreeModel::DimmedRole).toBool())
        return;
    option->palette.setColor(QPalette::Text, option->palette.color(QPalette::Disabled, QPalette::Text));
    if (!option->icon.isNull())
        option->icon = QIcon(option->icon.pixmap(option->decorationSize, QIcon::Disabled));
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != RunTreeModel::NameColumn || !index.data(RunTreeModel::UsedRole).toBool()) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    const int side = option.fontMetrics.height() / 2;
    const QRect cell = option.rect;
    // The name is elided before the dot; what the view painted below stays.
    QStyleOptionViewItem beside = option;
    beside.rect.adjust(option.direction == Qt::RightToLeft ? side + 8 : 0, 0, option.direction == Qt::RightToLeft ? 0 : -side - 8, 0);
    RowDelegate::paint(painter, beside, index);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(QRect(QPoint(beside.rect.right() + 1, cell.top()), cell.bottomRight()), option.palette.highlight());
    const QRect dot(option.direction == Qt::RightToLeft ? cell.left() + 4 : cell.right() - side - 4,
                    cell.center().y() - side / 2 + 1, side, side);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Link));
    painter->drawEllipse(dot);
    painter->restore();
}

} // namespace autodidact
