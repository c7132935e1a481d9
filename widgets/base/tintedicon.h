#pragma once

#include <QColor>
#include <QIconEngine>

namespace autodidact {

/// Draws an SVG of ours in one colour, sharp at every size and pixel ratio. GUI thread.
///
/// The file says "currentColor" where the colour goes.
class TintedIcon : public QIconEngine
{
public:
    TintedIcon(QByteArray svg, QColor color, QColor disabled);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QByteArray m_svg;
    QColor m_color;
    QColor m_disabled;
};

} // namespace autodidact
