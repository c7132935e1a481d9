#pragma once

#include "widgets/base/services.h"
#include "widgets/shell/messagebar.h"
#include "widgets/shell/speedcontrol.h"

namespace autodidact {

class LiveRun;
class DemoPacer;

/// Turns what a person wants of runs into calls to the agent, and what comes back into messages. GUI thread.
class RunDesk : public QObject
{
    Q_OBJECT

public:
    RunDesk(Services &services, LiveRun &live, MessageBar &messages, QObject *parent = nullptr);

    static RunConfig demoConfig();

    void startDemo();
    void startDemoUnpaced();                 ///< for a machine without a display
    void start(const RunConfig &config);
    void startInstead(const RunConfig &config);      ///< stops the live run first
    void resume(RunId run);
    void startOrContinue();                  ///< the live run when it is paused, else the run under the cursor
    void pause() { m_services.agent.pause(); }
    void step(StepUnit unit);
    void stop() { m_services.agent.stop(); }
    void setSpeed(Speed speed);
    void skipToRoundEnd() { m_services.agent.skipPaceOfRound(); }

Q_SIGNALS:
    void started(autodidact::RunId run);
    void ended(autodidact::RunStatus status);
    void paceSet(std::chrono::milliseconds pace);    ///< the demo's own
    void failed(const autodidact::Error &error);
    void modelChangeWanted(const autodidact::RunConfig &config);     ///< of the live run

private:
    struct Resumed {
        Run run;
        QList<Split> splits;
        int done = 0;
    };

    void launch(const RunConfig &config, const SessionOptions &options);
    void statusChanged();
    void troubled(const Error &error);
    QString headingOf(const Error &error) const;
    void report(const QString &key, const Error &error);
    static Result<Resumed> readResumed(Database &database, RunId run);

    Services &m_services;
    LiveRun &m_live;
    MessageBar &m_messages;
    DemoPacer *m_pacer;
    Speed m_speed = Speed::Maximum;
    std::optional<RunConfig> m_next;         ///< starts once the live run is over
    Ticket m_ticket;
};

} // namespace autodidact
