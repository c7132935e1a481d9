#include "widgets/verdict/verdictmodel.h"

#include "widgets/verdict/verdictwords.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Groups have id 0, their rows 1 + int(Group): groups may come later without moving the rows of others.
constexpr quintptr groupId = 0;

} // namespace

QList<VerdictModel::Part> VerdictModel::partsOf(const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden,
                                                const std::optional<Verdict> &own, const QList<ToolReport> &tools)
{
    QList<Part> parts;
    // Both verdicts build the same code: the messages of one are enough.
    const auto &built = visible && !visible->diagnostics.isEmpty() ? visible : hidden;
    if (built && !built->diagnostics.isEmpty())
        parts.append({.group = Group::Build, .diagnostics = built->diagnostics});
    if (!tools.isEmpty())
        parts.append({.group = Group::Tools, .findings = findingsOf(tools)});
    if (visible)
        parts.append({.group = Group::Visible, .tests = visible->tests});
    if (own)
        parts.append({.group = Group::Own, .tests = own->tests});
    if (hidden)
        parts.append({.group = Group::Hidden, .tests = hidden->tests});
    return parts;
}

QList<VerdictModel::Finding> VerdictModel::findingsOf(const QList<ToolReport> &tools)
{
    QList<Finding> findings;
    for (const ToolReport &report : tools) {
        for (const ToolFinding &said : report.findings)
            findings.append({report.check, report.tool, said});
        if (report.findings.isEmpty())
            findings.append({report.check, report.tool, {}});
    }
    return findings;
}

void VerdictModel::show(AttemptId attempt, const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden,
                        const std::optional<Verdict> &own, const QList<ToolReport> &tools)
{
    const QList<Part> parts = partsOf(visible, hidden, own, tools);
    if (attempt == m_attempt) {
        merge(parts);
        return;
    }
    beginResetModel();
    m_attempt = attempt;
    m_parts = parts;
    endResetModel();
}

void VerdictModel::merge(const QList<Part> &parts)
{
    for (int row = int(m_parts.size()) - 1; row >= 0; --row) {
        const bool stays = std::ranges::find(parts, m_parts[row]) != parts.end();
        if (!stays) {
            beginRemoveRows({}, row, row);
            m_parts.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < parts.size(); ++row) {
        if (row < m_parts.size() && m_parts[row] == parts[row])
            continue;
        beginInsertRows({}, row, row);
        m_parts.insert(row, parts[row]);
        endInsertRows();
    }
}

const VerdictModel::Part &VerdictModel::partOf(const QModelIndex &row) const
{
    return *std::ranges::find(m_parts, static_cast<Group>(row.internalId() - 1), &Part::group);
}

void VerdictModel::setIcons(const QIcon &passed, const QIcon &failed, const QIcon &notRun)
{
    m_passed = passed;
    m_failed = failed;
    m_notRun = notRun;
    retranslate();
}

void VerdictModel::retranslate()
{
    for (int row = 0; row < m_parts.size(); ++row) {
        const QModelIndex group = index(row, 0);
        Q_EMIT dataChanged(group, group.siblingAtColumn(ColumnCount - 1));
        if (const int count = rowCount(group); count > 0)
            Q_EMIT dataChanged(index(0, 0, group), index(count - 1, ColumnCount - 1, group));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const TestResult *VerdictModel::testAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return nullptr;
    const Part &part = partOf(index);
    return part.tests.isEmpty() ? nullptr : &part.tests[index.row()];
}

QModelIndex VerdictModel::groupIndex(Group group) const
{
    for (int row = 0; row < m_parts.size(); ++row) {
        if (m_parts[row].group == group)
            return index(row, 0);
    }
    return {};
}

QModelIndex VerdictModel::firstFailure() const
{
    for (int row = 0; row < m_parts.size(); ++row) {
        const Part &part = m_parts[row];
        const auto red = std::ranges::find_if(part.tests, [](const TestResult &test) {
            return test.status == TestStatus::Failed || test.status == TestStatus::Errored;
        });
        if (red != part.tests.end())
            return index(int(red - part.tests.begin()), 0, index(row, 0));
    }
    const QModelIndex build = groupIndex(Group::Build);
    return build.isValid() ? index(0, 0, build) : QModelIndex();
}

QModelIndex VerdictModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_parts[parent.row()].group) + 1 : groupId);
}

QModelIndex VerdictModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(int(&partOf(child) - m_parts.data()), 0, groupId);
}

int VerdictModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_parts.size());
    return parent.internalId() == groupId && parent.column() == 0 ? int(m_parts[parent.row()].size()) : 0;
}

int VerdictModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString VerdictModel::nameOf(const Part &part) const
{
    const auto passed = int(std::ranges::count_if(part.tests, &TestResult::passed));
    const int total = int(part.tests.size());
    switch (part.group) {
    case Group::Build: return tr("Build messages");
    case Group::Tools:
        return tr("Tool findings: %1").arg(std::ranges::count_if(part.findings, [](const Finding &one) { return !one.said.message.isEmpty(); }));
    case Group::Visible: return tr("Visible tests: %1 of %2").arg(passed).arg(total);
    case Group::Own: return tr("Tests of its own: %1 of %2", "that the attempt wrote itself").arg(passed).arg(total);
    case Group::Hidden: return tr("Hidden tests: %1 of %2").arg(passed).arg(total);
    }
    return {};
}

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isGroup = index.internalId() == groupId;
    const Part &part = isGroup ? m_parts[index.row()] : partOf(index);
    if (role == GroupRole)
        return int(part.group);
    if (!isGroup && part.group == Group::Tools)
        return findingData(part.findings[index.row()], index.column(), role);
    if (!isGroup)
        return part.group == Group::Build ? diagnosticData(part.diagnostics[index.row()], index.column(), role)
                                          : testData(part.tests[index.row()], index.column(), role);
    if (index.column() == NameColumn && (role == Qt::DisplayRole || role == Qt::ToolTipRole))
        return nameOf(part);
    const bool hint = index.column() == MessageColumn && (role == Qt::DisplayRole || role == Qt::ToolTipRole);
    if (hint && part.group == Group::Hidden)
        return tr("the agent never saw these", "hidden tests");
    if (hint && part.group == Group::Tools)
        return tr("of the code, before its tests", "tool findings");
    if (hint && part.group == Group::Own)
        return tr("written by the attempt; hidden tests decide", "tests of its own");
    if (role == Qt::FontRole && index.column() == NameColumn) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

QVariant VerdictModel::testData(const TestResult &test, int column, int role) const
{
    const QString firstLine = test.message.section(u'\n', 0, 0);
    switch (role) {
    case Qt::DisplayRole:
        if (column == NameColumn)
            return test.name;
        return test.passed() || !firstLine.isEmpty() ? firstLine : verdictwords::status(test.status);
    case Qt::DecorationRole:
        if (column != NameColumn)
            return {};
        return test.passed() ? m_passed : test.status == TestStatus::NotRun ? m_notRun : m_failed;
    case Qt::AccessibleTextRole:
        return column == NameColumn ? tr("%1: %2", "a test, and what became of it").arg(test.name, verdictwords::status(test.status))
                                    : test.message;
    case Qt::ToolTipRole: return test.message.isEmpty() ? verdictwords::status(test.status) : test.message;
    case LineRole: return test.line;
    case StatusRole: return int(test.status);
    default: return {};
    }
}

QVariant VerdictModel::findingData(const Finding &finding, int column, int role) const
{
    const ToolFinding &said = finding.said;
    const QString tool = finding.tool.isEmpty() ? verdictwords::check(finding.check) : finding.tool;
    const QString message = !said.message.isEmpty() ? said.message
        : finding.tool.isEmpty()                    ? tr("not looked at", "no tool ran for a check")
                                                    : tr("nothing found", "by a tool");
    switch (role) {
    case Qt::DisplayRole:
        if (column == MessageColumn)
            return message;
        return said.line > 0 ? tr("%1, line %2", "a tool, and where").arg(tool).arg(said.line) : tool;
    case Qt::DecorationRole: return column == NameColumn && finding.check == u"syntax" && !said.message.isEmpty() ? QVariant(m_failed) : QVariant();
    case Qt::ToolTipRole:
        return said.code.isEmpty() ? tr("%1: %2", "a check, and what it found").arg(verdictwords::check(finding.check), message)
                                   : tr("%1: %2 [%3]", "a check, what it found, the tool's name for it")
                                         .arg(verdictwords::check(finding.check), message, said.code);
    case LineRole: return said.line;
    default: return {};
    }
}

QVariant VerdictModel::diagnosticData(const Diagnostic &diagnostic, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == MessageColumn)
            return diagnostic.message;
        return diagnostic.line > 0 ? tr("Line %1").arg(diagnostic.line) : tr("Whole file");
    case Qt::DecorationRole: return column == NameColumn && diagnostic.severity != u"warning" ? QVariant(m_failed) : QVariant();
    case Qt::ToolTipRole: return diagnostic.message;
    case LineRole: return diagnostic.line;
    default: return {};
    }
}

QVariant VerdictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Test") : tr("Message");
}

} // namespace autodidact
