#pragma once

#include "widgets/base/rowdelegate.h"

namespace autodidact {

/// Rows of the tree of runs: a dot for rows that used the highlighted memory, soft text for other versions.
class RunDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace autodidact
