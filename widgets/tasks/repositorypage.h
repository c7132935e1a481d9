#pragma once

#include "widgets/tasks/taskpage.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace autodidact {

class CodeEdit;
class Field;

/// What a task on a repository works on: the clone, the commit, commands and tests. GUI thread.
class RepositoryPage : public TaskPage
{
    Q_OBJECT

public:
    explicit RepositoryPage(QWidget *parent);

    void show(const Task &task) override;
    void write(Task &task) const override;
    void setKind(TaskKind, Language) override {}
    void mark(const QList<TaskFinding> &findings) override;
    bool point(const TaskFinding &finding) override;
    void retranslate() override;

private:
    void build();
    void chooseFolder();

    Repository m_shown;
    QLineEdit *m_name;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    QLineEdit *m_commit;
    QLineEdit *m_environment;
    QPlainTextEdit *m_setUp;
    QPlainTextEdit *m_test;
    QPlainTextEdit *m_failToPass;
    QPlainTextEdit *m_passToPass;
    CodeEdit *m_testPatch;
    CodeEdit *m_goldPatch;
    QList<Field *> m_fields;
};

} // namespace autodidact
