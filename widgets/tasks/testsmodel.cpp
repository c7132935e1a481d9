#include "widgets/tasks/testsmodel.h"

#include "widgets/base/theme.h"
#include "widgets/tasks/taskwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

void TestsModel::reset(const Task &task)
{
    beginResetModel();
    m_kind = task.kind;
    m_rows.clear();
    for (const TestCase &test : task.visibleTests)
        m_rows.append({Visibility::Visible, test, {}, {}});
    for (const TestCase &test : task.hiddenTests)
        m_rows.append({Visibility::Hidden, test, {}, {}});
    if (task.kind == TaskKind::Files) {
        m_rows.clear();
        for (const TestFile &file : task.testFiles)
            m_rows.append({file.visibility, {file.path, {}, {}, {}}, file.content, {}});
    }
    endResetModel();
}

void TestsModel::write(Task &task) const
{
    if (m_kind == TaskKind::Repository)
        return;
    task.visibleTests.clear();
    task.hiddenTests.clear();
    task.testFiles.clear();
    for (const TestRow &row : m_rows) {
        if (m_kind == TaskKind::Files) {
            task.testFiles.append({row.test.name, row.content, row.scope});
            continue;
        }
        TestCase test = row.test;
        if (m_kind == TaskKind::Program)
            test.code.clear();
        else
            test.input.clear(), test.outputs.clear();
        (row.scope == Visibility::Visible ? task.visibleTests : task.hiddenTests).append(test);
    }
}

int TestsModel::add(const TestRow &row)
{
    const int number = int(m_rows.size());
    beginInsertRows({}, number, number);
    m_rows.append(row);
    endInsertRows();
    return number;
}

void TestsModel::set(int row, const TestRow &changed)
{
    m_rows[row] = changed;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TestsModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

int TestsModel::rowOf(const TaskFinding &finding) const
{
    if (finding.test.isEmpty())
        return -1;
    const auto found = std::ranges::find_if(m_rows, [&finding](const TestRow &row) { return row.scope == finding.scope && row.test.name == finding.test; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString TestsModel::freeName(Visibility scope) const
{
    const QString pattern = m_kind == TaskKind::Files ? u"tests/test_%1.py"_s : scope == Visibility::Visible ? tr("example %1") : tr("hidden %1", "test");
    for (int number = 1;; ++number) {
        const QString name = pattern.arg(number);
        if (std::ranges::none_of(m_rows, [&name](const TestRow &row) { return row.test.name == name; }))
            return name;
    }
}

void TestsModel::mark(const QList<TaskFinding> &findings, bool judged)
{
    for (TestRow &row : m_rows) {
        row.finding.reset();
        row.green = judged;
    }
    for (const TaskFinding &finding : findings) {
        const int row = rowOf(finding);
        if (row >= 0 && (!m_rows.at(row).finding || !m_rows.at(row).finding->isError()))
            m_rows[row].finding = finding;
        // Where nothing was reached, nothing is known of any test.
        if (finding.code == FindingCode::ReferenceRed && finding.test.isEmpty())
            std::ranges::for_each(m_rows, [&finding](TestRow &each) { each.green = each.green && each.scope != finding.scope; });
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void TestsModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1), {Qt::DecorationRole});
}

void TestsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int TestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TestsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TestRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::DecorationRole: return index.column() == State ? icon(row) : QVariant();
    case Qt::ToolTipRole:
        return row.finding ? QString(u"<span>"_s + (taskwords::finding(*row.finding) + u'\n' + taskwords::detail(*row.finding)).trimmed().toHtmlEscaped()
                                         .replace(u'\n', u"<br>"_s) + u"</span>"_s)
                           : QVariant();
    case Qt::AccessibleTextRole: return text(row, index.column());
    default: return {};
    }
}

QString TestsModel::text(const TestRow &row, int column) const
{
    switch (column) {
    case Name: return row.test.name;
    case Scope: return taskwords::scope(row.scope);
    case State:
        if (row.finding)
            return row.finding->code == FindingCode::ReferenceRed ? tr("Red") : row.finding->isError() ? tr("Incomplete") : tr("Look at it");
        return row.green ? tr("Green") : QString();
    default: return {};
    }
}

QVariant TestsModel::icon(const TestRow &row) const
{
    if (!row.finding)
        return row.green ? QVariant(theme::stateIcon(ShownState::Passed, m_palette)) : QVariant();
    return theme::stateIcon(row.finding->isError() ? ShownState::Failed : ShownState::Infrastructure, m_palette);
}

QVariant TestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return m_kind == TaskKind::Files ? tr("File") : tr("Test");
    case Scope: return tr("The agent");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace autodidact
