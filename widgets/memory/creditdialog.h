#pragma once

#include "core/control/credit.h"
#include "widgets/base/services.h"

#include <QDialog>

#include <thread>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace autodidact {

/// What a memory is worth to the attempts that carried it: says what measuring takes, makes them again without it in a
/// thread of its own, and stores what came out in the run's journal. GUI thread.
class CreditDialog : public QDialog
{
    Q_OBJECT

public:
    CreditDialog(Services &services, RunId run, const Memory &memory, QWidget *parent = nullptr);
    ~CreditDialog() override;                        ///< gives up a measurement under way

private:
    struct Before {
        CreditPlan plan;
        std::optional<Credit> last;                  ///< of this memory, from the journal
    };

    void build();
    void prepare();
    void display(const Result<Before> &before);
    void measure();
    void finished(const Result<Credit> &credit);
    void cancel();
    void setBusy(bool busy);

    Services &m_services;
    RunId m_run;
    Memory m_memory;
    Ticket m_ticket;
    std::optional<CreditPlan> m_plan;
    QLabel *m_what;
    QSpinBox *m_draws;
    QProgressBar *m_progress;
    QLabel *m_result;
    QPushButton *m_measure;
    QPushButton *m_cancel;
    std::jthread m_thread;                           ///< last: joined first
};

} // namespace autodidact
