#include "widgets/base/tintedicon.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace autodidact {

TintedIcon::TintedIcon(QByteArray svg, QColor color, QColor disabled)
    : m_svg(std::move(svg))
    , m_color(color)
    , m_disabled(disabled)
{
}

void TintedIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const QColor color = mode == QIcon::Disabled ? m_disabled : m_color;
    QByteArray svg = m_svg;
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    const qreal side = qMin(rect.width(), rect.height());
    const QRectF square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, square);
}

QPixmap TintedIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap TintedIcon::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    const QColor color = mode == QIcon::Disabled ? m_disabled : m_color;
    const QString key = u"autodidact-icon-%1-%2-%3x%4@%5"_s.arg(qHash(m_svg)).arg(color.rgba()).arg(size.width()).arg(size.height()).arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
    }
    pixmap.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *TintedIcon::clone() const
{
    return new TintedIcon(m_svg, m_color, m_disabled);   // the QIcon that asks owns it
}

} // namespace autodidact
