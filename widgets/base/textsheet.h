#pragma once

#include <QPalette>
#include <QTextCursor>

class QTextEdit;

namespace autodidact {

/// Writes a page of plain texts into a read-only text view, with headings and the colours of a diff; keeps
/// the place to which a person had scrolled. Nothing is read as markup. GUI thread, lives for one filling.
class TextSheet
{
public:
    /// \p palette gives the colours: at a change of theme the panel has its new one before the view does.
    TextSheet(QTextEdit *view, const QPalette &palette);
    ~TextSheet();
    TextSheet(const TextSheet &) = delete;

    void title(const QString &text);
    void heading(const QString &text);
    void line(const QString &text);
    void faint(const QString &text);
    void item(const QString &text, const QString &faint = {});
    void code(const QString &text);
    void added(const QString &text);
    void removed(const QString &text);

private:
    void block(const QString &text, const QTextCharFormat &format, qreal above, const QColor &background = {}, qreal indent = 0);
    QTextCharFormat plain() const;

    QTextEdit *m_view;
    QTextCursor m_cursor;
    QPalette m_palette;
    int m_scrolled;
    bool m_first = true;
};

/// A read-only view for such pages: selectable, copyable, no frame.
QTextEdit *makeSheetView(const QString &objectName, QWidget *parent);

} // namespace autodidact
