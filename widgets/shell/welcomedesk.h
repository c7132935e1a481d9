#pragma once

#include <QObject>

namespace autodidact {

class Actions;
class Appearance;
class LiveRun;
class MachineCheck;
class WelcomePage;

/// Fills the welcome page and turns its buttons into the actions they stand for. GUI thread.
class WelcomeDesk : public QObject
{
    Q_OBJECT

public:
    WelcomeDesk(WelcomePage &page, LiveRun &live, MachineCheck &machine, Actions &actions, Appearance &appearance, QObject *parent);

Q_SIGNALS:
    void demoWanted();
    void connectWanted();
    void showWanted(bool shown);

private:
    void showLanguages();

    WelcomePage &m_page;
    Appearance &m_appearance;
};

} // namespace autodidact
