#include "widgets/codediff/diffbar.h"

#include "widgets/base/nowheel.h"
#include "widgets/base/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int againstRole = Qt::UserRole;
constexpr int attemptRole = Qt::UserRole + 1;

} // namespace

DiffBar::DiffBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_changes(new QLabel(this))
{
    setObjectName(u"diffBar"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(6);
    m_choice->setObjectName(u"compareWith"_s);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    NoWheel::guard(m_choice);
    m_label->setBuddy(m_choice);
    m_changes->setObjectName(u"changeCount"_s);
    m_changes->setTextFormat(Qt::PlainText);
    m_changes->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_label);
    row->addWidget(m_choice);
    row->addStretch();
    row->addWidget(m_changes);
    m_previous = addButton(u"previousChange"_s);
    m_next = addButton(u"nextChange"_s);
    row->addSpacing(8);
    m_sideBySide = addButton(u"sideBySide"_s);
    m_inline = addButton(u"inline"_s);
    auto *layouts = new QButtonGroup(this);
    for (QToolButton *button : {m_sideBySide, m_inline}) {
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        layouts->addButton(button);
    }
    connect(m_choice, &QComboBox::activated, this, &DiffBar::chosen);
    connect(m_previous, &QToolButton::clicked, this, &DiffBar::previousChangeWanted);
    connect(m_next, &QToolButton::clicked, this, &DiffBar::nextChangeWanted);
    connect(m_sideBySide, &QToolButton::clicked, this, [this] { Q_EMIT layoutWished(DiffView::Layout::SideBySide); });
    connect(m_inline, &QToolButton::clicked, this, [this] { Q_EMIT layoutWished(DiffView::Layout::Inline); });
    restyle();
    retranslate();
}

QToolButton *DiffBar::addButton(const QString &objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return button;
}

QString DiffBar::attemptTitle(const Place &place, const Place &seenFrom)
{
    if (place.phase == Phase::Baseline)
        return tr("Round %1, first version").arg(place.round);
    return place.round == seenFrom.round ? tr("Attempt %1").arg(place.attempt)
                                         : tr("Round %1, attempt %2").arg(place.round).arg(place.attempt);
}

void DiffBar::offer(const Comparison &comparison)
{
    m_comparison = comparison;
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    const auto add = [this](const QString &text, const Choice &choice) {
        m_choice->addItem(text);
        const int index = m_choice->count() - 1;
        m_choice->setItemData(index, int(choice.against), againstRole);
        m_choice->setItemData(index, choice.attempt.value, attemptRole);
        if (m_comparison->choice == choice)
            m_choice->setCurrentIndex(index);
    };
    add(tr("Previous attempt"), {Against::Previous});
    if (comparison.hasReference || comparison.choice.against == Against::Reference)
        add(tr("Reference solution"), {Against::Reference});
    if (comparison.hasStarter || comparison.choice.against == Against::Starter)
        add(tr("Starter code"), {Against::Starter});
    if (comparison.attempts.size() > 1)
        m_choice->insertSeparator(m_choice->count());
    for (const AttemptRow &row : comparison.attempts) {
        if (row.id != comparison.attempt)
            add(attemptTitle(row.place, comparison.place), {Against::Chosen, row.id});
    }
}

void DiffBar::chosen(int index)
{
    const QVariant against = m_choice->itemData(index, againstRole);
    if (against.isValid())
        Q_EMIT choiceMade({Against(against.toInt()), AttemptId{m_choice->itemData(index, attemptRole).toLongLong()}});
}

void DiffBar::showLayout(DiffView::Layout shown, bool canBeSideBySide)
{
    (shown == DiffView::Layout::Inline ? m_inline : m_sideBySide)->setChecked(true);
    m_sideBySide->setEnabled(canBeSideBySide);
    m_sideBySide->setToolTip(canBeSideBySide ? QString() : tr("There is too little room for two sides. Widen the window or close a panel."));
}

void DiffBar::showChange(int change, int count)
{
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    m_changes->setText(count == 0 ? tr("No difference")
                       : change > 0 ? tr("Change %1 of %2").arg(change).arg(count)
                                    : tr("%n changes", nullptr, count));
}

void DiffBar::showNote(const QString &note)
{
    m_previous->setEnabled(false);
    m_next->setEnabled(false);
    m_changes->setText(note);
}

void DiffBar::retranslate()
{
    m_label->setText(tr("Compare with"));
    m_choice->setAccessibleName(tr("Compare with"));
    m_previous->setToolTip(tr("Previous change"));
    m_previous->setAccessibleName(tr("Previous change"));
    m_next->setToolTip(tr("Next change"));
    m_next->setAccessibleName(tr("Next change"));
    m_sideBySide->setText(tr("Side by side"));
    m_inline->setText(tr("Inline"));
    if (m_comparison)
        offer(*m_comparison);
}

void DiffBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void DiffBar::restyle()
{
    m_previous->setIcon(theme::icon(u"chevron-up"_s, palette()));
    m_next->setIcon(theme::icon(u"chevron-down"_s, palette()));
}

} // namespace autodidact
