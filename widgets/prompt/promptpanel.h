#pragma once

#include "widgets/base/attemptsource.h"
#include "widgets/base/panel.h"

#include <QSet>

class QLabel;
class QPushButton;
class QToolButton;

namespace autodidact {

class Notice;
class ReadingView;
class SearchBar;

/// The dock with what the model was sent in the attempt under the cursor, part by part. GUI thread.
class PromptPanel : public Panel
{
    Q_OBJECT

public:
    PromptPanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;

public Q_SLOTS:
    void beginSearch();

Q_SIGNALS:
    void memoryRequested(autodidact::MemoryId memory);
    void ruleRequested(const QString &rule);         ///< "r3"
    void nextFailureWanted();

protected:
    void retranslate() override;
    void themeChanged() override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void refresh();
    void showPrompt();
    void open(const QString &target);
    void foldAtFirst(const Attempt &attempt);
    void copyAll();

    Services &m_services;
    AttemptSource *m_source;
    QWidget *m_body = nullptr;
    QLabel *m_total = nullptr;
    QLabel *m_finish = nullptr;
    Notice *m_warning = nullptr;
    QToolButton *m_find = nullptr;
    QToolButton *m_copy = nullptr;
    ReadingView *m_text = nullptr;
    SearchBar *m_search = nullptr;
    QPushButton *m_next = nullptr;
    QSet<int> m_folded;                 ///< numbers of the parts
    std::optional<AttemptId> m_attempt;
};

} // namespace autodidact
