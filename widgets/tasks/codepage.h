#pragma once

#include "widgets/tasks/taskpage.h"

class QFormLayout;

namespace autodidact {

class CodeEdit;
class Field;
class TextStack;

/// Starter code, reference solutions and test set-up. GUI thread.
class CodePage : public TaskPage
{
    Q_OBJECT

public:
    explicit CodePage(QWidget *parent);

    void show(const Task &task) override;
    void write(Task &task) const override;
    void setKind(TaskKind kind, Language language) override;
    void mark(const QList<TaskFinding> &findings) override;
    bool point(const TaskFinding &finding) override;
    void retranslate() override;

    void setStarter(const QString &starter);

private:
    CodeEdit *m_starter;
    TextStack *m_references;
    CodeEdit *m_setup;
    QFormLayout *m_right;
    Field *m_starterField;
    Field *m_referencesField;
    Field *m_setupField;
};

} // namespace autodidact
