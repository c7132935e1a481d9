#pragma once

#include "core/control/runcommands.h"
#include "core/control/runsession.h"

#include <thread>

namespace autodidact {

/// The agent thread: the one writer of the database, and the run that is live.
///
/// Every call returns at once; the work happens in the agent thread, in order of the calls. Replies
/// are called there too: a caller with a thread of its own passes them on.
class Agent
{
public:
    template<typename T>
    using Reply = std::move_only_function<void(Result<T>)>;

    /// \p sink gets what happens; it must outlive the agent. \p parts build runners and models.
    Agent(QString databasePath, LiveSink *sink, SessionParts parts);

    /// Gives up the attempts under way (what is committed stays) and joins the thread. A live run ends as
    /// stopped; one that is paused stays paused. Either can be resumed.
    ~Agent();

    /// Opens the database; everything else waits behind it.
    void open(Reply<Done> reply);

    void createAndStart(RunConfig config, SessionOptions options, Reply<RunId> reply);
    void resume(RunId run, SessionOptions options, Reply<RunId> reply);

    void pause() { onSession(&RunSession::pause); }
    void carryOn() { onSession(&RunSession::carryOn); }
    void stop() { onSession(&RunSession::stop); }
    void skipPaceOfRound() { onSession(&RunSession::skipPaceOfRound); }
    void step(StepUnit unit);
    void setPace(std::chrono::milliseconds perAttempt);

    /// Runs \p work with the writer's database and journal: edits of memories, versions, suites.
    template<typename T>
    void perform(std::move_only_function<Result<T>(Database &, Journal &)> work, Reply<T> reply)
    {
        m_home.post([this, work = std::move(work), reply = std::move(reply)]() mutable {
            if (m_database)
                reply(work(*m_database, *m_journal));
            else
                reply(std::unexpected(m_opened.error()));
        });
    }

    /// Builds models and runners for what is measured beside the runs. Immutable; any thread.
    const SessionParts &parts() const { return m_parts; }

private:
    void run(std::stop_token stop);
    void begin(RunId run, SessionOptions options, Reply<RunId> reply);
    void onSession(void (RunSession::*act)());
    void dropFinishedSession();

    QString m_path;
    LiveSink *m_sink;
    SessionParts m_parts;
    Mailbox m_home;
    std::unique_ptr<Database> m_database;      // agent thread only, like all below
    std::unique_ptr<Journal> m_journal;
    Status m_opened = fail(ErrorKind::Storage, QStringLiteral("No database is open."));
    std::unique_ptr<RunSession> m_session;
    std::jthread m_thread;                     // last: joined first
};

} // namespace autodidact
