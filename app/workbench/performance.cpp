#include "app/workbench/performance.h"

#include "app/workbench/workbench.h"
#include "core/storage/runreader.h"
#include "widgets/runcontrol/liverun.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/filedesk.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/rundesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Panels load in the reader thread and batches come 20 times a second: after this they show what is there.
constexpr int settleMs = 1500;

} // namespace

Performance::Performance(Workbench &workbench, Appearance &appearance)
    : m_workbench(workbench)
    , m_appearance(appearance)
    , m_window(workbench.window())
{
    m_window.docks().reset();
    m_window.resize(1440, 900);
}

QString Performance::freshDatabase(const QString &folder)
{
    QDir().mkpath(folder);
    const QString path = QDir(folder).filePath(u"demo.sqlite"_s);
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(path + ending);
    return path;
}

void Performance::takePicture(const QString &file)
{
    m_window.show();
    m_window.docks().reset();
    m_window.begin();
    QTimer::singleShot(2 * settleMs, this, [this, file] {
        const bool saved = m_window.grab().save(file);
        finish(saved ? Status() : fail(ErrorKind::Storage, u"%1: the picture cannot be written."_s.arg(file)));
    });
}

void Performance::playDemo(const QString &folder)
{
    m_folder = folder;
    m_window.show();
    m_window.docks().reset();
    connect(&m_window.runs(), &RunDesk::failed, this, [this](const Error &error) { finish(std::unexpected(error)); });
    connect(&m_window.runs(), &RunDesk::ended, this, [this](RunStatus status) {
        if (status != RunStatus::Finished) {
            finish(fail(ErrorKind::Sandbox, u"The demo did not finish: %1"_s.arg(m_window.live().statusDetail())));
            return;
        }
        showDemo();
    });
    m_window.runs().startDemoUnpaced();
}

/// The second attempt of a task that failed first and was solved then says most about the panels.
void Performance::showDemo()
{
    const RunId run = m_window.live().run();
    m_workbench.services().reader.ask(this, m_ticket, [run](Database &database) -> Result<Place> {
        const auto rows = RunReader(database).attempts(run, {.phase = Phase::Learn});
        if (!rows)
            return std::unexpected(rows.error());
        Place shown;
        for (const AttemptRow &row : *rows) {
            if (row.place.attempt == 2 && row.hidden && row.hidden->green && row.place > shown)
                shown = row.place;
        }
        return shown;
    }, [this](Result<Place> place) {
        if (place)
            showAttempt(*place);
        else
            finish(std::unexpected(place.error()));
    });
}

void Performance::showAttempt(const Place &place)
{
    const RunId run = m_window.live().run();
    m_workbench.services().cursor.request({run, place.round, place.task, place.attempt});
    QTimer::singleShot(2 * settleMs, this, &Performance::takeWindowPictures);
}

void Performance::picture(const QString &name)
{
    const QString file = QDir(m_folder).filePath(name);
    if (!m_window.grab().save(file)) {
        m_failed = true;
        std::fprintf(stderr, "%s: the picture cannot be written.\n", qPrintable(file));
    }
}

void Performance::takeWindowPictures()
{
    const QString language = m_appearance.language();
    m_appearance.setLanguage(u"en"_s);
    m_appearance.setTheme(ThemeChoice::Light);
    QTimer::singleShot(settleMs, this, [this, language] {
        picture(u"main-light.png"_s);
        takePanelPictures();
        m_appearance.setTheme(ThemeChoice::Dark);
        QTimer::singleShot(settleMs, this, [this, language] {
            picture(u"main-dark.png"_s);
            m_appearance.setTheme(ThemeChoice::Light);
            m_appearance.setLanguage(u"zh_CN"_s);
            QTimer::singleShot(settleMs, this, [this, language] {
                picture(u"main-zh.png"_s);
                m_appearance.setLanguage(language);
                writeReport();
            });
        });
    });
}

void Performance::takePanelPictures()
{
    for (int i = 0; i < panelCount; ++i) {
        Panel *panel = m_window.panels().panels[size_t(i)];
        if (!panel)
            continue;
        m_window.docks().show(static_cast<PanelSlot>(i));
        QCoreApplication::processEvents();
        const QString file = QDir(m_folder).filePath(u"panel-%1.png"_s.arg(panel->objectName()));
        if (!panel->grab().save(file))
            m_failed = true;
    }
    m_window.docks().show(PanelSlot::Reflection);
    m_window.docks().show(PanelSlot::Versions);
}

void Performance::writeReport()
{
    m_window.files().writeReport(m_window.live().run(), QDir(m_folder).filePath(u"report.html"_s), [this](const Status &status) {
        finish(status && m_failed ? fail(ErrorKind::Storage, u"Not every picture could be written."_s) : status);
    });
}

void Performance::finish(const Status &status)
{
    if (!status)
        std::fprintf(stderr, "%s\n", qPrintable(status.error().detail));
    QCoreApplication::exit(status ? 0 : exitCode(status.error().kind));
}

} // namespace autodidact
