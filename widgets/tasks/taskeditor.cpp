#include "widgets/tasks/taskeditor.h"

#include "core/control/suitecommands.h"
#include "core/tasks/suiteedit.h"
#include "widgets/base/errortext.h"
#include "widgets/tasks/codepage.h"
#include "widgets/tasks/findingsmodel.h"
#include "widgets/tasks/labelspage.h"
#include "widgets/tasks/repositorypage.h"
#include "widgets/tasks/taskwords.h"
#include "widgets/tasks/testspage.h"
#include "widgets/tasks/textpage.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace autodidact {

TaskEditor::TaskEditor(Services &services, TaskChecker &checker, TaskDraftFile drafts, TaskPlace place, const Task &task, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_checker(checker)
    , m_drafts(std::move(drafts))
    , m_place(std::move(place))
{
    setObjectName(u"taskEditor"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(&m_checker, &TaskChecker::progressed, this, [this](int done, int all) {
        m_progress->setRange(0, qMax(1, all));
        m_progress->setValue(done);
        say(tr("Running program %1 of %2 …").arg(qMin(done + 1, all)).arg(all));
    });
    connect(&m_checker, &TaskChecker::finished, this, &TaskEditor::checked);
    connect(&m_checker, &TaskChecker::failed, this, &TaskEditor::notChecked);
    show(task);
    retranslate();
}

TaskEditor::~TaskEditor()
{
    m_checker.cancel();
    if (!m_settled && isChanged())
        keepDraft();                             // the program ends
}

void TaskEditor::show(const Task &task)
{
    m_base = task;
    for (TaskPage *page : std::as_const(m_pages))
        page->show(task);
    kindChanged();
    m_loaded = this->task();
    showState();
}

Task TaskEditor::task() const
{
    Task task = m_base;
    for (const TaskPage *page : m_pages)
        page->write(task);
    if (task.kind == TaskKind::Repository) {
        task.entryPoint = m_base.entryPoint;
    } else if (task.kind == TaskKind::Program) {
        task.entryPoint.clear();
    }
    if (task.kind != TaskKind::Function)
        task.isolation = m_base.kind == task.kind ? m_base.isolation : Isolation::Split;
    return task;
}

bool TaskEditor::isChanged() const
{
    return !m_loaded || task() != *m_loaded;
}

void TaskEditor::takeDraft()
{
    m_loaded.reset();
    showState();
}

QStringList TaskEditor::takenKeys() const
{
    QStringList keys;
    for (const Task &task : m_place.tasks) {
        if (task.key != m_place.replaces)
            keys.append(task.key);
    }
    return keys;
}

void TaskEditor::edited()
{
    if (m_checked && !m_checker.isChecking())
        say(tr("Changed since the last check."));
    showState();
}

void TaskEditor::kindChanged()
{
    const TaskKind kind = m_text->kind();
    for (TaskPage *page : std::as_const(m_pages))
        page->setKind(kind, m_text->language());
    const bool repository = kind == TaskKind::Repository;
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QWidget *page = m_tabs->widget(i)->findChild<TaskPage *>();
        if (page == m_code || page == m_tests)
            m_tabs->setTabVisible(i, !repository);
        else if (page == m_repository)
            m_tabs->setTabVisible(i, repository);
    }
}

void TaskEditor::check()
{
    begin(Then::Stay);
}

void TaskEditor::save()
{
    if (!m_storing && !m_checker.isChecking())
        begin(Then::Save);
}

void TaskEditor::begin(Then then)
{
    const Task now = task();
    m_then = then;
    const QList<TaskFinding> seen = lookAtTask(now, takenKeys());
    showFindings(seen);
    if (std::ranges::any_of(seen, &TaskFinding::isError)) {
        m_checked.reset();
        say(then == Then::Save ? tr("Not saved. Correct what is listed first.") : tr("Not run. Correct what is listed first."));
        goTo(m_findings->findings().first());
        showState();
        return;
    }
    m_checked = now;
    m_progress->setRange(0, 0);
    say(tr("The sandbox is getting ready …"));
    m_checker.check(now);
    showState();
}

void TaskEditor::checked(const QList<TaskFinding> &findings)
{
    if (!m_checked)
        return;
    const QList<TaskFinding> all = lookAtTask(*m_checked, takenKeys()) + findings;
    const bool current = task() == *m_checked;
    if (current && m_checked->kind != TaskKind::Repository && !m_checked->references.isEmpty())
        m_tests->markGreen();
    showFindings(all);
    const bool wrong = std::ranges::any_of(all, &TaskFinding::isError);
    if (!current) {
        say(tr("Changed since the last check."));
    } else if (wrong) {
        say(m_then == Then::Save ? tr("Not saved. Correct what is listed first.") : tr("The task is not sound yet."));
    } else if (!all.isEmpty()) {
        say(m_then == Then::Save ? tr("Not saved yet. Look at the warnings; you may save anyway.") : tr("Nothing is wrong. Look at the warnings."));
    } else {
        say(tr("Sound: every reference is green, starter code and an empty program are red."));
        if (m_then == Then::Save)
            store();
    }
    showState();
    if (current && !all.isEmpty() && m_then == Then::Save)
        m_list->setFocus();
}

void TaskEditor::notChecked(const Error &error)
{
    if (!m_checked) {                            // another editor's check, given up with it
        showState();
        return;
    }
    if (error.kind == ErrorKind::Cancelled) {
        m_checked.reset();
        say(tr("The check was stopped. Nothing was saved."));
        showState();
        return;
    }
    checked({{.code = FindingCode::NotJudged, .part = TaskPart::References, .message = errorText(error)}});
}

void TaskEditor::saveAnyway()
{
    if (m_anyway->isEnabled())
        store();
}

/// The agent thread writes; meanwhile nothing can be pressed twice.
void TaskEditor::store()
{
    const Task task = *m_checked;
    SuiteDraft draft{m_place.base.id, m_place.base, withTask(m_place.tasks, m_place.replaces, task)};
    draft.suite.name = m_place.name;
    m_storing = true;
    showState();
    performFor<Suite>(this, m_services.agent, [draft = std::move(draft)](Database &database, Journal &) { return SuiteCommands(database).store(draft); },
                      [this, key = task.key](Result<Suite> suite) {
        m_storing = false;
        if (!suite) {
            say(tr("Not saved. %1").arg(errorText(suite.error())));
            showState();
            return;
        }
        m_settled = true;
        m_drafts.remove();
        Q_EMIT saved(*suite, key);
        accept();
    });
}

void TaskEditor::showFindings(const QList<TaskFinding> &findings)
{
    m_findings->setFindings(findings);
    for (TaskPage *page : std::as_const(m_pages))
        page->mark(findings);
    m_list->setVisible(!findings.isEmpty());
}

void TaskEditor::goTo(const TaskFinding &finding)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *page = m_tabs->widget(i)->findChild<TaskPage *>();
        if (!m_tabs->isTabVisible(i))
            continue;
        const int before = m_tabs->currentIndex();
        m_tabs->setCurrentIndex(i);              // what is hidden gets no focus
        if (page->point(finding))
            return;
        m_tabs->setCurrentIndex(before);
    }
}

void TaskEditor::say(const QString &text)
{
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
}

void TaskEditor::showState()
{
    const bool busy = m_checker.isChecking() || m_storing;
    const bool same = m_checked && *m_checked == task();
    const QList<TaskFinding> &found = m_findings->findings();
    const bool onlyWarnings = !found.isEmpty() && std::ranges::none_of(found, &TaskFinding::isError);
    m_progress->setVisible(m_checker.isChecking());
    m_cancel->setVisible(m_checker.isChecking());
    m_check->setVisible(!m_checker.isChecking());
    m_check->setEnabled(!busy);
    m_save->setEnabled(!busy && isChanged());
    m_save->setToolTip(isChanged() ? tr("Run the check, and save when nothing is wrong (Ctrl+S)") : tr("Nothing was changed."));
    m_anyway->setVisible(onlyWarnings && same && isChanged() && !m_checker.isChecking());
    m_anyway->setEnabled(!busy && onlyWarnings && same && isChanged());
    setWindowModified(isChanged());
}

void TaskEditor::reject()
{
    if (m_storing)
        return;
    if (isChanged() && !m_settled)
        askWhetherToKeep();
    else
        QDialog::reject();
}

void TaskEditor::askWhetherToKeep()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(u"keepTaskBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Unsaved task"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("The task was changed and not saved."));
    box->setInformativeText(tr("A draft is kept for you, one for each database; you find it in the window of suites and tasks."));
    QPushButton *draft = box->addButton(tr("&Keep a draft"), QMessageBox::AcceptRole);
    QPushButton *discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *back = box->addButton(tr("&Go on editing"), QMessageBox::RejectRole);
    box->setDefaultButton(draft);
    box->setEscapeButton(back);
    connect(draft, &QPushButton::clicked, this, [this] {
        keepDraft();
        m_settled = true;
        QDialog::reject();
    });
    connect(discard, &QPushButton::clicked, this, [this] {
        m_settled = true;
        m_drafts.remove();
        QDialog::reject();
    });
    box->open();
}

void TaskEditor::keepDraft()
{
    (void)m_drafts.write({m_place.name, m_place.base.title, m_place.replaces, task()});
}

/// Whatever has the focus passes Ctrl+S on to here.
void TaskEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save) || event->keyCombination() == (Qt::CTRL | Qt::Key_S))
        save();
    else
        QDialog::keyPressEvent(event);
}

void TaskEditor::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_findings->setPalette(palette());
}

} // namespace autodidact
