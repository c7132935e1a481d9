#pragma once

#include "core/runners/rustattempt.h"
#include "core/runners/runner.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"

#include <mutex>
#include <optional>
#include <variant>

namespace autodidact {

/// Compiles Rust programs into WebAssembly. The compiler is a program of this machine: it runs in bubblewrap, without which
/// there is no Rust here. Safe to use from several threads.
class WasmRust
{
public:
    /// \p options must be resolved, and of the gear wasm.
    explicit WasmRust(const SandboxOptions &options);

    /// A module: of a Function task with tests and harness in it, of a Program task the program alone; or the verdict on a
    /// program that does not compile. Missing where a tool is not installed or bubblewrap does not work.
    Result<std::variant<QByteArray, Verdict>> compile(const Execution &execution, std::stop_token stop);

private:
    Status prepare();

    SandboxOptions m_options;
    Workshop m_workshop;
    std::mutex m_mutex;
    std::optional<RustTools> m_tools;
    std::optional<ServerPool> m_steps;
};

} // namespace autodidact
