#pragma once

#include <QStyledItemDelegate>

namespace autodidact {

/// Rows as high as the font and six pixels, in every list and tree.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 6};
    }
};

} // namespace autodidact
