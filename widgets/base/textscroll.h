#pragma once

#include <QScrollArea>

namespace autodidact {

/// Scrolls a column of texts that break into lines. Qt's own scroll area makes such a widget as low as texts of one line would
/// be, and its rows overlap.
class TextScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes \p body, whose layout is complete.
    explicit TextScroll(QWidget *body, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fit();
};

} // namespace autodidact
