#include "widgets/tasks/suitelistmodel.h"

#include "core/tasks/suiteedit.h"
#include "widgets/base/theme.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact {

void SuiteListModel::setSuites(const QList<Suite> &suites)
{
    beginResetModel();
    m_suites = suites;
    m_bundled.clear();
    for (const Suite &suite : suites)
        m_bundled.append(isBundledSuite(suite.name));
    endResetModel();
}

int SuiteListModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_suites.size(); ++row) {
        if (m_suites.at(row).name == name)
            return row;
    }
    return -1;
}

void SuiteListModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    if (!m_suites.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_suites.size()) - 1, ColumnCount - 1));
}

void SuiteListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int SuiteListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_suites.size());
}

int SuiteListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SuiteListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Suite &suite = m_suites.at(index.row());
    const bool bundled = m_bundled.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? suite.name : index.column() == Tasks ? QLocale().toString(suite.taskCount) : suite.version;
    case Qt::DecorationRole: return index.column() == Name && bundled ? QVariant(theme::icon(u"lock"_s, m_palette)) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Name && bundled ? tr("%1, comes with the program").arg(suite.name) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole: {
        QString tip = suite.title.isEmpty() ? suite.name : suite.title;
        if (bundled)
            tip += u'\n' + tr("Comes with the program: a change goes into a copy.");
        return tip;
    }
    case Qt::TextAlignmentRole: return int((index.column() == Tasks ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant SuiteListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Tasks ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Suite");
    case Tasks: return tr("Tasks");
    case Version: return tr("Version", "of a suite");
    default: return {};
    }
}

} // namespace autodidact
