#include "core/base/file.h"
#include "core/control/suitecommands.h"
#include "core/storage/suitestore.h"
#include "core/tasks/suiteedit.h"
#include "core/tasks/suitefile.h"
#include "widgets/tasks/suitelistmodel.h"
#include "widgets/tasks/suiteswindow.h"
#include "widgets/tasks/tasklistmodel.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace autodidact {

void SuitesWindow::removeTasks()
{
    const QStringList keys = chosenKeys();
    if (keys.isEmpty() || !suite())
        return;
    if (keys.size() == m_tasks->tasks().size()) {
        say(tr("A suite has at least one task. Remove the whole suite instead."));
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove tasks"), tr("Remove %n tasks from the suite %1?", nullptr, int(keys.size())).arg(suite()->name),
                                QMessageBox::Cancel, this);
    box->setObjectName(u"removeTasksBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    const QString target = targetName();
    box->setInformativeText(target == suite()->name ? tr("A new version of the suite is made without them. Runs keep the version that they were made with. You can undo this.")
                                                    : tr("The suite comes with the program and stays as it is. A copy is made without them: %1.").arg(target));
    QPushButton *yes = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, keys, target, base = *suite(), tasks = m_tasks->tasks()] {
        m_removed = Removed{target, tasks};
        SuiteDraft draft{base.id, base, withoutTasks(tasks, keys)};
        draft.suite.name = target;
        store(std::move(draft), tr("%n tasks removed.", nullptr, int(keys.size())));
    });
    box->open();
}

void SuitesWindow::undo()
{
    const int row = m_removed ? m_suites->rowOf(m_removed->suite) : -1;
    if (row < 0)
        return;
    const Suite base = m_suites->suites().at(row);
    const QList<Task> tasks = m_removed->tasks;
    m_removed.reset();
    store({base.id, base, tasks}, tr("The tasks are back."));
}

void SuitesWindow::store(SuiteDraft draft, const QString &done)
{
    performFor<Suite>(this, m_services.agent, [draft = std::move(draft)](Database &database, Journal &) { return SuiteCommands(database).store(draft); },
                      [this, done](Result<Suite> suite) {
        if (!suite) {
            m_removed.reset();
            fail(suite.error());
            return;
        }
        m_wanted = suite->name;
        say(done + u' ' + tr("Suite %1, version %2.").arg(suite->name, suite->version));
        reload();
        Q_EMIT suitesChanged();
    });
}

void SuitesWindow::removeSuite()
{
    if (!suite())
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Remove suite"), tr("Remove the suite %1 with its %n tasks?", nullptr, suite()->taskCount).arg(suite()->name),
                                QMessageBox::Cancel, this);
    box->setObjectName(u"removeSuiteBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("This cannot be undone. Export the suite first if you may need it again."));
    QPushButton *yes = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, id = suite()->id, name = suite()->name] {
        performFor<Done>(this, m_services.agent, [id](Database &database, Journal &) {
            return SuiteCommands(database).remove(id).transform([] { return Done{}; });
        }, [this, name](Result<Done> done) {
            if (!done) {
                fail(done.error());
                return;
            }
            say(tr("The suite %1 is removed.").arg(name));
            reload();
            Q_EMIT suitesChanged();
        });
    });
    box->open();
}

void SuitesWindow::exportSuite()
{
    if (!suite())
        return;
    auto *dialog = new QFileDialog(this, tr("Export suite"), QDir::homePath(), tr("Suites (*.jsonl)"));
    dialog->setObjectName(u"exportSuiteDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile(suite()->name + u".jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &SuitesWindow::exportTo);
    dialog->open();
}

void SuitesWindow::exportTo(const QString &path)
{
    m_services.reader.ask(this, m_exportTicket, [path, suite = *suite()](Database &database) -> Result<int> {
        const Result<QList<Task>> tasks = SuiteStore(database).tasks(suite.id);
        if (!tasks)
            return std::unexpected(tasks.error());
        return writeFile(path, writeSuite(suite, *tasks)).transform([&tasks] { return int(tasks->size()); });
    }, [this, path](Result<int> written) {
        if (written)
            say(tr("%n tasks are in %1.", nullptr, *written).arg(QDir::toNativeSeparators(path)));
        else
            fail(written.error());
    });
}

} // namespace autodidact
