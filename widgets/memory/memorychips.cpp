// The part of MemoryBar that words filters: menu, chips, counts.
#include "widgets/base/theme.h"
#include "widgets/memory/memorybar.h"
#include "widgets/memory/memorywords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

void MemoryBar::retranslate()
{
    m_scope->setItemText(0, tr("This run"));
    m_scope->setItemText(1, tr("All", "memory sets"));
    m_scope->setAccessibleName(tr("Scope"));
    m_mode->setItemText(0, tr("By words"));
    m_mode->setItemText(1, tr("By meaning"));
    m_mode->setAccessibleName(tr("How to search"));
    m_search->setPlaceholderText(tr("Search memories"));
    m_search->setAccessibleName(tr("Search memories"));
    m_filter->setText(tr("Filter"));
    m_filter->setIcon(theme::icon(u"filter"_s, palette()));
    showChips();
    showCounts();
}

void MemoryBar::addChoice(QMenu *menu, const QString &text, bool on, std::function<void(MemoryQuery &)> change)
{
    QAction *action = menu->addAction(QString(text).replace(u'&', u"&&"_s));
    action->setCheckable(true);
    action->setChecked(on);
    connect(action, &QAction::triggered, this, [this, change = std::move(change)] {
        MemoryQuery query = m_query;
        change(query);
        setQuery(query);
    });
}

void MemoryBar::fillMenu()
{
    m_menu->clear();
    using Special = MemoryQuery::Special;
    const MemoryFilter &now = m_query.filter;
    addChoice(m_menu, tr("New since last review"), m_query.special == Special::NewSinceReview, [](MemoryQuery &q) {
        q.special = Special::NewSinceReview;
        q.filter.reviewed = false;
        q.filter.order = MemoryOrder::Uses;
    });
    addChoice(m_menu, tr("Harmful"), m_query.special == Special::Harmful, [](MemoryQuery &q) { q.special = Special::Harmful; });
    m_menu->actions().last()->setToolTip(tr("Used %n time(s) or more, and fewer attempts solved than in the whole run. A correlation only.", nullptr, harmfulFrom));
    m_menu->setToolTipsVisible(true);
    m_menu->addSeparator();
    for (const MemoryKind kind : {MemoryKind::Code, MemoryKind::Error, MemoryKind::Lesson})
        addChoice(m_menu, memorywords::kindPlural(kind), now.kind == kind, [kind](MemoryQuery &q) { q.filter.kind = kind; });
    m_menu->addSeparator();
    addChoice(m_menu, tr("Pinned"), now.pinned == true, [](MemoryQuery &q) { q.filter.pinned = true; });
    addChoice(m_menu, tr("Reviewed"), now.reviewed == true, [](MemoryQuery &q) { q.filter.reviewed = true; q.special = Special::None; });
    addChoice(m_menu, tr("Not reviewed"), now.reviewed == false, [](MemoryQuery &q) { q.filter.reviewed = false; });
    addChoice(m_menu, tr("Archived"), now.state == MemoryState::Archived, [](MemoryQuery &q) { q.filter.state = MemoryState::Archived; });
    QMenu *term = m_menu->addMenu(tr("Term"));
    for (const MemoryTerm one : {MemoryTerm::Short, MemoryTerm::Long})
        addChoice(term, memorywords::term(one), now.term == one, [one](MemoryQuery &q) { q.filter.term = one; });
    QMenu *origin = m_menu->addMenu(tr("Origin"));
    for (const MemoryOrigin one : {MemoryOrigin::Run, MemoryOrigin::Person, MemoryOrigin::Import})
        addChoice(origin, memorywords::origin(one), now.origin == one, [one](MemoryQuery &q) { q.filter.origin = one; });
    QMenu *tags = m_menu->addMenu(tr("Tag"));
    tags->setEnabled(!m_tags.isEmpty());
    for (const QString &tag : m_tags)
        addChoice(tags, tag, now.tag == tag, [tag](MemoryQuery &q) { q.filter.tag = tag; });
}

QList<MemoryBar::Chip> MemoryBar::chips() const
{
    QList<Chip> list;
    using Special = MemoryQuery::Special;
    const MemoryFilter &filter = m_query.filter;
    if (m_query.special == Special::NewSinceReview) {
        list.append({tr("New since last review"), u"chipNew"_s, [](MemoryQuery &q) { q.special = Special::None; q.filter.reviewed.reset(); }});
    } else if (filter.reviewed) {
        list.append({*filter.reviewed ? tr("Reviewed") : tr("Not reviewed"), u"chipReviewed"_s, [](MemoryQuery &q) { q.filter.reviewed.reset(); }});
    }
    if (m_query.special == Special::Harmful)
        list.append({tr("Harmful"), u"chipHarmful"_s, [](MemoryQuery &q) { q.special = Special::None; }});
    if (filter.kind)
        list.append({memorywords::kindPlural(*filter.kind), u"chipKind"_s, [](MemoryQuery &q) { q.filter.kind.reset(); }});
    if (filter.pinned)
        list.append({tr("Pinned"), u"chipPinned"_s, [](MemoryQuery &q) { q.filter.pinned.reset(); }});
    if (filter.state == MemoryState::Archived)
        list.append({tr("Archived"), u"chipArchived"_s, [](MemoryQuery &q) { q.filter.state = MemoryState::Active; }});
    if (filter.term)
        list.append({tr("Term: %1").arg(memorywords::term(*filter.term)), u"chipTerm"_s, [](MemoryQuery &q) { q.filter.term.reset(); }});
    if (filter.origin)
        list.append({tr("Origin: %1").arg(memorywords::origin(*filter.origin)), u"chipOrigin"_s, [](MemoryQuery &q) { q.filter.origin.reset(); }});
    if (!filter.tag.isEmpty())
        list.append({tr("Tag: %1").arg(filter.tag), u"chipTag"_s, [](MemoryQuery &q) { q.filter.tag.clear(); }});
    return list;
}

void MemoryBar::showChips()
{
    while (QLayoutItem *item = m_chipLayout->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (const Chip &chip : chips()) {
        auto *button = new QToolButton(m_chips);
        button->setObjectName(chip.name);
        button->setText(QString(chip.text).replace(u'&', u"&&"_s));
        button->setIcon(theme::icon(u"close"_s, palette()));
        button->setIconSize({10, 10});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setLayoutDirection(Qt::RightToLeft);     // the cross behind the words
        button->setToolTip(tr("Remove this filter"));
        connect(button, &QToolButton::clicked, this, [this, remove = chip.remove] {
            MemoryQuery query = m_query;
            remove(query);
            setQuery(query);
        });
        m_chipLayout->addWidget(button);
        button->show();
    }
}

void MemoryBar::showCounts()
{
    const QLocale locale;
    m_counts->setText(tr("%1 of %2", "shown and all memories").arg(locale.toString(m_shown), locale.toString(m_all)));
    m_freshButton->setText(tr("%n new – show", "memories that came since", m_fresh));
    m_freshButton->setVisible(m_fresh > 0);
    const bool much = m_pinBudget > 0 && 2 * m_pinTokens > m_pinBudget;
    m_pins->setVisible(m_pinTokens > 0);
    const QString share = m_pinBudget > 0 ? locale.toString(qRound(100.0 * m_pinTokens / m_pinBudget)) : u"–"_s;
    m_pins->setText(much ? tr("Pins take %1 % of the memory tokens: little room is left").arg(share) : tr("Pins take %1 % of the memory tokens").arg(share));
    m_pins->setToolTip(tr("%1 of %2 tokens that memories may take in a prompt").arg(locale.toString(m_pinTokens), locale.toString(m_pinBudget)));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, much ? theme::stateColor(ShownState::Waiting, palette()) : palette().color(QPalette::PlaceholderText));
    m_pins->setPalette(colours);
}

} // namespace autodidact
