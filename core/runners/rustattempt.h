#pragma once

#include "core/runners/stepplan.h"
#include "core/runners/workshop.h"

namespace autodidact {

/// What programs and tests are linked with.
struct RustLibrary {
    QString file; ///< its name
    QByteArray source;
    QStringList arguments; ///< of the compiler
};

/// Where the tools of Rust lie.
struct RustTools {
    QString compiler; ///< rustc
    QString linker;   ///< "mold", or "bfd" for the usual one

    /// Missing names the package.
    static Result<RustTools> find();

    /// Puts \p library into the workshop, from the cache if it was made before. Takes about a second else.
    Status have(Workshop &workshop, const RustLibrary &library) const;

    /// libautodidact.so: the harness, with the standard library inside.
    static RustLibrary nativeLibrary();
};

/// Compiles program and tests into one binary, and runs it with nobody able to read it. Unsafe code is refused: with it a
/// program could report in the tests' name. \p support: where the attempt sees the library.
StepPlan rustPlan(const Execution &execution, const RustTools &tools, const QString &support, const Nonce &nonce);

/// The files that program and tests are compiled from: program.rs, tests.rs, and main.rs, which ends with \p entry.
QList<std::pair<QString, QByteArray>> rustSources(const Execution &execution, QLatin1StringView entry);

/// A file of resources/sandbox.
QByteArray rustResource(const QString &name);

/// The verdict; classes as in classify(). Compile errors that the parser finds are of class syntax, names that cannot be
/// imported of class import, all others of class compile.
Verdict classifyRust(const Execution &execution, const RawAttempt &attempt, const StepReport &report);

} // namespace autodidact
