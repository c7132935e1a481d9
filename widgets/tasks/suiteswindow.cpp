#include "widgets/tasks/suiteswindow.h"

#include "core/base/file.h"
#include "core/control/suitecommands.h"
#include "core/storage/suitestore.h"
#include "core/tasks/suiteedit.h"
#include "core/tasks/suitefile.h"
#include "widgets/base/errortext.h"
#include "widgets/base/notice.h"
#include "widgets/base/theme.h"
#include "widgets/tasks/newsuitedialog.h"
#include "widgets/tasks/suitelistmodel.h"
#include "widgets/tasks/taskeditor.h"
#include "widgets/tasks/tasklistmodel.h"

#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

SuitesWindow::SuitesWindow(Services &services, MakeRunner makeRunner, const QString &databasePath, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_checker(new TaskChecker(std::move(makeRunner), this))
    , m_drafts(TaskDraftFile::pathFor(databasePath))
{
    setObjectName(u"suitesWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlags(windowFlags() | Qt::WindowMaximizeButtonHint);
    build();
    retranslate();
    lookForDraft();
    reload();
}

SuitesWindow::~SuitesWindow()
{
    delete editor();                             // it uses the checker, and keeps a draft
}

void SuitesWindow::reload()
{
    m_services.reader.ask(this, m_suitesTicket, [](Database &database) { return SuiteStore(database).all(); }, [this](Result<QList<Suite>> suites) {
        if (suites)
            showSuites(*suites);
        else
            fail(suites.error());
    });
}

void SuitesWindow::choose(const QString &suite)
{
    m_wanted = suite;
    if (const int row = m_suites->rowOf(suite); row >= 0)
        m_suiteView->selectRow(row);
}

void SuitesWindow::showSuites(const QList<Suite> &suites)
{
    const QString before = !m_wanted.isEmpty() ? m_wanted : suite() ? suite()->name : QString();
    m_loaded = true;
    m_suites->setSuites(suites);
    m_suiteView->selectRow(qMax(0, m_suites->rowOf(before)));
    m_wanted.clear();
    showSuite();
}

const Suite *SuitesWindow::suite() const
{
    const QModelIndex index = m_suiteView->currentIndex();
    return index.isValid() && index.row() < m_suites->suites().size() ? &m_suites->suites().at(index.row()) : nullptr;
}

QStringList SuitesWindow::names() const
{
    QStringList names;
    for (const Suite &suite : m_suites->suites())
        names.append(suite.name);
    return names;
}

QString SuitesWindow::targetName() const
{
    return isBundledSuite(suite()->name) ? copyName(suite()->name, names()) : suite()->name;
}

void SuitesWindow::showSuite()
{
    showState();
    if (!suite())
        return;
    m_services.reader.ask(this, m_tasksTicket, [id = suite()->id](Database &database) { return SuiteStore(database).tasks(id); },
                          [this](Result<QList<Task>> tasks) {
        if (tasks)
            showTasks(*tasks);
        else
            fail(tasks.error());
    });
}

QStringList SuitesWindow::chosenKeys() const
{
    QStringList keys;
    for (const QModelIndex &index : m_taskView->selectionModel()->selectedRows(TaskListModel::Key))
        keys.append(index.data().toString());
    return keys;
}

void SuitesWindow::newSuite()
{
    auto *dialog = new NewSuiteDialog(names() + QStringList{}, this);
    connect(dialog, &NewSuiteDialog::named, this, [this](const Suite &suite) { edit({suite, {}, suite.name, {}}, Task()); });
    dialog->open();
}

void SuitesWindow::newTask()
{
    if (!suite())
        return;
    Task task;
    if (!m_tasks->tasks().isEmpty())
        task.language = m_tasks->tasks().last().language;
    edit({*suite(), m_tasks->tasks(), targetName(), {}}, task);
}

void SuitesWindow::editTask()
{
    const QStringList keys = chosenKeys();
    if (keys.size() == 1)
        edit({*suite(), m_tasks->tasks(), targetName(), keys.first()}, m_tasks->tasks().at(m_tasks->rowOf(keys.first())));
}

void SuitesWindow::duplicateTask()
{
    const QStringList keys = chosenKeys();
    if (keys.size() != 1)
        return;
    Task task = m_tasks->tasks().at(m_tasks->rowOf(keys.first()));
    // A variation of one problem: both stay in one split.
    task.group = task.groupKey();
    task.key = freeKey(task.key, m_tasks->tasks());
    task.repeatOf = keys.first();
    task.repeatKind = RepeatKind::Near;
    edit({*suite(), m_tasks->tasks(), targetName(), {}}, task);
    if (TaskEditor *open = editor())
        open->takeDraft();
}

void SuitesWindow::edit(TaskPlace place, const Task &task)
{
    if (editor())
        return;
    auto *opened = new TaskEditor(m_services, *m_checker, m_drafts, std::move(place), task, this);
    connect(opened, &TaskEditor::saved, this, &SuitesWindow::taskSaved);
    connect(opened, &QDialog::finished, this, &SuitesWindow::lookForDraft);
    opened->open();
}

TaskEditor *SuitesWindow::editor() const
{
    return findChild<TaskEditor *>();
}

void SuitesWindow::taskSaved(const Suite &suite, const QString &key)
{
    m_removed.reset();
    m_draft.reset();
    m_wanted = suite.name;
    m_wantedTask = key;
    say(tr("The task %1 is saved: suite %2, version %3.").arg(key, suite.name, suite.version));
    reload();
    Q_EMIT suitesChanged();
}

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

void SuitesWindow::lookForDraft()
{
    const Result<std::optional<TaskDraft>> draft = m_drafts.read();
    m_draft = draft.value_or(std::nullopt);
    showState();
    if (m_draft)
        say(tr("There is a draft of the task %1.").arg(m_draft->task.key.isEmpty() ? m_draft->task.title : m_draft->task.key));
    else if (!draft)
        fail(draft.error());
}

void SuitesWindow::continueDraft()
{
    if (!m_draft || !m_loaded)
        return;
    const TaskDraft draft = *m_draft;
    const int row = m_suites->rowOf(draft.suite);
    Suite base;
    base.name = draft.suite;
    base.title = draft.suiteTitle;
    const bool here = suite() && suite()->name == draft.suite;
    if (row >= 0 && !here) {
        // Its tasks are read first; the button is there again then.
        choose(draft.suite);
        return;
    }
    TaskPlace place{row >= 0 ? m_suites->suites().at(row) : base, row >= 0 ? m_tasks->tasks() : QList<Task>(), draft.suite, {}};
    if (m_tasks->rowOf(draft.replaces) >= 0 && row >= 0)
        place.replaces = draft.replaces;
    edit(std::move(place), draft.task);
    if (TaskEditor *open = editor())
        open->takeDraft();
}

void SuitesWindow::say(const QString &text)
{
    m_note->say(text, theme::icon(u"info"_s, palette()));
    showState();
}

void SuitesWindow::fail(const Error &error)
{
    m_note->say(errorText(error), theme::icon(u"error"_s, palette()), theme::stateColor(ShownState::Failed, palette()));
    showState();
}

void SuitesWindow::keyPressEvent(QKeyEvent *event)
{
    const bool inTasks = m_taskView->hasFocus();
    if (inTasks && event->key() == Qt::Key_Delete)
        removeTasks();
    else if (inTasks && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2))
        editTask();
    else if (event->matches(QKeySequence::Undo) && m_removed)
        undo();
    else
        QDialog::keyPressEvent(event);
}

void SuitesWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_suites->setPalette(palette());
}

} // namespace autodidact
