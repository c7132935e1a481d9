#pragma once

#include "widgets/tasks/taskpage.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;

namespace autodidact {

class CodeEdit;
class Field;
class TestsModel;
class TextStack;

/// The tests of a task: a table, and beside it the chosen one to write in. GUI thread.
class TestsPage : public TaskPage
{
    Q_OBJECT

public:
    explicit TestsPage(QWidget *parent);

    void show(const Task &task) override;
    void write(Task &task) const override;
    void setKind(TaskKind kind, Language language) override;
    void mark(const QList<TaskFinding> &findings) override;
    bool point(const TaskFinding &finding) override;
    void retranslate() override;

    void markGreen() { m_judged = true; }              ///< what the next mark() does not name was run
    TestsModel &model() { return *m_model; }
    /// Puts these in place of all visible tests.
    void setVisibleTests(const QList<TestCase> &tests);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable(QSplitter *halves);
    void buildDetail(QSplitter *halves);
    void add(Visibility scope);
    void duplicate();
    void remove();
    void take();
    void showRow();
    void showNote();
    int current() const;

    TestsModel *m_model;
    QTableView *m_table;
    QPushButton *m_addVisible;
    QPushButton *m_addHidden;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QWidget *m_detail;
    QLabel *m_empty;
    QLineEdit *m_name;
    QComboBox *m_scope;
    CodeEdit *m_code;
    CodeEdit *m_input;
    TextStack *m_outputs;
    QFormLayout *m_form;
    Field *m_nameField;
    Field *m_scopeField;
    Field *m_codeField;
    Field *m_inputField;
    Field *m_outputsField;
    Language m_language = Language::Python;
    bool m_filling = false;
    bool m_judged = false;
};

} // namespace autodidact
