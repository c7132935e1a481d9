#include "tests/support/windowfixture.h"
#include "widgets/shell/runtoolbar.h"
#include "widgets/shell/speedcontrol.h"
#include "widgets/welcome/welcomepage.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSet>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// Layout, actions, language, theme and text size of the window.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasANameOfItsOwnAndNoTwoShareAKey()
    {
        WindowFixture f;
        QSet<QString> names;
        QSet<QString> keys;
        const QStringList reserved{u"Ctrl+Space"_s, u"Shift+Space"_s, u"Ctrl+."_s, u"Ctrl+;"_s, u"Ctrl+Shift+F"_s, u"Ctrl+Shift+U"_s};
        for (const Act act : f.window->actions().all()) {
            const QAction *action = f.window->actions().of(act);
            QVERIFY(!action->objectName().isEmpty());
            QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
            names.insert(action->objectName());
            for (const QKeySequence &sequence : action->shortcuts()) {
                const QString key = sequence.toString(QKeySequence::PortableText);
                QVERIFY2(!keys.contains(key), qPrintable(key));
                QVERIFY2(!reserved.contains(key), qPrintable(key));
                QVERIFY2(key.size() > 1, "no single letters");
                keys.insert(key);
            }
        }
        QVERIFY(keys.contains(u"Ctrl+Shift+F7"_s));
        QVERIFY(keys.contains(u"Alt+0"_s));
    }

    void aDisabledActionSaysWhy()
    {
        WindowFixture f;
        int disabled = 0;
        for (const Act act : f.window->actions().all()) {
            const QAction *action = f.window->actions().of(act);
            if (action->isEnabled())
                continue;
            ++disabled;
            QVERIFY2(action->toolTip().contains(u'\n'), qPrintable(action->objectName()));
        }
        QVERIFY(disabled > 5);
    }

    void stateOfAForeignVersionGivesTheDefaultLayout()
    {
        WindowFixture f;
        QMainWindow other;
        f.settings->setValue("layout-run/state", other.saveState(DockLayout::version + 7));
        f.build();
        QCoreApplication::processEvents();
        const QList<QDockWidget *> docks = f.shownDocks();
        QVERIFY(!docks.isEmpty());
        QDockWidget *control = f.window->docks().dock(PanelSlot::RunControl);
        QCOMPARE(f.window->dockWidgetArea(control), Qt::LeftDockWidgetArea);
        QVERIFY2(qAbs(control->width() - 1440 * 21 / 100) <= 40, qPrintable(QString::number(control->width())));
        // Not stacked: what is not tabbed does not overlap.
        for (QDockWidget *one : docks) {
            for (QDockWidget *two : docks) {
                if (one != two && !f.window->tabifiedDockWidgets(one).contains(two))
                    QVERIFY2(!one->geometry().intersects(two->geometry()), qPrintable(one->objectName() + u" over "_s + two->objectName()));
            }
        }
    }

    void aClosedDockComesBackWhereItWas()
    {
        WindowFixture f;
        for (const PanelSlot slot : {PanelSlot::RunControl, PanelSlot::Runs, PanelSlot::Verdict, PanelSlot::Curve}) {
            QDockWidget *dock = f.window->docks().dock(slot);
            if (!dock)
                continue;
            QCoreApplication::processEvents();
            const QRect before = dock->geometry();
            dock->close();
            QCoreApplication::processEvents();
            QVERIFY(!dock->isVisible());
            f.window->actions().of(static_cast<Act>(int(Act::Panel1) + int(slot)))->trigger();
            QTRY_VERIFY(dock->isVisible());
            QTRY_VERIFY2((dock->geometry().topLeft() - before.topLeft()).manhattanLength() <= 4, qPrintable(dock->objectName()));
            QVERIFY(qAbs(dock->width() - before.width()) <= 6);
        }
    }

    void theWindowIsNeverOffScreen()
    {
        WindowFixture f;
        f.window->move(90'000, 90'000);
        f.window->close();
        f.build();
        QRect all;
        for (const QScreen *screen : QGuiApplication::screens())
            all |= screen->availableGeometry();
        QVERIFY(all.contains(f.window->frameGeometry().center()));
    }

    void aPanelIsMaximisedAndComesBack()
    {
        WindowFixture f;
        f.window->docks().show(PanelSlot::RunControl);
        const qsizetype before = f.shownDocks().size();
        f.trigger("maximisePanel");
        QVERIFY(f.window->docks().isMaximised());
        f.trigger("maximisePanel");
        QVERIFY(!f.window->docks().isMaximised());
        QTRY_COMPARE(f.shownDocks().size(), before);
        QVERIFY(f.window->centralWidget()->isVisible());
    }

    void everyPerspectiveKeepsWhatAPersonMadeOfIt()
    {
        WindowFixture f;
        const auto shown = [&f](PanelSlot slot) { return !f.window->docks().dock(slot)->isHidden(); };
        QVERIFY(f.action("perspectiveRun")->isChecked());
        f.trigger("perspectiveMemory");
        QVERIFY(f.action("perspectiveMemory")->isChecked());
        QVERIFY(!shown(PanelSlot::Curve) && !shown(PanelSlot::RunControl) && shown(PanelSlot::Memory) && shown(PanelSlot::Prompt));
        QTRY_VERIFY(f.window->docks().dock(PanelSlot::Memory)->height() > f.window->height() / 2);
        f.window->docks().dock(PanelSlot::Prompt)->close();

        f.trigger("perspectiveRun");
        QVERIFY(shown(PanelSlot::Prompt) && shown(PanelSlot::Curve));
        f.trigger("perspectiveVersions");
        QVERIFY(shown(PanelSlot::Versions) && shown(PanelSlot::Curve) && !shown(PanelSlot::Memory));
        f.trigger("perspectiveMemory");
        QVERIFY(!shown(PanelSlot::Prompt));

        f.window->close();
        f.build();
        QVERIFY(f.action("perspectiveMemory")->isChecked());
        QVERIFY(!shown(PanelSlot::Prompt));
        f.trigger("resetLayout");
        QVERIFY(shown(PanelSlot::Prompt) && !shown(PanelSlot::Curve));
        f.trigger("perspectiveRun");
        QVERIFY(shown(PanelSlot::Curve) && shown(PanelSlot::RunControl));
    }

    void aHiddenPanelOfAPerspectiveComesToItsPlace()
    {
        WindowFixture f;
        f.trigger("perspectiveMemory");
        f.trigger("panelCurve");
        QDockWidget *curve = f.window->docks().dock(PanelSlot::Curve);
        QTRY_VERIFY(curve->isVisible());
        QVERIFY(!curve->isFloating());
        QCOMPARE(f.window->dockWidgetArea(curve), Qt::BottomDockWidgetArea);
    }

    void showingAnotherPanelEndsTheMaximisedOne()
    {
        WindowFixture f;
        f.window->docks().show(PanelSlot::RunControl);
        f.trigger("maximisePanel");
        QVERIFY(f.action("maximisePanel")->isChecked());
        f.trigger("panelVerdict");
        QVERIFY(!f.action("maximisePanel")->isChecked());
        f.trigger("maximisePanel");
        f.trigger("perspectiveVersions");
        QVERIFY(!f.action("maximisePanel")->isChecked());
        QVERIFY(f.window->centralWidget()->isVisible());
    }

    void locksTheLayout()
    {
        WindowFixture f;
        f.trigger("lockLayout");
        for (QDockWidget *dock : f.window->findChildren<QDockWidget *>())
            QCOMPARE(dock->features(), QDockWidget::NoDockWidgetFeatures);
        f.window->close();
        f.build();
        QVERIFY(f.window->docks().isLocked());
        QVERIFY(f.action("lockLayout")->isChecked());
    }

    void languageAndThemeSwitchLiveAndKeepTheCursor()
    {
        WindowFixture f;
        f.window->runs().start(f.loop.config);
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        const Cursor here{f.live().run(), 1, 1, 1};
        f.cursor.request(here);
        QSignalSpy moved(&f.cursor, &CursorKeeper::moved);
        f.appearance->setLanguage(u"zh_CN"_s);
        f.appearance->setTheme(ThemeChoice::Dark);
        QCoreApplication::processEvents();
        QCOMPARE(f.cursor.cursor(), here);
        QCOMPARE(moved.count(), 0);
        QVERIFY(theme::isDark(f.window->palette()));
        if (QFile::exists(u":/i18n/autodidact_zh_CN.qm"_s))
            QCOMPARE(f.window->docks().dock(PanelSlot::RunControl)->windowTitle(), u"运行控制"_s);
        f.appearance->setTheme(ThemeChoice::Light);
        f.appearance->setLanguage(u"en"_s);
        QCoreApplication::processEvents();
        QCOMPARE(f.window->docks().dock(PanelSlot::RunControl)->windowTitle(), u"Run control"_s);
        QVERIFY(!theme::isDark(f.window->palette()));
    }

    void titleAndHeadersFollowTheLanguage()
    {
        WindowFixture f;
        QVERIFY(f.window->windowTitle().contains(u"loop.sqlite"));
        f.window->runs().start(f.loop.config);
        QTRY_COMPARE_WITH_TIMEOUT(f.live().status(), RunStatus::Finished, 20000);
        f.cursor.request({.run = f.live().run()});
        QTRY_VERIFY2(f.window->windowTitle().startsWith(u"loop –"), qPrintable(f.window->windowTitle()));
        QHeaderView *header = f.window->findChild<QTreeView *>(u"runTree"_s)->header();
        for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
            f.appearance->setLanguage(language);
            QCoreApplication::processEvents();
            QVERIFY2(f.window->windowTitle().startsWith(u"loop –"), qPrintable(f.window->windowTitle()));
            for (int column = 1; column < header->count(); ++column) {
                const QString text = header->model()->headerData(column, Qt::Horizontal).toString();
                const bool fits = header->fontMetrics().horizontalAdvance(text) + 6 <= header->sectionSize(column);
                QVERIFY2(fits || header->isSectionHidden(column), qPrintable(u"%1: %2"_s.arg(language, text)));
            }
            const QString name = header->model()->headerData(0, Qt::Horizontal).toString();
            QCOMPARE(name, language == u"en" ? u"Name"_s : u"名称"_s);
        }
    }

    void theToolBarFitsAtEverySize_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("width");
        for (const QString &language : Appearance::languages()) {
            QTest::addRow("%s wide", qPrintable(language)) << language << 1440;
            QTest::addRow("%s narrow", qPrintable(language)) << language << 1024;
        }
    }

    void theToolBarFitsAtEverySize()
    {
        QFETCH(const QString, language);
        QFETCH(const int, width);
        WindowFixture f;
        f.appearance->setLanguage(language);
        f.appearance->setTextSize(20);
        f.cursor.hold();
        f.window->resize(width, 900);
        QCoreApplication::processEvents();
        auto *bar = f.window->findChild<RunToolBar *>();
        bar->setMissed(12);
        QCoreApplication::processEvents();
        QVERIFY2(bar->sizeHint().width() <= bar->width(), qPrintable(u"%1 of %2"_s.arg(bar->sizeHint().width()).arg(bar->width())));
        auto *more = bar->findChild<QToolButton *>(u"qt_toolbar_ext_button"_s);
        QVERIFY(!more || !more->isVisible());
        f.appearance->resetTextSize();
    }

    void textSizeStaysWithinItsBoundsAndTheCodeFontFollows()
    {
        WindowFixture f;
        for (int i = 0; i < 30; ++i)
            f.trigger("largerText");
        QCOMPARE(f.appearance->textSize(), 20);
        QCOMPARE(theme::codeFont().pointSize(), 20);
        for (int i = 0; i < 30; ++i)
            f.trigger("smallerText");
        QCOMPARE(f.appearance->textSize(), 9);
        f.trigger("normalText");
        QCOMPARE(theme::codeFont().pointSize(), f.appearance->textSize());
    }

    void anEmptyDatabaseShowsTheWelcomePage()
    {
        WindowFixture f;
        f.window->begin();
        auto *welcome = f.window->findChild<WelcomePage *>();
        QTRY_VERIFY(welcome->isVisible());
        QTRY_VERIFY(welcome->findChild<QPushButton *>(u"welcomeDemo"_s)->isEnabled());
        QVERIFY(welcome->findChild<QLabel *>(u"welcomePython"_s)->text().contains(u"3.13"));
        f.window->showWelcome(false);
        QVERIFY(!welcome->isVisible());
    }

    void withoutASandboxTheDemoSaysWhy()
    {
        WelcomePage page;
        const SandboxProbe fault{.name = u"user namespaces"_s, .detail = u"refused"_s, .step = ProbeStep::UserNamespaces,
                                 .mend = ProbeRemedy::RunCommand, .command = u"sudo x"_s};
        page.setMachine({.sandbox = u"bubblewrap"_s, .fault = fault, .python = u"3.13"_s});
        page.show();
        QVERIFY(!page.findChild<QPushButton *>(u"welcomeDemo"_s)->isEnabled());
        const QString text = page.findChild<QLabel *>(u"welcomeMend"_s)->text();
        QVERIFY(text.contains(u"refused") && text.contains(u"sudo x"));
    }

    void belowTheCompactHeightTheRightColumnIsTabbed()
    {
        WindowFixture f;
        QDockWidget *verdict = f.window->docks().dock(PanelSlot::Verdict);
        QDockWidget *reflection = f.window->docks().dock(PanelSlot::Reflection);
        if (!verdict || !reflection || !f.window->docks().dock(PanelSlot::Prompt))
            QSKIP("the panels of the right column are not built");
        f.window->resize(1280, 720);
        QCoreApplication::processEvents();
        QVERIFY(f.window->tabifiedDockWidgets(verdict).contains(reflection));
        f.window->resize(1440, 900);
        QCoreApplication::processEvents();
        QVERIFY(!f.window->tabifiedDockWidgets(verdict).contains(reflection));
    }

    void theDemosPaceIsShown()
    {
        SpeedControl speed;
        QSignalSpy chosen(&speed, &SpeedControl::chosen);
        speed.showPace(std::chrono::milliseconds(420));
        QVERIFY(speed.findChild<QLabel *>(u"speedValue"_s)->text().contains(u"0.42"));
        QCOMPARE(chosen.count(), 0);
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
