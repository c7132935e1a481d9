#include "widgets/base/theme.h"
#include "widgets/codediff/codeview.h"

#include <QPainter>
#include <QTextBlock>

// The gutter of a code view: numbers, marks, coverage.

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int coverageWidth = 4;
constexpr int gap = 6;

} // namespace

int CodeView::gutterWidth() const
{
    const int digit = fontMetrics().horizontalAdvance(u'9');
    const int columns = m_sheet.numbers == CodeSheet::Numbers::Both ? 2 : 1;
    return gap + columns * (m_digits * digit + gap) + digit + gap + (m_sheet.measured ? coverageWidth + 3 : 0);
}

void CodeView::paintGutter(QPainter &painter, const QRect &dirty)
{
    const QPalette &colours = palette();
    const int width = gutterWidth();
    painter.fillRect(dirty, colours.color(QPalette::AlternateBase));
    painter.setFont(font());
    const int digit = fontMetrics().horizontalAdvance(u'9');
    const int column = m_digits * digit;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = placeOf(block);
        const CodeLine *line = lineOf(block);
        if (!line || place.top() > dirty.bottom())
            break;
        const QRect row(0, qRound(place.top()), width, qRound(place.height()));
        if (line->mark == LineMark::Added || line->mark == LineMark::Removed)
            painter.fillRect(row, line->mark == LineMark::Added ? theme::addedBackground(colours) : theme::removedBackground(colours));
        const bool pointed = m_pointed == block.blockNumber();
        painter.setPen(colours.color(pointed ? QPalette::Text : QPalette::PlaceholderText));
        int x = gap;
        const auto number = [&](int value) {
            if (value > 0)
                painter.drawText(QRect(x, row.top(), column, row.height()), Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
            x += column + gap;
        };
        if (m_sheet.numbers == CodeSheet::Numbers::Both)
            number(line->before);
        if (line->mark != LineMark::Gap)
            number(m_sheet.numbers == CodeSheet::Numbers::Before ? line->before : line->after);
        else
            x += column + gap;
        painter.setPen(colours.color(QPalette::Text));
        if (line->mark == LineMark::Added || line->mark == LineMark::Removed)
            painter.drawText(QRect(x, row.top(), digit, row.height()), Qt::AlignCenter, line->mark == LineMark::Added ? u"+"_s : u"−"_s);
        if (line->reached == Reached::Unknown || line->mark == LineMark::Gap)
            continue;
        // Reached: a thin calm bar. Missed: a broad one that stands out.
        const bool missed = line->reached == Reached::Missed;
        const QColor bar = missed ? theme::stateColor(ShownState::Waiting, colours) : colours.color(QPalette::Mid);
        painter.fillRect(QRect(width - coverageWidth, row.top(), missed ? coverageWidth : 2, row.height()), bar);
    }
}

QString CodeView::gutterTip(int y) const
{
    const CodeLine *line = lineOf(cursorForPosition({0, y}).block());
    if (!line)
        return {};
    switch (line->reached) {
    case Reached::Covered: return tr("Line %1 was reached by the tests.").arg(line->number());
    case Reached::Missed: return tr("Line %1 was not reached by any test.").arg(line->number());
    case Reached::Unknown: return {};
    }
    return {};
}

} // namespace autodidact
