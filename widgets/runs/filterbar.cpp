#include "widgets/runs/filterbar.h"

#include "widgets/base/domainwords.h"
#include "widgets/runs/flowlayout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr ShownState offeredStates[] = {ShownState::Failed, ShownState::Passed, ShownState::Recalled, ShownState::Running,
                                        ShownState::Infrastructure};
constexpr ErrorClass offeredClasses[] = {ErrorClass::Syntax, ErrorClass::Compile, ErrorClass::Import, ErrorClass::Runtime, ErrorClass::Logic,
                                         ErrorClass::Timeout, ErrorClass::Memory, ErrorClass::Forbidden};

template<typename T>
void toggle(QSet<T> &set, T value)
{
    if (!set.remove(value))
        set.insert(value);
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit(this))
    , m_button(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_chips(new QWidget(this))
    , m_counts(new QLabel(m_chips))
    , m_clear(new QToolButton(m_chips))
{
    setObjectName(u"runFilters"_s);
    m_words->setObjectName(u"runSearch"_s);
    m_words->setClearButtonEnabled(true);
    m_button->setObjectName(u"runFilterMenu"_s);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_menu);
    m_counts->setObjectName(u"runCounts"_s);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_clear->setObjectName(u"clearRunFilters"_s);
    m_clear->setAutoRaise(true);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 4);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    m_flow = new FlowLayout(m_chips);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(4);
    m_flow->addWidget(m_counts);
    m_flow->addWidget(m_clear);
    m_counts->setMinimumHeight(m_clear->sizeHint().height());
    column->addWidget(m_chips);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::type);
    retranslate();
}

void FilterBar::retranslate()
{
    m_words->setPlaceholderText(tr("Search tasks"));
    m_words->setAccessibleName(tr("Search tasks"));
    m_button->setText(tr("Filter"));
    m_button->setToolTip(tr("Show only tasks with a state or an error class"));
    m_clear->setText(tr("Clear", "filters"));
    fillChips();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fillChips();
}

void FilterBar::type()
{
    RunFilter filter = m_filter;
    filter.text = m_words->text().trimmed();
    setFilter(filter);
}

void FilterBar::focusSearch()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FilterBar::setFilter(const RunFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (m_words->text().trimmed() != filter.text) {
        const QSignalBlocker quiet(m_words);
        m_words->setText(filter.text);
    }
    fillChips();
    Q_EMIT changed(m_filter);
}

void FilterBar::setCounts(int shown, int all)
{
    const QLocale locale;
    m_counts->setText(tr("%1 of %2", "tasks shown, and all tasks").arg(locale.toString(shown), locale.toString(all)));
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    for (const ShownState state : offeredStates) {
        QAction *action = m_menu->addAction(theme::stateIcon(state, palette()), words::state(state));
        action->setCheckable(true);
        action->setChecked(m_filter.states.contains(state));
        connect(action, &QAction::triggered, this, [this, state] {
            RunFilter filter = m_filter;
            toggle(filter.states, state);
            setFilter(filter);
        });
    }
    m_menu->addSection(tr("Error class"));
    for (const ErrorClass errorClass : offeredClasses) {
        QAction *action = m_menu->addAction(words::errorClass(errorClass));
        action->setCheckable(true);
        action->setChecked(m_filter.errorClasses.contains(errorClass));
        connect(action, &QAction::triggered, this, [this, errorClass] {
            RunFilter filter = m_filter;
            toggle(filter.errorClasses, errorClass);
            setFilter(filter);
        });
    }
}

void FilterBar::addChip(const QString &objectName, const QString &text, const QIcon &icon, const RunFilter &without)
{
    auto *chip = new QToolButton(m_chips);
    chip->setObjectName(objectName);
    chip->setText(text);
    chip->setIcon(icon);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setToolTip(tr("Remove this filter"));
    chip->setAccessibleName(tr("Remove the filter %1").arg(text));
    connect(chip, &QToolButton::clicked, this, [this, without] { setFilter(without); });
    // Before the counts and Clear, which are always the last two.
    m_flow->insertWidget(int(m_chipButtons.size()), chip);
    m_chipButtons.append(chip);
    chip->show();
}

void FilterBar::fillChips()
{
    for (QToolButton *chip : std::as_const(m_chipButtons)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();     // it may be the one that was clicked
    }
    m_chipButtons.clear();
    const QIcon cross = theme::icon(u"close"_s, palette());
    for (const ShownState state : offeredStates) {
        if (!m_filter.states.contains(state))
            continue;
        RunFilter without = m_filter;
        without.states.remove(state);
        addChip(u"chipState%1"_s.arg(int(state)), words::state(state), cross, without);
    }
    for (const ErrorClass errorClass : offeredClasses) {
        if (!m_filter.errorClasses.contains(errorClass))
            continue;
        RunFilter without = m_filter;
        without.errorClasses.remove(errorClass);
        addChip(u"chipClass%1"_s.arg(int(errorClass)), words::errorClass(errorClass), cross, without);
    }
    if (!m_filter.text.isEmpty()) {
        RunFilter without = m_filter;
        without.text.clear();
        addChip(u"chipText"_s, tr("“%1”", "words searched for").arg(m_filter.text), cross, without);
    }
    m_chips->setVisible(m_filter.isActive());
}

} // namespace autodidact
