#include "widgets/memory/memorypanel.h"

#include "widgets/base/reasonwords.h"
#include "widgets/memory/forecastview.h"
#include "widgets/memory/meaningsearch.h"
#include "widgets/memory/memorybar.h"
#include "widgets/memory/memorydraftfile.h"
#include "widgets/memory/memoryeditor.h"
#include "widgets/memory/memorymodel.h"

#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

MemoryPanel::MemoryPanel(Services &services, QWidget *parent)
    : Panel(u"memory"_s, parent)
    , m_services(services)
    , m_watch(services, this)
    , m_meaning(std::make_shared<MeaningSearch>())
    , m_model(new MemoryModel(this))
{
    build();
    connectParts();
    retranslate();
    updateActions();
}

MemoryPanel::~MemoryPanel()
{
    if (m_draftTimer.isActive())
        writeDrafts();
}

QString MemoryPanel::title() const
{
    return tr("Memory", "panel of what the agent remembers, not RAM");
}

void MemoryPanel::load(RunId run)
{
    m_bar->setRun(run);
    m_fresh = 0;
    loadScene();
    reload();
}

void MemoryPanel::loadScene()
{
    struct Read {
        MemoryScene scene;
        QString path;
        std::optional<Result<MemoryDrafts::Table>> drafts;   // of an earlier session, once
    };
    m_services.reader.ask(this, m_sceneTicket, [query = m_bar->query(), first = m_databasePath.isEmpty()](Database &database) {
        return readMemoryScene(database, query).transform([&](const MemoryScene &scene) {
            Read read{scene, database.path(), {}};
            if (first)
                read.drafts = MemoryDraftFile(read.path).read();
            return read;
        });
    }, [this](const Result<Read> &read) {
        if (!read) {
            displayScene({});
            return;
        }
        if (m_databasePath.isEmpty() && read->drafts)
            adoptDrafts(*read->drafts);
        m_databasePath = read->path;
        displayScene(read->scene);
    });
}

Reader &MemoryPanel::meaningReader()
{
    if (m_databasePath.isEmpty())
        return m_services.reader;        // nothing has been read yet, so nothing is waited for either
    if (!m_meaningReader)
        m_meaningReader = std::make_unique<Reader>(m_databasePath);
    return *m_meaningReader;
}

void MemoryPanel::reload()
{
    const MemoryQuery query = m_bar->query();
    ++m_generation;
    const auto answer = [this](const Result<MemoryPage> &page) {
        if (page)
            display(*page);
        else
            display({});
        if (!page && page.error().kind != ErrorKind::NotFound)
            Q_EMIT failed(page.error());
    };
    if (!query.text.isEmpty() && query.mode == MemoryQuery::Mode::Meaning) {
        meaningReader().ask(this, m_pageTicket, [query, meaning = m_meaning](Database &database) { return meaning->search(database, query); }, answer);
        return;
    }
    m_services.reader.ask(this, m_pageTicket, [query](Database &database) { return readMemoryPage(database, query, 0); }, answer);
}

void MemoryPanel::loadMore(int offset)
{
    m_services.reader.ask(this, m_moreTicket,
        [query = m_bar->query(), offset](Database &database) { return readMemoryPage(database, query, offset); },
        [this, generation = m_generation](const Result<MemoryPage> &page) {
            if (generation == m_generation && page)
                m_model->append(*page);
            showCounts();
        });
}

void MemoryPanel::display(const MemoryPage &page)
{
    const int scrolled = m_table->verticalScrollBar()->value();
    m_fresh = 0;                         // what came meanwhile is in this page
    m_model->setNow(QDateTime::currentDateTimeUtc());
    m_model->reset(page);
    m_table->setColumnHidden(MemoryModel::Score, m_bar->query().text.isEmpty());
    QStringList tags;
    for (const MemoryRow &row : page.rows) {
        for (const QString &tag : row.memory.tags) {
            if (!tags.contains(tag))
                tags.append(tag);
        }
    }
    tags.sort();
    m_bar->setTags(tags.first(std::min<qsizetype>(40, tags.size())));
    showCounts();
    if (m_adding)
        return;
    const int row = m_model->rowOf(m_current.id);
    if (row >= 0) {
        selectRow(row);
        m_table->verticalScrollBar()->setValue(scrolled);
    } else if (m_model->rowCount() > 0) {
        selectRow(0);
    }
}

void MemoryPanel::showCounts()
{
    m_bar->setCounts(m_model->matching(), m_model->all());
    m_bar->setFresh(m_fresh);
    m_list->setCurrentIndex(m_model->rowCount() == 0 && m_bar->query().isNarrowed() ? 1 : 0);
}

void MemoryPanel::displayScene(const MemoryScene &scene)
{
    m_scene = scene;
    m_bar->setPins(scene.pinnedTokens, scene.tokenBudget);
    showEmptyOrBody();
    noteVisibility();
    updateActions();
    loadForecast();
}

void MemoryPanel::showEmptyOrBody()
{
    if (m_scene.entries == 0 && !m_adding && m_bar->query().scope == MemoryQuery::Scope::Run)
        showEmpty(tr("Nothing remembered yet. Memories appear after the first solved task."));
    else
        showBody();
}

void MemoryPanel::rowChosen()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    m_adding = false;
    open(m_model->row(index.row()).memory);
}

void MemoryPanel::open(const Memory &memory)
{
    const bool other = memory.id != m_current.id;
    m_current = memory;
    m_editor->setDraft(m_drafts.draft(memory.id, draftOf(memory)));
    m_editor->setChanged(m_drafts.has(memory.id));
    m_editor->setReadOnly(m_scene.frozen);
    noteVisibility();
    updateActions();
    if (other || memory.id.isValid())
        loadSources();
}

void MemoryPanel::noteVisibility()
{
    if (m_scene.frozen)
        m_editor->setNote(tr("This set is frozen."));
    else if (!m_current.id.isValid())
        m_editor->setNote(tr("Visible to the agent from round %1").arg(m_scene.lastRound + 1));
    else if (m_current.state == MemoryState::Archived)
        m_editor->setNote(m_current.archiveReason.isEmpty() ? tr("Archived: not retrieved") : tr("Archived: %1").arg(reasonwords::sentence(m_current.why, m_current.archiveReason)));
    else if (m_current.visibleFromRound > m_scene.lastRound)
        m_editor->setNote(tr("Visible to the agent from round %1").arg(m_current.visibleFromRound));
    else
        m_editor->setNote(tr("%n token(s)", nullptr, m_current.tokens));
}

void MemoryPanel::loadSources()
{
    if (!m_current.id.isValid()) {
        m_uses->setLoaded({});
        m_history->setLoaded({});
        m_similar->setNeighbours({});
        return;
    }
    m_services.reader.ask(this, m_sourceTicket, [id = m_current.id](Database &database) { return MemorySources::read(database, id); },
                          [this](const Result<MemorySources::Loaded> &loaded) {
                              if (!loaded)
                                  return;
                              m_uses->setLoaded(*loaded);
                              m_history->setLoaded(*loaded);
                          });
    loadNeighbours();
}

void MemoryPanel::loadNeighbours()
{
    constexpr int shown = 10;
    if (m_tabs->currentWidget() != m_similar || !m_current.id.isValid())
        return;                          // only when somebody looks: it may have to build an index
    meaningReader().ask(this, m_similarTicket,
        [query = m_bar->query(), id = m_current.id, meaning = m_meaning](Database &database) { return meaning->neighbours(database, query, id, shown); },
        [this](const Result<QList<MemoryRow>> &rows) { m_similar->setNeighbours(rows.value_or(QList<MemoryRow>())); });
}

void MemoryPanel::loadForecast()
{
    const MemorySetId set = setInHand();
    if (m_tabs->currentWidget() != m_forecast || !set.isValid())
        return;
    meaningReader().ask(this, m_forecastTicket, [set](Database &database) { return ForecastView::read(database, set); },
                        [this](const Result<ForecastView::Loaded> &loaded) {
                            if (loaded)
                                m_forecast->setLoaded(*loaded);
                            else
                                Q_EMIT failed(loaded.error());
                        });
}

void MemoryPanel::highlightMemory(MemoryId id)
{
    if (const int row = m_model->rowOf(id); row >= 0) {
        const QSignalBlocker quiet(this);
        selectRow(row);
        return;
    }
    m_services.reader.ask(this, m_findTicket, [id](Database &database) { return MemoryStore(database).byId(id); },
                          [this](const Result<Memory> &memory) {
                              if (!memory)
                                  return;
                              m_adding = false;
                              m_table->clearSelection();
                              m_table->setCurrentIndex({});
                              showBody();
                              open(*memory);
                          });
}

void MemoryPanel::selectRow(int row)
{
    // The table's own selectRow() asks the keyboard: it would take the row away while Ctrl of Ctrl+D is held.
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, MemoryModel::Title), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void MemoryPanel::happened(const QList<Event> &events)
{
    bool relevant = false;
    for (const Event &event : events) {
        const auto *stored = std::get_if<MemoryStored>(&event.payload);
        if (event.run != m_watch.run() || (!stored && !std::holds_alternative<RoundStarted>(event.payload)))
            continue;
        relevant = true;
        if (!stored || !isVisible())
            continue;
        const bool known = m_model->replace(stored->memory);
        if (!known && !event.byPerson && stored->act == u"add"_s && matches(stored->memory, m_bar->query(), m_scene.meanSuccess))
            ++m_fresh;
        if (stored->memory.id != m_current.id || m_drafts.has(m_current.id))
            continue;
        m_current = stored->memory;
        m_editor->setDraft(draftOf(m_current));
    }
    if (!relevant)
        return;
    if (!isVisible() || isEmpty()) {
        m_watch.reloadSoon();
        return;
    }
    showCounts();
    loadScene();
}

} // namespace autodidact
