#pragma once

#include "widgets/base/panel.h"
#include "widgets/base/runwatch.h"
#include "widgets/versions/versionbook.h"

class QLabel;
class QModelIndex;
class QPushButton;
class QSplitter;
class QTableView;
class QTextEdit;

namespace autodidact {

class SafetyModel;

/// The safety log of the cursor's run: every rollback, hold and refused update, with numbers and Undo. GUI thread.
class SafetyPanel : public Panel
{
    Q_OBJECT

public:
    SafetyPanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;

public Q_SLOTS:
    void undoDecision();                             ///< the newest rollback or hold

    /// Selects a row without telling anybody: the newest about this round, the one of this decision, or of this
    /// refused update. A hidden panel does so once it is shown.
    void showRound(int round);
    void showDecision(qint64 decision);
    void showUpdate(autodidact::UpdateId update);

Q_SIGNALS:
    void versionHighlighted(int version);            ///< a person chose a row
    void rolledBack(const autodidact::SafetyDecision &decision);
    void failed(const autodidact::Error &error);

protected:
    void retranslate() override;
    void themeChanged() override;

private:
    struct Loaded {
        VersionBook book;
        std::optional<double> falseAlarm;            ///< of the window rule at this run's success rate, 0 to 1
    };

    /// What is to be selected; the first field that is set counts.
    struct Sought {
        qint64 decision = 0;
        UpdateId update;
        int round = 0;
    };

    static Result<Loaded> read(Database &database, RunId run);
    void build();
    void load(RunId run);
    void display(const Loaded &loaded);
    void chosen(const QModelIndex &index);
    void seek(const Sought &sought);
    void showSought();
    void showDetails();
    void showRule();

    Services &m_services;
    RunWatch m_watch;
    Ticket m_ticket;
    Loaded m_loaded;
    Sought m_sought;
    SafetyModel *m_model;
    QSplitter *m_body = nullptr;
    QTableView *m_table = nullptr;
    QTextEdit *m_details = nullptr;
    QLabel *m_rule = nullptr;
    QPushButton *m_undo = nullptr;
};

} // namespace autodidact
