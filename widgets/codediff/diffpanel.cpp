#include "widgets/codediff/diffpanel.h"

#include "widgets/base/errortext.h"
#include "widgets/codediff/diffbar.h"
#include "widgets/codediff/diffview.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

DiffPanel::DiffPanel(Services &services, QWidget *parent)
    : Panel(u"codeDiff"_s, parent)
    , m_services(services)
    , m_positions(500)
{
    auto *body = new QWidget(this);
    m_bar = new DiffBar(body);
    m_view = new DiffView(body);
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_view, 1);
    setBody(body);
    m_nextFailure = addEmptyAction({});
    m_nextFailure->setObjectName(u"nextFailureFromDiff"_s);

    connect(m_nextFailure, &QPushButton::clicked, this, &DiffPanel::nextFailureWanted);
    connect(m_bar, &DiffBar::choiceMade, this, [this](const Choice &choice) {
        m_choice = choice;
        m_services.cursor.hold();
        load();
    });
    connect(m_bar, &DiffBar::layoutWished, m_view, &DiffView::setWish);
    connect(m_bar, &DiffBar::nextChangeWanted, this, &DiffPanel::goToNextChange);
    connect(m_bar, &DiffBar::previousChangeWanted, this, &DiffPanel::goToPreviousChange);
    connect(m_view, &DiffView::layoutTurned, this, &DiffPanel::showBar);
    connect(m_view, &DiffView::changeReached, m_bar, &DiffBar::showChange);
    connect(m_view, &DiffView::readingBegan, &m_services.cursor, &CursorKeeper::hold);
    connect(&m_services.cursor, &CursorKeeper::moved, this, &DiffPanel::moved);
    connect(&m_services.feed, &Feed::events, this, &DiffPanel::applyEvents);
    connect(&m_services.feed, &Feed::notes, this, &DiffPanel::applyNotes);
    retranslate();
    showHint();
}

QString DiffPanel::title() const
{
    return tr("Code diff");
}

void DiffPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_dirty)
        load();
}

void DiffPanel::moved()
{
    m_line.reset();
    load();
}

void DiffPanel::keepPosition()
{
    if (m_shows == Shows::Stored && m_comparison)
        m_positions.insert(m_comparison->attempt.value, new int(m_view->position()));   // the cache owns it
}

void DiffPanel::load()
{
    m_dirty = !isVisible();
    if (m_dirty)
        return;
    const Cursor cursor = m_services.cursor.cursor();
    if (m_choice.against == Against::Chosen && (cursor.task != m_cursor.task || cursor.run != m_cursor.run))
        m_choice = {};
    m_asking = true;
    m_services.reader.ask(this, m_ticket,
                          [cursor, choice = m_choice](Database &database) { return ComparisonReader::read(database, cursor, choice); },
                          [this, cursor](Result<std::optional<Comparison>> comparison) { arrived(cursor, comparison); });
}

void DiffPanel::arrived(const Cursor &asked, const Result<std::optional<Comparison>> &comparison)
{
    m_asking = false;
    keepPosition();
    m_cursor = asked;
    if (!comparison) {
        m_shows = Shows::Nothing;
        showEmpty(errorText(comparison.error()));
        return;
    }
    const bool wasLive = m_shows == Shows::Live;
    const std::optional<Comparison> before = std::exchange(m_comparison, *comparison);
    if (m_comparison) {
        if (m_shows != Shows::Stored || before != m_comparison) {
            const int place = wasLive ? m_view->position() : 0;
            showComparison();
            const int *kept = m_positions.object(m_comparison->attempt.value);
            m_view->setPosition(kept ? *kept : place);
        }
        if (m_line)
            goToLine(*m_line);
    } else if (const std::optional<QString> code = m_live.codeAt(asked)) {
        showLive(*code);
    } else {
        showHint();
    }
}

void DiffPanel::showComparison()
{
    m_shows = Shows::Stored;
    const Comparison &shown = *m_comparison;
    DiffContent content{.rows = shown.rows, .language = shown.language};
    content.after = DiffBar::attemptTitle(shown.place, shown.place);
    content.before = shown.other                                ? DiffBar::attemptTitle(*shown.other, shown.place)
        : shown.choice.against == Against::Reference ? tr("Reference solution")
                                                     : tr("Starter code");
    content.beforeCoverage = shown.beforeCoverage;
    content.afterCoverage = shown.afterCoverage;
    content.comparing = shown.found;
    m_bar->offer(shown);
    m_view->setContent(content);
    showBar();
    showBody();
}

void DiffPanel::showLive(const QString &code)
{
    DiffContent content{.rows = DiffRows::plain(code), .language = m_comparison ? m_comparison->language : Language::Python};
    content.after = tr("Attempt %1").arg(m_cursor.attempt.value_or(1));
    content.comparing = false;
    m_shows = Shows::Live;
    m_view->setContent(content);
    showBar();
    showBody();
    if (m_services.cursor.isFollowing())
        m_view->scrollToEnd();
}

void DiffPanel::showHint()
{
    m_shows = Shows::Nothing;
    const bool awaited = m_services.cursor.cursor().attempt.has_value();
    m_nextFailure->setVisible(!awaited && m_services.cursor.cursor().run.isValid());
    showEmpty(awaited ? tr("The model has not written any code for this attempt yet.")
                      : tr("Choose an attempt, or press F8 for the next failure."));
}

void DiffPanel::showBar()
{
    m_bar->showLayout(m_view->isInline() ? DiffView::Layout::Inline : DiffView::Layout::SideBySide,
                      m_view->canBeSideBySide() && m_shows == Shows::Stored && m_comparison && m_comparison->found);
    if (m_shows == Shows::Live)
        m_bar->showNote(tr("Being written…"));
    else if (m_comparison && m_comparison->found)
        m_bar->showChange(0, m_view->changeCount());
    else
        m_bar->showNote(tr("Nothing to compare with"));
}

void DiffPanel::goToLine(int line)
{
    if (!m_asking && m_shows == Shows::Stored && m_view->goToLine(line))
        m_line.reset();
    else
        m_line = line;
}

void DiffPanel::goToNextChange()
{
    m_view->goToNextChange();
}

void DiffPanel::goToPreviousChange()
{
    m_view->goToPreviousChange();
}

void DiffPanel::applyEvents(const QList<Event> &events)
{
    Cursor task = m_services.cursor.cursor();
    task.attempt.reset();
    bool touched = false;
    for (const Event &event : events) {
        const bool answered = std::holds_alternative<AttemptAnswered>(event.payload);
        if (answered)
            m_live.forget(event.run, event.place);
        touched |= (answered || std::holds_alternative<VerdictReached>(event.payload)) && standsAt(task, event.run, event.place);
    }
    if (touched)
        load();
}

void DiffPanel::applyNotes(const QList<LiveNote> &notes)
{
    bool touched = false;
    for (const LiveNote &note : notes) {
        const auto *chunk = std::get_if<ChunkArrived>(&note.payload);
        if (!chunk)
            continue;
        m_live.add(note.run, *chunk);
        touched |= standsAt(m_cursor, note.run, chunk->place);
    }
    if (!touched || !isVisible() || m_shows == Shows::Stored || m_cursor != m_services.cursor.cursor())
        return;
    if (const std::optional<QString> code = m_live.codeAt(m_cursor))
        showLive(*code);
}

void DiffPanel::retranslate()
{
    m_nextFailure->setText(tr("Next failure"));
    m_bar->retranslate();
    m_view->retranslate();
    if (m_shows == Shows::Stored) {
        keepPosition();
        const int place = m_view->position();
        showComparison();
        m_view->setPosition(place);
    } else if (m_shows == Shows::Nothing) {
        showHint();
    }
}

void DiffPanel::themeChanged()
{
    m_view->restyle();
}

} // namespace autodidact
