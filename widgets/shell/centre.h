#pragma once

#include "widgets/base/services.h"

#include <QWidget>

class QStackedWidget;

namespace autodidact {

class Breadcrumb;
class OracleBar;
class Panel;
class WelcomePage;

/// The middle of the window: where the cursor stands, and the code diff or the welcome page. GUI thread.
class Centre : public QWidget
{
    Q_OBJECT

public:
    Centre(Services &services, Panel *diff, QWidget *parent = nullptr);

    WelcomePage &welcome() { return *m_welcome; }
    OracleBar &oracle() { return *m_oracle; }
    void showWelcome(bool shown);
    bool showsWelcome() const;

private:
    Breadcrumb *m_breadcrumb;
    OracleBar *m_oracle;
    QStackedWidget *m_stack;
    QWidget *m_work;
    WelcomePage *m_welcome;
};

} // namespace autodidact
