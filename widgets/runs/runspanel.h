#pragma once

#include "widgets/base/panel.h"
#include "widgets/base/services.h"

#include <QTimer>

#include <map>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace autodidact {

class FilterBar;
class RunFilterModel;
class RunTreeModel;

/// The dock with the tree of runs and attempts. GUI thread.
class RunsPanel : public Panel
{
    Q_OBJECT

public:
    RunsPanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;

public Q_SLOTS:
    /// Rows that used this memory get a dot; an invalid id takes the dots away.
    void showMemoryUses(autodidact::MemoryId memory);
    /// Rows of other versions are dimmed.
    void highlightVersion(std::optional<int> version);
    void beginSearch();
    /// The database holds other runs now: looks again.
    void reload();

protected:
    void retranslate() override;
    void themeChanged() override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildTree();
    void askRun(RunId run);
    void askContent(RunId run);
    void askAttempts(RunId run, const Place &task);
    void heard(const QList<Event> &batch);
    void moved(const Cursor &cursor);
    void showCursor();
    void chosen(const QModelIndex &index);
    void showState();
    void showCounts();
    void openMatches();

    static constexpr int mostOpened = 300;   ///< rows that a filter opens by itself
    static constexpr int renewMs = 250;
    static constexpr int clockMs = 30'000;

    Services &m_services;
    std::map<std::pair<RunId, Place>, Ticket> m_tickets;     ///< one per open question
    Ticket m_runsTicket;
    Ticket m_usesTicket;
    RunTreeModel *m_model = nullptr;
    RunFilterModel *m_shown = nullptr;
    QWidget *m_body = nullptr;
    FilterBar *m_filters = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_nothing = nullptr;
    QPushButton *m_clear = nullptr;
    QTimer m_renew;                      ///< filters anew while live
    QTimer m_clock;                      ///< "3 min ago"
    Cursor m_cursor;
    bool m_seeking = true;               ///< the cursor's row is not loaded yet
    bool m_moving = false;               ///< the current row is set by us
    bool m_read = false;                 ///< the list of runs was asked for
};

} // namespace autodidact
