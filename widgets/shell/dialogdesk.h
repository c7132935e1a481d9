#pragma once

#include "widgets/base/services.h"
#include "widgets/shell/workplace.h"

class QSettings;

namespace autodidact {

class NewRunDialog;
class SuitesWindow;
struct ServerAddress;

/// Opens the dialogs of the File and Help menus, and passes on what they are answered. GUI thread.
class DialogDesk : public QObject
{
    Q_OBJECT

public:
    DialogDesk(Services &services, const Workplace &workplace, QSettings &settings, QWidget *window);

    void newRun();
    void changeModel(const RunConfig &config);       ///< of the live run, which ends when the new one starts
    void openRun();
    void connectServer();
    void suites();                                   ///< the window of suites and tasks; brings the open one forward
    void about();
    void reloadSuites();                             ///< they changed elsewhere

Q_SIGNALS:
    void startWanted(const autodidact::RunConfig &config);
    void startInsteadWanted(const autodidact::RunConfig &config);
    void runChosen(autodidact::RunId run);
    void suitesChanged();

private:
    NewRunDialog *newRunDialog();
    void serverChosen(const ServerAddress &address, const QString &model);

    Services &m_services;
    const Workplace &m_workplace;
    QSettings &m_settings;
    QWidget *m_window;
};

} // namespace autodidact
