#pragma once

#include <QObject>

class QAbstractItemView;

namespace autodidact {

/// Makes Ctrl+C in a table or tree copy the selected rows as tab-separated lines under a header, as a spreadsheet
/// takes them. GUI thread.
class RowCopy : public QObject
{
    Q_OBJECT

public:
    static void on(QAbstractItemView *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit RowCopy(QAbstractItemView *view);

    QAbstractItemView *m_view;
};

} // namespace autodidact
