#include "widgets/codediff/linenumberarea.h"

#include "widgets/codediff/codeview.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace autodidact {

LineNumberArea::LineNumberArea(CodeView *view)
    : QWidget(view)
    , m_view(view)
{
    setObjectName(QStringLiteral("lineNumbers"));
}

QSize LineNumberArea::sizeHint() const
{
    return {m_view->gutterWidth(), 0};
}

void LineNumberArea::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    m_view->paintGutter(painter, event->rect());
}

bool LineNumberArea::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString tip = m_view->gutterTip(help->pos().y());
    tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

void LineNumberArea::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_view->viewport(), event);
}

} // namespace autodidact
