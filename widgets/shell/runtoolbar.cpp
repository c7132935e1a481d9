#include "widgets/shell/runtoolbar.h"

#include "widgets/shell/speedcontrol.h"

#include <QAction>
#include <QEvent>
#include <QLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

RunToolBar::RunToolBar(Actions &actions, QWidget *parent)
    : QToolBar(parent)
    , m_actions(actions)
    , m_speed(new SpeedControl(this))
    , m_pause(new QToolButton(this))
    , m_step(new QToolButton(this))
{
    setObjectName(u"runToolBar"_s);
    setMovable(false);
    setFloatable(false);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setContextMenuPolicy(Qt::PreventContextMenu);

    auto *steps = new QMenu(m_step);
    steps->setToolTipsVisible(true);
    steps->addAction(actions.of(Act::StepAttempt));
    steps->addAction(actions.of(Act::StepTask));
    steps->addAction(actions.of(Act::StepRound));
    steps->addSeparator();
    steps->addAction(actions.of(Act::SkipToRoundEnd));
    m_step->setObjectName(u"stepButton"_s);
    m_step->setMenu(steps);
    m_step->setPopupMode(QToolButton::MenuButtonPopup);
    m_step->setDefaultAction(actions.of(Act::StepAttempt));
    m_pause->setObjectName(u"pauseButton"_s);
    m_pause->setDefaultAction(actions.of(Act::Pause));

    addAction(actions.of(Act::NewRun));
    addWidget(m_pause);
    addWidget(m_step);
    addAction(actions.of(Act::Stop));
    addWidget(m_speed);
    addSeparator();
    addAction(actions.of(Act::PreviousFailure));
    addAction(actions.of(Act::NextFailure));
    addAction(actions.of(Act::Follow));
    addSeparator();
    addAction(actions.of(Act::RollBack));
    connect(this, &QToolBar::toolButtonStyleChanged, this, [this](Qt::ToolButtonStyle style) {
        m_pause->setToolButtonStyle(style);
        m_step->setToolButtonStyle(style);
    });
    m_pause->setToolButtonStyle(toolButtonStyle());
    m_step->setToolButtonStyle(toolButtonStyle());
    retranslate();
}

void RunToolBar::setPaused(bool paused)
{
    QAction *wanted = m_actions.of(paused ? Act::Start : Act::Pause);
    if (m_pause->defaultAction() == wanted)
        return;
    // An action that stays in the button would give it a menu.
    m_pause->removeAction(m_pause->defaultAction());
    m_pause->setDefaultAction(wanted);
    fit();
}

void RunToolBar::setMissed(int missed)
{
    m_missed = missed;
    m_actions.of(Act::Follow)->setIconText(missed > 0 ? tr("Follow +%1", "steps of the run that were missed").arg(missed) : tr("Follow"));
    fit();
}

void RunToolBar::retranslate()
{
    setWindowTitle(tr("Run tools"));
    m_actions.of(Act::NewRun)->setIconText(tr("New run"));
    m_actions.of(Act::Pause)->setIconText(tr("Pause"));
    m_actions.of(Act::Start)->setIconText(tr("Continue"));
    m_actions.of(Act::StepAttempt)->setIconText(tr("Step"));
    m_actions.of(Act::Stop)->setIconText(tr("Stop"));
    m_actions.of(Act::PreviousFailure)->setIconText(tr("Fail", "previous failure, on the tool bar"));
    m_actions.of(Act::NextFailure)->setIconText(tr("Fail", "next failure, on the tool bar"));
    m_actions.of(Act::RollBack)->setIconText(tr("Roll back…"));
    setMissed(m_missed);
}

int RunToolBar::widthWith(Qt::ToolButtonStyle style)
{
    setToolButtonStyle(style);
    layout()->invalidate();
    return sizeHint().width();
}

void RunToolBar::fit()
{
    if (m_fitting)
        return;
    m_fitting = true;
    if (widthWith(Qt::ToolButtonTextBesideIcon) > width() && isVisible())
        setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_fitting = false;
}

void RunToolBar::resizeEvent(QResizeEvent *event)
{
    QToolBar::resizeEvent(event);
    fit();
}

void RunToolBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange) {
        const int side = qMax(18, fontMetrics().height());
        setIconSize(QSize(side, side));
        fit();
    }
}

} // namespace autodidact
