#include "core/tasks/suiteedit.h"
#include "widgets/base/chooserow.h"
#include "widgets/tasks/suitelistmodel.h"
#include "widgets/tasks/suiteswindow.h"
#include "widgets/tasks/tasklistmodel.h"
#include "widgets/tasks/taskwords.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

void SuitesWindow::retranslate()
{
    setWindowTitle(tr("Suites and tasks"));
    m_suiteView->setAccessibleName(tr("Suites"));
    m_taskView->setAccessibleName(tr("Tasks of the suite"));
    m_newSuite->setText(tr("Ne&w suite…"));
    m_export->setText(tr("E&xport…"));
    m_removeSuite->setText(tr("Remo&ve…", "suite"));
    m_newTask->setText(tr("&New task…"));
    m_edit->setText(tr("&Edit…"));
    m_duplicate->setText(tr("&Duplicate…"));
    m_remove->setText(tr("&Remove…", "tasks"));
    m_undo->setText(tr("&Undo"));
    m_continue->setText(tr("&Continue the draft"));
    m_close->setText(tr("C&lose"));
    m_clear->setText(tr("Clear"));
    m_search->setPlaceholderText(tr("Search key, title, group, family or statement"));
    m_search->setAccessibleName(tr("Search tasks"));
    m_language->setItemText(0, tr("Every language"));
    m_language->setAccessibleName(tr("Language"));
    m_kind->setItemText(0, tr("Every kind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_family->setItemText(0, tr("Every family"));
    m_family->setAccessibleName(tr("Family"));
    for (int i = 1; i < m_kind->count(); ++i)
        m_kind->setItemText(i, taskwords::kind(TaskKind(m_kind->itemData(i).toInt())));
    m_suites->retranslate();
    m_tasks->retranslate();
    showFilter();
    showState();
}

void SuitesWindow::showTasks(const QList<Task> &tasks)
{
    m_tasks->setTasks(tasks);
    std::set<QString> families;
    for (const Task &task : tasks)
        families.insert(task.families.begin(), task.families.end());
    const QString chosen = m_family->currentIndex() > 0 ? m_family->currentText() : QString();
    {
        const QSignalBlocker quiet(m_family);
        while (m_family->count() > 1)
            m_family->removeItem(1);
        for (const QString &family : families)
            m_family->addItem(family);
    }
    m_family->setCurrentIndex(qMax(0, m_family->findText(chosen)));
    m_filter->setFamily(m_family->currentIndex() > 0 ? m_family->currentText() : QString());
    const int row = m_tasks->rowOf(m_wantedTask);
    m_wantedTask.clear();
    const QModelIndex index = row >= 0 ? m_filter->mapFromSource(m_tasks->index(row, 0)) : m_filter->index(0, 0);
    if (index.isValid()) {
        chooseRow(*m_taskView, index);
        m_taskView->scrollTo(index);
    }
    showFilter();
    showState();
}

void SuitesWindow::showFilter()
{
    const int all = m_tasks->rowCount();
    const int shown = m_filter->rowCount();
    m_count->setText(shown == all ? tr("%n tasks", nullptr, all) : tr("%1 of %2 tasks").arg(QLocale().toString(shown), QLocale().toString(all)));
    m_clear->setVisible(m_filter->isActive());
    const bool nothing = shown == 0;
    m_empty->setVisible(nothing);
    m_taskView->setVisible(!nothing);
    m_empty->setText(m_filter->isActive() ? tr("No task matches. Clear the search to see all of them.")
                     : suite()            ? tr("Reading the tasks …")
                                          : tr("No suite yet. Make one here, or import one from the File menu."));
}

void SuitesWindow::showState()
{
    const bool any = suite();
    const bool bundled = any && isBundledSuite(suite()->name);
    const qsizetype chosen = m_taskView->selectionModel() ? m_taskView->selectionModel()->selectedRows().size() : 0;
    m_export->setEnabled(any);
    m_newTask->setEnabled(any);
    m_newTask->setToolTip(any ? QString() : tr("Choose a suite first, or make one."));
    m_removeSuite->setEnabled(any && !bundled);
    m_removeSuite->setToolTip(bundled ? tr("This suite comes with the program and stays.") : QString());
    for (QPushButton *button : {m_edit, m_duplicate}) {
        button->setEnabled(chosen == 1);
        button->setToolTip(chosen == 1 ? QString() : tr("Choose one task."));
    }
    m_remove->setEnabled(chosen > 0);
    m_remove->setToolTip(chosen > 0 ? QString() : tr("Choose a task."));
    m_undo->setVisible(m_removed.has_value() && m_suites->rowOf(m_removed->suite) >= 0);
    m_continue->setVisible(m_draft.has_value());
    m_about->setVisible(any);
    if (any)
        m_about->setText(bundled ? tr("%1\nComes with the program: a change goes into a copy.").arg(suite()->title)
                                 : suite()->title.isEmpty() ? suite()->name : suite()->title);
}

} // namespace autodidact
