#include "widgets/base/textsheet.h"

#include "widgets/base/theme.h"

#include <QFontMetricsF>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace autodidact {

TextSheet::TextSheet(QTextEdit *view, const QPalette &palette)
    : m_view(view)
    , m_palette(palette)
    , m_scrolled(view->verticalScrollBar()->value())
{
    view->clear();
    m_cursor = QTextCursor(view->document());
    m_cursor.beginEditBlock();
}

TextSheet::~TextSheet()
{
    m_cursor.endEditBlock();
    m_view->verticalScrollBar()->setValue(m_scrolled);
}

QTextCharFormat TextSheet::plain() const
{
    QTextCharFormat format;
    format.setForeground(m_palette.color(QPalette::Text));
    return format;
}

void TextSheet::block(const QString &text, const QTextCharFormat &format, qreal above, const QColor &background, qreal indent)
{
    QTextBlockFormat shape;
    shape.setTopMargin(m_first ? 0 : above);
    shape.setLeftMargin(indent);
    if (background.isValid())
        shape.setBackground(background);
    if (m_first)
        m_cursor.setBlockFormat(shape);
    else
        m_cursor.insertBlock(shape);
    m_first = false;
    // One block per text: a line end inside becomes a line separator, so that the background is one area.
    m_cursor.insertText(QString(text).replace(u'\n', QChar::LineSeparator), format);
}

void TextSheet::title(const QString &text)
{
    QTextCharFormat format = plain();
    format.setFontWeight(QFont::DemiBold);
    format.setFontPointSize(m_view->font().pointSizeF() * 1.15);
    block(text, format, 0);
}

void TextSheet::heading(const QString &text)
{
    QTextCharFormat format = plain();
    format.setFontWeight(QFont::DemiBold);
    block(text, format, 10);
}

void TextSheet::line(const QString &text)
{
    block(text, plain(), 2);
}

void TextSheet::faint(const QString &text)
{
    QTextCharFormat format = plain();
    format.setForeground(m_palette.color(QPalette::PlaceholderText));
    block(text, format, 2);
}

void TextSheet::item(const QString &text, const QString &faint)
{
    block(u"•  "_s + text, plain(), 3, {}, 20);
    QTextBlockFormat hanging = m_cursor.blockFormat();
    hanging.setTextIndent(-QFontMetricsF(m_view->font()).horizontalAdvance(u"•  "_s));
    m_cursor.setBlockFormat(hanging);
    if (faint.isEmpty())
        return;
    QTextCharFormat format = plain();
    format.setForeground(m_palette.color(QPalette::PlaceholderText));
    block(faint, format, 0, {}, 20);
}

void TextSheet::code(const QString &text)
{
    QTextCharFormat format = plain();
    format.setFont(theme::codeFont());
    block(text, format, 2, m_palette.color(QPalette::AlternateBase), 6);
}

void TextSheet::added(const QString &text)
{
    block(u"+  "_s + text, plain(), 2, theme::addedBackground(m_palette), 6);
}

void TextSheet::removed(const QString &text)
{
    block(u"−  "_s + text, plain(), 2, theme::removedBackground(m_palette), 6);
}

QTextEdit *makeSheetView(const QString &objectName, QWidget *parent)
{
    auto *view = new QTextEdit(parent);
    view->setObjectName(objectName);
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->document()->setDocumentMargin(10);
    return view;
}

} // namespace autodidact
