#pragma once

#include "widgets/base/panel.h"
#include "widgets/base/runwatch.h"
#include "core/control/runcommands.h"
#include "widgets/versions/versionbook.h"

class QSplitter;
class QTextEdit;
class QToolBar;
class QToolButton;
class QAction;
class QScrollArea;

namespace autodidact {

class ApprovalBar;
class TreeView;

/// The prompt versions of the cursor's run: tree, details, differences, rollback. GUI thread.
class VersionsPanel : public Panel
{
    Q_OBJECT

public:
    VersionsPanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;
    int highlighted() const;                         ///< 0: none
    bool canUndoRollback() const { return m_book.canUndoRollback(); }

public Q_SLOTS:
    /// Marks a version without telling anybody; 0 for none.
    void highlightVersion(int version);
    void compareWithParent();
    void compare(int older, int newer);
    void rollBack();                                 ///< asks first; the highlighted version
    void rollBackTo(int version);                    ///< asks first
    void undoRollback();
    void releaseHold();
    void showStrategy();

Q_SIGNALS:
    void versionHighlighted(int version);            ///< a person chose it; never moves the cursor
    void rolledBack(const autodidact::SafetyDecision &decision);
    void stateChanged();                             ///< what can be done may differ now
    void failed(const autodidact::Error &error);

protected:
    void retranslate() override;
    void themeChanged() override;

private:
    enum class Showing { Details, Difference, Waiting };

    void build();
    void buildActions();
    void load(RunId run);
    void display(const VersionBook &book);
    void showDetails();
    void updateActions();
    void setHint(QAction *action, bool enabled, const QString &hint, const QString &whyNot);
    void clicked(int version);
    void activated(int version);
    void showWaiting();
    void judged(UpdateId update, bool approved, const QString &reason);
    void buildPublishMenu();
    void fillPublishMenu();
    void publish(const QString &channel);
    void withdraw(const QString &channel);
    void change(std::move_only_function<Status(VersionCommands &)> act, std::move_only_function<void()> then = {});
    void togglePin();
    void annotate();
    void confirmed(int version, bool hold, const QString &reason);
    void decide(std::move_only_function<Result<SafetyDecision>(Database &, Journal &)> work);
    void applied(const QList<Event> &events);

    Services &m_services;
    RunWatch m_watch;
    Ticket m_ticket;
    Ticket m_planTicket;
    VersionBook m_book;
    Showing m_showing = Showing::Details;
    int m_older = 0;                                 ///< of the difference shown
    int m_newer = 0;

    QSplitter *m_body = nullptr;
    TreeView *m_tree = nullptr;
    QScrollArea *m_scroll = nullptr;
    QTextEdit *m_details = nullptr;
    QToolBar *m_bar = nullptr;
    ApprovalBar *m_approval = nullptr;
    QToolButton *m_publish = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_pin = nullptr;
    QAction *m_note = nullptr;
    QAction *m_rollBack = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_release = nullptr;
    QAction *m_strategy = nullptr;
};

} // namespace autodidact
