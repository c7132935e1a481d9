#pragma once

#include "core/domain/verdict.h"
#include "widgets/base/theme.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace autodidact {

/// Which tasks the tree shows; what is empty does not narrow.
struct RunFilter {
    QSet<ShownState> states;
    QSet<ErrorClass> errorClasses;
    QString text;                        ///< in the title or key, any case

    bool isActive() const { return !states.isEmpty() || !errorClasses.isEmpty() || !text.isEmpty(); }
    bool accepts(ShownState state, ErrorClass errorClass, const QString &words) const;
    bool operator==(const RunFilter &) const = default;
};

/// Sorts the tree's rows among their siblings and hides tasks that do not fit, and rounds that have no task left.
/// Never by itself: rows stay where they are until a person sorts or filters again, or renew() is called.
class RunFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RunFilterModel(QObject *parent);

    const RunFilter &filter() const { return m_filter; }
    void setFilter(const RunFilter &filter);

    /// Looks again at every row; sorts nothing.
    void renew();

    /// Tasks that are shown, and all there are, of the run at \p sourceRun.
    std::pair<int, int> counts(const QModelIndex &sourceRun) const;

Q_SIGNALS:
    void filterChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool acceptsTask(const QModelIndex &task) const;
    bool acceptsRound(const QModelIndex &round) const;

    RunFilter m_filter;
};

} // namespace autodidact
