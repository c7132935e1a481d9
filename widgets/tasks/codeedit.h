#pragma once

#include "core/domain/language.h"

#include <QPlainTextEdit>

namespace autodidact {

class CodeHighlighter;

/// Where a person writes code: fixed pitch, never wrapped, coloured by its syntax. Tab and Shift+Tab indent, Return keeps
/// the indentation; Ctrl+Tab goes on to the next field. GUI thread.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    CodeEdit(const QString &objectName, QWidget *parent);

    void setLanguage(std::optional<Language> language);   ///< none: plain text
    /// Signals nothing. A text that is there already keeps cursor and undo.
    void setCode(const QString &code);
    /// A code that nobody touched is what was set, to the byte: an editor has no other line ends and spaces.
    QString code() const;
    void goToLine(int line);                               ///< from 1; marks the whole line
    void setLines(int least);                              ///< how many lines must be in sight

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void indent(int spaces);
    void breakLine();
    void restyle();

    CodeHighlighter *m_highlighter;
    QString m_set;
    QString m_shown;             ///< m_set as the editor has it
    QString m_seen;
    int m_lines = 4;
};

} // namespace autodidact
