#include "core/runners/machineprobe.h"

#include "core/runners/runnerfactory.h"
#include "core/sandbox/containerengine.h"
#include "core/sandbox/probing.h"
#include "core/sandbox/wasmprobe.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// A language, and a small program in it with a test.
struct Sample {
    QString name;
    Language language = Language::Python;
    QString tool;
    QString package;
    QString starter;
    QString code;
    QString test;
};

const QList<Sample> &samples()
{
    static const QList<Sample> list{
        {u"Python"_s, Language::Python, u"python3"_s, u"python3"_s, {}, u"def probe(n):\n    return n + 1\n"_s,
            u"assert probe(1) == 2"_s},
        {u"JavaScript"_s, Language::JavaScript, u"node"_s, u"nodejs"_s, {}, u"const probe = n => n + 1;\n"_s,
            u"assert.strictEqual(probe(1), 2);"_s},
        {u"Java"_s, Language::Java, u"java"_s, u"openjdk-21-jdk-headless"_s,
            u"class Solution {\n    static int probe(int n) {\n        return 0;\n    }\n}\n"_s,
            u"class Solution {\n    static int probe(int n) {\n        return n + 1;\n    }\n}\n"_s,
            u"assertEquals(2, Solution.probe(1));"_s},
        {u"Rust"_s, Language::Rust, u"rustc"_s, u"rustc"_s, u"pub fn probe(n: i32) -> i32 {\n    todo!()\n}\n"_s,
            u"pub fn probe(n: i32) -> i32 {\n    n + 1\n}\n"_s, u"assert_eq!(probe(1), 2);"_s},
    };
    return list;
}

Execution execution(const Sample &sample)
{
    Execution execution;
    execution.language = sample.language;
    if (sample.language == Language::Java || sample.language == Language::Rust)
        execution.isolation = Isolation::InProcess;
    execution.code = sample.code;
    execution.starter = sample.starter;
    execution.entryPoint = u"probe"_s;
    execution.tests << TestCase{u"probe"_s, sample.test};
    return execution;
}

/// The first number with a point in what a program says of itself; all of it where it has none.
QString versionIn(const QString &text)
{
    static const QRegularExpression number(u"\\d+(\\.\\d+)+"_s);
    const QRegularExpressionMatch match = number.match(text);
    return match.hasMatch() ? match.captured() : text.left(40);
}

/// One attempt, and a second one for the time that each takes from then on.
struct Tried {
    bool works = false;
    QString text;
};

Tried tryAttempt(const Sample &sample, const SandboxOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    const auto runner = makeRunner(options);
    if (!runner)
        return {false, runner.error().detail};
    const double oneMs = 1e6;
    for (int turn = 0; turn < 2; ++turn) {
        const qint64 begin = timer.nsecsElapsed();
        const Result<Verdict> verdict = (*runner)->run(execution(sample), {});
        if (!verdict || !verdict->passed)
            return {false,
                verdict ? toString(verdict->errorClass) + u": "_s + verdict->errorDetail : verdict.error().detail};
        if (turn == 1)
            return {true, u"an attempt in %1 ms, the first after %2 s"_s
                              .arg(double(timer.nsecsElapsed() - begin) / oneMs, 0, 'f', 0)
                              .arg(double(begin) / oneMs / 1000, 0, 'f', 1)};
    }
    return {};
}

QList<SandboxProbe> probeLanguage(const Sample &sample)
{
    const QString path = QStandardPaths::findExecutable(sample.tool);
    const Ran version = path.isEmpty() ? Ran{false, u"%1 was not found"_s.arg(sample.tool)} : runProgram(path, {u"--version"_s});
    const Tried tried = version.ok ? tryAttempt(sample, {.jobs = 1}) : Tried{};
    const QString detail = version.ok
        ? sample.tool + u' ' + versionIn(version.text) + u"; "_s + tried.text : version.text;
    const Remedy again{u"see the lines of the sandbox; if they are all well, install the package %1 anew"_s.arg(sample.package),
        ProbeRemedy::InstallPackage, sample.package};
    SandboxProbe probe =
        probed(ProbeStep::Language, sample.name, tried.works, detail, version.ok ? again : installing(sample.package));
    probe.required = sample.language == Language::Python; // the demo needs no other
    return {probe};
}

QList<SandboxProbe> probeContainer()
{
    const Result<SandboxOptions> options = resolved({.gear = SandboxGear::Container, .jobs = 1});
    SandboxProbe probe;
    if (options) {
        const Tried tried = tryAttempt(samples().first(), *options);
        const QString engine = QFileInfo(options->enginePath).fileName() + u' '
            + versionIn(runProgram(options->enginePath, {u"--version"_s}).text);
        const QString runtime = options->runtime == u"-" ? u"its own runtime"_s : options->runtime;
        const QString limits = engineLimits(*options) ? u"limited by control groups"_s : u"without control groups"_s;
        const QString detail = u"%1 with %2, %3; %4"_s.arg(engine, runtime, limits, tried.text);
        probe = probed(ProbeStep::Container, u"container"_s, tried.works, detail,
            {u"the message is the engine's; an ordinary user needs lines in /etc/subuid and /etc/subgid, and the package uidmap"_s,
                ProbeRemedy::StartContainers, {}});
    } else {
        probe = probed(ProbeStep::Container, u"container"_s, false, options.error().detail, installing(u"podman"_s));
    }
    probe.required = false;
    return {probe};
}

QList<SandboxProbe> probeTools()
{
    struct Tool {
        QString name;
        QString program;
        QStringList arguments;
        QString package;
    };
    const QList<Tool> tools{
        {u"pytest"_s, u"python3"_s, {u"-m"_s, u"pytest"_s, u"--version"_s}, u"python3-pytest"_s},
        {u"coverage"_s, u"python3"_s, {u"-m"_s, u"coverage"_s, u"--version"_s}, u"python3-coverage"_s},
        {u"Jest"_s, u"jest"_s, {u"--version"_s}, u"jest"_s},
        {u"Maven"_s, u"mvn"_s, {u"--version"_s}, u"maven"_s},
        {u"cargo"_s, u"cargo"_s, {u"--version"_s}, u"cargo"_s},
    };
    QList<SandboxProbe> probes;
    for (const Tool &tool : tools) {
        const Ran ran = runProgram(tool.program, tool.arguments);
        SandboxProbe probe =
            probed(ProbeStep::BuildTool, tool.name, ran.ok, ran.ok ? versionIn(ran.text) : u"not found"_s, installing(tool.package));
        probe.required = false;
        probes << probe;
    }
    return probes;
}

} // namespace

QList<SandboxProbe> probeMachine()
{
    std::vector<std::function<QList<SandboxProbe>()>> trials{[] { return probeSandbox(); }};
    for (const Sample &sample : samples())
        trials.push_back([&sample] { return probeLanguage(sample); });
    trials.push_back(probeContainer);
    trials.push_back(probeWasm);
    trials.push_back(probeTools);
    std::vector<QList<SandboxProbe>> found(trials.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < trials.size(); ++i)
            threads.emplace_back([&, i] { found[i] = trials[i](); });
    }
    QList<SandboxProbe> probes;
    for (const QList<SandboxProbe> &some : found)
        probes += some;
    return probes;
}

} // namespace autodidact
