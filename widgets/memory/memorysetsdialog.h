#pragma once

#include "core/control/memorysetcommands.h"
#include "widgets/base/services.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace autodidact {

class LinesModel;

/// All memory sets: what is in them and who reads them; fork, freeze, delete. GUI thread.
class MemorySetsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MemorySetsDialog(Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed();
    void failed(const autodidact::Error &error);

private:
    using Act = std::move_only_function<Status(MemorySetCommands &)>;

    void build();
    void load();
    void display();
    void perform(Act act);
    void fork();
    void toggleFrozen();
    void remove();
    void updateButtons();
    const MemorySetSummary *current() const;

    Services &m_services;
    Ticket m_ticket;
    QList<MemorySetSummary> m_sets;
    LinesModel *m_model;
    QTableView *m_view;
    QPushButton *m_fork;
    QPushButton *m_freeze;
    QPushButton *m_remove;
};

} // namespace autodidact
