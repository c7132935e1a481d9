#include "widgets/base/domainwords.h"
#include "widgets/base/roworder.h"
#include "widgets/runs/runtree.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

// How live events change the tree, and what its cells say.

namespace autodidact {

void RunTreeModel::apply(const QList<Event> &events)
{
    for (const Event &event : events) {
        RunNode *run = runNode(event.run);
        if (!run)
            continue;
        if (const auto *status = std::get_if<RunStatusChanged>(&event.payload)) {
            m_live[event.run] = status->status == RunStatus::Running || status->status == RunStatus::Paused;
            run->item.state = shownState(status->status);
            changed(run);
        }
        if (run->asked)
            m_held[event.run].append(event);
        else if (run->loaded && event.sequence > m_contained.value(event.run))
            apply(run, event);
    }
}

void RunTreeModel::apply(RunNode *run, const Event &event)
{
    m_contained[event.run] = event.sequence;
    std::visit([&](const auto &payload) {
        if constexpr (requires { apply(run, event, payload); })
            apply(run, event, payload);
    }, event.payload);
}

void RunTreeModel::apply(RunNode *run, const Event &event, const RoundStarted &payload)
{
    Round round = payload.round;
    round.run = event.run;
    put(run, itemOf(round, true))->loaded = true;
}

void RunTreeModel::apply(RunNode *run, const Event &event, const TaskStarted &payload)
{
    RunNode *round = child(run, {event.place.round});
    if (!round || !hasRows(event.place.phase))
        return;
    TaskRow row;
    row.task = payload.task;
    row.place = event.place;
    row.key = payload.key;
    row.title = m_titles.value(payload.key);
    row.split = payload.split;
    put(round, itemOf(row, event.run, true))->loaded = true;
}

void RunTreeModel::apply(RunNode *run, const Event &event, const AttemptAnswered &payload)
{
    RunNode *round = child(run, {event.place.round});
    Place place = event.place;
    place.attempt = 0;
    if (!round)
        return;
    const Attempt &attempt = payload.attempt;
    const qint64 tokens = attempt.usage.promptTokens + attempt.usage.completionTokens;
    for (RunNode *node : {round, run}) {
        node->item.tokens += tokens;             // trials are paid for, too
        changed(node);
    }
    RunNode *task = child(round, place);
    if (!task)
        return;
    AttemptRow row;
    row.id = attempt.id;
    row.place = event.place;
    row.taskKey = task->item.key;
    row.version = attempt.version;
    row.tokens = tokens;
    row.exposed = attempt.exposed;
    row.startedAt = attempt.startedAt;
    put(task, itemOf(row, event.run, true));
    task->item.tokens += tokens;
    task->item.version = row.version;
    changed(task);
}

void RunTreeModel::apply(RunNode *run, const Event &event, const VerdictReached &payload)
{
    const Verdict &verdict = payload.verdict;
    RunNode *round = child(run, {event.place.round});
    Place place = event.place;
    place.attempt = 0;
    RunNode *task = round ? child(round, place) : nullptr;
    if (!task || verdict.scope != Visibility::Hidden)
        return;
    const auto passed = int(std::ranges::count_if(verdict.tests, &TestResult::passed));
    const auto show = [&](RunItem &item) {
        item.passed = passed;
        item.total = int(verdict.tests.size());
        item.errorClass = verdict.errorClass;
    };
    show(task->item);
    changed(task);
    if (RunNode *attempt = child(task, event.place)) {
        show(attempt->item);
        attempt->item.state = !verdict.counts() ? ShownState::Infrastructure : verdict.passed ? ShownState::Passed : ShownState::Failed;
        changed(attempt);
    }
}

void RunTreeModel::apply(RunNode *run, const Event &event, const TaskFinished &payload)
{
    RunNode *round = child(run, {event.place.round});
    RunNode *task = round ? child(round, event.place) : nullptr;
    if (!task)
        return;
    RunItem &item = task->item;
    item.state = payload.errorClass == ErrorClass::Infrastructure ? ShownState::Infrastructure
               : !payload.solved                                  ? ShownState::Failed
               : payload.exposed                                  ? ShownState::Recalled
                                                                  : ShownState::Passed;
    item.errorClass = payload.solved ? ErrorClass::None : payload.errorClass;
    changed(task);
    if (event.place.phase == Phase::Learn && payload.solved) {
        ++round->item.passed;
        changed(round);
    }
    if (payload.exposed && payload.solved && !task->children.empty()) {
        RunNode *last = task->children.back().get();
        last->item.state = ShownState::Recalled;
        changed(last);
    }
}

void RunTreeModel::apply(RunNode *run, const Event &event, const RoundFinished &payload)
{
    Round round = payload.round;
    round.run = event.run;
    put(run, itemOf(round, false));
    run->item.passed = round.solved;
    run->item.total = round.tasks;
    changed(run);
}

QString RunTreeModel::nameOf(const RunItem &item) const
{
    switch (item.level) {
    case RunLevel::Run: return item.name;
    case RunLevel::Round: return tr("Round %1").arg(item.place.round);
    case RunLevel::Attempt: return tr("Attempt %1").arg(item.place.attempt);
    case RunLevel::Task: break;
    }
    switch (item.place.phase) {
    case Phase::Baseline: return tr("%1 (baseline)", "a task, solved with the first version").arg(item.name);
    case Phase::Watch: return tr("%1 (watched)", "a task on which versions are compared").arg(item.name);
    case Phase::Checkpoint: return tr("%1 (held out)", "a task that nothing is learned from").arg(item.name);
    default: return item.name;
    }
}

QVariant RunTreeModel::display(const RunItem &item, int column) const
{
    switch (column) {
    case NameColumn: return nameOf(item);
    case PassedColumn: return item.total > 0 ? u"%1/%2"_s.arg(item.passed).arg(item.total) : QString();
    case ErrorColumn: return words::errorClass(item.errorClass);
    case TokensColumn: return item.tokens > 0 ? QLocale().toString(item.tokens) : QString();
    case TimeColumn: return words::ago(item.startedAt, m_now);
    default: return {};
    }
}

QString RunTreeModel::toolTip(const RunItem &item, int column) const
{
    switch (column) {
    case PassedColumn:
        if (item.total == 0)
            return {};
        return item.level <= RunLevel::Round ? tr("%1 of %2 tasks solved").arg(item.passed).arg(item.total)
                                             : tr("%1 of %2 hidden tests passed").arg(item.passed).arg(item.total);
    case TimeColumn: return item.startedAt.isValid() ? QLocale().toString(item.startedAt.toLocalTime(), QLocale::LongFormat) : QString();
    case NameColumn: break;
    default: return {};
    }
    const bool hasState = item.level >= RunLevel::Task || item.state != ShownState::None;
    QStringList lines{item.key.isEmpty() || item.level == RunLevel::Attempt ? nameOf(item) : u"%1 (%2)"_s.arg(item.name, item.key)};
    if (hasState)
        lines.append(words::state(item.state));
    if (item.version > 0)
        lines.append(tr("Prompt version %1").arg(item.version));
    if (const SelfTestMatrix &own = item.selfTests; own.attempts() > 0) {
        lines.append(tr("Self-tests of %n attempts: %1 rejected right code, %2 accepted wrong code", nullptr, own.attempts())
                         .arg(own.onlyHiddenPassed).arg(own.onlyOwnPassed));
    }
    if (item.used)
        lines.append(tr("Used the highlighted memory", "memory entry"));
    return lines.join(u'\n');
}

QVariant RunTreeModel::sortKey(const RunItem &item, int column) const
{
    switch (column) {
    case PassedColumn: return item.total > 0 ? double(item.passed) / item.total : -1.0;
    case ErrorColumn: return int(item.errorClass);
    case TokensColumn: return item.tokens;
    case TimeColumn: return item.startedAt;
    default: return {};
    }
}

QVariant RunTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RunItem &item = nodeAt(index)->item;
    switch (role) {
    case Qt::DisplayRole: return display(item, index.column());
    case Qt::DecorationRole: return index.column() == NameColumn ? QVariant(m_icons[size_t(item.state)]) : QVariant();
    case Qt::ToolTipRole: return toolTip(item, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == NameColumn || index.column() == ErrorColumn ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? QVariant(tr("%1, %2", "name of a row, and its state").arg(nameOf(item), words::state(item.state)))
                                            : display(item, index.column());
    case LevelRole: return int(item.level);
    case StateRole: return int(item.state);
    case ErrorRole: return int(item.errorClass);
    case SearchRole: return QString(item.name + u'\n' + item.key);
    case SortRole: return sortKey(item, index.column());
    case UsedRole: return item.used;
    case DimmedRole: return m_version && item.version > 0 && item.version != *m_version;
    default: return {};
    }
}

QVariant RunTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == NameColumn || section == ErrorColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                                               : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case PassedColumn: return tr("Passed", "column: tests of an attempt, tasks of a round");
    case ErrorColumn: return tr("Error");
    case TokensColumn: return tr("Tokens");
    case TimeColumn: return tr("Time");
    default: return {};
    }
}

} // namespace autodidact
