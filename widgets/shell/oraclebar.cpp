#include "widgets/shell/oraclebar.h"

#include "widgets/base/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace autodidact {

OracleBar::OracleBar(QWidget *parent)
    : QFrame(parent)
    , m_eye(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(u"oracleBar"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->addWidget(m_eye);
    row->addWidget(m_text, 1);
    setVisible(false);
}

void OracleBar::setFeedback(Feedback feedback)
{
    m_feedback = feedback;
    setVisible(feedback != Feedback::Visible);
    showAll();
}

void OracleBar::showAll()
{
    const QColor colour = theme::stateColor(ShownState::Waiting, palette());
    const int side = fontMetrics().height();
    m_eye->setPixmap(theme::icon(u"eye"_s, palette(), colour).pixmap(QSize(side, side), devicePixelRatio()));
    m_text->setText(m_feedback == Feedback::Hidden
                        ? tr("Oracle feedback: in this run the agent sees the output of the hidden tests. Its numbers cannot be compared with others.")
                        : tr("Oracle feedback: in this run the agent learns whether the hidden tests pass. Its numbers cannot be compared with others."));
}

void OracleBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showAll();
}

} // namespace autodidact
