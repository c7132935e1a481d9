#include "widgets/tasks/findingsmodel.h"

#include "widgets/base/theme.h"
#include "widgets/tasks/taskwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

void FindingsModel::setFindings(QList<TaskFinding> findings)
{
    std::ranges::stable_sort(findings, {}, [](const TaskFinding &finding) { return finding.isError() ? 0 : 1; });
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

void FindingsModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    retranslate();
}

void FindingsModel::retranslate()
{
    if (!m_findings.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_findings.size()) - 1));
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TaskFinding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(finding);
    case Qt::DecorationRole: return theme::stateIcon(finding.isError() ? ShownState::Failed : ShownState::Infrastructure, m_palette);
    default: return {};
    }
}

QString FindingsModel::text(const TaskFinding &finding) const
{
    const QStringList parts{finding.isError() ? taskwords::finding(finding) : tr("Warning: %1").arg(taskwords::finding(finding)),
                            taskwords::detail(finding).replace(u'\n', u" · "_s), taskwords::remedy(finding.code)};
    QString text;
    for (const QString &part : parts) {
        const bool ended = text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'。') || text.endsWith(u'：');
        if (!part.isEmpty())
            text += (ended ? QString() : u" ·"_s) + (text.isEmpty() ? QString() : u" "_s) + part;
    }
    return text;
}

} // namespace autodidact
