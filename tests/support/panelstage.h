#pragma once

#include "tests/support/demorun.h"
#include "widgets/base/services.h"

#include <QDir>
#include <QTest>
#include <QTranslator>
#include <QWidget>

namespace autodidact {

/// What a panel needs around it in a test: the demo run, and a cursor, feed, reader and agent on its database.
/// Events that the demo run appends later reach the panels through the feed.
struct PanelStage {
    PanelStage()
        : demo(&feed)
        , reader(demo.path())
        , agent(demo.path(), nullptr, {})
        , services{cursor, feed, reader, agent}
    {
    }

    void goTo(int round, int task, int attempt) { cursor.request({demo.run().id, round, task, attempt}); }

    /// A picture in the folder that AUTODIDACT_SHOTS names, for people to look at; nothing without it.
    static void shoot(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("AUTODIDACT_SHOTS");
        if (folder.isEmpty())
            return;
        QCoreApplication::processEvents();
        widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }

    CursorKeeper cursor;
    Feed feed;
    DemoRun demo;
    Reader reader;
    Agent agent;
    Services services;
};

} // namespace autodidact
