#pragma once

#include "widgets/base/attemptpanel.h"

class QTabWidget;

namespace autodidact {

/// The dock with the reflection on the attempt under the cursor. GUI thread.
class ReflectionPanel : public AttemptPanel
{
    Q_OBJECT

public:
    ReflectionPanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;

protected:
    void retranslate() override;
    QString reasonForNone(const ShownAttempt *shown) const override;
    void showAttempt(const ShownAttempt &shown) override;

private:
    void build();
    void showClass(const ShownAttempt &shown);

    Notice *m_origin = nullptr;
    Notice *m_class = nullptr;
    QTabWidget *m_tabs = nullptr;
    ReadingView *m_text = nullptr;
    ReadingView *m_json = nullptr;
};

} // namespace autodidact
