#pragma once

#include "core/domain/verdict.h"
#include "core/sandbox/helperprocess.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace autodidact {

/// A message of javac.
struct JavaMessage {
    Diagnostic diagnostic;
    QString code;          ///< for example "compiler.err.cant.resolve"
    int unit = -1;         ///< -1 for the program, else the number of the test
    bool inImport = false;

    bool isError() const { return diagnostic.severity == QLatin1StringView("error"); }
};

/// What became of a program and its tests.
struct JavaAnswer {
    /// As in resources/sandbox/Answer.java; Late: the compiler was ended because it took too long.
    enum class Outcome { Compiled = 0, Syntax = 1, Errors = 2, Tampering = 3, GaveUp = 4, Late = 5 };

    Outcome outcome = Outcome::GaveUp;
    QString reason;              ///< where it was compiled: the program's package, or nothing
    QList<JavaMessage> messages;
    QByteArray classes;          ///< as the harness reads them: their number; name and bytes of each
    qint64 usedBytes = 0;        ///< of the compiler's heap
};

/// A warm compiler in a sandbox of its own: without network, rights or a writable place. It sees programs and tests, and
/// runs nothing of them. For one thread at a time.
class JavaCompiler
{
public:
    /// Starts the process and returns at once. \p options name the helper and the support folder.
    static Result<std::unique_ptr<JavaCompiler>> start(const SandboxOptions &options);

    JavaCompiler(const JavaCompiler &) = delete;
    JavaCompiler &operator=(const JavaCompiler &) = delete;
    ~JavaCompiler();

    /// Compiles \p job, see javaJob(), within \p ms of wall time. Cancelled when \p stop was requested; Sandbox when the
    /// compiler ended.
    Result<JavaAnswer> compile(const QByteArray &job, int ms, std::stop_token stop);

    /// False when it is worn out, or has failed.
    bool usable() const { return m_usable; }

private:
    explicit JavaCompiler(HelperProcess process);

    HelperProcess m_process;
    int m_compilations = 0;
    bool m_usable = true;
};

/// Keeps up to `jobs` compilers and lends each to one thread at a time. Safe to use from several threads.
class JavaCompilers
{
public:
    explicit JavaCompilers(SandboxOptions options) : m_options(std::move(options)) {}

    /// Starts one compiler, so that it gets warm meanwhile.
    void warmUp();

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
