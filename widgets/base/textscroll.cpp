#include "widgets/base/textscroll.h"

#include <QEvent>
#include <QLayout>

namespace autodidact {

TextScroll::TextScroll(QWidget *body, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(body);
    body->installEventFilter(this);
    fit();
}

/// As tall as the texts are in the width that the viewport has.
void TextScroll::fit()
{
    const QLayout *layout = widget()->layout();
    const int width = viewport()->width();
    const int height = layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(width) : layout->totalMinimumSize().height();
    if (widget()->minimumHeight() != height)
        widget()->setMinimumHeight(height);
}

void TextScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool TextScroll::eventFilter(QObject *object, QEvent *event)
{
    const bool handled = QScrollArea::eventFilter(object, event);
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return handled;
}

} // namespace autodidact
