#pragma once

#include "widgets/base/services.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workplace.h"

#include <QAction>
#include <QDockWidget>
#include <QSettings>
#include <QTest>

namespace autodidact::test {

/// The window and all behind it over a database that others filled, as one start of the program makes it. Its end is
/// the end of the program: what was to be written has been.
struct StartedProgram {
    StartedProgram(const QString &database, const QString &settingsFile)
        : settings(settingsFile, QSettings::IniFormat)
        , appearance(settings)
        , agent(database, &feed, {})
        , reader(database)
        , services{cursor, feed, reader, agent}
    {
        if (!settings.contains("view/language"))
            settings.setValue("view/language", QStringLiteral("en"));
        appearance.applyRemembered();
        agent.open([](Result<Done>) {});
        Workplace workplace{
            .databasePath = database,
            .checkMachine = [] { return MachineState{.sandbox = QStringLiteral("bubblewrap"), .fault = {}, .python = QStringLiteral("3.13")}; },
            .toolVersions = [] { return QMap<QString, QString>(); },
            .rememberKey = {},
            .openDatabase = {},
        };
        window = std::make_unique<MainWindow>(services, workplace, settings, appearance);
        window->resize(1440, 900);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
        window->activateWindow();
    }

    template<typename Part>
    Part *part(const char *name) const
    {
        return window->findChild<Part *>(QLatin1StringView(name));
    }
    QAction *action(const char *name) const { return part<QAction>(name); }
    void trigger(const char *name) const { action(name)->trigger(); }
    QDockWidget *dock(PanelSlot slot) const { return window->docks().dock(slot); }

    QSettings settings;
    Appearance appearance;
    Feed feed;
    Agent agent;
    CursorKeeper cursor;
    Reader reader;
    Services services;
    std::unique_ptr<MainWindow> window;
};

} // namespace autodidact::test
