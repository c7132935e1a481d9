#pragma once

#include "core/runners/stepplan.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"
#include "core/tools/toolcatalogue.h"
#include "core/tools/toolchain.h"

#include <QCache>

namespace autodidact {

/// Runs the tools of this machine in the sandbox, each in an attempt of its own: what one of them
/// does with odd code is no matter of the next. What was checked before is not checked again. Safe
/// to use from several threads.
class SandboxedTools : public ToolChain {
public:
    explicit SandboxedTools(SandboxOptions options);

    Result<QList<ToolReport>> check(const Task &task, const QString &code,
        const QStringList &checks, std::stop_token stop) override;

private:
    Result<QList<ToolReport>> look(
        const Subject &subject, const QStringList &checks, const std::stop_token &stop);
    /// By check; nothing where the tool is not there.
    Result<QMap<QString, ToolReport>> run(
        const CheckTool &tool, const Subject &subject, const std::stop_token &stop);
    Result<ServerPool *> servers();

    SandboxOptions m_options;
    Workshop m_workshop;
    std::mutex m_mutex;
    std::optional<Result<std::unique_ptr<ServerPool>>> m_servers;
    QCache<QByteArray, QList<ToolReport>> m_known;
};

} // namespace autodidact
