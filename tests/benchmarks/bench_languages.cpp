// bench_languages [REPEATS]: how many times faster the HumanEval-X references in JavaScript are checked in warm sandbox servers
// than with one cold process per task and no isolation, two at a time, start-up included, in turn and in one run. Prints
// ratios only. Needs AUTODIDACT_DATA.

#include "core/runners/runnerfactory.h"
#include "tests/benchmarks/measuring.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <thread>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr int workers = 2;

QList<Execution> readTasks(const QString &path)
{
    QList<Execution> tasks;
    for (const QByteArray &line : readCompressed(path).split('\n')) {
        const QJsonObject task = QJsonDocument::fromJson(line).object();
        if (task.isEmpty())
            continue;
        Execution execution;
        execution.language = Language::JavaScript;
        execution.code = task["prompt"_L1].toString() + task["canonical_solution"_L1].toString();
        execution.tests << TestCase{u"test"_s, task["test"_L1].toString()};
        tasks << execution;
    }
    return tasks;
}

/// Has \p work called with every number below \p count, by several threads. Seconds.
double timed(qsizetype count, const std::function<void(qsizetype)> &work)
{
    QElapsedTimer timer;
    timer.start();
    std::atomic<qsizetype> next = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers; ++i) {
        threads.emplace_back([&] {
            for (qsizetype task = next++; task < count; task = next++)
                work(task);
        });
    }
    threads.clear();
    return double(timer.nsecsElapsed()) / 1e9;
}

struct Measured
{
    QList<double> seconds;
    int passed = 0;
};

void checkWarm(const QList<Execution> &tasks, Measured &measured)
{
    std::atomic<int> passed = 0;
    QElapsedTimer timer;
    timer.start();
    const Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = workers});
    timed(tasks.size(), [&](qsizetype i) {
        const Result<Verdict> verdict = runner ? (*runner)->run(tasks[i], {}) : std::unexpected(runner.error());
        passed += verdict && verdict->passed ? 1 : 0;
    });
    measured.seconds << double(timer.nsecsElapsed()) / 1e9;
    measured.passed = passed;
}

/// A failed console.assert() prints, and leaves exit status 0.
void checkCold(const QList<Execution> &tasks, const QString &folder, Measured &measured)
{
    std::atomic<int> passed = 0;
    measured.seconds << timed(tasks.size(), [&](qsizetype i) {
        QProcess process;
        process.start(u"node"_s, {u"%1/%2.js"_s.arg(folder).arg(i)});
        process.waitForFinished(60'000);
        passed += process.exitCode() == 0 && process.readAllStandardError().isEmpty() ? 1 : 0;
    });
    measured.passed = passed;
}

} // namespace

int main(int count, char **arguments)
{
    const int repeats = count > 1 ? std::max(1, std::atoi(arguments[1])) : 3;
    const QList<Execution> tasks = readTasks(qEnvironmentVariable("AUTODIDACT_DATA") + u"/humaneval-x/js/data/humaneval_js.jsonl.gz"_s);
    const QTemporaryDir folder;
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        QFile file(u"%1/%2.js"_s.arg(folder.path()).arg(i));
        if (file.open(QIODevice::WriteOnly))
            file.write((tasks[i].code + u'\n' + tasks[i].tests.first().code).toUtf8());
    }
    if (tasks.isEmpty()) {
        std::fprintf(stderr, "AUTODIDACT_DATA names no folder with humaneval-x/js\n");
        return 3;
    }
    Measured cold, warm;
    for (int i = 0; i < repeats; ++i) {
        checkCold(tasks, folder.path(), cold);
        checkWarm(tasks, warm);
    }
    std::printf("%-34s %8s %7s\n", "JavaScript, HumanEval-X", "speed", "passed");
    std::printf("%-34s %8.1f %4d/%lld\n", "one cold node per task", 1.0, cold.passed, static_cast<long long>(tasks.size()));
    std::printf("%-34s %8.1f %4d/%lld\n", "warm sandbox, split", median(cold.seconds) / median(warm.seconds), warm.passed, static_cast<long long>(tasks.size()));
    return 0;
}
