#pragma once

#include "core/domain/update.h"

#include <QAbstractTableModel>
#include <QPalette>

#include <variant>

namespace autodidact {

/// Decisions of the guard and of people, and refused updates; newest first. GUI thread.
class SafetyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { What, Versions, RoundNumber, Reason, By, ColumnCount };
    enum Roles { RoundRole = Qt::UserRole, VersionRole, DecisionRole };
    using Entry = std::variant<SafetyDecision, Update>;

    explicit SafetyModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// Rows that are there stay; new ones are inserted on top. Anything else resets.
    void setEntries(const QList<SafetyDecision> &decisions, const QList<Update> &updates);
    void setPalette(const QPalette &palette);
    void retranslate();
    const Entry &entry(int row) const { return m_entries.at(row); }
    int rowOfDecision(qint64 id) const;              ///< -1 when absent
    int rowOfUpdate(UpdateId id) const;              ///< refused ones only; -1 when absent
    int rowOfRound(int round) const;                 ///< the newest one; -1 when absent

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Decisions and refused updates by round, the newest first.
    static QList<Entry> merged(const QList<SafetyDecision> &decisions, const QList<Update> &updates);

private:
    QString text(const Entry &entry, int column) const;
    QIcon icon(const Entry &entry, int column) const;

    QList<Entry> m_entries;
    QPalette m_palette;
};

} // namespace autodidact
