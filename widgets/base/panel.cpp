#include "widgets/base/panel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

Panel::Panel(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_emptyPage(new QWidget(this))
    , m_emptyText(new QLabel(m_emptyPage))
    , m_emptyLayout(new QVBoxLayout(m_emptyPage))
    , m_veil(new QWidget(this))
{
    setObjectName(objectName);
    m_emptyText->setObjectName(u"emptyText"_s);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyLayout->addStretch();
    m_emptyLayout->addWidget(m_emptyText);
    m_emptyLayout->addStretch();
    m_veil->setObjectName(u"veil"_s);
    m_veil->setAutoFillBackground(true);
    m_emptyLayout->setSpacing(10);
    m_stack->addWidget(m_emptyPage);
    m_stack->addWidget(m_veil);
    m_page = m_emptyPage;
}

void Panel::setBody(QWidget *body)
{
    m_body = body;
    m_stack->addWidget(body);
}

void Panel::showBody()
{
    turnTo(m_body);
}

void Panel::showEmpty(const QString &text)
{
    m_emptyText->setText(text);
    turnTo(m_emptyPage);
}

void Panel::turnTo(QWidget *page)
{
    m_page = page ? page : m_emptyPage;
    if (!m_veiled)
        m_stack->setCurrentWidget(m_page);
}

QPushButton *Panel::addEmptyAction(const QString &text)
{
    auto *button = new QPushButton(text, m_emptyPage);
    m_emptyLayout->insertWidget(m_emptyLayout->count() - 1, button, 0, Qt::AlignCenter);
    return button;
}

bool Panel::isEmpty() const
{
    return m_page == m_emptyPage;
}

void Panel::setVeiled(bool veiled)
{
    m_veiled = veiled;
    m_stack->setCurrentWidget(veiled ? m_veil : m_page);
}

void Panel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        themeChanged();
        // The children get their new palette after this one: what asks them is right only then.
        QMetaObject::invokeMethod(this, [this] { themeChanged(); }, Qt::QueuedConnection);
    }
}

} // namespace autodidact
