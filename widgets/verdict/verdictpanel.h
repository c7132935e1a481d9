#pragma once

#include "widgets/base/attemptpanel.h"

class QSplitter;
class QTabWidget;
class QTreeView;

namespace autodidact {

class VerdictModel;

/// The dock with what the tests said about the attempt under the cursor. GUI thread.
class VerdictPanel : public AttemptPanel
{
    Q_OBJECT

public:
    VerdictPanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;

protected:
    void retranslate() override;
    void themeChanged() override;
    QString reasonForNone(const ShownAttempt *shown) const override;
    void showAttempt(const ShownAttempt &shown) override;

private:
    void build();
    void buildTabs();
    void showNotices(const ShownAttempt &shown, const Verdict &verdict);
    void showSelected();
    void requestLine(const QModelIndex &index);

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
    AttemptId m_attempt;
};

} // namespace autodidact
