// The part of MemoryModel that says what stands in a cell.
#include "widgets/base/domainwords.h"
#include "widgets/base/reasonwords.h"
#include "widgets/base/theme.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/memory/memorywords.h"

#include <QFont>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isNumber(int column)
{
    return column == MemoryModel::Uses || column == MemoryModel::Success || column == MemoryModel::Score;
}

} // namespace

QString MemoryModel::text(const MemoryRow &row, int column) const
{
    const Memory &memory = row.memory;
    switch (column) {
    case Kind: return memorywords::kind(memory.kind);
    case Title: return memory.title.simplified();
    case Uses: return QLocale().toString(memory.uses);
    case Success: return memorywords::successAfterUse(memory);
    case Term: return memorywords::term(memory.term);
    case Origin: return memorywords::origin(memory.origin);
    case Age: return words::ago(memory.createdAt, m_now);
    case Reviewed: return memory.reviewedAt.isValid() ? words::ago(memory.reviewedAt, m_now) : tr("no", "not reviewed");
    case Score: return row.score ? QLocale().toString(*row.score, 'f', 2) : QString();
    default: return {};
    }
}

QVariant MemoryModel::icon(const MemoryRow &row, int column) const
{
    const QColor soft = m_palette.color(QPalette::PlaceholderText);
    const Memory &memory = row.memory;
    if (column == Kind)
        return theme::icon(memorywords::kindIcon(memory.kind), m_palette, soft);
    if (column == Pin && memory.pinned)
        return theme::icon(u"pin"_s, m_palette, m_palette.color(QPalette::Text));
    if (column == Title && m_drafts.contains(memory.id))
        return theme::icon(u"edit"_s, m_palette, theme::stateColor(ShownState::Waiting, m_palette));
    if (column == Title && memory.state == MemoryState::Archived)
        return theme::icon(u"archive"_s, m_palette, soft);
    if (column == Origin && memory.origin == MemoryOrigin::Person)
        return theme::icon(u"person"_s, m_palette, soft);
    return {};
}

QString MemoryModel::hint(const MemoryRow &row, int column) const
{
    const Memory &memory = row.memory;
    const auto absolute = [](const QDateTime &time) { return QLocale().toString(time.toLocalTime(), QLocale::LongFormat); };
    switch (column) {
    case Title:
        if (m_drafts.contains(memory.id))
            return tr("Holds a draft that is not saved.");
        if (memory.state == MemoryState::Archived && !memory.archiveReason.isEmpty())
            return tr("Archived: %1").arg(reasonwords::sentence(memory.why, memory.archiveReason));
        return row.setName.isEmpty() ? QString() : tr("Set %1").arg(row.setName);
    case Success:
        return memory.uses > 0 ? tr("%1 of %2 attempts that carried it were solved. A correlation only.").arg(memory.successesAfterUse).arg(memory.uses) : tr("Not used yet.");
    case Pin: return memory.pinned ? tr("Pinned: first in retrieval, never forgotten") : QString();
    case Age: return absolute(memory.createdAt);
    case Reviewed: return memory.reviewedAt.isValid() ? absolute(memory.reviewedAt) : tr("Not reviewed yet.");
    case Score: return tr("How well it fits the search; larger is better.");
    default: return {};
    }
}

QVariant MemoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MemoryRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::DecorationRole: return icon(row, index.column());
    case Qt::ToolTipRole: return memorywords::plainHint(hint(row, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return row.memory.state == MemoryState::Active ? QVariant() : m_palette.color(QPalette::PlaceholderText);
    case Qt::FontRole:
        if (index.column() == Title && m_drafts.contains(row.memory.id)) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    case Qt::AccessibleTextRole:
        return index.column() == Pin ? (row.memory.pinned ? tr("pinned") : tr("not pinned")) : text(row, index.column());
    case IdRole: return row.memory.id.value;
    case DraftRole: return m_drafts.contains(row.memory.id);
    }
    return {};
}

QVariant MemoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Success)
        return tr("Share of the attempts that carried it and were solved. A correlation only.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind: return tr("Kind");
    case Title: return tr("Title");
    case Uses: return tr("Uses");
    case Success: return tr("Solved");
    case Term: return tr("Term", "short or long");
    case Origin: return tr("Origin");
    case Pin: return tr("Pin");
    case Age: return tr("Age");
    case Reviewed: return tr("Reviewed");
    case Score: return tr("Score");
    }
    return {};
}

} // namespace autodidact
