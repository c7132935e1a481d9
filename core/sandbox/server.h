#pragma once

#include "core/sandbox/filedescriptor.h"
#include "core/sandbox/options.h"
#include "core/sandbox/wire.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <stop_token>

namespace autodidact {

/// What one attempt left behind.
struct RawAttempt {
    sandbox::Reply reply;
    QByteArray records;          ///< of the tests' side, see RecordHead
    QByteArray output;           ///< of the code under test
    bool outputExceeded = false; ///< it wrote more than allowed, and was ended for it
};

/// What an attempt is given.
struct AttemptInput {
    sandbox::Request request;
    QByteArray program; ///< seen by the solution's side only
    QByteArray tests;   ///< seen by the tests' side only
    qsizetype outputLimit = 256 * 1024;
};

/// What a server serves: programs in an interpreter's own process tree, or plans of programs that run one after the other.
/// Java: plans that see nothing of the system's Java, only what lies in the support folder.
/// WasmPython, WasmJavaScript, WasmRust: machines of WebAssembly within Node.js.
enum class ServerKind { Python, Node, Steps, Java, WasmPython, WasmJavaScript, WasmRust };

/// One warm server inside the sandbox. For one thread at a time.
class SandboxServer {
public:
    /// Starts the process and returns at once; the server gets ready meanwhile.
    static Result<std::unique_ptr<SandboxServer>> start(const SandboxOptions &options, ServerKind kind = ServerKind::Python);

    SandboxServer(const SandboxServer &) = delete;
    SandboxServer &operator=(const SandboxServer &) = delete;
    ~SandboxServer();

    /// Runs one attempt. Cancelled when \p stop was requested (its processes are gone then);
    /// Sandbox when the server failed, after which it is of no use.
    Result<RawAttempt> run(const AttemptInput &input, std::stop_token stop);

    bool usable() const { return m_usable; }

    /// Attempts handed to the server so far; may be asked from any thread.
    int attempts() const { return m_attempts; }

private:
    SandboxServer(pid_t pid, FileDescriptor control, FileDescriptor errors);

    Error died(const QString &what);
    Status send(
        const AttemptInput &input, const FileDescriptor &report, const FileDescriptor &output);

    pid_t m_pid;
    FileDescriptor m_control;
    FileDescriptor m_errors;
    bool m_usable = true;
    std::atomic<int> m_attempts = 0;
};

} // namespace autodidact
