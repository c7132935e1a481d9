#include "app/workbench/program.h"
#include "app/workbench/workbench.h"
#include "core/storage/memorystore.h"
#include "core/storage/runreader.h"
#include "tests/support/xserver.h"
#include "widgets/base/theme.h"
#include "widgets/codediff/codeview.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/memory/memorypanel.h"
#include "widgets/runcontrol/liverun.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/rundesk.h"
#include "widgets/versions/versionspanel.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// One sitting at the real program: real student, real sandbox, real database, keys and clicks. The functions are
/// steps of it and run in order. On the offscreen platform, or with AUTODIDACT_X11 in a real window under Xvfb.
class WholeFlowTest : public QObject
{
    Q_OBJECT

public:
    explicit WholeFlowTest(QString whyNot) : m_whyNot(std::move(whyNot)) {}

private:
    static constexpr int longMs = 120'000;       ///< for what the sandbox has to do

    MainWindow &window() const { return m_program->workbench()->window(); }
    CursorKeeper &cursor() const { return m_program->workbench()->services().cursor; }
    LiveRun &live() const { return window().live(); }
    QAction *action(const char *name) const { return window().findChild<QAction *>(QLatin1StringView(name)); }
    template<typename Part>
    Part *part(const char *name) const
    {
        return window().findChild<Part *>(QLatin1StringView(name));
    }
    QString text(const char *view) const { return part<QTextBrowser>(view)->toPlainText(); }
    void press(QKeyCombination key) const
    {
        if (!QApplication::activeModalWidget() && !window().isActiveWindow()) {
            window().activateWindow();                         // after a dialog some platforms activate nothing
            QVERIFY(QTest::qWaitForWindowActive(&window()));
        }
        QWidget *focus = QApplication::focusWidget() ? QApplication::focusWidget() : &window();
        QTest::keyClick(focus, key.key(), key.keyboardModifiers());
    }
    /// A reader of its own, as another program would have it.
    template<typename T, typename Question>
    T stored(Question question) const
    {
        const auto database = Database::open(m_path, OpenMode::ReadOnly).value();
        return question(*database).value();
    }
    int currentVersion() const
    {
        return stored<RunRow>([this](Database &database) { return RunReader(database).run(m_run); }).run.currentVersion;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_whyNot.isEmpty())
            QSKIP(qPrintable(m_whyNot));
        m_path = m_folder.filePath(u"flow.sqlite"_s);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_program = std::make_unique<Program>(ProgramOptions{.database = m_path, .language = u"en"_s, .theme = u"light"_s}, *m_settings);
        m_program->begin();
        QTRY_VERIFY_WITH_TIMEOUT(m_program->workbench() && window().isVisible(), longMs);
        window().resize(1440, 900);
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QPushButton *demo = part<QPushButton>("welcomeDemo");
        QTRY_VERIFY_WITH_TIMEOUT(demo->isEnabled() || part<QLabel>("welcomeMend")->isVisible(), longMs);
        if (!demo->isEnabled())
            QSKIP(qPrintable(u"The sandbox does not work here: "_s + part<QLabel>("welcomeMend")->text()));
    }

    void startsPausedAndStepsThroughAnAttempt()
    {
        RunConfig config = RunDesk::demoConfig();
        config.name = u"flow"_s;
        config.rounds = 3;
        config.batch = 8;
        window().runs().setSpeed(Speed::Step);
        window().runs().start(config);
        QTRY_VERIFY_WITH_TIMEOUT(live().isPaused(), longMs);
        m_run = live().run();
        QVERIFY(!part<QWidget>("welcomeDemo")->isVisible());
        press(Qt::Key_F7);
        auto *tree = part<QTreeView>("runTree");
        QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount(tree->model()->index(0, 0)) > 0, longMs);
        QVERIFY(live().isPaused());
    }

    void thePanelsFill()
    {
        press(Qt::CTRL | Qt::Key_F7);
        QTRY_VERIFY_WITH_TIMEOUT(live().tasksDone() >= 1, longMs);
        window().runs().setSpeed(Speed::Maximum);
        press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(live().tasksDone() >= 6, longMs);
        press(Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(live().isPaused(), longMs);
        press(Qt::Key_F8);
        QTRY_VERIFY(cursor().cursor().attempt.has_value());
        QTRY_VERIFY(!cursor().isFollowing());
        QTRY_VERIFY(!part<CodeView>("codeAfter")->toPlainText().isEmpty() || !part<CodeView>("codeInline")->toPlainText().isEmpty());
        QTRY_VERIFY(!text("testDetail").isEmpty());
        window().docks().show(PanelSlot::Prompt);
        QTRY_VERIFY(!text("promptText").isEmpty());
        window().docks().show(PanelSlot::Reflection);
        QTRY_VERIFY(!text("reflectionText").isEmpty() || part<QLabel>("emptyText"));
        QVERIFY(part<QLabel>("runName")->text().contains(u"flow"));
    }

    void stops()
    {
        press(Qt::CTRL | Qt::SHIFT | Qt::Key_F7);              // to the end of the round, where versions are made
        QTRY_VERIFY_WITH_TIMEOUT(live().isPaused() && currentVersion() > 1, longMs);
        press(Qt::SHIFT | Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(live().status(), RunStatus::Stopped, longMs);
        QVERIFY(!action("pause")->isEnabled());
    }

    void rollsBackAndTakesItBack()
    {
        const int version = currentVersion();
        QVERIFY(version > 1);
        cursor().request({.run = m_run});
        window().docks().show(PanelSlot::Versions);
        window().panels().versions->highlightVersion(1);
        QTRY_VERIFY(action("rollBack")->isEnabled());
        action("rollBack")->trigger();
        QTRY_VERIFY(part<QPushButton>("confirmRollback"));
        QTest::mouseClick(part<QPushButton>("confirmRollback"), Qt::LeftButton);
        QTRY_COMPARE(currentVersion(), 1);
        QTRY_VERIFY(part<QPushButton>("undoRollbackNow"));
        QTest::mouseClick(part<QPushButton>("undoRollbackNow"), Qt::LeftButton);
        QTRY_COMPARE(currentVersion(), version);
    }

    void editsAMemory()
    {
        window().docks().show(PanelSlot::Memory);
        auto *table = part<QTableView>("memoryTable");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
        m_memory = window().panels().memory->highlighted();
        QVERIFY(m_memory.isValid());
        press(Qt::Key_F2);
        auto *title = part<QLineEdit>("memoryTitle");
        QTRY_VERIFY(title->hasFocus());
        title->end(false);
        QTest::keyClicks(QApplication::focusWidget(), u" (mine)"_s);
        press(Qt::CTRL | Qt::Key_Return);
        QTRY_VERIFY(memory().title.endsWith(u" (mine)"));
        QVERIFY(memory().edited);
    }

    void reopensTheRun()
    {
        cursor().request({});
        press(Qt::CTRL | Qt::Key_O);
        QTRY_VERIFY(part<QTreeView>("runList") && part<QTreeView>("runList")->model()->rowCount() == 1);
        auto *list = part<QTreeView>("runList");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTRY_VERIFY(part<QPushButton>("openChosenRun")->isEnabled());
        QTest::mouseClick(part<QPushButton>("openChosenRun"), Qt::LeftButton);
        QTRY_COMPARE(cursor().cursor().run, m_run);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void goesOnToTheEnd()
    {
        window().activateWindow();
        QTRY_VERIFY(action("start")->isEnabled());
        action("start")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(live().status(), RunStatus::Finished, longMs);
        QCOMPARE(live().run(), m_run);
        QVERIFY(memory().title.endsWith(u" (mine)"));          // the run went on with it
    }

    void switchesLanguageAndTheme()
    {
        cursor().setFollowing(true);
        press(Qt::Key_F8);
        QTRY_VERIFY(!cursor().isFollowing());
        const Cursor here = cursor().cursor();
        action("language-zh_CN")->trigger();
        QTRY_COMPARE(window().docks().dock(PanelSlot::RunControl)->windowTitle(), u"运行控制"_s);
        action("themeDark")->trigger();
        QTRY_VERIFY(theme::isDark(window().palette()));
        QCOMPARE(cursor().cursor(), here);
        QVERIFY(!text("testDetail").isEmpty());
        action("language-en")->trigger();
        QTRY_COMPARE(window().docks().dock(PanelSlot::RunControl)->windowTitle(), u"Run control"_s);
    }

    void cleanupTestCase()
    {
        if (m_program)
            m_program.reset();
        QVERIFY(!QApplication::activeModalWidget());
    }

private:
    Memory memory() const
    {
        return stored<Memory>([this](Database &database) { return MemoryStore(database).byId(m_memory); });
    }

    QString m_whyNot;
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Program> m_program;
    RunId m_run;
    MemoryId m_memory;
};

int main(int argc, char **argv)
{
    test::XServer server;
    QString whyNot;
    if (qEnvironmentVariableIsSet("AUTODIDACT_X11")) {
        whyNot = server.start();
        if (!whyNot.isEmpty())
            qputenv("QT_QPA_PLATFORM", "offscreen");           // only to say so
    }
    const QApplication application(argc, argv);
    WholeFlowTest test(whyNot);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_wholeflow.moc"
