#pragma once

#include "widgets/base/panel.h"
#include "widgets/base/services.h"
#include "widgets/curve/curvedata.h"

class QTimer;

namespace autodidact {

class CurveBar;
class CurveView;

/// The dock with the success rate over the rounds of the cursor's run. GUI thread.
class CurvePanel : public Panel
{
    Q_OBJECT

public:
    explicit CurvePanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;
    CurveView *view() const { return m_view; }

public Q_SLOTS:
    /// Shades the rounds that ran under this version; absent takes the shade away.
    void highlightVersion(std::optional<int> version);

    /// Draws this run beside the cursor's; not valid takes it away.
    void compareWith(autodidact::RunId run);
    void exportTo(const QString &path);          ///< .svg, .png or .csv

Q_SIGNALS:
    void updateRequested(autodidact::UpdateId update);
    void decisionRequested(qint64 decision);
    void versionHighlighted(int version);        ///< of the round or mark that was clicked
    void failed(const autodidact::Error &error);

protected:
    void retranslate() override;
    void themeChanged() override;
    void showEvent(QShowEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void moved();
    void load();
    void arrived(Result<CurveRecord> record);
    void applyEvents(const QList<Event> &events);
    void redraw();
    void showWaiting();
    void clickRound(RunId run, int round);
    void clickMark(const CurveMark &mark);
    int versionOf(const CurveMark &mark) const;
    void askFile(const QString &suffix);
    void askRuns();

    static constexpr int refreshMs = 250;

    Services &m_services;
    Ticket m_ticket;
    Ticket m_otherTicket;
    Ticket m_runsTicket;
    bool m_dirty = true;
    bool m_asking = false;
    QList<Event> m_meanwhile;                    ///< events that came while the record was being read
    std::optional<CurveRecord> m_record;
    RunId m_beside;
    QTimer *m_refresh;
    CurveBar *m_bar;
    CurveView *m_view;
};

} // namespace autodidact
