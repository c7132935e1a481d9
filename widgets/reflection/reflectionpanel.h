#pragma once

#include "widgets/base/attemptsource.h"
#include "widgets/base/panel.h"

class QPushButton;
class QTabWidget;

namespace autodidact {

class Notice;
class ReadingView;

/// The dock with the reflection on the attempt under the cursor. GUI thread.
class ReflectionPanel : public Panel
{
    Q_OBJECT

public:
    ReflectionPanel(Services &services, QWidget *parent = nullptr);

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
    void refresh();
    QString reasonForNone(const ShownAttempt *shown) const;
    void showReflection(const ShownAttempt &shown);
    void showClass(const ShownAttempt &shown);

    Services &m_services;
    AttemptSource *m_source;
    QWidget *m_body = nullptr;
    Notice *m_origin = nullptr;
    Notice *m_class = nullptr;
    QTabWidget *m_tabs = nullptr;
    ReadingView *m_text = nullptr;
    ReadingView *m_json = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace autodidact
