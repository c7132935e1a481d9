#include "core/runners/noderunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/retry.h"
#include "core/runners/runtool.h"
#include "core/runners/toolcache.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Everything that decides what Node.js' snapshot is like. Node.js itself refuses one that another version made.
QByteArray fingerprint(const SandboxOptions &options)
{
    QByteArray text = fileState(options.nodePath) + fileState(options.helperPath); // the helper knows the flags
    const QString own = QFileInfo(options.nodePath).canonicalPath() + u"/../lib"_s;
    for (const QString &folder : {own, u"/usr/lib/x86_64-linux-gnu"_s, u"/usr/lib/aarch64-linux-gnu"_s}) {
        for (const QFileInfo &file : QDir(folder).entryInfoList({u"libnode.so*"_s}, QDir::Files, QDir::Name))
            text += fileState(file.filePath());
    }
    return text;
}

/// From a snapshot Node.js starts in two thirds of the time; it is as good without. A container has a Node.js of its own.
QString snapshot(const SandboxOptions &options, Workshop &workshop)
{
    if (options.gear == SandboxGear::Container)
        return {};
    const Status made = workshop.haveKept(u"node"_s, fingerprint(options), [&](const QString &folder) {
        return runTool(options.helperPath, {u"node-snapshot"_s, options.nodePath, folder + u"/node.snapshot"_s});
    });
    return made ? workshop.folder() + u"/node.snapshot"_s : QString();
}

} // namespace

Result<std::unique_ptr<Runner>> NodeRunner::make(SandboxOptions options, Workshop &workshop)
{
    if (!QFileInfo(options.nodePath).isExecutable())
        return fail(ErrorKind::Missing, u"Node.js was not found%1. Install the package nodejs."_s.arg(
            options.nodePath.isEmpty() ? QString() : u" at "_s + options.nodePath));
    options.nodeSnapshot = snapshot(options, workshop);
    return std::make_unique<NodeRunner>(options);
}

NodeRunner::NodeRunner(const SandboxOptions &options)
    : m_pool(options, ServerKind::Node)
{
}

Result<Verdict> NodeRunner::runOnce(const Execution &execution, std::stop_token stop)
{
    const Nonce nonce = drawNonce();
    const Result<RawAttempt> attempt = m_pool.run(functionInput(execution, nonce), stop);
    if (!attempt)
        return std::unexpected(attempt.error());
    return classify(execution, *attempt, readReport(attempt->records, nonce));
}

Result<Verdict> NodeRunner::run(const Execution &execution, std::stop_token stop)
{
    if (execution.kind != TaskKind::Function)
        return fail(ErrorKind::Missing, u"JavaScript tasks with test files have no runner in this build"_s);
    const SandboxGear gear = m_pool.options().gear;
    return retried(execution, gear, toString(gear), [&] { return runOnce(execution, stop); });
}

} // namespace autodidact
