#include "widgets/shell/welcomedesk.h"

#include "widgets/runcontrol/liverun.h"
#include "widgets/shell/actions.h"
#include "widgets/shell/appearance.h"
#include "widgets/welcome/machinecheck.h"
#include "widgets/welcome/welcomepage.h"

#include <QAction>

namespace autodidact {

WelcomeDesk::WelcomeDesk(WelcomePage &page, LiveRun &live, MachineCheck &machine, Actions &actions, Appearance &appearance, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_appearance(appearance)
{
    showLanguages();
    connect(&appearance, &Appearance::languageChanged, this, &WelcomeDesk::showLanguages);
    connect(&page, &WelcomePage::languageChosen, &appearance, &Appearance::setLanguage);
    connect(&page, &WelcomePage::demoWanted, this, &WelcomeDesk::demoWanted);
    connect(&page, &WelcomePage::connectWanted, this, &WelcomeDesk::connectWanted);
    connect(&page, &WelcomePage::openWanted, actions.of(Act::OpenDatabase), &QAction::trigger);
    connect(&page, &WelcomePage::importWanted, actions.of(Act::ImportSuite), &QAction::trigger);
    connect(&live, &LiveRun::statusChanged, &page, [&page, &live] { page.setBusy(live.isLive()); });
    connect(&page, &WelcomePage::checkWanted, &machine, &MachineCheck::begin);
    connect(&page, &WelcomePage::closeWanted, this, [this] { Q_EMIT showWanted(false); });
    connect(&machine, &MachineCheck::begun, &page, &WelcomePage::setChecking);
    connect(&machine, &MachineCheck::found, &page, &WelcomePage::setMachine);
    connect(actions.of(Act::Welcome), &QAction::triggered, this, [this] { Q_EMIT showWanted(true); });
    connect(actions.of(Act::WhatWorksHere), &QAction::triggered, this, [this, &machine] {
        Q_EMIT showWanted(true);
        machine.begin();
    });
}

void WelcomeDesk::showLanguages()
{
    QList<QPair<QString, QString>> languages;
    for (const QString &language : Appearance::languages())
        languages.append({language, Appearance::languageName(language)});
    m_page.setLanguages(languages, m_appearance.language());
}

} // namespace autodidact
