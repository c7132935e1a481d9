#include "widgets/memory/memorybar.h"

#include "widgets/base/nowheel.h"
#include "widgets/base/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

MemoryBar::MemoryBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"memoryBar"_s);
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &MemoryBar::searchNow);
    // textChanged comes for committed text alone: composing Pinyin searches nothing.
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &MemoryBar::searchNow);
    connect(m_scope, &QComboBox::activated, this, [this](int index) {
        MemoryQuery query = m_query;
        query.scope = MemoryQuery::Scope(index);
        setQuery(query);
    });
    connect(m_mode, &QComboBox::activated, this, [this](int index) {
        MemoryQuery query = m_query;
        query.mode = MemoryQuery::Mode(index);
        setQuery(query);
    });
    connect(m_menu, &QMenu::aboutToShow, this, &MemoryBar::fillMenu);
    connect(m_freshButton, &QPushButton::clicked, this, &MemoryBar::freshWanted);
    retranslate();
}

void MemoryBar::build()
{
    m_scope = new QComboBox(this);
    m_scope->setObjectName(u"memoryScope"_s);
    m_scope->addItems({QString(), QString()});
    m_mode = new QComboBox(this);
    m_mode->setObjectName(u"memorySearchMode"_s);
    m_mode->addItems({QString(), QString()});
    NoWheel::guard(m_scope);
    NoWheel::guard(m_mode);
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"memorySearch"_s);
    m_search->setClearButtonEnabled(true);
    m_filter = new QToolButton(this);
    m_filter->setObjectName(u"memoryFilter"_s);
    m_filter->setPopupMode(QToolButton::InstantPopup);
    m_filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_menu = new QMenu(m_filter);
    m_filter->setMenu(m_menu);
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_scope);
    first->addWidget(m_search, 1);
    first->addWidget(m_mode);
    first->addWidget(m_filter);

    m_chips = new QWidget(this);
    m_chipLayout = new QHBoxLayout(m_chips);
    m_chipLayout->setContentsMargins(0, 0, 0, 0);
    m_chipLayout->setSpacing(4);
    m_freshButton = new QPushButton(this);
    m_freshButton->setObjectName(u"showNewMemories"_s);
    m_freshButton->hide();
    m_pins = new QLabel(this);
    m_pins->setObjectName(u"pinShare"_s);
    m_counts = new QLabel(this);
    m_counts->setObjectName(u"memoryCounts"_s);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    auto *second = new QHBoxLayout;
    second->setSpacing(10);
    second->addWidget(m_counts);
    second->addWidget(m_chips);
    second->addWidget(m_freshButton);
    second->addStretch(1);
    second->addWidget(m_pins);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 4);
    column->setSpacing(4);
    column->addLayout(first);
    column->addLayout(second);
}

void MemoryBar::setRun(RunId run)
{
    m_query.run = run;
    setFresh(0);
}

void MemoryBar::setOrder(MemoryOrder order)
{
    MemoryQuery query = m_query;
    query.filter.order = order;
    setQuery(query);
}

void MemoryBar::setTags(const QStringList &tags)
{
    m_tags = tags;
}

void MemoryBar::searchNow()
{
    m_typing.stop();
    MemoryQuery query = m_query;
    query.text = m_search->text().trimmed();
    setQuery(query);
}

void MemoryBar::setQuery(const MemoryQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    showChips();
    Q_EMIT queryChanged(m_query);
}

void MemoryBar::clear()
{
    MemoryQuery query;
    query.run = m_query.run;
    query.scope = m_query.scope;
    query.mode = m_query.mode;
    query.filter.order = m_query.filter.order;
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    setQuery(query);
}

void MemoryBar::startSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void MemoryBar::setCounts(int shown, int all)
{
    m_shown = shown;
    m_all = all;
    showCounts();
}

void MemoryBar::setFresh(int count)
{
    m_fresh = count;
    showCounts();
}

void MemoryBar::setPins(int tokens, int budget)
{
    m_pinTokens = tokens;
    m_pinBudget = budget;
    showCounts();
}

void MemoryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_pins)
        retranslate();
}

} // namespace autodidact
