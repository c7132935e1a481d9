#include "widgets/dialogs/fittingdialog.h"

#include <QEvent>
#include <QLayout>

namespace autodidact {

void FittingDialog::setWidthInLines(int lines)
{
    const int width = qMax(lines * fontMetrics().height(), layout()->totalMinimumSize().width());
    setMinimumWidth(width);
    resize(width, layout()->totalHeightForWidth(width));
}

bool FittingDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    const auto type = event->type();
    if (type == QEvent::LayoutRequest || type == QEvent::Show || type == QEvent::Resize)
        grow();
    return handled;
}

/// A window's least height knows nothing of wrapped text; its layout does.
void FittingDialog::grow()
{
    if (!layout() || !layout()->hasHeightForWidth())
        return;
    const int needed = layout()->totalHeightForWidth(width());
    if (height() < needed)
        resize(width(), needed);
}

} // namespace autodidact
