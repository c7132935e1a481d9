#include "widgets/tasks/suiteswindow.h"

#include "core/storage/suitestore.h"
#include "core/tasks/suiteedit.h"
#include "widgets/base/chooserow.h"
#include "widgets/base/errortext.h"
#include "widgets/base/notice.h"
#include "widgets/base/theme.h"
#include "widgets/tasks/newsuitedialog.h"
#include "widgets/tasks/suitelistmodel.h"
#include "widgets/tasks/taskeditor.h"
#include "widgets/tasks/tasklistmodel.h"

#include <QKeyEvent>
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
        chooseRow(*m_suiteView, row);
}

void SuitesWindow::showSuites(const QList<Suite> &suites)
{
    const QString before = !m_wanted.isEmpty() ? m_wanted : suite() ? suite()->name : QString();
    m_loaded = true;
    m_suites->setSuites(suites);
    chooseRow(*m_suiteView, qMax(0, m_suites->rowOf(before)));
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
    if (inTasks && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2))
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
