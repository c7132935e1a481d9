#pragma once

#include "widgets/base/attemptsource.h"
#include "widgets/base/panel.h"

class QPushButton;
class QSplitter;
class QTabWidget;
class QTreeView;

namespace autodidact {

class Notice;
class ReadingView;
class VerdictModel;

/// The dock with what the tests said about the attempt under the cursor. GUI thread.
class VerdictPanel : public Panel
{
    Q_OBJECT

public:
    VerdictPanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;

Q_SIGNALS:
    void lineRequested(int line);        ///< of the attempt's code, from 1
    void nextFailureWanted();

protected:
    void retranslate() override;
    void themeChanged() override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildTabs();
    void refresh();
    void showAttempt(const ShownAttempt &shown);
    void showNotices(const ShownAttempt &shown, const Verdict &verdict);
    void showSelected();
    void openLine(const QString &target);
    void requestLine(const QModelIndex &index);

    Services &m_services;
    AttemptSource *m_source;
    QWidget *m_body = nullptr;
    Notice *m_headline = nullptr;
    Notice *m_detail = nullptr;
    Notice *m_tampering = nullptr;
    Notice *m_inProcess = nullptr;
    QSplitter *m_splitter = nullptr;
    QTreeView *m_tests = nullptr;
    QTabWidget *m_tabs = nullptr;
    ReadingView *m_test = nullptr;
    ReadingView *m_output = nullptr;
    ReadingView *m_machine = nullptr;
    VerdictModel *m_model = nullptr;
    QPushButton *m_next = nullptr;
    AttemptId m_attempt;
};

} // namespace autodidact
