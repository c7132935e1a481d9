#include "widgets/runs/runtree.h"

#include "widgets/base/domainwords.h"
#include "widgets/base/roworder.h"

#include <QLocale>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString placeKey(RunId run, const Place &place)
{
    return u"%1/%2/%3/%4"_s.arg(run.value).arg(place.round).arg(int(place.phase)).arg(place.task);
}

auto orderOfNode(const std::unique_ptr<RunNode> &node)
{
    return rowOrder(node->item.place);
}

} // namespace

RunTreeModel::RunTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<RunNode>())
    , m_now(QDateTime::currentDateTimeUtc())
{
    m_root->loaded = true;
}

RunTreeModel::~RunTreeModel() = default;

RunNode *RunTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<RunNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex RunTreeModel::indexFor(const RunNode *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, column, node);
}

RunNode *RunTreeModel::runNode(RunId run) const
{
    const auto found = std::ranges::find(m_root->children, run, [](const auto &node) { return node->item.run; });
    return found == m_root->children.end() ? nullptr : found->get();
}

RunNode *RunTreeModel::child(RunNode *parent, const Place &place) const
{
    const auto at = std::ranges::lower_bound(parent->children, rowOrder(place), {}, orderOfNode);
    return at != parent->children.end() && (*at)->item.place == place ? at->get() : nullptr;
}

RunNode *RunTreeModel::put(RunNode *parent, RunItem item)
{
    decorate(item);
    if (RunNode *known = child(parent, item.place)) {
        if (known->item != item) {
            known->item = std::move(item);
            changed(known);
        }
        return known;
    }
    const auto at = std::ranges::lower_bound(parent->children, rowOrder(item.place), {}, orderOfNode);
    const int row = int(at - parent->children.begin());
    beginInsertRows(indexFor(parent), row, row);
    const auto added = parent->children.insert(at, std::make_unique<RunNode>(RunNode{std::move(item), parent, row}));
    for (auto later = added + 1; later != parent->children.end(); ++later)
        ++(*later)->row;
    RunNode *node = added->get();
    endInsertRows();
    return node;
}

/// Many rows at once are one insertion: views do their work once.
void RunTreeModel::fill(RunNode *parent, QList<RunItem> items)
{
    if (!parent->children.empty()) {
        for (RunItem &item : items)
            put(parent, std::move(item));
        return;
    }
    std::ranges::sort(items, {}, [](const RunItem &item) { return rowOrder(item.place); });
    beginInsertRows(indexFor(parent), 0, int(items.size()) - 1);
    parent->children.reserve(size_t(items.size()));
    for (RunItem &item : items) {
        decorate(item);
        const int row = int(parent->children.size());
        parent->children.push_back(std::make_unique<RunNode>(RunNode{std::move(item), parent, row}));
    }
    endInsertRows();
}

void RunTreeModel::changed(RunNode *node)
{
    Q_EMIT dataChanged(indexFor(node), indexFor(node, ColumnCount - 1));
}

void RunTreeModel::changedBelow(RunNode *node)
{
    if (node->children.empty())
        return;
    for (const auto &child : node->children)
        changedBelow(child.get());
    Q_EMIT dataChanged(indexFor(node->children.front().get()), indexFor(node->children.back().get(), ColumnCount - 1));
}

void RunTreeModel::decorate(RunItem &item) const
{
    item.used = false;
    if (m_usingPlaces.isEmpty())
        return;              // the usual case, for 50,000 rows at once
    item.used = item.level == RunLevel::Attempt ? m_using.contains(item.attempt.value)
              : item.level == RunLevel::Task    ? m_usingPlaces.contains(placeKey(item.run, item.place))
                                                : m_usingPlaces.contains(placeKey(item.run, {item.place.round}));
}

void RunTreeModel::setIcons(std::array<QIcon, 7> icons)
{
    m_icons = std::move(icons);
    changedBelow(m_root.get());
}

void RunTreeModel::setClock(const QDateTime &now)
{
    m_now = now;
    changedBelow(m_root.get());
}

void RunTreeModel::retranslate()
{
    changedBelow(m_root.get());
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void RunTreeModel::putRun(const RunRow &row)
{
    RunItem item = itemOf(row);
    m_live[row.run.id] = row.live;
    decorate(item);
    if (RunNode *known = runNode(row.run.id)) {
        known->item = std::move(item);
        changed(known);
        return;
    }
    // Newest first, whatever the order of arrival.
    const auto at = std::ranges::lower_bound(m_root->children, item.run, std::ranges::greater(), [](const auto &node) { return node->item.run; });
    const int at_row = int(at - m_root->children.begin());
    beginInsertRows({}, at_row, at_row);
    const auto added = m_root->children.insert(at, std::make_unique<RunNode>(RunNode{std::move(item), m_root.get(), at_row}));
    for (auto later = added + 1; later != m_root->children.end(); ++later)
        ++(*later)->row;
    endInsertRows();
}

void RunTreeModel::putContent(RunId run, const RunContent &content)
{
    RunNode *node = runNode(run);
    if (!node)
        return;
    m_live[run] = content.live;
    m_contained[run] = content.sequence;
    node->loaded = true;
    node->asked = false;
    for (const Round &round : content.rounds)
        put(node, itemOf(round, content.live));
    std::map<int, QList<RunItem>> byRound;
    for (const TaskRow &task : content.tasks) {
        if (!task.title.isEmpty())
            m_titles.insert(task.key, task.title);
        byRound[task.place.round].append(itemOf(task, run, content.live));
    }
    for (auto &[number, items] : byRound) {
        if (RunNode *round = child(node, {number})) {
            round->loaded = true;
            fill(round, std::move(items));
        }
    }
    // What happened while this was read, and is not in it.
    apply(m_held.take(run));
}

void RunTreeModel::putAttempts(RunId run, const Place &task, const QList<AttemptRow> &rows)
{
    RunNode *node = runNode(run);
    RunNode *round = node ? child(node, {task.round}) : nullptr;
    RunNode *parent = round ? child(round, task) : nullptr;
    if (!parent)
        return;
    parent->loaded = true;
    parent->asked = false;
    for (const AttemptRow &row : rows) {
        RunItem item = itemOf(row, run, m_live.value(run));
        // An event may have told more of it since these rows were read.
        const RunNode *known = child(parent, item.place);
        const bool older = known && item.total == 0 && known->item.total > 0;
        if (!older)
            put(parent, std::move(item));
    }
}

void RunTreeModel::giveUp(RunId run)
{
    if (RunNode *node = runNode(run))
        node->asked = false;
    m_held.remove(run);
}

void RunTreeModel::showMemoryUses(const QList<MemoryUseRow> &uses)
{
    m_using.clear();
    m_usingPlaces.clear();
    for (const MemoryUseRow &use : uses) {
        m_using.insert(use.attempt.value);
        Place place = use.place;
        place.attempt = 0;
        m_usingPlaces.insert(placeKey(use.run, place));
        m_usingPlaces.insert(placeKey(use.run, {place.round}));
        m_usingPlaces.insert(placeKey(use.run, {}));
    }
    const auto renew = [this](const auto &self, RunNode *node) -> void {
        for (const auto &child : node->children) {
            decorate(child->item);
            self(self, child.get());
        }
    };
    renew(renew, m_root.get());
    changedBelow(m_root.get());
}

void RunTreeModel::highlightVersion(std::optional<int> version)
{
    if (version == m_version)
        return;
    m_version = version;
    changedBelow(m_root.get());
}

QModelIndex RunTreeModel::indexOf(const Cursor &cursor) const
{
    RunNode *node = runNode(cursor.run);
    if (!node)
        return {};
    RunNode *round = cursor.round ? child(node, {*cursor.round}) : nullptr;
    if (!round)
        return indexFor(node);
    if (!cursor.task)
        return indexFor(round);
    for (const Phase phase : {cursor.phase.value_or(Phase::Learn), Phase::Watch, Phase::Checkpoint, Phase::Baseline}) {
        RunNode *task = child(round, {*cursor.round, phase, *cursor.task});
        if (!task)
            continue;
        RunNode *attempt = cursor.attempt ? child(task, {*cursor.round, phase, *cursor.task, *cursor.attempt}) : nullptr;
        return indexFor(attempt ? attempt : task);
    }
    return indexFor(round);
}

std::optional<Cursor> RunTreeModel::cursorAt(const QModelIndex &index) const
{
    return index.isValid() ? std::optional(nodeAt(index)->item.cursor()) : std::nullopt;
}

const RunItem *RunTreeModel::itemAt(const QModelIndex &index) const
{
    return index.isValid() ? &nodeAt(index)->item : nullptr;
}

bool RunTreeModel::isLoaded(const QModelIndex &index) const
{
    return nodeAt(index)->loaded;
}

QModelIndex RunTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, nodeAt(parent)->children[size_t(row)].get()) : QModelIndex();
}

QModelIndex RunTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexFor(nodeAt(child)->parent) : QModelIndex();
}

int RunTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int RunTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool RunTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const RunNode *node = nodeAt(parent);
    return !node->children.empty() || (!node->loaded && parent.isValid() && node->item.level != RunLevel::Attempt);
}

bool RunTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.column() > 0)
        return false;
    const RunNode *node = nodeAt(parent);
    const bool lazy = node->item.level == RunLevel::Run || node->item.level == RunLevel::Task;
    return lazy && !node->loaded && !node->asked;
}

void RunTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    RunNode *node = nodeAt(parent);
    node->asked = true;
    if (node->item.level == RunLevel::Run)
        Q_EMIT contentWanted(node->item.run);
    else
        Q_EMIT attemptsWanted(node->item.run, node->item.place);
}

} // namespace autodidact
