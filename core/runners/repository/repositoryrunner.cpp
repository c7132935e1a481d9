#include "core/runners/repository/repositoryrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/repository/classifyrepository.h"
#include "core/runners/repository/commandplan.h"
#include "core/runners/repository/commandtools.h"
#include "core/runners/repository/hiddentree.h"
#include "core/runners/repository/judgedtree.h"
#include "core/runners/retry.h"
#include "core/tasks/answerchanges.h"
#include "core/tasks/repositoryclones.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int FrameworkMb = 512;
constexpr int Processes = 256;
constexpr int LeastFolderMb = 256;

/// The task's limits, and what frameworks need beyond them.
Execution withRoom(Execution execution, qint64 treeBytes)
{
    Limits &limits = execution.limits;
    limits.memoryMb += FrameworkMb;
    limits.processes = std::max(limits.processes, Processes);
    limits.fileMb = std::max(limits.fileMb, LeastFolderMb + int(3 * treeBytes / (1 << 20)));
    return execution;
}

Verdict applied(const Execution &execution)
{
    Verdict verdict;
    verdict.scope = execution.scope;
    verdict.passed = true;
    verdict.errorDetail = u"the change applies; there are no visible tests"_s;
    return verdict;
}

Result<qint64> bytesOf(const Clone &clone, const TreeId &tree)
{
    return clone.files(tree).transform([](const QList<TreeFile> &files) {
        qint64 bytes = 0;
        for (const TreeFile &file : files)
            bytes += file.bytes + 4096; // what the smallest file takes
        return bytes;
    });
}

} // namespace

RepositoryRunner::~RepositoryRunner()
{
    HiddenTree::unlock(m_workshop);
}

Result<Verdict> RepositoryRunner::run(const Execution &execution, std::stop_token stop)
{
    const Result<OpenedBase> opened = openBase(execution.repository);
    if (!opened)
        return std::unexpected(opened.error());
    const auto &[clone, base] = *opened;
    const Result<AnswerChanges> changes = answerChanges(clone, base, execution.code);
    if (!changes)
        return std::unexpected(changes.error());
    if (changes->refused())
        return refusedChange(execution, changes->problems);
    if (execution.scope == Visibility::Visible)
        return applied(execution);
    if (m_steps.options().gear == SandboxGear::None)
        return fail(ErrorKind::BadUsage, u"repository tasks run in the sandbox only. Leave --sandbox none out."_s);
    const Result<JudgedTree> judged = judgedTree(clone, base, changes->tree, execution.repository);
    if (!judged)
        return unfitTask(execution, judged.error().detail);
    if (!judged->tampering.isEmpty())
        return tamperedChange(execution, judged->tampering);
    if (const Status tools = haveCommandTools(m_workshop); !tools)
        return std::unexpected(tools.error());
    const Result<HiddenTree> tree = HiddenTree::make(m_workshop);
    const Result<qint64> bytes = bytesOf(clone, judged->tree);
    if (!tree || !bytes)
        return std::unexpected(tree ? bytes.error() : tree.error());
    if (const Status written = clone.write(judged->tree, tree->folder()); !written)
        return std::unexpected(written.error());
    return runTree(withRoom(execution, *bytes), tree->seenAs(), judged->setUp, stop);
}

Result<Verdict> RepositoryRunner::runTree(
    const Execution &execution, const QString &seenAs, const QStringList &setUp, const std::stop_token &stop)
{
    const StepPlan plan = commandPlan(execution, seenAs, setUp);
    return retried(execution, m_steps.options().gear, u"repository"_s, [&]() -> Result<Verdict> {
        const Nonce nonce = drawNonce();
        Execution shown = execution;
        shown.code.clear(); // the change is in the tree already
        AttemptInput input = stepsInput(shown, plan, execution.limits.memoryMb, nonce);
        input.request.quietSockets = std::numeric_limits<quint32>::max();
        const Result<RawAttempt> attempt = m_steps.run(input, stop);
        if (!attempt)
            return std::unexpected(attempt.error());
        return classifyRepository(execution, *attempt, readSteps(attempt->records, nonce), setUp);
    });
}

} // namespace autodidact
