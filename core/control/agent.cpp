#include "core/control/agent.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Agent::Agent(QString databasePath, LiveSink *sink, SessionParts parts)
    : m_path(std::move(databasePath))
    , m_sink(sink)
    , m_parts(std::move(parts))
    , m_thread([this](std::stop_token stop) { run(stop); })
{
}

Agent::~Agent()
{
    m_thread.request_stop();
    m_thread.join();
}

void Agent::run(std::stop_token stop)
{
    while (m_home.runOne(stop))
        dropFinishedSession();
    if (m_session && !m_session->isOver()) {
        m_session->leave();
        while (!m_session->isOver() && m_home.runOne({})) { }
    }
    m_home.runWaiting();
    m_session.reset();
    m_journal.reset();
    m_database.reset();
}

void Agent::dropFinishedSession()
{
    if (m_session && m_session->isOver())
        m_session.reset();
}

void Agent::open(Reply<Done> reply)
{
    m_home.post([this, reply = std::move(reply)]() mutable {
        Result<std::unique_ptr<Database>> database = Database::open(m_path, OpenMode::ReadWrite);
        if (!database) {
            m_opened = std::unexpected(database.error());
            reply(std::unexpected(database.error()));
            return;
        }
        m_opened = {};
        m_database = std::move(*database);
        m_journal = std::make_unique<Journal>(*m_database, m_sink);
        reply(Done{});
    });
}

void Agent::createAndStart(RunConfig config, SessionOptions options, Reply<RunId> reply)
{
    m_home.post([this, config = std::move(config), options, reply = std::move(reply)]() mutable {
        if (!m_opened) {
            reply(std::unexpected(m_opened.error()));
            return;
        }
        const Result<Run> run = createRun(*m_database, config, m_parts);
        if (run)
            begin(run->id, options, std::move(reply));
        else
            reply(std::unexpected(run.error()));
    });
}

void Agent::resume(RunId run, SessionOptions options, Reply<RunId> reply)
{
    m_home.post([this, run, options, reply = std::move(reply)]() mutable { begin(run, options, std::move(reply)); });
}

void Agent::begin(RunId run, SessionOptions options, Reply<RunId> reply)
{
    dropFinishedSession();
    if (!m_opened) {
        reply(std::unexpected(m_opened.error()));
        return;
    }
    if (m_session) {
        reply(fail(ErrorKind::Conflict, u"A run is live already. Stop it, or wait until it ends."_s));
        return;
    }
    Result<std::unique_ptr<RunSession>> session =
        RunSession::open(run, *m_database, m_home, m_sink, m_parts, options);
    if (!session) {
        reply(std::unexpected(session.error()));
        return;
    }
    m_session = std::move(*session);
    reply(run);
    m_session->start();
}

void Agent::onSession(void (RunSession::*act)())
{
    m_home.post([this, act] {
        if (m_session)
            (m_session.get()->*act)();
    });
}

void Agent::step(StepUnit unit)
{
    m_home.post([this, unit] {
        if (m_session)
            m_session->step(unit);
    });
}

void Agent::setPace(std::chrono::milliseconds perAttempt)
{
    m_home.post([this, perAttempt] {
        if (m_session)
            m_session->setPace(perAttempt);
    });
}

} // namespace autodidact
