#include "widgets/tasks/codeedit.h"

#include "widgets/base/theme.h"
#include "widgets/codediff/codehighlighter.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int Step = 4;

QString indentationOf(const QString &line)
{
    qsizetype end = 0;
    while (end < line.size() && (line.at(end) == u' ' || line.at(end) == u'\t'))
        ++end;
    return line.first(end);
}

} // namespace

CodeEdit::CodeEdit(const QString &objectName, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new CodeHighlighter(document()))
{
    setObjectName(objectName);
    setLineWrapMode(NoWrap);
    restyle();
    // The document signals a change also when only its colours change.
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        const QString now = toPlainText();
        if (now == m_seen)
            return;
        m_seen = now;
        Q_EMIT edited();
    });
}

void CodeEdit::setLanguage(std::optional<Language> language)
{
    m_highlighter->setLanguage(language);
}

void CodeEdit::setCode(const QString &code)
{
    m_set = code;
    if (code == toPlainText()) {
        m_shown = code;
        return;
    }
    const QSignalBlocker quiet(this);
    setPlainText(code);
    m_shown = m_seen = toPlainText();
}

QString CodeEdit::code() const
{
    const QString now = toPlainText();
    return now == m_shown ? m_set : now;
}

void CodeEdit::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(qBound(0, line - 1, blockCount() - 1));
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

void CodeEdit::setLines(int least)
{
    m_lines = least;
    restyle();
}

bool CodeEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool tab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (tab && key->modifiers().testFlag(Qt::ControlModifier)) {
            const bool back = key->key() == Qt::Key_Backtab || key->modifiers().testFlag(Qt::ShiftModifier);
            return QWidget::focusNextPrevChild(!back);
        }
    }
    return QPlainTextEdit::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (!isReadOnly() && plain && event->key() == Qt::Key_Tab)
        indent(Step);
    else if (!isReadOnly() && plain && event->key() == Qt::Key_Backtab)
        indent(-Step);
    else if (!isReadOnly() && plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        breakLine();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void CodeEdit::indent(int spaces)
{
    QTextCursor cursor = textCursor();
    const QTextBlock last = document()->findBlock(cursor.hasSelection() ? cursor.selectionEnd() - 1 : cursor.position());
    if (spaces > 0 && !cursor.hasSelection()) {
        cursor.insertText(QString(Step - cursor.positionInBlock() % Step, u' '));
        return;
    }
    const int end = last.blockNumber();
    cursor.beginEditBlock();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid() && block.blockNumber() <= end; block = block.next()) {
        QTextCursor start(block);
        if (spaces > 0) {
            start.insertText(QString(spaces, u' '));
            continue;
        }
        const QString indentation = indentationOf(block.text());
        start.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, int(qMin(qsizetype(-spaces), indentation.size())));
        start.removeSelectedText();
    }
    cursor.endEditBlock();
}

void CodeEdit::breakLine()
{
    QTextCursor cursor = textCursor();
    const QString before = document()->findBlock(cursor.selectionStart()).text().first(cursor.selectionStart()
        - document()->findBlock(cursor.selectionStart()).position());
    const QString trimmed = before.trimmed();
    const bool opens = trimmed.endsWith(u':') || trimmed.endsWith(u'{');
    cursor.insertText(u'\n' + indentationOf(before) + (opens ? QString(Step, u' ') : QString()));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeEdit::restyle()
{
    setFont(theme::codeFont());
    setTabStopDistance(Step * QFontMetricsF(font()).horizontalAdvance(u' '));
    m_highlighter->setPalette(palette());
    setMinimumHeight(m_lines * fontMetrics().lineSpacing() + 12);
}

void CodeEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setPalette(palette());
    else if (event->type() == QEvent::FontChange && font().pointSizeF() != theme::codeFont().pointSizeF())
        restyle();
}

} // namespace autodidact
