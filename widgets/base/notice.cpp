#include "widgets/base/notice.h"

#include <QHBoxLayout>
#include <QIcon>

namespace autodidact {

Notice::Notice(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(objectName);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(7);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void Notice::say(const QString &text, const QIcon &icon, const QColor &color)
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon.pixmap(QSize(side, side), devicePixelRatioF()));
    m_icon->setVisible(!icon.isNull());
    m_text->setText(text);
    m_text->setAccessibleName(text);
    QPalette colours = palette();
    if (color.isValid())
        colours.setColor(QPalette::WindowText, color);
    m_text->setPalette(colours);
    setVisible(!text.isEmpty());
}

void Notice::setBold(bool bold)
{
    QFont font = this->font();
    font.setBold(bold);
    m_text->setFont(font);
}

} // namespace autodidact
