#pragma once

#include "core/domain/language.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace autodidact {

class CodeEdit;

/// Asks for a text that a person pastes, or opens from a file. GUI thread.
class PasteDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is asked for; decides the words.
    enum class What { Signature, Issue };

    PasteDialog(What what, std::optional<Language> language, QWidget *parent);

    /// Beside the text: why it could not be used. The dialog stays.
    void refuse(const QString &reason);

Q_SIGNALS:
    void pasted(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void openFile();

    const What m_what;
    QLabel *m_head;
    CodeEdit *m_text;
    QLabel *m_problem;
    QPushButton *m_file;
    QPushButton *m_use;
};

} // namespace autodidact
