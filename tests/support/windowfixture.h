#pragma once

#include "core/storage/runreader.h"
#include "tests/support/looppieces.h"
#include "widgets/base/theme.h"
#include "widgets/runcontrol/liverun.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/messagebar.h"
#include "widgets/shell/rundesk.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QSettings>
#include <QStatusBar>
#include <QTest>

namespace autodidact::test {

/// The real window over a real agent and database; runner and model are fakes.
struct WindowFixture {
    explicit WindowFixture(int tasks = 6)
        : loop(tasks)
    {
        settings = std::make_unique<QSettings>(loop.folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        settings->setValue("view/language", QStringLiteral("en"));
        appearance = std::make_unique<Appearance>(*settings);
        appearance->applyRemembered();
        agent = std::make_unique<Agent>(loop.path(), feed.get(), loop.parts());
        agent->open([](Result<Done>) {});
        reader = std::make_unique<Reader>(loop.path());
        services = std::make_unique<Services>(Services{cursor, *feed, *reader, *agent});
        build();
    }

    /// Ends the program and starts it again: the agent leaves its run, and everything is built anew.
    void restart()
    {
        window.reset();
        services.reset();
        reader.reset();
        agent.reset();
        feed = std::make_unique<Feed>();
        cursor.request({});
        cursor.setFollowing(true);
        agent = std::make_unique<Agent>(loop.path(), feed.get(), loop.parts());
        agent->open([](Result<Done>) {});
        reader = std::make_unique<Reader>(loop.path());
        services = std::make_unique<Services>(Services{cursor, *feed, *reader, *agent});
        build();
    }

    /// A window as a second start of the program makes it.
    void build()
    {
        window.reset();
        Workplace workplace{
            .databasePath = loop.path(),
            .checkMachine = [] { return MachineState{.sandbox = QStringLiteral("bubblewrap"), .python = QStringLiteral("3.13")}; },
            .toolVersions = [] { return QMap<QString, QString>{{QStringLiteral("autodidact"), QStringLiteral("test")}}; },
            .rememberKey = {},
            .openDatabase = [this](const QString &path) { opened.append(path); },
        };
        window = std::make_unique<MainWindow>(*services, workplace, *settings, *appearance);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
    }

    QAction *action(const char *name) const { return window->findChild<QAction *>(QLatin1StringView(name)); }
    void trigger(const char *name) const { action(name)->trigger(); }
    QList<QDockWidget *> shownDocks() const
    {
        QList<QDockWidget *> shown = window->findChildren<QDockWidget *>();
        // The tabs behind others lie outside the window.
        shown.removeIf([this](QDockWidget *dock) {
            return !dock->isVisible() || dock->isFloating() || !window->rect().contains(dock->geometry().center());
        });
        return shown;
    }

    LiveRun &live() const { return window->live(); }
    QWidget *focus() const { return QApplication::focusWidget() ? QApplication::focusWidget() : window.get(); }

    /// Places of all attempts of the live run whose hidden tests are red, in order.
    QList<Place> failurePlaces() const
    {
        QList<Place> places;
        const auto database = Database::open(loop.path(), OpenMode::ReadOnly).value();
        const QList<AttemptRow> rows = RunReader(*database).attempts(live().run()).value();
        for (const AttemptRow &row : rows) {
            if (row.hidden && !row.hidden->green)
                places.append(row.place);
        }
        std::ranges::sort(places);
        return places;
    }

    LoopFixture loop;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<Appearance> appearance;
    std::unique_ptr<Feed> feed = std::make_unique<Feed>();
    CursorKeeper cursor;
    std::unique_ptr<Agent> agent;
    std::unique_ptr<Reader> reader;
    std::unique_ptr<Services> services;
    QStringList opened;
    std::unique_ptr<MainWindow> window;
};

} // namespace autodidact::test
