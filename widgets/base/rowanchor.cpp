#include "widgets/base/rowanchor.h"

#include <QAbstractItemView>
#include <QScrollBar>

namespace autodidact {

RowAnchor::RowAnchor(QAbstractItemView *view, std::function<bool()> held)
    : QObject(view)
    , m_view(view)
    , m_held(std::move(held))
{
    connect(view->model(), &QAbstractItemModel::rowsAboutToBeInserted, this, &RowAnchor::remember);
    connect(view->model(), &QAbstractItemModel::rowsAboutToBeRemoved, this, &RowAnchor::remember);
}

void RowAnchor::on(QAbstractItemView *view, std::function<bool()> held)
{
    new RowAnchor(view, std::move(held));   // the view owns it
}

/// Once for all the rows of a batch: to look after each row would lay out the view each time.
void RowAnchor::remember()
{
    if (m_top.isValid() || !m_held())
        return;
    m_top = m_view->indexAt({0, 0});
    m_scrolled = m_view->verticalScrollBar()->value();
    if (m_top.isValid())
        QMetaObject::invokeMethod(this, &RowAnchor::putBack, Qt::QueuedConnection);
}

void RowAnchor::putBack()
{
    // Who scrolled meanwhile, a person or a cursor that was led to its row, meant to.
    const bool untouched = m_view->verticalScrollBar()->value() == m_scrolled;
    if (m_top.isValid() && m_held() && untouched && m_view->visualRect(m_top).top() != 0)
        m_view->scrollTo(m_top, QAbstractItemView::PositionAtTop);
    m_top = QPersistentModelIndex();
}

} // namespace autodidact
