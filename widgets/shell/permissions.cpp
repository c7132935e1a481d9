#include "widgets/shell/permissions.h"

#include "widgets/base/cursorkeeper.h"
#include "widgets/runcontrol/liverun.h"
#include "widgets/shell/actions.h"

#include <QAction>

namespace autodidact {

Permissions::Permissions(Actions &actions, CursorKeeper &cursor, LiveRun &live)
    : QObject(&actions)
    , m_actions(actions)
    , m_cursor(cursor)
    , m_live(live)
{
    connect(&live, &LiveRun::statusChanged, this, &Permissions::updateRun);
    connect(&cursor, &CursorKeeper::moved, this, &Permissions::update);
    connect(&cursor, &CursorKeeper::historyChanged, this, &Permissions::updateGo);
    connect(&cursor, &CursorKeeper::followingChanged, this, &Permissions::updateGo);
    update();
}

void Permissions::update()
{
    updateRun();
    updateGo();
}

void Permissions::updateRun()
{
    const bool live = m_live.isLive();
    const bool paused = m_live.isPaused();
    const bool chosen = m_cursor.cursor().run.isValid();
    const QString none = tr("No run is live.");
    const QString one = tr("A run is live already. Stop it, or wait until it ends.");
    m_actions.allowIf(!live, Act::NewRun, one);
    m_actions.allowIf(!live, Act::OpenDatabase, one);
    m_actions.allowIf(!live, Act::ConnectServer, one);
    m_actions.allowIf(paused || (!live && chosen), Act::Start, live ? tr("The run goes on already.") : tr("Choose a run first."));
    m_actions.allowIf(live && !paused, Act::Pause, paused ? tr("The run is paused already.") : none);
    for (const Act act : {Act::StepAttempt, Act::StepTask, Act::StepRound, Act::Stop})
        m_actions.allowIf(live, act, none);
    m_actions.allowIf(live && !paused, Act::SkipToRoundEnd, paused ? tr("The run is paused.") : none);
    m_actions.allowIf(chosen, Act::ExportReport, tr("Choose a run first."));
}

void Permissions::updateGo()
{
    m_actions.allowIf(m_cursor.canGoBack(), Act::Back, tr("There is no earlier place."));
    m_actions.allowIf(m_cursor.canGoForward(), Act::Forward, tr("There is no later place."));
    const bool chosen = m_cursor.cursor().run.isValid();
    for (const Act act : {Act::NextFailure, Act::PreviousFailure, Act::NextAttempt, Act::PreviousAttempt})
        m_actions.allowIf(chosen, act, tr("Choose a run first."));
    m_actions.of(Act::Follow)->setChecked(m_cursor.isFollowing());
}

} // namespace autodidact
