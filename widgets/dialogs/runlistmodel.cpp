#include "widgets/dialogs/runlistmodel.h"

#include "widgets/base/reasonwords.h"
#include "widgets/runcontrol/wording.h"

#include <QLocale>

namespace autodidact {

namespace {

int alignment(int column)
{
    return int((column == RunListModel::Rounds || column == RunListModel::Rate ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

void RunListModel::setRows(const QList<RunRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RunRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return index.column() == Created ? QLocale().toString(row.run.createdAt.toLocalTime(), QLocale::LongFormat) : reasonwords::status(row.run.statusWhy, row.run.statusDetail);
    case Qt::TextAlignmentRole: return alignment(index.column());
    case RunIdRole: return row.run.id.value;
    case SortRole: return sortValue(row, index.column());
    default: return {};
    }
}

QString RunListModel::text(const RunRow &row, int column) const
{
    switch (column) {
    case Name: return row.run.name;
    case State: return row.live ? tr("Live") : wording::status(row.run.status);
    case SuiteName: return row.suiteName;
    case Model: return wording::isStudent(row.run.config.model) ? tr("Simulated student") : wording::model(row.run.config.model);
    case Rounds: return row.run.config.rounds == 0 ? QLocale().toString(row.run.roundsDone) : tr("%1 of %2", "rounds done of all rounds").arg(row.run.roundsDone).arg(row.run.config.rounds);
    case Rate: return row.lastRound ? tr("%1 %", "percent").arg(qRound(100 * row.lastRound->successRate())) : QString();
    case Created: return QLocale().toString(row.run.createdAt.toLocalTime(), QLocale::ShortFormat);
    default: return {};
    }
}

QVariant RunListModel::sortValue(const RunRow &row, int column) const
{
    switch (column) {
    case Rounds: return row.run.roundsDone;
    case Rate: return row.lastRound ? row.lastRound->successRate() : -1.0;
    case Created: return row.run.createdAt;
    default: return text(row, column);
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Run");
    case State: return tr("State");
    case SuiteName: return tr("Suite");
    case Model: return tr("Model");
    case Rounds: return tr("Rounds");
    case Rate: return tr("Solved in the last round");
    case Created: return tr("Created");
    default: return {};
    }
}

} // namespace autodidact
