#pragma once

#include "core/runners/runner.h"
#include "core/runners/wasmrust.h"
#include "core/sandbox/serverpool.h"

#include <map>
#include <memory>
#include <mutex>

namespace autodidact {

/// Runs programs on machines of WebAssembly: Python by pyodide, JavaScript by QuickJS, Rust
/// compiled for WASI. Safe to use from several threads.
/// Missing, with the reason, for Java, and for tasks with test files.
class WasmRunner : public Runner
{
public:
    /// \p options must be resolved, and of the gear wasm.
    explicit WasmRunner(SandboxOptions options);

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    ServerPool &poolFor(ServerKind kind);
    Result<Verdict> runFunction(const Execution &execution, const QByteArray &program, ServerPool &pool, std::stop_token stop);
    Result<Verdict> runProgram(const Execution &execution, const QByteArray &program, ServerPool &pool, std::stop_token stop);
    Result<Verdict> runOnce(const Execution &execution, ServerKind kind, std::stop_token stop);

    const SandboxOptions m_options;
    WasmRust m_rust;
    std::mutex m_mutex;
    std::map<ServerKind, std::unique_ptr<ServerPool>> m_pools;
};

} // namespace autodidact
