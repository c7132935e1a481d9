#include "widgets/curve/legendbutton.h"

#include "widgets/curve/curvepainter.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

namespace autodidact {

namespace {

constexpr int signWidth = 18;
constexpr int pad = 4;

} // namespace

LegendButton::LegendButton(CurveLayer layer, QWidget *parent)
    : QAbstractButton(parent)
    , m_layer(layer)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LegendButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

int LegendButton::wideWidth() const
{
    return pad + signWidth + pad + fontMetrics().horizontalAdvance(text()) + pad;
}

QSize LegendButton::sizeHint() const
{
    return {m_compact ? 2 * pad + signWidth : wideWidth(), fontMetrics().height() + 6};
}

void LegendButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.save();
    painter.setOpacity(isChecked() ? 1 : 0.3);
    CurvePainter(painter, {}, palette()).drawSign(m_layer, QRectF(pad, 2, signWidth, height() - 4));
    painter.restore();
    if (!m_compact) {
        QFont words = font();
        words.setStrikeOut(!isChecked());
        painter.setFont(words);
        painter.setPen(palette().color(isChecked() ? QPalette::WindowText : QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(2 * pad + signWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    }
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.rect = rect().adjusted(1, 1, -1, -1);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

} // namespace autodidact
