#pragma once

#include "core/domain/verdict.h"
#include "core/sandbox/helperprocess.h"

#include <memory>
#include <stop_token>

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

} // namespace autodidact
