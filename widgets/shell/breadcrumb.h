#pragma once

#include "widgets/base/services.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace autodidact {

/// Says where the cursor stands, part by part; a click on a part goes there. GUI thread.
class Breadcrumb : public QWidget
{
    Q_OBJECT

public:
    Breadcrumb(CursorKeeper &keeper, Reader &reader, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Part {
        QLabel *chevron;         ///< before it; null for the first
        QToolButton *button;
    };
    struct Names {
        QString run;
        QString task;
    };

    Part addPart(const QString &objectName);
    void moved();
    void showParts();
    void updateIcons();

    CursorKeeper &m_keeper;
    Reader &m_reader;
    Ticket m_ticket;
    Names m_names;
    QLabel *m_nothing;
    Part m_run{}, m_round{}, m_task{}, m_attempt{};
};

} // namespace autodidact
