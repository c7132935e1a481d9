#pragma once

#include "core/storage/rows.h"
#include "widgets/base/panel.h"
#include "widgets/base/services.h"

class QFormLayout;
class QLabel;
class QProgressBar;

namespace autodidact {

class LiveRun;

/// The dock that says what runs, how far it is and what it waits for. GUI thread.
///
/// Shows the live run; without one, the run under the cursor.
class RunControlPanel : public Panel
{
    Q_OBJECT

public:
    RunControlPanel(Services &services, LiveRun &live, QWidget *parent = nullptr);

    QString title() const override;
    void setDemoPossible(bool possible);

Q_SIGNALS:
    void demoWanted();
    void newRunWanted();

protected:
    void retranslate() override;
    void themeChanged() override;
    void showEvent(QShowEvent *event) override;

private:
    struct Line {
        QLabel *name;
        QLabel *value;
    };

    void build();
    Line addLine(QFormLayout *form, const QString &objectName);
    QProgressBar *addBar(const QString &objectName);
    void moved();
    void refresh();
    void showLive();
    void showRow(const RunRow &row);
    void showConfig(const RunConfig &config, int version);
    void showBudget(const RunConfig &config, qint64 tokens, int attempts, double cost);
    void showOracle(const RunConfig &config);

    Services &m_services;
    LiveRun &m_live;
    Ticket m_ticket;
    std::optional<RunRow> m_row;             ///< run under the cursor, when it is not the live one
    QWidget *m_body;
    QLabel *m_name;
    QLabel *m_status;
    Line m_suite, m_model, m_seed, m_version;
    QProgressBar *m_rounds;
    QProgressBar *m_tasks;
    QLabel *m_timeLeft;
    Line m_budget, m_spent;
    QLabel *m_waiting;
    QLabel *m_oracle;
    QLabel *m_open;              ///< shown, in red, where programs run without protection
    QPushButton *m_demo;
    QPushButton *m_newRun;
};

} // namespace autodidact
