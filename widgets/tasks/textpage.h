#pragma once

#include "widgets/tasks/taskpage.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace autodidact {

class Field;

/// What a task is called, what kind it is, and its statement. GUI thread.
class TextPage : public TaskPage
{
    Q_OBJECT

public:
    explicit TextPage(QWidget *parent);

    void show(const Task &task) override;
    void write(Task &task) const override;
    void setKind(TaskKind kind, Language language) override;
    void mark(const QList<TaskFinding> &findings) override;
    bool point(const TaskFinding &finding) override;
    void retranslate() override;

    TaskKind kind() const;
    Language language() const;
    void setEntryPoint(const QString &name);
    void setStatement(const QString &statement);

Q_SIGNALS:
    void kindChanged();
    void signatureWanted();
    void issueWanted();

private:
    void build();

    QLineEdit *m_title;
    QLineEdit *m_key;
    QComboBox *m_language;
    QComboBox *m_kind;
    QLineEdit *m_entryPoint;
    QComboBox *m_isolation;
    QPlainTextEdit *m_statement;
    QString m_set;               ///< the statement as it was set
    QString m_shown;             ///< the same as the editor has it
    QPushButton *m_signature;
    QPushButton *m_issue;
    Field *m_titleField;
    Field *m_keyField;
    Field *m_languageField;
    Field *m_kindField;
    Field *m_entryPointField;
    Field *m_isolationField;
    Field *m_statementField;
};

} // namespace autodidact
