// The part of MemoryPanel that builds, names and enables.
#include "widgets/base/rowcopy.h"
#include "widgets/base/textscroll.h"
#include "widgets/base/theme.h"
#include "widgets/memory/forecastview.h"
#include "widgets/memory/memorybar.h"
#include "widgets/memory/memoryeditor.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/memory/memorypanel.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

void MemoryPanel::build()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_splitter = new QSplitter(Qt::Horizontal, body);
    m_splitter->setObjectName(u"memorySplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(buildTabs());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    column->addWidget(m_splitter, 1);
    setBody(body);
    m_addFirst = addEmptyAction({});
    m_addFirst->setObjectName(u"addFirstMemory"_s);
    buildActions();
}

QWidget *MemoryPanel::buildList()
{
    auto *left = new QWidget(m_splitter);
    m_bar = new MemoryBar(left);
    m_tools = new QToolBar(left);
    m_tools->setObjectName(u"memoryTools"_s);
    m_tools->setIconSize({16, 16});
    m_table = new QTableView(left);
    m_table->setObjectName(u"memoryTable"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(MemoryModel::Uses, Qt::DescendingOrder);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setSectionResizeMode(MemoryModel::Title, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    RowCopy::on(m_table);

    auto *nothing = new QWidget(left);
    m_nothing = new QLabel(nothing);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_clear = new QPushButton(nothing);
    m_clear->setObjectName(u"clearMemoryFilters"_s);
    auto *middle = new QVBoxLayout(nothing);
    middle->addStretch();
    middle->addWidget(m_nothing);
    middle->addWidget(m_clear, 0, Qt::AlignCenter);
    middle->addStretch();
    m_list = new QStackedWidget(left);
    m_list->addWidget(m_table);
    m_list->addWidget(nothing);

    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_tools);
    column->addWidget(m_list, 1);
    return left;
}

QWidget *MemoryPanel::buildTabs()
{
    m_tabs = new QTabWidget(m_splitter);
    m_tabs->setObjectName(u"memoryTabs"_s);
    m_tabs->setDocumentMode(true);
    m_editor = new MemoryEditor(m_tabs);
    m_uses = new MemorySources(MemorySources::Page::Uses, m_tabs);
    m_history = new MemorySources(MemorySources::Page::History, m_tabs);
    m_similar = new MemorySources(MemorySources::Page::Similar, m_tabs);
    m_tabs->addTab(new TextScroll(m_editor, m_tabs), {});
    m_tabs->addTab(m_uses, {});
    m_tabs->addTab(m_history, {});
    m_tabs->addTab(m_similar, {});
    m_forecast = new ForecastView(m_tabs);
    m_tabs->addTab(m_forecast, {});
    return m_tabs;
}

void MemoryPanel::buildActions()
{
    const auto add = [this](const QString &name, void (MemoryPanel::*act)()) {
        QAction *action = m_tools->addAction(QString());
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_keepAct = add(u"keepMemory"_s, &MemoryPanel::keep);
    m_addAct = add(u"addMemoryHere"_s, &MemoryPanel::addMemory);
    m_pinAct = add(u"pinMemoryHere"_s, &MemoryPanel::togglePin);
    m_pinAct->setCheckable(true);
    m_tagAct = add(u"tagMemory"_s, &MemoryPanel::tagSelected);
    m_archiveAct = add(u"archiveMemoryHere"_s, &MemoryPanel::archive);
    m_restoreAct = add(u"restoreMemory"_s, &MemoryPanel::restore);
    m_tools->addSeparator();
    m_undoAct = add(u"undoMemory"_s, &MemoryPanel::undo);
    m_redoAct = add(u"redoMemory"_s, &MemoryPanel::redo);
    m_tools->addSeparator();
    m_importAct = add(u"importMemoriesHere"_s, &MemoryPanel::importFile);
    m_exportAct = add(u"exportMemoriesHere"_s, &MemoryPanel::exportFile);
    m_tools->addSeparator();
    buildTies();
}

void MemoryPanel::connectParts()
{
    connect(&m_watch, &RunWatch::loadWanted, this, &MemoryPanel::load);
    connect(&m_services.feed, &Feed::events, this, &MemoryPanel::happened);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &MemoryPanel::writeDrafts);
    connect(m_model, &MemoryModel::moreWanted, this, &MemoryPanel::loadMore);
    connect(m_bar, &MemoryBar::queryChanged, this, [this] {
        m_fresh = 0;
        loadScene();
        reload();
    });
    connect(m_bar, &MemoryBar::freshWanted, &m_watch, &RunWatch::reloadNow);
    connect(m_clear, &QPushButton::clicked, m_bar, &MemoryBar::clear);
    connect(m_addFirst, &QPushButton::clicked, this, &MemoryPanel::addMemory);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MemoryPanel::rowChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MemoryPanel::updateActions);
    connect(m_table, &QTableView::clicked, this, [this] { Q_EMIT memoryHighlighted(m_current.id); });
    connect(m_table, &QTableView::doubleClicked, this, &MemoryPanel::editMemory);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (const auto order = MemoryModel::orderOf(column)) {
            m_table->horizontalHeader()->setSortIndicator(column, *order == MemoryOrder::Title ? Qt::AscendingOrder : Qt::DescendingOrder);
            m_bar->setOrder(*order);
        }
    });
    connect(m_editor, &MemoryEditor::edited, this, &MemoryPanel::typed);
    connect(m_editor, &MemoryEditor::saveWanted, this, &MemoryPanel::save);
    connect(m_editor, &MemoryEditor::discardWanted, this, &MemoryPanel::discard);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MemoryPanel::loadNeighbours);
    connect(m_tabs, &QTabWidget::currentChanged, this, &MemoryPanel::loadForecast);
    connect(m_uses, &MemorySources::placeWanted, &m_services.cursor, &CursorKeeper::request);
    const auto show = [this](MemoryId id) {
        highlightMemory(id);
        Q_EMIT memoryHighlighted(id);
    };
    connect(m_similar, &MemorySources::memoryWanted, this, show);
    connect(m_forecast, &ForecastView::memoryWanted, this, show);
    connect(m_history, &MemorySources::revertWanted, this, [this](int revision) {
        perform([id = m_current.id, revision](MemoryCommands &commands) {
            return commands.revert(id, revision).transform([](const Memory &memory) { return QList<Memory>{memory}; });
        }, After::Stay);
    });
}

void MemoryPanel::retranslate()
{
    m_addFirst->setText(tr("Add memory"));
    m_nothing->setText(tr("No memory matches."));
    m_clear->setText(tr("Clear search and filters"));
    m_table->setAccessibleName(tr("Memories"));
    m_tabs->setTabText(0, tr("Text"));
    m_tabs->setTabText(1, tr("Uses"));
    m_tabs->setTabText(2, tr("History"));
    m_tabs->setTabText(3, tr("Similar"));
    m_tabs->setTabText(4, tr("Forgetting"));
    const auto name = [](QAction *action, const QString &text) { action->setText(text); };
    name(m_keepAct, tr("Keep"));
    name(m_addAct, tr("Add"));
    name(m_pinAct, tr("Pin"));
    name(m_tagAct, tr("Tag…"));
    name(m_archiveAct, tr("Archive…"));
    name(m_restoreAct, tr("Restore"));
    name(m_undoAct, tr("Undo"));
    name(m_redoAct, tr("Redo"));
    name(m_importAct, tr("Import…"));
    name(m_exportAct, tr("Export…"));
    nameTies();
    m_bar->retranslate();
    m_editor->retranslate();
    for (MemorySources *page : {m_uses, m_history, m_similar})
        page->retranslate();
    m_forecast->retranslate();
    m_model->retranslate();
    showEmptyOrBody();
    noteVisibility();
    themeChanged();
}

void MemoryPanel::themeChanged()
{
    if (!m_exportAct)
        return;
    m_model->setPalette(palette());
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    QHeaderView *header = m_table->horizontalHeader();
    const auto widen = [&](int column, int digits) {
        header->resizeSection(column, qMax(digits * digit, m_table->fontMetrics().horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 3 * digit));
    };
    // Fixed, not to contents: a page of new rows must not move the columns.
    for (const auto &[column, digits] : {std::pair(MemoryModel::Kind, 10), {MemoryModel::Uses, 6}, {MemoryModel::Success, 7}, {MemoryModel::Term, 7},
                                         {MemoryModel::Origin, 10}, {MemoryModel::Pin, 4}, {MemoryModel::Age, 11}, {MemoryModel::Reviewed, 11}, {MemoryModel::Score, 7}})
        widen(column, digits);
    const std::pair<QAction *, const char *> icons[] = {{m_keepAct, "check"}, {m_addAct, "add"}, {m_pinAct, "pin"}, {m_tagAct, "tag"},
        {m_archiveAct, "archive"}, {m_restoreAct, "refresh"}, {m_undoAct, "undo"}, {m_redoAct, "redo"}, {m_importAct, "import"}, {m_exportAct, "export"}};
    for (const auto &[action, icon] : icons)
        action->setIcon(theme::icon(QLatin1StringView(icon), palette()));
    m_more->setIcon(theme::icon(u"more"_s, palette()));
    updateActions();
}

void MemoryPanel::updateActions()
{
    if (!m_exportAct)
        return;
    const bool chosen = hasSelection();
    const bool writable = !m_scene.frozen;
    const QString none = tr("Choose a memory first.");
    const auto set = [](QAction *action, bool enabled, const QString &hint, const QString &whyNot) {
        action->setEnabled(enabled);
        action->setToolTip(enabled ? hint : whyNot);
    };
    set(m_keepAct, chosen && writable, tr("Keep: mark as reviewed and go on (Space)"), none);
    set(m_addAct, m_scene.set.isValid() && writable, tr("Add a memory"), writable ? tr("Choose a run first.") : tr("This set is frozen."));
    set(m_pinAct, chosen && writable, tr("Pin: first in retrieval, never forgotten"), none);
    set(m_tagAct, chosen && writable, tr("Add or remove tags"), none);
    set(m_archiveAct, chosen && writable && m_current.state == MemoryState::Active, tr("Archive: leaves retrieval, nothing is deleted"), none);
    set(m_restoreAct, chosen && writable && m_current.state == MemoryState::Archived, tr("Restore: enters retrieval again"), tr("Choose an archived memory first."));
    set(m_undoAct, canUndo(), tr("Undo the newest change of memories"), tr("There is nothing to undo."));
    set(m_redoAct, canRedo(), tr("Redo"), tr("There is nothing to redo."));
    set(m_importAct, m_scene.set.isValid() && writable, tr("Import memories from a file"), tr("Choose a run first."));
    set(m_exportAct, m_model->rowCount() > 0, tr("Export the listed memories to a file"), tr("No memory is listed."));
    m_pinAct->setChecked(m_current.pinned);
    updateTies();
    m_addFirst->setEnabled(m_addAct->isEnabled());
    Q_EMIT stateChanged();
}

void MemoryPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    const bool wide = width() > 1.4 * height();
    m_splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    // What a narrow table leaves out first is what filters can still tell.
    const int room = (wide ? width() * 3 / 5 : width()) / fontMetrics().horizontalAdvance(u'0');
    m_table->setColumnHidden(MemoryModel::Term, room < 95);
    m_table->setColumnHidden(MemoryModel::Origin, room < 85);
    m_table->setColumnHidden(MemoryModel::Age, room < 75);
    m_table->setColumnHidden(MemoryModel::Reviewed, room < 60);
}

bool MemoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            keep();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void MemoryPanel::find()
{
    m_bar->startSearch();
}

} // namespace autodidact
