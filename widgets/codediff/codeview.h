#pragma once

#include "widgets/codediff/codesheet.h"

#include <QPlainTextEdit>
#include <QTimer>

#include <memory>

namespace autodidact {

class CodeInk;
class LineNumberArea;

/// Shows one sheet of code, read-only and never wrapped: numbers, marks and coverage in a gutter, changes as
/// backgrounds, syntax by ink. GUI thread.
///
/// A long sheet comes in steps between events, its beginning at once; so does the ink, as far as somebody looks.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);
    ~CodeView() override;

    /// Inks are for the texts of both sides; either may be missing.
    void setSheet(CodeSheet sheet, std::shared_ptr<CodeInk> before, std::shared_ptr<CodeInk> after);
    const CodeSheet &sheet() const { return m_sheet; }

    /// Brings the text at once as far as \p line, from 0, and a screen beyond.
    void fillTo(int line);
    bool isFilled() const { return m_filled >= m_sheet.lines.size(); }

    /// Sheet line from 0 at the top of the window.
    int topLine() const;
    void setTopLine(int line);

    /// Points at this sheet line, from 0, and scrolls so that it is well in sight; absent takes the mark away.
    void pointAt(std::optional<int> line);

    void restyle();                              ///< after a change of palette or text size
    void paintGutter(QPainter &painter, const QRect &dirty);
    int gutterWidth() const;
    QString gutterTip(int y) const;

Q_SIGNALS:
    /// A person scrolled up or chose text.
    void readingBegan();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void step();
    void begin(const CodeSheet &sheet);
    void append(qsizetype lines);
    void insertAtEnd(const QString &text);
    bool inkVisible();
    void paintBehind(QPainter &painter, const QTextBlock &block, const QRectF &rect) const;
    QRectF placeOf(const QTextBlock &block) const;
    void placeGutter();
    const CodeLine *lineOf(const QTextBlock &block) const;

    CodeSheet m_sheet;
    std::shared_ptr<CodeInk> m_before;
    std::shared_ptr<CodeInk> m_after;
    std::vector<bool> m_inked;                   ///< by sheet line
    qsizetype m_filled = 0;                      ///< lines of the sheet that the document has
    QTimer m_steps;
    int m_digits = 2;                            ///< of the largest line number
    std::optional<int> m_pointed;
    LineNumberArea *m_gutter;
};

} // namespace autodidact
