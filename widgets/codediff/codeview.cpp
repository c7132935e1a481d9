#include "widgets/codediff/codeview.h"

#include "widgets/base/theme.h"
#include "widgets/codediff/codeink.h"
#include "widgets/codediff/linenumberarea.h"

#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

// One step takes some 5 ms: a person does not feel it.
constexpr qsizetype filledAtOnce = 600;
constexpr int inkedAtOnce = 250;
constexpr int screenLines = 200;            ///< more lines than a window shows

} // namespace

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new LineNumberArea(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        dy != 0 ? m_gutter->scroll(0, dy) : m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::selectionChanged, this, [this] {
        if (textCursor().hasSelection())
            Q_EMIT readingBegan();
    });
    connect(verticalScrollBar(), &QScrollBar::sliderPressed, this, &CodeView::readingBegan);
    connect(&m_steps, &QTimer::timeout, this, &CodeView::step);
    restyle();
}

CodeView::~CodeView() = default;

void CodeView::setSheet(CodeSheet sheet, std::shared_ptr<CodeInk> before, std::shared_ptr<CodeInk> after)
{
    begin(sheet);
    m_sheet = std::move(sheet);
    m_before = std::move(before);
    m_after = std::move(after);
    m_pointed.reset();
    m_inked.assign(size_t(m_sheet.lines.size()), false);
    int largest = 10;
    for (const CodeLine &line : std::as_const(m_sheet.lines))
        largest = qMax(largest, qMax(line.before, line.after));
    m_digits = int(QString::number(largest).size());
    append(filledAtOnce);
    placeGutter();
    viewport()->update();
    m_gutter->update();
}

/// A text that grows keeps what was chosen in it, and where it was scrolled to; any other begins anew.
void CodeView::begin(const CodeSheet &sheet)
{
    const qsizetype last = m_filled - 1;
    bool grows = last >= 0 && sheet.lines.size() > last && sheet.lines[last].text.startsWith(m_sheet.lines[last].text);
    for (qsizetype i = 0; grows && i < last; ++i)
        grows = sheet.lines[i].text == m_sheet.lines[i].text;
    if (grows) {
        insertAtEnd(sheet.lines[last].text.mid(m_sheet.lines[last].text.size()));
    } else {
        m_filled = 0;
        clear();
    }
}

void CodeView::append(qsizetype lines)
{
    const qsizetype end = qMin(m_sheet.lines.size(), m_filled + lines);
    if (m_filled < end) {
        QStringList texts;
        texts.reserve(end - m_filled + 1);
        if (m_filled > 0)
            texts.append(QString());     // the line before ends here
        for (qsizetype i = m_filled; i < end; ++i)
            texts.append(m_sheet.lines[i].text);
        insertAtEnd(texts.join(u'\n'));
        m_filled = end;
    }
    if (!isFilled())
        m_steps.start();
}

/// A caret that stands at the end would go along, and a selection would grow.
void CodeView::insertAtEnd(const QString &text)
{
    const int anchor = textCursor().anchor();
    const int position = textCursor().position();
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(text);
    QTextCursor caret = textCursor();
    if (caret.anchor() == anchor && caret.position() == position)
        return;
    const int top = topLine();
    const QSignalBlocker quiet(this);
    caret.setPosition(anchor);
    caret.setPosition(position, QTextCursor::KeepAnchor);
    setTextCursor(caret);
    verticalScrollBar()->setValue(top);
}

void CodeView::fillTo(int line)
{
    append(qMax<qsizetype>(0, line + screenLines - m_filled));
}

void CodeView::step()
{
    append(filledAtOnce);
    const bool inked = inkVisible();
    if (inked && isFilled())
        m_steps.stop();
}

const CodeLine *CodeView::lineOf(const QTextBlock &block) const
{
    const int number = block.blockNumber();
    return number >= 0 && number < m_sheet.lines.size() ? &m_sheet.lines[number] : nullptr;
}

int CodeView::topLine() const
{
    return verticalScrollBar()->value();
}

void CodeView::setTopLine(int line)
{
    fillTo(line);
    verticalScrollBar()->setValue(line);
}

void CodeView::pointAt(std::optional<int> line)
{
    m_pointed = line;
    if (line) {
        fillTo(*line);
        const int shown = qMax(1, viewport()->height() / fontMetrics().lineSpacing());
        if (*line < topLine() + 1 || *line > topLine() + shown - 3)
            setTopLine(qMax(0, *line - shown / 3));
        QTextCursor cursor(document()->findBlockByNumber(*line));
        setTextCursor(cursor);
    }
    viewport()->update();
    m_gutter->update();
}

void CodeView::restyle()
{
    setFont(theme::codeFont());
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    m_inked.assign(m_inked.size(), false);
    placeGutter();
    viewport()->update();
    m_gutter->update();
}

/// Whether all that shows has its colours now.
bool CodeView::inkVisible()
{
    const int bottom = viewport()->height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (blockBoundingGeometry(block).translated(contentOffset()).top() > bottom)
            break;
        const auto number = size_t(block.blockNumber());
        const CodeLine *line = lineOf(block);
        const auto &ink = line && line->side == CodeSide::Before ? m_before : m_after;
        if (!line || !ink || number >= m_inked.size() || m_inked[number])
            continue;
        if (!ink->reach(line->number(), inkedAtOnce))
            return false;
        m_inked[number] = true;
        block.layout()->setFormats(ink->line(line->number(), palette()));
        document()->markContentsDirty(block.position(), block.length());
    }
    return true;
}

QRectF CodeView::placeOf(const QTextBlock &block) const
{
    // The last block's geometry takes in the document's margin, which is not part of the line.
    QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
    rect.setHeight(qMin(rect.height(), block.layout()->boundingRect().height()));
    return rect;
}

void CodeView::paintEvent(QPaintEvent *event)
{
    if (!inkVisible())
        m_steps.start();
    {
        QPainter painter(viewport());
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF rect = placeOf(block);
            if (rect.top() > event->rect().bottom())
                break;
            paintBehind(painter, block, rect);
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void CodeView::paintBehind(QPainter &painter, const QTextBlock &block, const QRectF &rect) const
{
    const CodeLine *line = lineOf(block);
    if (!line)
        return;
    const QRectF wide(0, rect.top(), viewport()->width(), rect.height());
    const QPalette &colours = palette();
    if (line->mark == LineMark::Gap) {
        painter.fillRect(wide, colours.color(QPalette::AlternateBase));
        QColor hatch = colours.color(QPalette::Mid);
        hatch.setAlphaF(0.45f);
        painter.fillRect(wide, QBrush(hatch, Qt::BDiagPattern));
    } else if (line->mark != LineMark::None) {
        const bool added = line->mark == LineMark::Added;
        painter.fillRect(wide, added ? theme::addedBackground(colours) : theme::removedBackground(colours));
        const QTextLine layout = block.layout()->lineCount() > 0 ? block.layout()->lineAt(0) : QTextLine();
        for (const WordSpan &span : line->words) {
            if (!layout.isValid())
                break;
            const double left = layout.cursorToX(span.start) + rect.left();
            const double right = layout.cursorToX(span.start + span.length) + rect.left();
            painter.fillRect(QRectF(left, rect.top(), right - left, rect.height()), added ? theme::addedWord(colours) : theme::removedWord(colours));
        }
    }
    if (m_pointed == block.blockNumber()) {
        painter.setPen(QPen(colours.color(QPalette::Highlight), 1));
        painter.drawLine(QPointF(0, rect.top() + 0.5), QPointF(wide.right(), rect.top() + 0.5));
        painter.drawLine(QPointF(0, rect.bottom() - 0.5), QPointF(wide.right(), rect.bottom() - 0.5));
    }
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void CodeView::placeGutter()
{
    const int width = gutterWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), width, viewport()->height());
}

void CodeView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() > 0)
        Q_EMIT readingBegan();
    QPlainTextEdit::wheelEvent(event);
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_Up || event->key() == Qt::Key_Home)
        Q_EMIT readingBegan();
    append(m_sheet.lines.size());        // a key may lead to the end, or choose all
    QPlainTextEdit::keyPressEvent(event);
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_inked.assign(m_inked.size(), false);
}

QMimeData *CodeView::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QList<CodeLine> chosen;
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        if (const CodeLine *line = lineOf(block)) {
            chosen.append(*line);
            const int from = qMax(0, cursor.selectionStart() - block.position());
            const int to = qMin(int(line->text.size()), cursor.selectionEnd() - block.position());
            chosen.last().text = line->text.mid(from, to - from);
        }
        if (block == last)
            break;
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(CodeSheets::copied(chosen, m_sheet.numbers));
    return data.release();   // the clipboard takes it
}

} // namespace autodidact
