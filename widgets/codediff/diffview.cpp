#include "widgets/codediff/diffview.h"

#include "widgets/codediff/codeink.h"
#include "widgets/codediff/codeview.h"

#include <KSyntaxHighlighting/Repository>

#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_repository(std::make_unique<KSyntaxHighlighting::Repository>())
    , m_stack(new QStackedLayout(this))
    , m_sides(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(u"diffView"_s);
    m_sides->setObjectName(u"diffSides"_s);
    m_sides->addWidget(column(m_beforeTitle, m_beforeView, u"codeBefore"_s));
    m_sides->addWidget(column(m_afterTitle, m_afterView, u"codeAfter"_s));
    m_sides->setChildrenCollapsible(false);
    m_sides->setStretchFactor(0, 1);
    m_sides->setStretchFactor(1, 1);
    m_sides->setHandleWidth(1);
    m_stack->addWidget(m_sides);
    m_stack->addWidget(column(m_inlineTitle, m_inlineView, u"codeInline"_s));
    join(m_beforeView, m_afterView);
    join(m_afterView, m_beforeView);
    retranslate();
}

DiffView::~DiffView() = default;

QWidget *DiffView::column(QLabel *&title, CodeView *&view, const QString &objectName)
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    title = new QLabel(page);
    title->setObjectName(objectName + u"Title"_s);
    title->setTextFormat(Qt::PlainText);
    title->setMargin(4);
    title->setIndent(6);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    view = new CodeView(page);
    view->setObjectName(objectName);
    rows->addWidget(title);
    rows->addWidget(view, 1);
    connect(view, &CodeView::readingBegan, this, &DiffView::readingBegan);
    return page;
}

void DiffView::join(CodeView *one, CodeView *other)
{
    connect(one->verticalScrollBar(), &QScrollBar::valueChanged, other->verticalScrollBar(), &QScrollBar::setValue);
    connect(one->horizontalScrollBar(), &QScrollBar::valueChanged, other->horizontalScrollBar(), &QScrollBar::setValue);
}

void DiffView::setContent(const DiffContent &content)
{
    m_content = content;
    m_change = -1;
    QStringList before;
    QStringList after;
    for (const DiffRow &row : content.rows) {
        if (row.before.number > 0)
            before.append(row.before.text);
        if (row.after.number > 0)
            after.append(row.after.text);
    }
    m_beforeInk = std::make_shared<CodeInk>(*m_repository, content.language, before);
    m_afterInk = std::make_shared<CodeInk>(*m_repository, content.language, after);
    m_inline = m_wish == Layout::Inline || !canBeSideBySide() || !content.comparing;
    fill();
    Q_EMIT layoutTurned();
}

void DiffView::fill()
{
    m_stack->setCurrentIndex(m_inline ? 1 : 0);
    m_beforeTitle->setText(m_content.before);
    m_afterTitle->setText(m_content.after);
    m_inlineTitle->setText(m_content.comparing ? tr("%1 → %2", "old side and new side of a comparison").arg(m_content.before, m_content.after)
                                               : m_content.after);
    if (!m_content.comparing) {
        m_inlineView->setSheet(CodeSheets::side(m_content.rows, CodeSide::After, m_content.afterCoverage), m_beforeInk, m_afterInk);
    } else if (m_inline) {
        m_inlineView->setSheet(CodeSheets::inlined(m_content.rows, m_content.beforeCoverage, m_content.afterCoverage), m_beforeInk, m_afterInk);
    } else {
        m_beforeView->setSheet(CodeSheets::side(m_content.rows, CodeSide::Before, m_content.beforeCoverage), m_beforeInk, m_afterInk);
        m_afterView->setSheet(CodeSheets::side(m_content.rows, CodeSide::After, m_content.afterCoverage), m_beforeInk, m_afterInk);
    }
}

void DiffView::setWish(Layout layout)
{
    m_wish = layout;
    turn();
}

void DiffView::turn()
{
    const bool able = canBeSideBySide();
    const bool inlined = m_wish == Layout::Inline || !able || !m_content.comparing;
    if (inlined != m_inline) {
        const int place = position();
        m_inline = inlined;
        fill();
        setPosition(place);
    } else if (able == m_wasAble) {
        return;
    }
    m_wasAble = able;
    Q_EMIT layoutTurned();
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    turn();
}

int DiffView::changeCount() const
{
    return int(mainView()->sheet().changes.size());
}

/// Both sides, or the shorter one would hold the other back.
void DiffView::fillTo(int line)
{
    mainView()->fillTo(line);
    if (!m_inline)
        m_beforeView->fillTo(line);
}

void DiffView::goToChange(int change)
{
    m_change = change;
    const int line = mainView()->sheet().changes[change];
    fillTo(line);
    mainView()->pointAt(line);
    if (!m_inline)
        m_beforeView->pointAt(line);
    Q_EMIT changeReached(change + 1, changeCount());
}

void DiffView::goToNextChange()
{
    if (changeCount() > 0)
        goToChange((m_change + 1) % changeCount());
}

void DiffView::goToPreviousChange()
{
    if (changeCount() > 0)
        goToChange((qMax(m_change, 0) + changeCount() - 1) % changeCount());
}

bool DiffView::goToLine(int number)
{
    const std::optional<int> line = mainView()->sheet().indexOf(CodeSide::After, number);
    if (!line)
        return false;
    fillTo(*line);
    mainView()->pointAt(*line);
    return true;
}

int DiffView::position() const
{
    const QList<CodeLine> &lines = mainView()->sheet().lines;
    for (qsizetype i = mainView()->topLine(); i < lines.size(); ++i) {
        if (lines[i].after > 0 && lines[i].mark != LineMark::Gap)
            return lines[i].after;
    }
    return 1;
}

void DiffView::setPosition(int number)
{
    const std::optional<int> line = mainView()->sheet().indexOf(CodeSide::After, number);
    const int top = number > 1 ? line.value_or(0) : 0;
    fillTo(top);
    mainView()->setTopLine(top);
}

void DiffView::scrollToEnd()
{
    fillTo(int(mainView()->sheet().lines.size()));
    mainView()->verticalScrollBar()->setValue(mainView()->verticalScrollBar()->maximum());
}

void DiffView::restyle()
{
    for (CodeView *view : {m_beforeView, m_afterView, m_inlineView})
        view->restyle();
}

void DiffView::retranslate()
{
    m_beforeView->setAccessibleName(tr("Code it is compared with"));
    m_afterView->setAccessibleName(tr("Code of the attempt"));
    m_inlineView->setAccessibleName(tr("Code of the attempt, with the changes"));
}

} // namespace autodidact
