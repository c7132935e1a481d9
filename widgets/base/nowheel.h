#pragma once

#include <QObject>

namespace autodidact {

/// Lets the wheel over a combo box, spin box or slider without focus scroll what lies below, and change
/// no value. GUI thread. Install one on the application: it watches every such widget.
class NoWheel : public QObject
{
    Q_OBJECT

public:
    explicit NoWheel(QObject *parent = nullptr) : QObject(parent) {}

    /// For one widget that may be shown outside the workbench.
    static void guard(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace autodidact
