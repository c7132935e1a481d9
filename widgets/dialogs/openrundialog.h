#pragma once

#include "widgets/base/services.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace autodidact {

class RunListModel;

/// Lists the runs of the database to choose one from. GUI thread.
class OpenRunDialog : public QDialog
{
    Q_OBJECT

public:
    explicit OpenRunDialog(Reader &reader, QWidget *parent = nullptr);

Q_SIGNALS:
    void runChosen(autodidact::RunId run);

private:
    void build();
    void load();
    void filter(const QString &text);
    void updateButtons();
    void choose();

    Reader &m_reader;
    Ticket m_ticket;
    RunListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_note;
    QPushButton *m_open = nullptr;
};

} // namespace autodidact
