#pragma once

#include "core/sandbox/server.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace autodidact {

/// Keeps up to `jobs` servers and lends each to one thread at a time. Safe to use from several
/// threads.
class ServerPool {
public:
    /// \p options must be resolved. Starts all servers at once, so that they get ready side by
    /// side.
    explicit ServerPool(SandboxOptions options, ServerKind kind = ServerKind::Python);

    /// Runs one attempt on a free server, waiting for one if need be. Errors as of
    /// SandboxServer::run, and Missing.
    Result<RawAttempt> run(const AttemptInput &input, std::stop_token stop);

    const SandboxOptions &options() const { return m_options; }

private:
    Result<std::unique_ptr<SandboxServer>> take(std::stop_token stop);
    void giveBack(std::unique_ptr<SandboxServer> server);

    const SandboxOptions m_options;
    const ServerKind m_kind;
    std::mutex m_mutex;
    std::condition_variable_any m_returned;
    std::vector<std::unique_ptr<SandboxServer>> m_idle;
    int m_lent = 0;
};

} // namespace autodidact
