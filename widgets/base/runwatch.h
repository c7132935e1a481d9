#pragma once

#include "widgets/base/services.h"

#include <QTimer>

namespace autodidact {

/// Tells a panel that is about a whole run when to load it anew: never while it is hidden, at most twice a
/// second while the run is live. GUI thread.
class RunWatch : public QObject
{
    Q_OBJECT

public:
    RunWatch(Services &services, QWidget *panel);

    RunId run() const { return m_run; }

public Q_SLOTS:
    void reloadNow();            ///< a person waits for it
    void reloadSoon();           ///< something happened in the run

Q_SIGNALS:
    void runChanged(autodidact::RunId run);
    void loadWanted(autodidact::RunId run);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moved(const Cursor &cursor);
    void reloadIn(int milliseconds);

    static constexpr int liveMs = 500;

    QWidget *m_panel;
    RunId m_run;
    QTimer m_timer;
    bool m_dirty = true;         ///< a hidden panel has something to catch up with
};

} // namespace autodidact
