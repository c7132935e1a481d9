#pragma once

#include "widgets/base/attemptpanel.h"

#include <QSet>

class QLabel;
class QToolButton;

namespace autodidact {

class SearchBar;

/// The dock with what the model was sent in the attempt under the cursor, part by part. GUI thread.
class PromptPanel : public AttemptPanel
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

protected:
    void retranslate() override;
    void themeChanged() override;
    QString reasonForNone(const ShownAttempt *shown) const override;
    void showAttempt(const ShownAttempt &shown) override;
    void openMention(const QString &target) override;
    bool event(QEvent *event) override;

private:
    void build();
    void showPrompt();
    void foldAtFirst(const Attempt &attempt);
    void copyAll();

    QLabel *m_total = nullptr;
    QLabel *m_finish = nullptr;
    Notice *m_warning = nullptr;
    QToolButton *m_find = nullptr;
    QToolButton *m_copy = nullptr;
    ReadingView *m_text = nullptr;
    SearchBar *m_search = nullptr;
    QSet<int> m_folded;                 ///< numbers of the parts
    std::optional<AttemptId> m_attempt;
};

} // namespace autodidact
