#pragma once

#include "core/domain/suite.h"
#include "widgets/base/services.h"
#include "widgets/tasks/taskchecker.h"
#include "widgets/tasks/taskdraft.h"

#include <QDialog>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace autodidact {

class CodePage;
class FindingsModel;
class LabelsPage;
class RepositoryPage;
class TaskPage;
class TestsPage;
class TextPage;

/// Where an edited task goes.
struct TaskPlace {
    Suite base;                  ///< as it is stored; without id a suite that does not exist yet
    QList<Task> tasks;           ///< all of the base, in order
    QString name;                ///< of the suite that gets the task; another than the base's makes a copy
    QString replaces;            ///< key of the task that is changed; empty for a new one
};

/// Writes one task: nothing is stored before its tests were run, and found sound, in the sandbox. GUI thread.
class TaskEditor : public QDialog
{
    Q_OBJECT

public:
    TaskEditor(Services &services, TaskChecker &checker, TaskDraftFile drafts, TaskPlace place, const Task &task, QWidget *parent);
    ~TaskEditor() override;

    Task task() const;
    bool isChanged() const;
    void check();
    void save();                                     ///< checks first, unless just that was checked and is sound
    void saveAnyway();                               ///< in spite of warnings
    /// Asks when there is something to lose.
    void reject() override;
    /// The task was kept in the draft file: it counts as changed.
    void takeDraft();

Q_SIGNALS:
    void saved(const autodidact::Suite &suite, const QString &key);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Then { Stay, Save };

    void build();
    void buildPages();
    void buildFoot();
    void retranslate();
    void show(const Task &task);
    void edited();
    void kindChanged();
    void begin(Then then);
    void checked(const QList<TaskFinding> &findings);
    void notChecked(const Error &error);
    void showFindings(const QList<TaskFinding> &findings);
    void goTo(const TaskFinding &finding);
    void store();
    void say(const QString &text);
    void showState();
    void askWhetherToKeep();
    void keepDraft();
    QStringList takenKeys() const;
    void fromSignature();
    void fromIssue();
    Result<Task> issueTask(const QString &text) const;

    Services &m_services;
    TaskChecker &m_checker;
    TaskDraftFile m_drafts;
    TaskPlace m_place;
    Task m_base;                                     ///< what no page shows
    std::optional<Task> m_loaded;                    ///< as the pages had it at first; absent: it was a draft
    std::optional<Task> m_checked;                   ///< as it was when it was last checked
    Then m_then = Then::Stay;
    bool m_storing = false;
    bool m_settled = false;                          ///< saved, or given up on purpose
    QLabel *m_head;
    QTabWidget *m_tabs;
    TextPage *m_text;
    CodePage *m_code;
    TestsPage *m_tests;
    RepositoryPage *m_repository;
    LabelsPage *m_labels;
    QList<TaskPage *> m_pages;
    FindingsModel *m_findings;
    QListView *m_list;
    QLabel *m_status;
    QProgressBar *m_progress;
    QPushButton *m_check;
    QPushButton *m_cancel;
    QPushButton *m_anyway;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace autodidact
