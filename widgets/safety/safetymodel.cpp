#include "widgets/safety/safetymodel.h"

#include "widgets/base/reasonwords.h"
#include "widgets/base/theme.h"
#include "widgets/versions/versionwords.h"

#include <QIcon>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const Place &placeOf(const SafetyModel::Entry &entry)
{
    return std::visit([](const auto &one) -> const Place & { return one.place; }, entry);
}

/// The version to highlight: where a decision led, or what a refused update started from.
int versionOf(const SafetyModel::Entry &entry)
{
    const auto *decision = std::get_if<SafetyDecision>(&entry);
    return decision ? decision->toVersion : std::get<Update>(entry).oldVersion;
}

QString iconName(const SafetyModel::Entry &entry)
{
    const auto *decision = std::get_if<SafetyDecision>(&entry);
    if (!decision)
        return u"cross"_s;
    switch (decision->action) {
    case SafetyAction::RollBack: return u"roll-back"_s;
    case SafetyAction::Undo: return u"undo"_s;
    case SafetyAction::Hold:
    case SafetyAction::Freeze: return u"lock"_s;
    case SafetyAction::IntegrityHit: return u"warning"_s;
    default: return u"play"_s;
    }
}

} // namespace

QList<SafetyModel::Entry> SafetyModel::merged(const QList<SafetyDecision> &decisions, const QList<Update> &updates)
{
    QList<Entry> entries;
    for (const Update &update : updates) {
        if (update.decision == Decision::Rejected)
            entries.append(update);
    }
    for (const SafetyDecision &decision : decisions) {
        if (decision.action != SafetyAction::Continue)
            entries.append(decision);
    }
    std::ranges::stable_sort(entries, {}, [](const Entry &entry) { return std::pair(placeOf(entry).round, placeOf(entry).phase); });
    std::ranges::reverse(entries);
    return entries;
}

void SafetyModel::setEntries(const QList<SafetyDecision> &decisions, const QList<Update> &updates)
{
    const QList<Entry> entries = merged(decisions, updates);
    const qsizetype fresh = entries.size() - m_entries.size();
    if (fresh >= 0 && std::equal(m_entries.cbegin(), m_entries.cend(), entries.cbegin() + fresh)) {
        if (fresh == 0)
            return;
        beginInsertRows({}, 0, int(fresh) - 1);
        m_entries = entries;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

void SafetyModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    retranslate();
}

void SafetyModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

int SafetyModel::rowOfDecision(qint64 id) const
{
    const auto found = std::ranges::find_if(m_entries, [id](const Entry &entry) {
        const auto *decision = std::get_if<SafetyDecision>(&entry);
        return decision && decision->id == id;
    });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int SafetyModel::rowOfUpdate(UpdateId id) const
{
    const auto found = std::ranges::find_if(m_entries, [id](const Entry &entry) {
        const auto *update = std::get_if<Update>(&entry);
        return update && update->id == id;
    });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int SafetyModel::rowOfRound(int round) const
{
    const auto found = std::ranges::find(m_entries, round, [](const Entry &entry) { return placeOf(entry).round; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int SafetyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int SafetyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SafetyModel::text(const Entry &entry, int column) const
{
    const auto *decision = std::get_if<SafetyDecision>(&entry);
    const auto *update = std::get_if<Update>(&entry);
    switch (column) {
    case What:
        return decision ? versionwords::action(*decision) : tr("Update refused");
    case Versions:
        if (update || decision->fromVersion == decision->toVersion)
            return QLocale().toString(versionOf(entry));
        return tr("%1 → %2", "from one version to another").arg(decision->fromVersion).arg(decision->toVersion);
    case RoundNumber:
        return QLocale().toString(placeOf(entry).round);
    case Reason:
        return decision ? reasonwords::of(*decision) : reasonwords::of(*update);
    case By:
        return decision && decision->byPerson ? tr("A person") : tr("The guard");
    }
    return {};
}

QIcon SafetyModel::icon(const Entry &entry, int column) const
{
    if (column == What)
        return theme::icon(iconName(entry), m_palette, m_palette.color(QPalette::Text));
    const auto *decision = std::get_if<SafetyDecision>(&entry);
    if (column == By)
        return theme::icon(decision && decision->byPerson ? u"person"_s : u"shield"_s, m_palette, m_palette.color(QPalette::PlaceholderText));
    return {};
}

QVariant SafetyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(entry, index.column());
    case Qt::DecorationRole: return icon(entry, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == RoundNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case RoundRole: return placeOf(entry).round;
    case VersionRole: return versionOf(entry);
    case DecisionRole: return std::holds_alternative<SafetyDecision>(entry) ? QVariant(std::get<SafetyDecision>(entry).id) : QVariant();
    }
    return {};
}

QVariant SafetyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == RoundNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Decision");
    case Versions: return tr("Version");
    case RoundNumber: return tr("Round");
    case Reason: return tr("Reason");
    case By: return tr("By");
    }
    return {};
}

} // namespace autodidact
