#pragma once

#include "core/runners/javacompiler.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace autodidact {

/// Keeps up to `jobs` compilers and lends each to one thread at a time. Safe to use from several threads.
class JavaCompilers
{
public:
    explicit JavaCompilers(SandboxOptions options) : m_options(std::move(options)) {}

    /// Compiles with a free compiler, waiting for one if need be. Errors as of JavaCompiler.
    Result<JavaAnswer> compile(const QByteArray &job, int ms, std::stop_token stop);

private:
    Result<std::unique_ptr<JavaCompiler>> take(std::stop_token stop);
    void giveBack(std::unique_ptr<JavaCompiler> compiler);

    const SandboxOptions m_options;
    std::mutex m_mutex;
    std::condition_variable_any m_returned;
    std::vector<std::unique_ptr<JavaCompiler>> m_idle;
    int m_lent = 0;
};

} // namespace autodidact
