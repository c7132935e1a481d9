#pragma once

#include "core/domain/run.h"

#include <QFrame>

class QLabel;

namespace autodidact {

/// The permanent bar over a run whose agent sees something of its hidden tests. GUI thread.
class OracleBar : public QFrame
{
    Q_OBJECT

public:
    explicit OracleBar(QWidget *parent = nullptr);

    void setFeedback(Feedback feedback);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAll();

    Feedback m_feedback = Feedback::Visible;
    QLabel *m_eye;
    QLabel *m_text;
};

} // namespace autodidact
