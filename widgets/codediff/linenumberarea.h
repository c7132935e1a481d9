#pragma once

#include <QWidget>

namespace autodidact {

class CodeView;

/// The strip at the left of a code view; the view knows what stands in it. GUI thread.
class LineNumberArea : public QWidget
{
    Q_OBJECT

public:
    explicit LineNumberArea(CodeView *view);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    CodeView *m_view;
};

} // namespace autodidact
