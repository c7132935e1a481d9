#pragma once

#include "tests/support/demorun.h"
#include "widgets/base/panel.h"
#include "widgets/base/services.h"
#include "widgets/base/theme.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

namespace autodidact::test {

/// A panel over a finished run, with a real agent thread, reader thread and database.
struct PanelFixture {
    PanelFixture()
    {
        agent.open([](Result<Done>) {});
    }

    void goToRun() { cursor.request({demo.run().id, {}, {}, {}}); }

    /// Saves a picture where the environment names a folder: for a person to look at.
    static void shoot(QWidget *widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("AUTODIDACT_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QVERIFY(widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png"))));
    }

    static void shootBothThemes(QWidget *widget, const QString &name)
    {
        const QPalette before = QApplication::palette();
        QApplication::setPalette(theme::lightPalette());
        QCoreApplication::processEvents();
        shoot(widget, name + QStringLiteral("-light"));
        QApplication::setPalette(theme::darkPalette());
        QCoreApplication::processEvents();
        shoot(widget, name + QStringLiteral("-dark"));
        QApplication::setPalette(before);
        QCoreApplication::processEvents();
    }

    Feed feed;
    DemoRun demo{&feed};
    CursorKeeper cursor;
    Agent agent{demo.path(), &feed, {}};
    Reader reader{demo.path()};
    Services services{cursor, feed, reader, agent};
};

} // namespace autodidact::test
