#include "widgets/base/rowcopy.h"

#include "widgets/base/tsv.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace autodidact {

namespace {

/// Row numbers from the root down: the order in which a tree shows its rows.
QList<int> pathOf(const QModelIndex &row)
{
    QList<int> path;
    for (QModelIndex index = row; index.isValid(); index = index.parent())
        path.prepend(index.row());
    return path;
}

} // namespace

RowCopy::RowCopy(QAbstractItemView *view)
    : QObject(view)
    , m_view(view)
{
    view->installEventFilter(this);
}

void RowCopy::on(QAbstractItemView *view)
{
    new RowCopy(view);   // the view owns it
}

bool RowCopy::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QObject::eventFilter(watched, event);
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, [](const QModelIndex &one, const QModelIndex &other) { return pathOf(one) < pathOf(other); });
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(toTsv(*m_view->model(), rows));
    return true;
}

} // namespace autodidact
