#include "widgets/shell/mainwindow.h"

#include "core/storage/runreader.h"
#include "widgets/dialogs/closequestion.h"
#include "widgets/runcontrol/liverun.h"
#include "widgets/runcontrol/runcontrolpanel.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/centre.h"
#include "widgets/shell/dialogdesk.h"
#include "widgets/shell/filedesk.h"
#include "widgets/shell/follower.h"
#include "widgets/shell/menus.h"
#include "widgets/shell/messagebar.h"
#include "widgets/shell/navigator.h"
#include "widgets/shell/oraclebar.h"
#include "widgets/shell/panelwiring.h"
#include "widgets/shell/permissions.h"
#include "widgets/shell/rundesk.h"
#include "widgets/shell/runtoolbar.h"
#include "widgets/shell/statusline.h"
#include "widgets/shell/welcomedesk.h"
#include "widgets/welcome/machinecheck.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

MainWindow::MainWindow(Services &services, Workplace workplace, QSettings &settings, Appearance &appearance)
    : m_services(services)
    , m_workplace(std::move(workplace))
    , m_settings(settings)
    , m_appearance(appearance)
    , m_actions(new Actions(this))
    , m_live(new LiveRun(services.feed, this))
    , m_messages(new MessageBar(this))
    , m_tools(new RunToolBar(*m_actions, this))
    , m_runs(new RunDesk(services, *m_live, *m_messages, this))
    , m_files(new FileDesk(services, m_workplace, *m_messages, settings, this))
    , m_dialogs(new DialogDesk(services, m_workplace, settings, this))
    , m_navigator(new Navigator(services, this))
    , m_permissions(new Permissions(*m_actions, services.cursor, *m_live))
    , m_machine(new MachineCheck(m_workplace.checkMachine, this))
    , m_panels(makePanels(services, *m_live, this))
    , m_centre(new Centre(services, m_panels.at(PanelSlot::Diff), this))
    , m_docks(nullptr)
    , m_status(new StatusLine(m_workplace.databasePath, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(1024, 640);
    resize(1440, 900);
    setCentralWidget(m_centre);
    setStatusBar(m_status);
    buildHead();
    m_docks = new DockLayout(*this, m_panels);
    m_wiring = new PanelWiring(m_panels, services, *m_actions, *m_messages, this);
    new Follower(services.feed, services.cursor, this);
    connectRun();
    connectGo();
    connectView();
    connectFiles();
    connectWelcome();
    retranslate();
    m_actions->updateIcons(palette());
    m_docks->restore(m_settings);
    m_actions->of(Act::LockLayout)->setChecked(m_docks->isLocked());
    m_machine->begin();
}

MainWindow::~MainWindow() = default;

/// Menu bar, tool bar and message bar over the whole width; the message bar grows with its text.
void MainWindow::buildHead()
{
    auto *head = new QWidget(this);
    auto *bar = new QMenuBar(head);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_tools);
    column->addWidget(m_messages);
    setMenuWidget(head);
    m_menus = new Menus(bar, *m_actions, m_appearance);
}

void MainWindow::on(Act act, std::function<void()> work)
{
    connect(m_actions->of(act), &QAction::triggered, this, [work = std::move(work)] { work(); });
}

void MainWindow::connectRun()
{
    on(Act::NewRun, [this] { m_dialogs->newRun(); });
    on(Act::Start, [this] { m_runs->startOrContinue(); });
    on(Act::Pause, [this] { m_runs->pause(); });
    on(Act::StepAttempt, [this] { m_runs->step(StepUnit::Attempt); });
    on(Act::StepTask, [this] { m_runs->step(StepUnit::Task); });
    on(Act::StepRound, [this] { m_runs->step(StepUnit::Round); });
    on(Act::Stop, [this] { m_runs->stop(); });
    on(Act::SkipToRoundEnd, [this] { m_runs->skipToRoundEnd(); });
    connect(&m_tools->speed(), &SpeedControl::chosen, m_runs, &RunDesk::setSpeed);
    connect(m_runs, &RunDesk::paceSet, this, [this](std::chrono::milliseconds pace) { m_tools->speed().showPace(pace); });
    connect(m_runs, &RunDesk::started, this, [this] { showWelcome(false); });
    connect(m_runs, &RunDesk::ended, this, [this] {
        if (m_tools->speed().speed() != Speed::Step)
            m_tools->speed().setSpeed(Speed::Maximum);
    });
    connect(m_dialogs, &DialogDesk::startWanted, m_runs, &RunDesk::start);
    connect(m_dialogs, &DialogDesk::startInsteadWanted, m_runs, &RunDesk::startInstead);
    connect(m_runs, &RunDesk::modelChangeWanted, m_dialogs, &DialogDesk::changeModel);
    connect(m_live, &LiveRun::changed, this, &MainWindow::showLive);
    connect(m_live, &LiveRun::statusChanged, this, &MainWindow::showLive);
    connect(m_panels.runControl, &RunControlPanel::newRunWanted, m_actions->of(Act::NewRun), &QAction::trigger);
    connect(m_panels.runControl, &RunControlPanel::demoWanted, m_runs, &RunDesk::startDemo);
}

void MainWindow::connectGo()
{
    CursorKeeper &cursor = m_services.cursor;
    on(Act::Back, [&cursor] { cursor.goBack(); });
    on(Act::Forward, [&cursor] { cursor.goForward(); });
    on(Act::NextFailure, [this] { m_navigator->goToFailure(Navigator::Way::Next); });
    on(Act::PreviousFailure, [this] { m_navigator->goToFailure(Navigator::Way::Previous); });
    on(Act::NextAttempt, [this] { m_navigator->goToAttempt(Navigator::Way::Next); });
    on(Act::PreviousAttempt, [this] { m_navigator->goToAttempt(Navigator::Way::Previous); });
    connect(m_actions->of(Act::Follow), &QAction::triggered, &cursor, &CursorKeeper::setFollowing);
    connect(&cursor, &CursorKeeper::missedChanged, m_tools, &RunToolBar::setMissed);
    connect(&cursor, &CursorKeeper::moved, this, &MainWindow::showCursorRun);
    connect(m_navigator, &Navigator::said, this, [this](const QString &text) { m_status->showMessage(text, 6000); });
    connect(m_navigator, &Navigator::failed, m_wiring, [this](const Error &error) { m_wiring->report(u"navigation"_s, error); });
    connect(m_dialogs, &DialogDesk::runChosen, this, [this](RunId run) { m_services.cursor.request({.run = run}); });
}

void MainWindow::connectView()
{
    for (int i = 0; i < panelCount; ++i)
        on(static_cast<Act>(int(Act::Panel1) + i), [this, i] { m_docks->show(static_cast<PanelSlot>(i)); });
    connect(m_actions->of(Act::MaximisePanel), &QAction::triggered, m_docks, &DockLayout::setMaximised);
    connect(m_actions->of(Act::FullScreen), &QAction::triggered, this, [this](bool full) { full ? showFullScreen() : showNormal(); });
    on(Act::LargerText, [this] { m_appearance.setTextSize(m_appearance.textSize() + 1); });
    on(Act::SmallerText, [this] { m_appearance.setTextSize(m_appearance.textSize() - 1); });
    on(Act::NormalText, [this] { m_appearance.resetTextSize(); });
    connect(m_actions->of(Act::LockLayout), &QAction::triggered, m_docks, &DockLayout::setLocked);
    on(Act::ResetLayout, [this] { m_docks->reset(); });
    connect(m_docks, &DockLayout::maximisedChanged, m_actions->of(Act::MaximisePanel), &QAction::setChecked);
    constexpr std::array acts{Act::PerspectiveRun, Act::PerspectiveMemory, Act::PerspectiveVersions};
    for (const Perspective perspective : perspectives)
        on(acts[size_t(perspective)], [this, perspective] { m_docks->setPerspective(perspective); });
    connect(m_docks, &DockLayout::perspectiveChanged, this, [this, acts](Perspective perspective) {
        m_actions->of(acts[size_t(perspective)])->setChecked(true);
    });
}

void MainWindow::connectFiles()
{
    on(Act::OpenRun, [this] { m_dialogs->openRun(); });
    on(Act::ConnectServer, [this] { m_dialogs->connectServer(); });
    on(Act::About, [this] { m_dialogs->about(); });
    on(Act::ImportSuite, [this] { m_files->importSuite(); });
    on(Act::Suites, [this] { m_dialogs->suites(); });
    connect(m_files, &FileDesk::suitesChanged, m_dialogs, &DialogDesk::reloadSuites);
    on(Act::OpenDatabase, [this] { m_files->openDatabase(); });
    on(Act::ExportReport, [this] { m_files->exportReport(); });
    on(Act::Quit, [this] { close(); });
}

void MainWindow::connectWelcome()
{
    auto *desk = new WelcomeDesk(m_centre->welcome(), *m_live, *m_machine, *m_actions, m_appearance, this);
    connect(desk, &WelcomeDesk::demoWanted, m_runs, &RunDesk::startDemo);
    connect(desk, &WelcomeDesk::connectWanted, m_dialogs, &DialogDesk::connectServer);
    connect(desk, &WelcomeDesk::showWanted, this, &MainWindow::showWelcome);
    connect(m_machine, &MachineCheck::found, m_panels.runControl, [panel = m_panels.runControl](const MachineState &state) {
        panel->setDemoPossible(state.demoPossible());
    });
}

void MainWindow::begin()
{
    m_services.reader.ask(this, m_ticket, [](Database &database) { return RunReader(database).runs(); }, [this](Result<QList<RunRow>> runs) {
        if (!runs || runs->isEmpty()) {
            showWelcome(!m_live->run().isValid());
            return;
        }
        const RunRow &newest = runs->first();
        Cursor cursor{.run = newest.run.id};
        if (newest.lastRound)
            cursor.round = newest.lastRound->number;
        m_services.cursor.offer(cursor);
    });
}

void MainWindow::showWelcome(bool shown)
{
    m_centre->showWelcome(shown);
}

void MainWindow::showLive()
{
    m_tools->setPaused(m_live->isPaused() || !m_live->isLive());
    const RunId shown = m_services.cursor.cursor().run;
    if (m_live->run().isValid() && (shown == m_live->run() || !shown.isValid())) {
        m_status->showRun(m_live->config(), m_live->progress().tokens);
        m_centre->oracle().setFeedback(m_live->config().feedback);
    }
}

void MainWindow::showCursorRun()
{
    const RunId run = m_services.cursor.cursor().run;
    showWelcome(false);
    showLive();
    if (run == m_shownRun || !run.isValid())
        return;
    m_shownRun = run;
    m_services.reader.ask(this, m_ticket, [run](Database &database) { return RunReader(database).run(run); }, [this](Result<RunRow> row) {
        if (!row)
            return;
        m_runName = row->run.name;
        showTitle();
        if (row->run.id == m_live->run()) {
            showLive();
            return;
        }
        m_status->showRun(row->run.config, row->tokens);
        m_centre->oracle().setFeedback(row->run.config.feedback);
    });
}

void MainWindow::showTitle()
{
    setWindowTitle(m_runName.isEmpty() ? tr("%1 – Autodidact", "name of a database").arg(QFileInfo(m_workplace.databasePath).fileName())
                                       : tr("%1 – Autodidact", "name of a run").arg(m_runName));
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_menus->retranslate();
    m_docks->retranslate();
    m_permissions->update();
    m_wiring->updateActions();
    showTitle();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (!m_docks)
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_actions->updateIcons(palette());
    else if (event->type() == QEvent::WindowStateChange)
        m_actions->of(Act::FullScreen)->setChecked(isFullScreen());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_docks)
        m_docks->heightChanged(height());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_live->isLive() && !m_mayClose) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    m_docks->save(m_settings);
    event->accept();
    Q_EMIT closed();
}

void MainWindow::askBeforeClosing()
{
    if (findChild<CloseQuestion *>())
        return;
    auto *question = new CloseQuestion(this);
    connect(question, &CloseQuestion::answered, this, [this](CloseQuestion::Answer answer) {
        m_mayClose = true;
        if (answer == CloseQuestion::Answer::Pause)
            m_runs->pause();
        else
            m_runs->stop();
        close();
    });
    question->open();
}

} // namespace autodidact
