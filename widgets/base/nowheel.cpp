#include "widgets/base/nowheel.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QScrollBar>
#include <QWheelEvent>

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
    if (event->type() != QEvent::Wheel || !changesByWheel(watched))
        return QObject::eventFilter(watched, event);
    auto *widget = static_cast<QWidget *>(watched);
    if (widget->hasFocus())
        return false;
    event->ignore();
    // A filtered event counts as delivered, so it is passed on to the parent by hand.
    if (QWidget *parent = widget->parentWidget(); parent && !widget->isWindow()) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        QWheelEvent forwarded(widget->mapToParent(wheel->position()), wheel->globalPosition(), wheel->pixelDelta(), wheel->angleDelta(),
                              wheel->buttons(), wheel->modifiers(), wheel->phase(), wheel->inverted());
        QCoreApplication::sendEvent(parent, &forwarded);
    }
    return true;
}

} // namespace autodidact
