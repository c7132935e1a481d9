#include "tests/support/windowfixture.h"
#include "core/storage/runreader.h"
#include "widgets/dialogs/closequestion.h"
#include "widgets/dialogs/newrundialog.h"
#include "widgets/runcontrol/runcontrolpanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// The window while a run is live: start, pause, step, stop through the real agent; failures; closing.
class RunWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsARunToItsEnd()
    {
        WindowFixture f;
        f.window->runs().start(f.loop.config);
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        QVERIFY(f.live().tasksDone() >= 12);
        QTRY_COMPARE(f.cursor.cursor().run, f.live().run());
        QVERIFY(f.window->messages().isHidden());
        QVERIFY(!f.action("pause")->isEnabled());
        QVERIFY(f.action("newRun")->isEnabled());
        QVERIFY(f.action("exportReport")->isEnabled());
    }

    void pausesStepsAndContinues()
    {
        WindowFixture f;
        f.window->runs().setSpeed(Speed::Step);          // a run that starts paused
        f.window->runs().start(f.loop.config);
        QTRY_VERIFY(f.live().isPaused());
        QCOMPARE(f.loop.runs.load(), 0);
        QVERIFY(f.action("start")->isEnabled());
        QVERIFY(!f.action("newRun")->isEnabled());
        QVERIFY(f.action("newRun")->toolTip().contains(u"live"));

        QSignalSpy changed(&f.live(), &LiveRun::changed);
        f.trigger("stepAttempt");
        QTRY_VERIFY(f.loop.runs.load() > 0);
        QTRY_VERIFY(changed.count() > 0);
        const int afterStep = f.loop.runs.load();
        QVERIFY(afterStep <= 4);                          // one attempt: visible and hidden tests, perhaps of two jobs
        f.trigger("stepTask");
        QTRY_VERIFY(f.live().tasksDone() >= 1);
        QVERIFY(f.live().isPaused());
        f.trigger("start");
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
    }

    void stopsAndGoesOnLater()
    {
        WindowFixture f(30);
        f.loop.config.rounds = 3;
        f.window->runs().start(f.loop.config);
        f.window->runs().setSpeed(Speed::Fast);
        QTRY_VERIFY(f.live().isLive());
        f.trigger("stop");
        QTRY_COMPARE(f.live().status(), RunStatus::Stopped);
        const int done = f.live().tasksDone();
        QVERIFY(done < 90);
        f.window->runs().setSpeed(Speed::Maximum);
        f.cursor.request({.run = f.live().run()});
        QVERIFY(f.action("start")->isEnabled());
        f.trigger("start");
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        QCOMPARE(f.live().tasksDone(), 90);               // nothing twice, nothing lost
    }

    void troublePausesTheRunAndIsCounted()
    {
        WindowFixture f;
        f.loop.model->broken = true;
        f.window->runs().start(f.loop.config);
        QTRY_VERIFY(f.window->messages().waiting() > 0);
        QTRY_VERIFY(f.live().isPaused());
        QCOMPARE(f.window->messages().waiting(), 1);
        f.loop.model->broken = false;
        auto *again = f.window->findChild<QPushButton *>(u"tryAgain"_s);
        QVERIFY(again);
        again->click();
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
    }

    void troubleLeadsToAnotherModelInANewRun()
    {
        WindowFixture f;
        f.loop.model->broken = true;
        f.window->runs().start(f.loop.config);
        QTRY_VERIFY(f.live().isPaused());
        QTRY_COMPARE(f.window->messages().waiting(), 1);
        const RunId first = f.live().run();

        // Thought better of it: nothing changes, and the message is still there.
        f.window->findChild<QPushButton *>(u"changeModel"_s)->click();
        auto *dialog = f.window->findChild<NewRunDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel *>(u"newRunHead"_s)->text().contains(f.live().config().name));
        dialog->reject();
        QTRY_VERIFY(!f.window->findChild<NewRunDialog *>());
        QVERIFY(f.live().isPaused());
        QCOMPARE(f.window->messages().waiting(), 1);

        f.loop.model->broken = false;
        f.window->findChild<QPushButton *>(u"changeModel"_s)->click();
        dialog = f.window->findChild<NewRunDialog *>();
        auto *start = dialog->findChild<QPushButton *>(u"startRun"_s);
        QTRY_VERIFY(start->isEnabled());
        QCOMPARE(dialog->config().suite, f.loop.config.suite);
        QCOMPARE(dialog->config().rounds, f.loop.config.rounds);
        QCOMPARE(dialog->config().split, f.loop.config.split);
        QVERIFY(dialog->config().name.isEmpty());
        start->click();
        QTRY_VERIFY_WITH_TIMEOUT(f.live().run() != first && f.live().status() == RunStatus::Finished, 20000);
        QCOMPARE(f.window->messages().waiting(), 0);
        const auto database = Database::open(f.loop.path(), OpenMode::ReadOnly).value();
        QCOMPARE(RunReader(*database).run(first)->run.status, RunStatus::Stopped);
    }

    void stoppingTakesTheTroubleAway()
    {
        WindowFixture f;
        f.loop.model->broken = true;
        f.window->runs().start(f.loop.config);
        QTRY_COMPARE(f.window->messages().waiting(), 1);
        f.trigger("stop");
        QTRY_COMPARE(f.live().status(), RunStatus::Stopped);
        QCOMPARE(f.window->messages().waiting(), 0);
    }

    void goesThroughFailuresFromEveryPanel()
    {
        WindowFixture f;
        f.window->runs().start(f.loop.config);
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        f.cursor.request({.run = f.live().run()});
        const QList<Place> failures = f.failurePlaces();
        QVERIFY(failures.size() > 1);
        for (int panel = 1; panel <= panelCount; ++panel) {
            if (!f.window->panels().panels[size_t(panel - 1)])
                continue;
            f.window->docks().show(static_cast<PanelSlot>(panel - 1));
            const Cursor before = f.cursor.cursor();
            QTest::keyClick(f.focus(), Qt::Key_F8);
            QTRY_VERIFY2(f.cursor.cursor() != before, qPrintable(f.window->panels().panels[size_t(panel - 1)]->objectName()));
        }
    }

    void wrappingSaysSo()
    {
        WindowFixture f;
        f.window->runs().start(f.loop.config);
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        const QList<Place> failures = f.failurePlaces();
        const Place last = failures.last();
        f.cursor.request({f.live().run(), last.round, last.task, last.attempt});
        f.trigger("nextFailure");
        const Place first = failures.first();
        QTRY_COMPARE(f.cursor.cursor(), (Cursor{f.live().run(), first.round, first.task, first.attempt}));
        QVERIFY(f.window->statusBar()->currentMessage().contains(u"Continued from the top"));
        f.trigger("previousFailure");
        QTRY_COMPARE(f.cursor.cursor().attempt, std::optional(last.attempt));
        QTRY_VERIFY(f.window->statusBar()->currentMessage().contains(u"Continued from the end"));
    }

    void pauseAndQuitLeavesAPausedRunThatGoesOn()
    {
        WindowFixture f(30);
        f.window->runs().setSpeed(Speed::Fast);
        f.window->runs().start(f.loop.config);
        QTRY_VERIFY(f.live().tasksDone() > 0);
        const RunId run = f.live().run();
        QSignalSpy closed(f.window.get(), &MainWindow::closed);
        f.window->close();
        f.window->findChild<CloseQuestion *>()->findChild<QPushButton *>(u"pauseAndQuit"_s)->click();
        QTRY_COMPARE(closed.count(), 1);

        f.restart();
        const auto database = Database::open(f.loop.path(), OpenMode::ReadOnly).value();
        QCOMPARE(RunReader(*database).run(run)->run.status, RunStatus::Paused);
        f.window->begin();
        QTRY_COMPARE(f.cursor.cursor().run, run);
        QTRY_VERIFY(f.window->panels().runControl->findChild<QLabel *>(u"runStatus"_s)->text().contains(u"Paused"));
        QTRY_VERIFY(f.action("start")->isEnabled());
        f.trigger("start");
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        QCOMPARE(f.live().tasksDone(), 60);               // nothing twice, nothing lost
    }

    void nextAttemptWalksInOrder()
    {
        WindowFixture f;
        f.window->runs().start(f.loop.config);
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        f.cursor.request({.run = f.live().run()});
        Cursor before = f.cursor.cursor();
        f.trigger("nextAttempt");
        QTRY_VERIFY(f.cursor.cursor() != before);
        const Cursor first = f.cursor.cursor();
        QCOMPARE(first.attempt, std::optional(1));
        f.trigger("nextAttempt");
        QTRY_VERIFY(f.cursor.cursor() != first);
        f.trigger("previousAttempt");
        QTRY_COMPARE(f.cursor.cursor(), first);
    }

    void noEventOfARunMovesTheFocus()
    {
        WindowFixture f(20);
        f.loop.config.rounds = 3;
        auto *typing = new QLineEdit(f.window->centralWidget());
        typing->show();
        f.window->activateWindow();
        typing->setFocus();
        QTRY_VERIFY(typing->hasFocus());
        QSignalSpy focus(qApp, &QApplication::focusChanged);
        f.window->runs().start(f.loop.config);
        QTRY_VERIFY(f.live().isLive());
        int typed = 0;
        for (; f.live().isLive() && typed < 1000; ++typed) {
            QTest::keyClick(f.focus(), Qt::Key_A);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        QCOMPARE(focus.count(), 0);
        QCOMPARE(typing->text().size(), typed);
        QVERIFY(!QApplication::activeModalWidget());
    }

    void asksBeforeClosingALiveRun()
    {
        WindowFixture f(30);
        f.window->runs().setSpeed(Speed::Step);
        f.window->runs().start(f.loop.config);
        QTRY_VERIFY(f.live().isLive());
        QSignalSpy closed(f.window.get(), &MainWindow::closed);
        f.window->close();
        QVERIFY(f.window->isVisible());
        auto *question = f.window->findChild<CloseQuestion *>();
        QVERIFY(question);
        question->findChild<QPushButton *>(u"cancelQuit"_s)->click();
        QTRY_VERIFY(!f.window->findChild<CloseQuestion *>());
        QVERIFY(f.window->isVisible());
        f.window->close();
        f.window->findChild<CloseQuestion *>()->findChild<QPushButton *>(u"stopAndQuit"_s)->click();
        QTRY_COMPARE(closed.count(), 1);
        QTRY_COMPARE(f.live().status(), RunStatus::Stopped);
    }
};

QTEST_MAIN(RunWindowTest)
#include "tst_runwindow.moc"
