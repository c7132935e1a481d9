#include "widgets/tasks/tasklistmodel.h"

#include "widgets/tasks/taskwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

void TaskListModel::setTasks(const QList<Task> &tasks)
{
    beginResetModel();
    m_tasks = tasks;
    endResetModel();
}

int TaskListModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_tasks, key, &Task::key);
    return found == m_tasks.end() ? -1 : int(found - m_tasks.begin());
}

void TaskListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_tasks.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_tasks.size()) - 1, ColumnCount - 1));
}

int TaskListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

int TaskListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Task &task = m_tasks.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(task, index.column());
    case Qt::ToolTipRole:
        return index.column() == Tests ? tr("%1 visible, %2 hidden", "tests").arg(task.visibleTests.size()).arg(task.hiddenTests.size())
                                       : text(task, index.column());
    case Qt::TextAlignmentRole: return int((index.column() >= Tests ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QString TaskListModel::text(const Task &task, int column) const
{
    switch (column) {
    case Key: return task.key;
    case Title: return task.title;
    case LanguageName: return taskwords::language(task.language);
    case Kind: return taskwords::kind(task.kind);
    case Group: return task.group;
    case Families: return task.families.join(u", "_s);
    case Tests:
        if (task.kind == TaskKind::Repository)
            return QString::number(task.repository.failToPass.size() + task.repository.passToPass.size());
        if (task.kind == TaskKind::Files)
            return QString::number(task.testFiles.size());
        return u"%1 + %2"_s.arg(task.visibleTests.size()).arg(task.hiddenTests.size());
    case References: return QString::number(task.references.size());
    default: return {};
    }
}

QVariant TaskListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section >= Tests ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key: return tr("Key");
    case Title: return tr("Title");
    case LanguageName: return tr("Language");
    case Kind: return tr("Kind");
    case Group: return tr("Group");
    case Families: return tr("Families");
    case Tests: return tr("Tests");
    case References: return tr("References");
    default: return {};
    }
}

void TaskListFilter::setWords(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void TaskListFilter::setLanguage(std::optional<Language> language)
{
    m_language = language;
    invalidateFilter();
}

void TaskListFilter::setKind(std::optional<TaskKind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

void TaskListFilter::setFamily(const QString &family)
{
    m_family = family;
    invalidateFilter();
}

bool TaskListFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Task &task = static_cast<const TaskListModel *>(sourceModel())->tasks().at(row);
    if ((m_language && task.language != *m_language) || (m_kind && task.kind != *m_kind) || (!m_family.isEmpty() && !task.families.contains(m_family)))
        return false;
    return std::ranges::all_of(m_words, [&task](const QString &word) {
        const auto has = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
        return has(task.key) || has(task.title) || has(task.group) || has(task.statement) || std::ranges::any_of(task.families, has)
            || std::ranges::any_of(task.tags, has);
    });
}

bool TaskListFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto &tasks = static_cast<const TaskListModel *>(sourceModel())->tasks();
    const auto count = [&tasks](const QModelIndex &index) {
        const Task &task = tasks.at(index.row());
        return index.column() == TaskListModel::References ? task.references.size()
                                                           : task.visibleTests.size() + task.hiddenTests.size() + task.testFiles.size();
    };
    if (left.column() >= TaskListModel::Tests)
        return count(left) < count(right);
    return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
}

} // namespace autodidact
