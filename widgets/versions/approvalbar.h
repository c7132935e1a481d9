#pragma once

#include "core/domain/update.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace autodidact {

/// The update that waits for a person: what it is, a reason to give, approve or refuse. Hidden while none waits. GUI thread.
class ApprovalBar : public QFrame
{
    Q_OBJECT

public:
    explicit ApprovalBar(QWidget *parent = nullptr);

    void setUpdate(const Update *update);            ///< null: none waits
    void retranslate();

Q_SIGNALS:
    void judged(autodidact::UpdateId update, bool approved, const QString &reason);
    void showWanted();                               ///< its edits and evidence

private:
    void judge(bool approved);

    Update m_update;
    QLabel *m_text;
    QLineEdit *m_reason;
    QPushButton *m_show;
    QPushButton *m_approve;
    QPushButton *m_reject;
};

} // namespace autodidact
