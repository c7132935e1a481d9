#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;

namespace autodidact {

/// A row of a form: its name, the editor, and beneath it what is wrong with the value or what it means. GUI thread.
class Field : public QWidget
{
    Q_OBJECT

public:
    Field(QFormLayout *form, const QString &name, QWidget *editor, QWidget *parent);

    void setName(const QString &name);           ///< in another language
    void setNote(const QString &note);
    void setProblem(const QString &problem);     ///< empty: nothing is wrong
    bool hasProblem() const { return !m_problem.isEmpty(); }

private:
    void showText();

    QLabel *m_label;
    QWidget *m_editor;
    QString m_note;
    QString m_problem;
    QLabel *m_text;
};

} // namespace autodidact
