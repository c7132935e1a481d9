#include "widgets/runs/runspanel.h"

#include "core/storage/memorystore.h"
#include "core/storage/runreader.h"
#include "widgets/base/rowanchor.h"
#include "widgets/base/rowcopy.h"
#include "widgets/runs/filterbar.h"
#include "widgets/runs/runcolumns.h"
#include "widgets/runs/runcontent.h"
#include "widgets/runs/rundelegate.h"
#include "widgets/runs/runfilter.h"
#include "widgets/runs/runtree.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

RunsPanel::RunsPanel(Services &services, QWidget *parent)
    : Panel(u"runs"_s, parent)
    , m_services(services)
    , m_cursor(services.cursor.cursor())
{
    build();
    connect(&m_services.cursor, &CursorKeeper::moved, this, &RunsPanel::moved);
    connect(&m_services.feed, &Feed::events, this, &RunsPanel::heard);
    connect(m_model, &RunTreeModel::contentWanted, this, &RunsPanel::askContent);
    connect(m_model, &RunTreeModel::attemptsWanted, this, &RunsPanel::askAttempts);
    m_renew.setSingleShot(true);
    m_renew.setInterval(renewMs);
    connect(&m_renew, &QTimer::timeout, this, [this] {
        const QScopedValueRollback moving(m_moving, true);
        if (m_shown->filter().isActive())
            m_shown->renew();
        showCounts();
    });
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model->setClock(QDateTime::currentDateTimeUtc());
    });
    m_clock.start();
    retranslate();
}

QString RunsPanel::title() const
{
    return tr("Runs and attempts");
}

void RunsPanel::build()
{
    m_model = new RunTreeModel(this);
    m_shown = new RunFilterModel(this);
    m_shown->setSourceModel(m_model);
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_filters = new FilterBar(m_body);
    column->addWidget(m_filters);
    m_stack = new QStackedWidget(m_body);
    column->addWidget(m_stack, 1);
    buildTree();

    auto *page = new QWidget(m_stack);
    auto *words = new QVBoxLayout(page);
    m_nothing = new QLabel(page);
    m_nothing->setObjectName(u"noTaskMatches"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_clear = new QPushButton(page);
    m_clear->setObjectName(u"clearFiltersOfNothing"_s);
    words->addStretch();
    words->addWidget(m_nothing);
    words->addWidget(m_clear, 0, Qt::AlignCenter);
    words->addStretch();
    m_stack->addWidget(page);
    connect(m_clear, &QPushButton::clicked, m_filters, &FilterBar::clear);
    connect(m_filters, &FilterBar::changed, this, [this](const RunFilter &filter) {
        {
            const QScopedValueRollback moving(m_moving, true);
            m_shown->setFilter(filter);
        }
        showCounts();
        openMatches();
        m_seeking = true;        // its row may be back
        showCursor();
    });
    setBody(m_body);
    themeChanged();
}

void RunsPanel::buildTree()
{
    m_tree = new QTreeView(m_stack);
    m_tree->setObjectName(u"runTree"_s);
    m_tree->setModel(m_shown);
    m_tree->setItemDelegate(new RunDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(11);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(RunTreeModel::NameColumn, Qt::AscendingOrder);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(RunTreeModel::NameColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(36);
    m_tree->installEventFilter(this);
    RowCopy::on(m_tree);
    RowAnchor::on(m_tree, [this] { return !m_services.cursor.isFollowing(); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsPanel::chosen);
    connect(m_tree, &QTreeView::clicked, this, &RunsPanel::chosen);
    m_stack->addWidget(m_tree);
}

void RunsPanel::retranslate()
{
    m_tree->setAccessibleName(tr("Runs, rounds, tasks and attempts"));
    m_nothing->setText(tr("No task matches the filters."));
    m_clear->setText(tr("Clear", "filters"));
    m_model->retranslate();
    measureRunColumns(*m_tree);
    showState();
    showCounts();
}

void RunsPanel::themeChanged()
{
    if (!m_tree)
        return;
    std::array<QIcon, 7> icons;
    for (size_t i = 0; i < icons.size(); ++i)
        icons[i] = theme::stateIcon(static_cast<ShownState>(i), palette());
    icons[size_t(ShownState::None)] = {};
    m_model->setIcons(icons);
    measureRunColumns(*m_tree);
}

void RunsPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (!m_read)
        reload();
}

void RunsPanel::reload()
{
    m_read = true;
    m_services.reader.ask(this, m_runsTicket, [](Database &database) { return RunReader(database).runs(); },
                          [this](Result<QList<RunRow>> rows) {
                              if (!rows)
                                  return;
                              for (const RunRow &row : *rows)
                                  m_model->putRun(row);
                              showState();
                              showCursor();
                          });
}

void RunsPanel::askRun(RunId run)
{
    m_services.reader.ask(this, m_tickets[{run, {-1}}], [run](Database &database) { return RunReader(database).run(run); },
                          [this](Result<RunRow> row) {
                              if (!row)
                                  return;
                              m_model->putRun(*row);
                              showState();
                              showCursor();
                          });
}

void RunsPanel::askContent(RunId run)
{
    m_services.reader.ask(this, m_tickets[{run, {}}], [run](Database &database) { return readContent(database, run); },
                          [this, run](Result<RunContent> content) {
                              if (!content) {
                                  m_model->giveUp(run);
                                  return;
                              }
                              const QScopedValueRollback moving(m_moving, true);
                              m_model->putContent(run, *content);
                              if (m_shown->filter().isActive())
                                  m_shown->renew();
                              showCounts();
                              showCursor();
                          });
}

void RunsPanel::askAttempts(RunId run, const Place &task)
{
    m_services.reader.ask(this, m_tickets[{run, task}], [run, task](Database &database) {
        return RunReader(database).attempts(run, {.round = task.round, .phase = task.phase, .task = task.task});
    }, [this, run, task](Result<QList<AttemptRow>> rows) {
        m_tickets.erase({run, task});
        m_model->putAttempts(run, task, rows ? *rows : QList<AttemptRow>());
        showCursor();
    });
}

void RunsPanel::heard(const QList<Event> &batch)
{
    if (!m_read)
        return;
    m_model->apply(batch);
    QList<RunId> stale;
    for (const Event &event : batch) {
        const bool known = m_model->knows(event.run);
        const bool totals = std::holds_alternative<RunStatusChanged>(event.payload) || std::holds_alternative<RoundFinished>(event.payload);
        if ((!known || totals) && !stale.contains(event.run))
            stale.append(event.run);
    }
    for (const RunId run : std::as_const(stale))
        askRun(run);
    if (!m_renew.isActive())
        m_renew.start();
    if (m_seeking)
        showCursor();
}

void RunsPanel::moved(const Cursor &cursor)
{
    m_cursor = cursor;
    m_seeking = true;
    showCursor();
    showCounts();
}

/// What a filter found is of no use in closed rounds.
void RunsPanel::openMatches()
{
    const QModelIndex run = m_shown->mapFromSource(m_model->indexOf({m_cursor.run}));
    if (!m_shown->filter().isActive() || !run.isValid() || m_shown->counts(m_shown->mapToSource(run)).first > mostOpened)
        return;
    m_tree->expand(run);
    for (int round = 0; round < m_shown->rowCount(run); ++round)
        m_tree->expand(m_shown->index(round, 0, run));
}

/// Opens what lies above the cursor's row, as far as it is loaded, and makes it the current one.
void RunsPanel::showCursor()
{
    if (!m_seeking || !m_cursor.run.isValid())
        return;
    const QModelIndex source = m_model->indexOf(m_cursor);
    if (!source.isValid())
        return;
    m_model->fetchMore(source);
    m_seeking = m_model->cursorAt(source) != m_cursor;
    const QModelIndex index = m_shown->mapFromSource(source);
    if (!index.isValid())
        return;
    if (m_tree->currentIndex().siblingAtColumn(0) == index)
        return;
    const QScopedValueRollback moving(m_moving, true);
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        m_tree->expand(above);
    m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_tree->scrollTo(index);
}

void RunsPanel::chosen(const QModelIndex &index)
{
    if (m_moving)
        return;
    if (const auto cursor = m_model->cursorAt(m_shown->mapToSource(index)); cursor && *cursor != m_services.cursor.cursor())
        m_services.cursor.request(*cursor);
}

void RunsPanel::showMemoryUses(MemoryId memory)
{
    if (!memory.isValid()) {
        m_usesTicket.renew();
        m_model->showMemoryUses({});
        return;
    }
    m_services.reader.ask(this, m_usesTicket, [memory](Database &database) { return MemoryStore(database).usesOf(memory); },
                          [this](Result<QList<MemoryUseRow>> uses) { m_model->showMemoryUses(uses ? *uses : QList<MemoryUseRow>()); });
}

void RunsPanel::highlightVersion(std::optional<int> version)
{
    m_model->highlightVersion(version);
}

void RunsPanel::showState()
{
    if (m_model->rowCount() > 0)
        showBody();
    else
        showEmpty(tr("Runs appear here."));
}

void RunsPanel::showCounts()
{
    const QModelIndex run = m_model->indexOf({m_cursor.run});
    const auto [shown, all] = m_shown->counts(run);
    m_filters->setCounts(shown, all);
    const bool nothing = m_shown->filter().isActive() && all > 0 && shown == 0;
    m_stack->setCurrentIndex(nothing ? 1 : 0);
}

void RunsPanel::beginSearch()
{
    m_filters->focusSearch();
}

bool RunsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::Resize)
        hideRunColumns(*m_tree);
    return Panel::eventFilter(watched, event);
}

bool RunsPanel::event(QEvent *event)
{
    // Inside the panel Ctrl+F searches the tree, whatever the window does with it elsewhere.
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && !isEmpty() && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        if (event->type() == QEvent::KeyPress)
            beginSearch();
        event->accept();
        return true;
    }
    return Panel::event(event);
}

} // namespace autodidact
