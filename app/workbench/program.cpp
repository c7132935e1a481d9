#include "app/workbench/program.h"

#include "app/workbench/machine.h"
#include "app/workbench/performance.h"
#include "app/workbench/workbench.h"
#include "widgets/base/errortext.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/rundesk.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMessageBox>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace autodidact {

Program::Program(ProgramOptions options, QSettings &settings)
    : m_options(std::move(options))
    , m_settings(settings)
    , m_appearance(settings)
{
}

Program::~Program() = default;

void Program::begin()
{
    m_appearance.applyRemembered();
    if (!m_options.language.isEmpty())
        m_appearance.setLanguage(m_options.language);
    if (!m_options.theme.isEmpty())
        m_appearance.setTheme(m_options.theme == u"dark" ? ThemeChoice::Dark : m_options.theme == u"light" ? ThemeChoice::Light : ThemeChoice::System);
    QString path = m_options.database;
    if (path.isEmpty() && !m_options.outputFolder.isEmpty())
        path = Performance::freshDatabase(m_options.outputFolder);
    open(path.isEmpty() ? Database::defaultPath() : path);
}

void Program::open(const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    Workplace workplace{
        .databasePath = file,
        .checkMachine = lookAtMachine,
        .makeRunner = [] { return composeRunner(u"bubblewrap"_s, {}, 1); },
        .toolVersions = toolVersions,
        .rememberKey = [keys = m_keys](const QString &model, const QString &key) { keys->remember(model, key); },
        .openDatabase = [this](const QString &other) { open(other); },
    };
    auto next = std::make_unique<Workbench>(std::move(workplace), partsWith(m_keys), m_settings, m_appearance);
    Workbench *opening = next.get();
    connect(opening, &Workbench::opened, this, [this, next = std::make_shared<std::unique_ptr<Workbench>>(std::move(next))] {
        m_performance.reset();
        if (m_workbench)
            m_workbench.release()->deleteLater();        // its window may be what asked
        m_workbench = std::move(*next);
        opened();
    });
    connect(opening, &Workbench::refused, this, [this, path](const Error &error) { refused(path, error); });
    opening->open();
}

void Program::opened()
{
    MainWindow &window = m_workbench->window();
    connect(&window, &MainWindow::closed, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    if (!m_options.outputFolder.isEmpty() || !m_options.screenshot.isEmpty()) {
        m_performance = std::make_unique<Performance>(*m_workbench, m_appearance);
        if (!m_options.outputFolder.isEmpty())
            m_performance->playDemo(m_options.outputFolder);
        else
            m_performance->takePicture(m_options.screenshot);
        return;
    }
    window.show();
    window.begin();
    if (std::exchange(m_options.demo, false))
        window.runs().startDemo();
}

void Program::refused(const QString &path, const Error &error)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(error.detail));
    if (!m_options.outputFolder.isEmpty() || !m_options.screenshot.isEmpty()) {
        QCoreApplication::exit(exitCode(error.kind));
        return;
    }
    // Without a database there is nothing to show: the one case for a box that asks for attention.
    auto *box = new QMessageBox(QMessageBox::Critical, tr("Autodidact"), tr("The database %1 cannot be opened.").arg(path), QMessageBox::Close,
                                m_workbench ? &m_workbench->window() : nullptr);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(errorText(error));
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_workbench)
        connect(box, &QMessageBox::finished, qApp, [error] { QCoreApplication::exit(exitCode(error.kind)); });
    box->open();
}

} // namespace autodidact
