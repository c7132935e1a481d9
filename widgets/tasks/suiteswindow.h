#pragma once

#include "core/domain/suite.h"
#include "widgets/base/services.h"
#include "widgets/tasks/taskchecker.h"
#include "widgets/tasks/taskdraft.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;
class QVBoxLayout;

namespace autodidact {

class Notice;
class SuiteListModel;
class TaskEditor;
class TaskListFilter;
class TaskListModel;
struct SuiteDraft;
struct TaskPlace;

/// The suites of a database and their tasks: what is there, and where tasks of one's own are made. GUI thread.
class SuitesWindow : public QDialog
{
    Q_OBJECT

public:
    SuitesWindow(Services &services, MakeRunner makeRunner, const QString &databasePath, QWidget *parent);

    ~SuitesWindow() override;

    void reload();                                   ///< after suites changed elsewhere
    void choose(const QString &suite);

    void newSuite();
    void newTask();
    void editTask();
    void duplicateTask();
    void removeTasks();                              ///< the chosen ones, after a question
    void undo();                                     ///< brings back what was removed last
    void exportSuite();
    void exportTo(const QString &path);
    void removeSuite();
    void continueDraft();
    TaskEditor *editor() const;                      ///< the open one, if there is one

Q_SIGNALS:
    void suitesChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Removed {
        QString suite;
        QList<Task> tasks;                           ///< of the whole suite, before
    };

    void build();
    void buildSuites(QSplitter *halves);
    void buildTasks(QSplitter *halves);
    void buildFilters(QWidget *parent, QVBoxLayout *column);
    void buildFoot();
    void retranslate();
    void showSuites(const QList<Suite> &suites);
    void showSuite();
    void showTasks(const QList<Task> &tasks);
    void showFilter();
    void showState();
    void say(const QString &text);
    void fail(const Error &error);
    void edit(TaskPlace place, const Task &task);
    void store(SuiteDraft draft, const QString &done);
    void taskSaved(const Suite &suite, const QString &key);
    void lookForDraft();
    const Suite *suite() const;
    QStringList names() const;
    QStringList chosenKeys() const;
    QString targetName() const;                      ///< of the suite that a change of the chosen one goes to

    Services &m_services;
    TaskChecker *m_checker;
    TaskDraftFile m_drafts;
    Ticket m_suitesTicket;
    Ticket m_tasksTicket;
    Ticket m_exportTicket;
    QString m_wanted;                                ///< suite to choose once the suites are read
    QString m_wantedTask;
    std::optional<Removed> m_removed;
    std::optional<TaskDraft> m_draft;
    bool m_loaded = false;
    SuiteListModel *m_suites;
    TaskListModel *m_tasks;
    TaskListFilter *m_filter;
    QTableView *m_suiteView;
    QTableView *m_taskView;
    QLineEdit *m_search;
    QComboBox *m_language;
    QComboBox *m_kind;
    QComboBox *m_family;
    QLabel *m_count;
    QLabel *m_about;
    QLabel *m_empty;
    QPushButton *m_clear;
    Notice *m_note;
    QPushButton *m_undo;
    QPushButton *m_continue;
    QPushButton *m_newSuite;
    QPushButton *m_export;
    QPushButton *m_removeSuite;
    QPushButton *m_newTask;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_close;
};

} // namespace autodidact
