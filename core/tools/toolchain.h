#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"
#include "core/domain/toolreport.h"
#include "core/sandbox/options.h"

#include <memory>
#include <stop_token>

namespace autodidact {

/// Looks at an attempt's code before its tests: syntax, format, lint, types. May be called from
/// several threads at once.
class ToolChain {
public:
    virtual ~ToolChain() = default;

    /// One report for each of \p checks ("syntax", "format", "lint", "types"), in that order. The
    /// code is read, never run.
    ///
    /// A report without a tool: this machine has none for the language, the code does not parse
    /// (the report of the syntax says so, where it was asked for), or the tool could make nothing
    /// of it. A tool that crashes or takes too long has that as its finding, see isUpset(). At most
    /// 20 findings a report, in the order of lines; lines are those of \p code, as verdicts count
    /// them. Repository tasks have no reports with a tool: their answers are changes, not programs.
    /// Errors: Cancelled alone.
    virtual Result<QList<ToolReport>> check(
        const Task &task, const QString &code, const QStringList &checks, std::stop_token stop) = 0;
};

/// Tools of this machine in the sandbox that \p options ask for; the gear "wasm" has them in
/// bubblewrap, where that works. Nothing is started before the first check.
std::unique_ptr<ToolChain> makeToolChain(const SandboxOptions &options);

} // namespace autodidact
