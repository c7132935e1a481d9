#pragma once

#include "widgets/shell/actions.h"
#include "widgets/shell/docklayout.h"
#include "widgets/shell/workplace.h"

#include <QMainWindow>

class QSettings;

namespace autodidact {

class Appearance;
class Centre;
class DialogDesk;
class FileDesk;
class LiveRun;
class MachineCheck;
class Menus;
class MessageBar;
class Navigator;
class PanelWiring;
class Permissions;
class RunDesk;
class RunToolBar;
class StatusLine;

/// The window of the workbench: places the panels and connects actions with what carries them out. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Services &services, Workplace workplace, QSettings &settings, Appearance &appearance);
    ~MainWindow() override;

    Actions &actions() { return *m_actions; }
    DockLayout &docks() { return *m_docks; }
    MessageBar &messages() { return *m_messages; }
    RunDesk &runs() { return *m_runs; }
    FileDesk &files() { return *m_files; }
    LiveRun &live() { return *m_live; }
    const PanelSet &panels() const { return m_panels; }

    /// Shows the newest run, or the welcome page when there is none.
    void begin();
    void showWelcome(bool shown);

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHead();
    void connectRun();
    void connectGo();
    void connectView();
    void connectFiles();
    void connectWelcome();
    void on(Act act, std::function<void()> work);
    void retranslate();
    void showLive();
    void showCursorRun();
    void showTitle();
    void askBeforeClosing();

    Services &m_services;
    Workplace m_workplace;
    QSettings &m_settings;
    Appearance &m_appearance;
    Actions *m_actions;
    LiveRun *m_live;
    MessageBar *m_messages;
    RunToolBar *m_tools;
    Menus *m_menus = nullptr;
    RunDesk *m_runs;
    FileDesk *m_files;
    DialogDesk *m_dialogs;
    Navigator *m_navigator;
    Permissions *m_permissions;
    PanelWiring *m_wiring = nullptr;
    MachineCheck *m_machine;
    PanelSet m_panels;
    Centre *m_centre;
    DockLayout *m_docks;
    StatusLine *m_status;
    Ticket m_ticket;
    RunId m_shownRun;                ///< whose name is or will be in the title
    QString m_runName;
    bool m_mayClose = false;
};

} // namespace autodidact
