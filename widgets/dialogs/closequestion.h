#pragma once

#include "widgets/dialogs/fittingdialog.h"

namespace autodidact {

/// Asked when the window is closed while a run is live: pause and quit, stop and quit, or stay. GUI thread.
class CloseQuestion : public FittingDialog
{
    Q_OBJECT

public:
    enum class Answer { Pause, Stop };

    explicit CloseQuestion(QWidget *parent = nullptr);

Q_SIGNALS:
    void answered(autodidact::CloseQuestion::Answer answer);     ///< not when cancelled
};

} // namespace autodidact
