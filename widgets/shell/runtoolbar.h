#pragma once

#include "widgets/shell/actions.h"

#include <QToolBar>

class QMenu;
class QToolButton;

namespace autodidact {

class SpeedControl;

/// The tool bar: starting, pausing and stepping a run, going to failures, following, rolling back. GUI thread.
///
/// Where its texts do not fit the window, it shows icons alone.
class RunToolBar : public QToolBar
{
    Q_OBJECT

public:
    explicit RunToolBar(Actions &actions, QWidget *parent = nullptr);

    SpeedControl &speed() { return *m_speed; }
    void setPaused(bool paused);             ///< the second button says Continue
    void setMissed(int missed);              ///< "Follow +12"
    bool showsTexts() const { return toolButtonStyle() == Qt::ToolButtonTextBesideIcon; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void fit();
    int widthWith(Qt::ToolButtonStyle style);

    Actions &m_actions;
    SpeedControl *m_speed;
    QToolButton *m_pause;
    QToolButton *m_step;
    int m_missed = 0;
    bool m_fitting = false;
};

} // namespace autodidact
