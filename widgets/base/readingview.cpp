#include "widgets/base/readingview.h"

#include "widgets/base/theme.h"

#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QWheelEvent>

namespace autodidact {

ReadingView::ReadingView(const QString &objectName, QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(objectName);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(8);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { Q_EMIT activated(url.toString()); });
    connect(this, &QTextEdit::selectionChanged, this, [this] {
        if (!m_filling && textCursor().hasSelection())
            Q_EMIT readingBegan();
    });
}

void ReadingView::begin(const QString &key)
{
    m_filling = true;
    m_scrolled = key == m_key ? verticalScrollBar()->value() : 0;
    m_key = key;
    m_first = true;
    clear();
    m_cursor = QTextCursor(document());
    m_cursor.beginEditBlock();
}

void ReadingView::end()
{
    m_cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(m_scrolled);
    m_filling = false;
}

QTextCharFormat ReadingView::plain() const
{
    QTextCharFormat format;
    format.setFont(font());
    format.setForeground(palette().color(QPalette::Text));
    return format;
}

void ReadingView::block(qreal above, qreal below)
{
    QTextBlockFormat format;
    format.setTopMargin(m_first ? 0 : above);
    format.setBottomMargin(below);
    format.setLineHeight(115, QTextBlockFormat::ProportionalHeight);
    if (m_first)
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format);
    m_first = false;
}

void ReadingView::write(const QString &text, const QTextCharFormat &format, const QList<Mention> &mentions)
{
    qsizetype done = 0;
    for (const Mention &mention : mentions) {
        if (mention.start < done || mention.start + mention.length > text.size())
            continue;
        m_cursor.insertText(text.sliced(done, mention.start - done), format);
        QTextCharFormat link = format;
        link.setAnchor(true);
        link.setAnchorHref(mention.target);
        link.setForeground(palette().color(QPalette::Link));
        link.setFontUnderline(true);
        m_cursor.insertText(text.sliced(mention.start, mention.length), link);
        done = mention.start + mention.length;
    }
    m_cursor.insertText(text.sliced(done), format);
}

void ReadingView::picture(const QIcon &icon, const QTextCharFormat &format)
{
    const int side = fontMetrics().height();
    const QUrl name(QStringLiteral("icon:%1").arg(icon.cacheKey()));
    document()->addResource(QTextDocument::ImageResource, name, icon.pixmap(QSize(side, side), devicePixelRatioF()));
    QTextImageFormat image;
    image.merge(format);
    image.setName(name.toString());
    image.setWidth(side);
    image.setHeight(side);
    image.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    m_cursor.insertImage(image);
}

void ReadingView::heading(const QString &text, const QString &target, const QString &faint, const QIcon &icon)
{
    block(12, 3);
    QTextCharFormat format = plain();
    format.setFontWeight(QFont::DemiBold);
    if (!target.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(target);
    }
    if (!icon.isNull())
        picture(icon, format);
    write(icon.isNull() ? text : QStringLiteral(" ") + text, format);
    if (faint.isEmpty())
        return;
    QTextCharFormat soft = plain();
    soft.setForeground(palette().color(QPalette::PlaceholderText));
    write(QStringLiteral("   ") + faint, soft);
}

void ReadingView::paragraph(const QString &text, const QList<Mention> &mentions)
{
    block(0, 4);
    write(text, plain(), mentions);
}

void ReadingView::faint(const QString &text)
{
    block(0, 4);
    QTextCharFormat format = plain();
    format.setForeground(palette().color(QPalette::PlaceholderText));
    write(text, format);
}

void ReadingView::alarm(const QString &text)
{
    block(0, 4);
    QTextCharFormat format = plain();
    format.setForeground(theme::stateColor(ShownState::Failed, palette()));
    format.setFontWeight(QFont::DemiBold);
    write(text, format);
}

void ReadingView::code(const QString &text, const QList<Mention> &mentions, bool wrapped)
{
    QTextCharFormat format = plain();
    format.setFont(theme::codeFont());
    const QStringList lines = text.split(QLatin1Char('\n'));
    qsizetype offset = 0;
    for (const QString &line : lines) {
        block(0, 0);
        QTextBlockFormat shape = m_cursor.blockFormat();
        shape.setBackground(palette().color(QPalette::AlternateBase));
        shape.setNonBreakableLines(!wrapped);
        shape.setLeftMargin(4);
        // Taller lines would leave gaps between the backgrounds.
        shape.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
        m_cursor.setBlockFormat(shape);
        QList<Mention> own;
        for (const Mention &mention : mentions) {
            if (mention.start >= offset && mention.start + mention.length <= offset + line.size())
                own.append({mention.start - offset, mention.length, mention.target});
        }
        write(line, format, own);
        offset += line.size() + 1;
    }
}

QMimeData *ReadingView::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;   // the clipboard takes it
    data->setText(textCursor().selection().toPlainText().remove(QChar::ObjectReplacementCharacter));
    return data;
}

void ReadingView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() > 0 && verticalScrollBar()->value() > 0)
        Q_EMIT readingBegan();
    QTextBrowser::wheelEvent(event);
}

} // namespace autodidact
