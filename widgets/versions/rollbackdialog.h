#pragma once

#include "widgets/versions/rollbacktext.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTextEdit;

namespace autodidact {

/// Asks before a rollback: what changes and what does not, in numbers. Enter means Cancel. GUI thread.
class RollbackDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RollbackDialog(RollbackFacts facts, QWidget *parent = nullptr);

    int version() const { return m_facts.plan.toVersion; }
    bool hold() const;
    QString reason() const;

private:
    QWidget *makeText();
    QWidget *makeChoices();
    QWidget *makeButtons();
    void showDifference(bool shown);

    RollbackFacts m_facts;
    QTextEdit *m_difference;
    QPushButton *m_showDifference = nullptr;
    QCheckBox *m_hold = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace autodidact
