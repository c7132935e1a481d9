#pragma once

#include <QPersistentModelIndex>

#include <functional>

class QAbstractItemView;

namespace autodidact {

/// Keeps the rows of a table or tree where they are while rows come and go above them. GUI thread.
class RowAnchor : public QObject
{
    Q_OBJECT

public:
    /// Only while \p held says so; the view has its model already.
    static void on(QAbstractItemView *view, std::function<bool()> held);

private:
    RowAnchor(QAbstractItemView *view, std::function<bool()> held);

    void remember();
    void putBack();

    QAbstractItemView *m_view;
    std::function<bool()> m_held;
    QPersistentModelIndex m_top;     ///< valid while the way back is pending
    int m_scrolled = 0;              ///< where the view was then
};

} // namespace autodidact
