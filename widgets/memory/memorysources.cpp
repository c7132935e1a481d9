#include "widgets/memory/memorysources.h"

#include "core/storage/attemptstore.h"
#include "core/storage/runreader.h"
#include "widgets/base/domainwords.h"
#include "widgets/base/rowcopy.h"
#include "widgets/base/reasonwords.h"
#include "widgets/memory/linesmodel.h"
#include "widgets/memory/memorywords.h"

#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Cursor cursorOf(RunId run, const Place &place)
{
    return {run, place.round, place.task, place.attempt, place.phase};
}

QString time(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

Result<MemorySources::Loaded> MemorySources::read(Database &database, MemoryId id)
{
    MemoryStore store(database);
    const Result<Memory> memory = store.byId(id);
    if (!memory)
        return std::unexpected(memory.error());
    const auto uses = store.usesOf(id);
    const auto history = store.history(id);
    if (!uses || !history)
        return std::unexpected(uses ? history.error() : uses.error());
    Loaded loaded{*memory, *uses, *history, {}, memory->taskKey};
    if (memory->source.isValid()) {
        if (const auto attempt = RunReader(database).attempt(memory->source)) {
            loaded.source = cursorOf(attempt->attempt.run, attempt->attempt.place);
            loaded.sourceTask = attempt->task.key;
        }
    }
    return loaded;
}

MemorySources::MemorySources(Page page, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_model(new LinesModel(page == Page::Similar ? 2 : 3, this))
    , m_view(new QTableView(this))
{
    static constexpr QLatin1StringView names[] = {"memoryUses"_L1, "memoryHistory"_L1, "memorySimilar"_L1};
    m_view->setObjectName(names[int(page)]);
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    RowCopy::on(m_view);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(page == Page::Similar ? 1 : 0, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_view, &QTableView::activated, this, &MemorySources::opened);
    retranslate();
}

void MemorySources::retranslate()
{
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    switch (m_page) {
    case Page::Uses:
        m_model->setHeaders({tr("Where"), tr("Solved"), tr("Score")});
        m_view->setAccessibleName(tr("Where the memory came from and was used"));
        return showUses();
    case Page::History:
        m_model->setHeaders({tr("Revision"), tr("By"), tr("When")});
        m_view->setAccessibleName(tr("Revisions of the memory"));
        return showHistory();
    case Page::Similar:
        m_model->setHeaders({tr("Similarity"), tr("Title")});
        m_view->setAccessibleName(tr("Similar memories"));
        return showNeighbours();
    }
}

void MemorySources::setLoaded(const Loaded &loaded)
{
    m_loaded = loaded;
    m_page == Page::Uses ? showUses() : showHistory();
}

void MemorySources::setNeighbours(const QList<MemoryRow> &rows)
{
    m_neighbours = rows;
    showNeighbours();
}

void MemorySources::showUses()
{
    QList<LinesModel::Line> lines;
    if (m_loaded.source) {
        const Cursor &at = *m_loaded.source;
        const QString where = tr("Came from round %1 · %2 · attempt %3").arg(QString::number(at.round.value_or(0)), m_loaded.sourceTask, QString::number(at.attempt.value_or(0)));
        lines.append({QStringList{where}, tr("Double-click to go there"), QVariant::fromValue(at)});
    }
    for (const MemoryUseRow &use : m_loaded.uses) {
        const QString solved = !use.success ? QString() : *use.success ? tr("yes", "solved") : tr("no", "not solved");
        lines.append({{memorywords::useLine(use), solved, QLocale().toString(use.score, 'f', 2)},
                      tr("It carried revision %1. Double-click to go there").arg(use.revision), QVariant::fromValue(cursorOf(use.run, use.place))});
    }
    if (lines.isEmpty() && m_loaded.memory.id.isValid())
        lines.append({.cells = {tr("Not used yet.")}, .hint = {}, .behind = {}});
    m_model->setLines(lines);
}

void MemorySources::showHistory()
{
    QList<LinesModel::Line> lines;
    for (auto it = m_loaded.history.crbegin(); it != m_loaded.history.crend(); ++it) {
        const QString act = tr("%1 · %2", "number of a revision and what was done").arg(it->memory.revision).arg(memorywords::act(it->note));
        QStringList hint{it->memory.title};
        if (!it->note.reason.isEmpty())
            hint.append(reasonwords::sentence(it->memory.why, it->note.reason));
        if (it->memory.revision != m_loaded.memory.revision)
            hint.append(tr("Double-click to bring this text back as a new revision"));
        lines.append({{act, it->note.byPerson ? tr("A person") : tr("The run"), time(it->at)}, hint.join(u'\n'), it->memory.revision});
    }
    m_model->setLines(lines);
}

void MemorySources::showNeighbours()
{
    QList<LinesModel::Line> lines;
    for (const MemoryRow &row : m_neighbours)
        lines.append({{QLocale().toString(row.score.value_or(0), 'f', 2), row.memory.title}, row.memory.content.left(400), QVariant::fromValue(row.memory.id.value)});
    if (lines.isEmpty())
        lines.append({.cells = {QString(), tr("Nothing like it.")}, .hint = {}, .behind = {}});
    m_model->setLines(lines);
}

void MemorySources::opened(const QModelIndex &index)
{
    const QVariant behind = index.data(Qt::UserRole);
    if (!behind.isValid())
        return;
    switch (m_page) {
    case Page::Uses:
        Q_EMIT placeWanted(behind.value<Cursor>());
        break;
    case Page::History:
        if (behind.toInt() != m_loaded.memory.revision)
            Q_EMIT revertWanted(behind.toInt());
        break;
    case Page::Similar:
        Q_EMIT memoryWanted(MemoryId{behind.toLongLong()});
        break;
    }
}

} // namespace autodidact
