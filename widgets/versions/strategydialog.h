#pragma once

#include "core/control/searchtable.h"
#include "widgets/base/services.h"

#include <QDialog>

class QChartView;
class QComboBox;
class QLabel;
class QStandardItemModel;
class QTableView;

namespace autodidact {

/// What the strategy search learnt: weights over the rounds of one choice in one context, and the tallies of the last
/// round in a table. GUI thread.
class StrategyDialog : public QDialog
{
    Q_OBJECT

public:
    StrategyDialog(Services &services, const Run &run, QWidget *parent = nullptr);

    void setRows(const QList<SearchRow> &rows);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void load();
    void fillChoices();
    void display();
    void drawChart(const QList<SearchRow> &rows);

    Services &m_services;
    Run m_run;
    Ticket m_ticket;
    QList<SearchRow> m_rows;
    QLabel *m_nothing;
    QComboBox *m_context;
    QComboBox *m_dimension;
    QChartView *m_chart;
    QStandardItemModel *m_model;
    QTableView *m_table;
};

} // namespace autodidact
