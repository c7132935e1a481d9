// bench_wasm [REPEATS]: tasks per second of the WebAssembly sandbox beside warm bubblewrap, in turn and in one run, with two
// workers and servers that are ready: the references of the bundled suites, and of HumanEval where AUTODIDACT_DATA has it.

#include "core/runners/runnerfactory.h"
#include "core/tasks/importer.h"
#include "core/tasks/suitefile.h"

#include <QElapsedTimer>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr int jobs = 2;

QList<Execution> executionsOf(const SuiteContent &suite)
{
    QList<Execution> executions;
    for (const Task &task : suite.tasks) {
        if (task.references.isEmpty())
            continue;
        Execution execution;
        execution.language = task.language;
        execution.kind = task.kind;
        execution.isolation = task.isolation;
        execution.code = task.references.first();
        execution.entryPoint = task.entryPoint;
        execution.starter = task.starter;
        execution.testSetup = task.testSetup;
        execution.tests = task.visibleTests + task.hiddenTests;
        execution.limits = task.limits;
        executions << execution;
    }
    return executions;
}

struct Measured {
    double perSecond = 0;
    int passed = 0;
};

Measured measure(Runner &runner, const QList<Execution> &executions)
{
    std::atomic<qsizetype> next = 0;
    std::atomic<int> passed = 0;
    QElapsedTimer timer;
    timer.start();
    {
        std::vector<std::jthread> workers;
        for (int job = 0; job < jobs; ++job) {
            workers.emplace_back([&] {
                for (qsizetype i = next++; i < executions.size(); i = next++) {
                    const Result<Verdict> verdict = runner.run(executions.at(i), {});
                    passed += verdict && verdict->passed ? 1 : 0;
                }
            });
        }
    }
    return {double(executions.size()) * 1e9 / double(timer.nsecsElapsed()), passed};
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

void compare(const char *name, const QList<Execution> &executions, Runner &warm, Runner &wasm, int repeats)
{
    QList<double> own, other;
    int passed = 0;
    for (Runner *runner : {&warm, &wasm})
        measure(*runner, executions.first(std::min<qsizetype>(4, executions.size()))); // so that servers are ready
    for (int i = 0; i < repeats; ++i) {
        other << measure(warm, executions).perSecond;
        const Measured measured = measure(wasm, executions);
        own << measured.perSecond;
        passed = measured.passed;
    }
    std::printf("%-20s %10.0f %10.0f %8.2f %6d/%d\n", name, median(other), median(own), median(own) / median(other), passed, int(executions.size()));
}

} // namespace

int main(int count, char **arguments)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // a line at a time, also into a file
    const int repeats = count > 1 ? std::max(1, std::atoi(arguments[1])) : 3;
    Result<std::unique_ptr<Runner>> warm = makeRunner({.jobs = jobs});
    Result<std::unique_ptr<Runner>> wasm = makeRunner({.gear = SandboxGear::Wasm, .jobs = jobs});
    if (!warm || !wasm) {
        std::fprintf(stderr, "%s\n", qPrintable(warm ? wasm.error().detail : warm.error().detail));
        return 3;
    }
    std::printf("%-20s %10s %10s %8s %8s\n", "references", "warm/s", "wasm/s", "ratio", "passed");
    for (const char *language : {"python", "javascript", "rust"}) {
        const Result<SuiteContent> suite = readSuiteFile(QStringLiteral(AUTODIDACT_SOURCE_DIR "/resources/suites/starter-%1.jsonl").arg(QLatin1StringView(language)));
        if (suite)
            compare(language, executionsOf(*suite), **warm, **wasm, repeats);
    }
    const QString data = qEnvironmentVariable("AUTODIDACT_DATA") + u"/humaneval/HumanEval.jsonl.gz"_s;
    if (const Result<SuiteContent> suite = importSuite(u"humaneval"_s, data))
        compare("humaneval", executionsOf(*suite), **warm, **wasm, repeats);
    return 0;
}
