#pragma once

#include "core/events/event.h"
#include "widgets/runs/runcontent.h"
#include "widgets/runs/runitem.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <array>

namespace autodidact {

/// The tree run > round > task > attempt. Reads nothing itself: what is opened is asked for by a signal, and live
/// events change single rows. GUI thread.
class RunTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PassedColumn, ErrorColumn, TokensColumn, TimeColumn, ColumnCount };
    enum Role {
        LevelRole = Qt::UserRole,        ///< int(RunLevel)
        StateRole,                       ///< int(ShownState)
        ErrorRole,                       ///< int(ErrorClass)
        SearchRole,                      ///< title and key of a task
        SortRole,                        ///< of the column; comparable
        UsedRole,                        ///< bool: used the highlighted memory
        DimmedRole,                      ///< bool: another version than the highlighted one
    };

    explicit RunTreeModel(QObject *parent = nullptr);
    ~RunTreeModel() override;

    void setIcons(std::array<QIcon, 7> icons);           ///< by ShownState
    void setClock(const QDateTime &now);                 ///< what "3 min ago" counts from
    void retranslate();

    void putRun(const RunRow &row);                      ///< adds it in front, or brings it up to date
    void putContent(RunId run, const RunContent &content);
    void putAttempts(RunId run, const Place &task, const QList<AttemptRow> &rows);

    /// Live events, in order. Those about runs that are not loaded change nothing below the run.
    void apply(const QList<Event> &events);

    /// A question was not answered: it may be asked again.
    void giveUp(RunId run);

    void showMemoryUses(const QList<MemoryUseRow> &uses);
    void highlightVersion(std::optional<int> version);

    /// The deepest row that \p cursor names and that is loaded.
    QModelIndex indexOf(const Cursor &cursor) const;
    std::optional<Cursor> cursorAt(const QModelIndex &index) const;
    const RunItem *itemAt(const QModelIndex &index) const;
    bool isLoaded(const QModelIndex &index) const;
    bool knows(RunId run) const { return runNode(run) != nullptr; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void contentWanted(autodidact::RunId run);
    void attemptsWanted(autodidact::RunId run, const autodidact::Place &task);

private:
    RunNode *nodeAt(const QModelIndex &index) const;
    QModelIndex indexFor(const RunNode *node, int column = 0) const;
    RunNode *runNode(RunId run) const;
    RunNode *child(RunNode *parent, const Place &place) const;
    RunNode *put(RunNode *parent, RunItem item);         ///< adds or replaces, by place
    void fill(RunNode *parent, QList<RunItem> items);    ///< several, in any order
    void changed(RunNode *node);
    void changedBelow(RunNode *node);
    void decorate(RunItem &item) const;

    void apply(RunNode *run, const Event &event);
    void apply(RunNode *run, const Event &event, const RoundStarted &payload);
    void apply(RunNode *run, const Event &event, const TaskStarted &payload);
    void apply(RunNode *run, const Event &event, const AttemptAnswered &payload);
    void apply(RunNode *run, const Event &event, const VerdictReached &payload);
    void apply(RunNode *run, const Event &event, const TaskFinished &payload);
    void apply(RunNode *run, const Event &event, const RoundFinished &payload);

    QVariant display(const RunItem &item, int column) const;
    QString nameOf(const RunItem &item) const;
    QString toolTip(const RunItem &item, int column) const;
    QVariant sortKey(const RunItem &item, int column) const;

    std::unique_ptr<RunNode> m_root;
    std::array<QIcon, 7> m_icons;
    QDateTime m_now;
    QHash<RunId, qint64> m_contained;                    ///< journal position of what is loaded
    QHash<RunId, QList<Event>> m_held;                   ///< came while a run was being read
    QHash<RunId, bool> m_live;
    QHash<QString, QString> m_titles;                    ///< of tasks, by key
    QSet<qint64> m_using;                                ///< attempts that used the highlighted memory
    QSet<QString> m_usingPlaces;                         ///< rows above them
    std::optional<int> m_version;
};

} // namespace autodidact
