#include "core/sandbox/serverpool.h"

using namespace Qt::StringLiterals;

namespace autodidact {

ServerPool::ServerPool(SandboxOptions options, ServerKind kind)
    : m_options(std::move(options))
    , m_kind(kind)
{
    if (m_options.gear == SandboxGear::Single)
        return; // every attempt starts its own
    for (int i = 0; i < m_options.jobs; ++i) {
        if (Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(m_options, m_kind))
            m_idle.push_back(std::move(*server));
    }
}

Result<std::unique_ptr<SandboxServer>> ServerPool::take(std::stop_token stop)
{
    {
        std::unique_lock lock(m_mutex);
        const auto free = [this] { return m_lent < m_options.jobs; };
        if (!m_returned.wait(lock, stop, free))
            return fail(ErrorKind::Cancelled, u"stopped"_s);
        ++m_lent;
        if (!m_idle.empty()) {
            std::unique_ptr<SandboxServer> server = std::move(m_idle.back());
            m_idle.pop_back();
            return server;
        }
    }
    Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(m_options, m_kind);
    if (!server)
        giveBack(nullptr);
    return server;
}

void ServerPool::giveBack(std::unique_ptr<SandboxServer> server)
{
    const bool keep = server && server->usable() && m_options.gear != SandboxGear::Single;
    {
        const std::scoped_lock lock(m_mutex);
        --m_lent;
        if (keep)
            m_idle.push_back(std::move(server));
    }
    m_returned.notify_one();
}

Result<RawAttempt> ServerPool::run(const AttemptInput &input, std::stop_token stop)
{
    Result<std::unique_ptr<SandboxServer>> server = take(stop);
    if (!server)
        return std::unexpected(server.error());
    Result<RawAttempt> attempt = (*server)->run(input, stop);
    giveBack(std::move(*server));
    return attempt;
}

} // namespace autodidact
