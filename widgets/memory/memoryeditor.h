#pragma once

#include "core/control/memorycommands.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace autodidact {

class CodeHighlighter;

/// The form in which a person reads and writes one memory. Knows nothing of where it is stored. GUI thread.
class MemoryEditor : public QWidget
{
    Q_OBJECT

public:
    explicit MemoryEditor(QWidget *parent = nullptr);

    /// Shows a draft; signals nothing. A cursor in the text stays where it can.
    void setDraft(const MemoryDraft &draft);
    MemoryDraft draft() const;
    void setChanged(bool changed);                   ///< whether there is something to save
    void setNote(const QString &note);               ///< "visible to the agent from round 6"
    void setReadOnly(bool readOnly);
    void startTyping();                              ///< focus to the title

    void retranslate();

Q_SIGNALS:
    void edited();
    void saveWanted();
    void discardWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showKind();
    void tell();

    QFormLayout *m_form = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_tags = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_language = nullptr;
    QPlainTextEdit *m_problem = nullptr;
    QPlainTextEdit *m_content = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    CodeHighlighter *m_highlighter = nullptr;
    bool m_filling = false;
    MemoryDraft m_seen;                              ///< as it was set or last told
};

} // namespace autodidact
