#include "core/tools/sandboxedtools.h"

#include "core/base/json.h"
#include "core/runners/attemptinput.h"
#include "core/tools/tidy.h"
#include "core/tools/toolmaking.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int cpuMs = 10'000;    // the slowest, mypy without a cache, takes a tenth of it
constexpr int memoryMb = 1024;
constexpr int remembered = 2000; // reports of so many attempts
constexpr int mostTries = 3;     // after faults of the sandbox
constexpr int notStarted = 126;  // as core/sandbox/steps says it
const QString step = u"check"_s;

StepPlan planOf(const CheckTool &tool, const Subject &subject, const QString &made)
{
    StepPlan plan{.programPath = subject.file};
    for (const QString &name : {u"syntax.py"_s, u"eslint.json"_s, u"findings.js"_s})
        plan.files.append({toolFolder + u'/' + name, toolResource(name)});
    plan.steps << PlanStep{.name = step,
        .flags = sandbox::StepCaptureOutput | sandbox::StepCaptureErrors,
        .cpuMs = cpuMs,
        .arguments = tool.command(subject, made),
        .environment = QStringList{u"PATH=/usr/bin:/bin"_s, u"HOME=/work"_s, u"TMPDIR=/work"_s,
                           u"LANG=C.UTF-8"_s, u"TZ=UTC"_s, u"NO_COLOR=1"_s, u"MALLOC_ARENA_MAX=1"_s}
            + (tool.environment ? tool.environment(made) : QStringList()),
        .input = tool.readsInput ? subject.code : QByteArray()};
    return plan;
}

AttemptInput inputOf(const StepPlan &plan, const Subject &subject, const Nonce &nonce)
{
    Execution limits;
    limits.limits = {
        .cpuMs = cpuMs, .memoryMb = memoryMb, .processes = 128, .fileMb = 64, .outputKb = 256};
    AttemptInput input = stepsInput(limits, plan, memoryMb, nonce);
    input.program = subject.code;
    input.request.quietSockets = std::numeric_limits<quint32>::max();
    return input;
}

/// How a tool ended that did not do its work; empty where it did.
QString upset(const CheckTool &tool, const RawAttempt &attempt, const StepOutcome *outcome)
{
    using enum sandbox::EndedBy;
    if (attempt.reply.endedBy == Memory)
        return u"%1 needed more than %2 MB for this code"_s.arg(tool.name).arg(memoryMb);
    if (attempt.reply.endedBy == CpuTime || attempt.reply.endedBy == WallTime
        || (outcome && (outcome->overCpu || outcome->overWall)))
        return u"%1 was not done with this code after %2 s"_s.arg(tool.name).arg(cpuMs / 1000);
    if (!outcome || WIFSIGNALED(outcome->status) || WEXITSTATUS(outcome->status) > 1)
        return u"%1 broke down on this code"_s.arg(tool.name);
    return {};
}

bool isMissing(const StepOutcome &outcome)
{
    return outcome.status == -1
        || (WIFEXITED(outcome.status) && WEXITSTATUS(outcome.status) == notStarted);
}

QMap<QString, ToolReport> upsetReports(const CheckTool &tool, const QString &how)
{
    QMap<QString, ToolReport> reports;
    for (const ToolCheck &check : tool.checks)
        reports.insert(
            check.check, {check.check, tool.name, {{.code = upsetCode, .message = how}}});
    return reports;
}

/// A compiler's errors are of the syntax where the program does not parse, else of the types; with
/// errors of either kind it looked for nothing that comes after.
void sortErrors(
    QMap<QString, ToolReport> &found, const CheckTool &tool, const Subject &subject, bool failed)
{
    const QString own = subject.parses && found.contains(u"types"_s) ? u"types"_s : u"syntax"_s;
    const bool wordless = failed && found[own].findings.isEmpty();
    if (wordless) // its message is too long, or not about a line
        found[own].findings = {{.message = u"%1 refuses this code"_s.arg(tool.name)}};
    if (own == "types"_L1)
        found[u"syntax"_s].findings.clear();
    else if (found.contains(u"types"_s))
        found[u"types"_s] = found[u"syntax"_s].findings.isEmpty()
            ? ToolReport{u"types"_s, tool.name, {}}
            : ToolReport{.check = u"types"_s};
}

/// What the tool wrote, for each of its checks.
QMap<QString, ToolReport> reportsOf(
    const CheckTool &tool, const Subject &subject, const StepOutcome &outcome)
{
    const QByteArray text =
        (tool.stream == CheckTool::Stream::Output ? outcome.output : outcome.errors).toUtf8();
    const bool failed = outcome.status != 0;
    QMap<QString, ToolReport> found;
    bool silent = true;
    for (const ToolCheck &check : tool.checks) {
        found[check.check] = {check.check, tool.name, tidied(check.read(text))};
        silent = silent && found[check.check].findings.isEmpty();
    }
    const bool compiles = found.contains(u"syntax"_s);
    if (compiles)
        sortErrors(found, tool, subject, failed);
    else if (failed && silent) // it complained, but not in a message of its form: it could not read the code
        found[tool.checks.first().check].tool.clear();
    const bool refused = (compiles && failed) || (tool.refusals && !tool.refusals(text).isEmpty());
    if (refused && found.contains(u"lint"_s))
        found[u"lint"_s] = ToolReport{.check = u"lint"_s};
    return found;
}

QList<ToolReport> told(const QMap<QString, ToolReport> &found, const QStringList &checks)
{
    QList<ToolReport> reports;
    for (const QString &check : {u"syntax"_s, u"format"_s, u"lint"_s, u"types"_s}) {
        if (checks.contains(check))
            reports.append(found.value(check, ToolReport{.check = check}));
    }
    return reports;
}

} // namespace

SandboxedTools::SandboxedTools(SandboxOptions options)
    : m_options(std::move(options))
    , m_known(remembered)
{
}

Result<ServerPool *> SandboxedTools::servers()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_servers) {
        m_servers = resolved(m_options).and_then(
            [this](SandboxOptions options) -> Result<std::unique_ptr<ServerPool>> {
                if (options.gear == SandboxGear::Wasm && options.walls != WasmWalls::Bubblewrap)
                    return fail(ErrorKind::Missing,
                        u"the tools run in bubblewrap, which does not work here"_s);
                if (options.gear == SandboxGear::Wasm)
                    options.gear = SandboxGear::Warm;
                options.supportFolder = m_workshop.folder();
                return std::make_unique<ServerPool>(std::move(options), ServerKind::Steps);
            });
    }
    return *m_servers ? Result<ServerPool *>((*m_servers)->get())
                      : std::unexpected(m_servers->error());
}

Result<QMap<QString, ToolReport>> SandboxedTools::run(
    const CheckTool &tool, const Subject &subject, const std::stop_token &stop)
{
    const Result<ServerPool *> pool = servers();
    if (!pool || !QFileInfo(tool.installed).isFile())
        return {};
    const StepPlan plan =
        planOf(tool, subject, tool.make ? tool.make(m_workshop, m_options.gear) : QString());
    for (int tries = 0; tries < mostTries; ++tries) {
        const Nonce nonce = drawNonce();
        const Result<RawAttempt> attempt = (*pool)->run(inputOf(plan, subject, nonce), stop);
        if (!attempt && attempt.error().kind == ErrorKind::Cancelled)
            return std::unexpected(attempt.error());
        if (!attempt || attempt->reply.endedBy == sandbox::EndedBy::Fault)
            continue;
        const StepReport report = readSteps(attempt->records, nonce);
        const StepOutcome *outcome = report.find(step);
        if (outcome && isMissing(*outcome))
            break;
        const QString how = upset(tool, *attempt, outcome);
        return how.isEmpty() ? reportsOf(tool, subject, *outcome) : upsetReports(tool, how);
    }
    return {};
}

Result<QList<ToolReport>> SandboxedTools::look(
    const Subject &subject, const QStringList &checks, const std::stop_token &stop)
{
    QMap<QString, ToolReport> found;
    for (const CheckTool &tool : checkTools(subject.language)) {
        const auto offers = [&](const QString &check) {
            return std::ranges::find(tool.checks, check, &ToolCheck::check) != tool.checks.end();
        };
        const bool isFirst = offers(u"syntax"_s);
        if (!isFirst && std::ranges::none_of(checks, offers))
            continue;
        const Result<QMap<QString, ToolReport>> reports = run(tool, subject, stop);
        if (!reports)
            return std::unexpected(reports.error());
        found.insert(*reports);
        if (isFirst && !found.value(u"syntax"_s).findings.isEmpty())
            break; // what does not parse cannot be looked at
    }
    return told(found, checks);
}

Result<QList<ToolReport>> SandboxedTools::check(
    const Task &task, const QString &code, const QStringList &checks, std::stop_token stop)
{
    if (task.kind == TaskKind::Repository)
        return told({}, checks);
    const Subject subject = subjectOf(task, code);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(toJsonLine({{u"checks"_s, toJsonArray(checks)}, {u"kind"_s, int(task.kind)},
        {u"file"_s, subject.file}}));
    hash.addData(code.toUtf8());
    const QByteArray key = hash.result();
    {
        const std::scoped_lock lock(m_mutex);
        if (const QList<ToolReport> *known = m_known.object(key))
            return *known;
    }
    const Result<QList<ToolReport>> reports = look(subject, checks, stop);
    if (reports && std::ranges::none_of(*reports, isUpset)) {
        const std::scoped_lock lock(m_mutex);
        m_known.insert(key, new QList<ToolReport>(*reports));
    }
    return reports;
}

std::unique_ptr<ToolChain> makeToolChain(const SandboxOptions &options)
{
    return std::make_unique<SandboxedTools>(options);
}

} // namespace autodidact
