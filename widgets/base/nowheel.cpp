#include "widgets/base/nowheel.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QWidget>

namespace autodidact {

namespace {

bool changesByWheel(const QObject *object)
{
    if (qobject_cast<const QScrollBar *>(object))
        return false;
    return qobject_cast<const QComboBox *>(object) || qobject_cast<const QAbstractSpinBox *>(object)
        || qobject_cast<const QAbstractSlider *>(object);
}

} // namespace

void NoWheel::guard(QWidget *widget)
{
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(new NoWheel(widget));
}

bool NoWheel::eventFilter(QObject *watched, QEvent *event)
{
    if ((event->type() != QEvent::Wheel && event->type() != QEvent::Polish) || !changesByWheel(watched))
        return QObject::eventFilter(watched, event);
    auto *widget = static_cast<QWidget *>(watched);
    if (event->type() == QEvent::Polish) {
        // Else the wheel itself would give the focus, just before it arrives here.
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (widget->hasFocus())
        return false;
    event->ignore();         // the application offers it to the parents then
    return true;
}

} // namespace autodidact
