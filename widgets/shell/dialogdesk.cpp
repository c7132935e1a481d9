#include "widgets/shell/dialogdesk.h"

#include "widgets/base/theme.h"
#include "widgets/dialogs/connectdialog.h"
#include "widgets/dialogs/newrundialog.h"
#include "widgets/dialogs/openrundialog.h"
#include "widgets/tasks/suiteswindow.h"

#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace autodidact {

DialogDesk::DialogDesk(Services &services, const Workplace &workplace, QSettings &settings, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_workplace(workplace)
    , m_settings(settings)
    , m_window(window)
{
}

NewRunDialog *DialogDesk::newRunDialog()
{
    auto *dialog = new NewRunDialog(m_services.reader, m_settings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewRunDialog::connectWanted, this, &DialogDesk::connectServer);
    dialog->open();
    return dialog;
}

void DialogDesk::newRun()
{
    connect(newRunDialog(), &NewRunDialog::startWanted, this, &DialogDesk::startWanted);
}

void DialogDesk::changeModel(const RunConfig &config)
{
    NewRunDialog *dialog = newRunDialog();
    dialog->takeOver(config);
    connect(dialog, &NewRunDialog::startWanted, this, &DialogDesk::startInsteadWanted);
}

void DialogDesk::openRun()
{
    auto *dialog = new OpenRunDialog(m_services.reader, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OpenRunDialog::runChosen, this, &DialogDesk::runChosen);
    dialog->open();
}

void DialogDesk::connectServer()
{
    auto *waiting = m_window->findChild<NewRunDialog *>();
    auto *dialog = new ConnectDialog(m_settings, waiting ? static_cast<QWidget *>(waiting) : m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectDialog::connected, this, &DialogDesk::serverChosen);
    dialog->open();
}

void DialogDesk::serverChosen(const ServerAddress &address, const QString &model)
{
    if (!address.key.isEmpty() && m_workplace.rememberKey)
        m_workplace.rememberKey(model, address.key);
    if (!m_window->findChild<NewRunDialog *>())
        newRun();
    if (auto *dialog = m_window->findChild<NewRunDialog *>())
        dialog->setServer(address, model);
}

void DialogDesk::suites()
{
    auto *open = m_window->findChild<SuitesWindow *>();
    if (!open) {
        open = new SuitesWindow(m_services, m_workplace.makeRunner, m_workplace.databasePath, m_window);
        connect(open, &SuitesWindow::suitesChanged, this, &DialogDesk::suitesChanged);
        open->show();
    }
    open->raise();
    open->activateWindow();
}

void DialogDesk::reloadSuites()
{
    if (auto *open = m_window->findChild<SuitesWindow *>())
        open->reload();
}

void DialogDesk::about()
{
    auto *box = new QMessageBox(m_window);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Autodidact"));
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(theme::icon(u"autodidact"_s, box->palette()).pixmap(64, 64));
    box->setText(tr("Autodidact %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("A workbench for self-improving coding agents. Free software under the GNU General Public License, version 3 or later."));
    QStringList tools;
    const auto versions = m_workplace.toolVersions ? m_workplace.toolVersions() : QMap<QString, QString>();
    for (const auto &[name, version] : versions.asKeyValueRange())
        tools.append(name + u' ' + version);
    box->setDetailedText(tools.join(u'\n'));
    box->open();
}

} // namespace autodidact
