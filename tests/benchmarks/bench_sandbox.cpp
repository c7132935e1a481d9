// bench_sandbox [REPEATS]: the wall time of 164 HumanEval references with two workers, start-up
// included: one cold interpreter per task, a warm fork without isolation, and our sandbox, in turn
// and in one run. Needs AUTODIDACT_DATA.

#include "core/runners/runnerfactory.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <zlib.h>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr int workers = 2;

QByteArray readCompressed(const QString &path)
{
    QByteArray text;
    const gzFile file = gzopen(path.toLocal8Bit().constData(), "rb");
    char piece[65536];
    for (int count = 0; file && (count = gzread(file, piece, sizeof piece)) > 0;)
        text.append(piece, count);
    if (file)
        gzclose(file);
    return text;
}

QList<Execution> readExecutions()
{
    QList<Execution> executions;
    const QByteArray text = readCompressed(
        qEnvironmentVariable("AUTODIDACT_DATA") + u"/humaneval/HumanEval.jsonl.gz"_s);
    for (const QByteArray &line : text.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.isEmpty())
            continue;
        Execution execution;
        execution.code =
            object["prompt"_L1].toString() + object["canonical_solution"_L1].toString();
        execution.entryPoint = object["entry_point"_L1].toString();
        execution.tests << TestCase{u"check"_s,
            object["test"_L1].toString() + u"\ncheck("_s + execution.entryPoint + u")\n"_s};
        executions << execution;
    }
    return executions;
}

struct Measured {
    double seconds = 0;
    int passed = 0;
};

Measured measureOurs(
    const QList<Execution> &executions, Isolation isolation, SandboxGear gear, bool talk)
{
    QElapsedTimer timer;
    timer.start();
    const Result<std::unique_ptr<Runner>> runner = makeRunner({.gear = gear, .jobs = workers});
    if (!runner) {
        std::fprintf(stderr, "%s\n", qPrintable(runner.error().detail));
        return {};
    }
    std::atomic<int> next = 0;
    std::atomic<int> passed = 0;
    const auto work = [&] {
        for (int i = next++; i < executions.size(); i = next++) {
            Execution execution = executions.at(i);
            execution.isolation = isolation;
            const Result<Verdict> verdict = (*runner)->run(execution, {});
            if (verdict && verdict->passed)
                ++passed;
            else if (talk)
                std::fprintf(stderr, "%d %s: %s\n", i, qPrintable(execution.entryPoint),
                    qPrintable(verdict ? verdict->errorDetail : verdict.error().detail));
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < workers; ++i)
            threads.emplace_back(work);
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    return {seconds, passed};
}

Measured measureBaseline(const QString &kind, const QString &folder)
{
    QProcess process;
    process.start(
        u"python3"_s, {u"-I"_s, QStringLiteral(BASELINES), kind, QString::number(workers), folder});
    process.waitForFinished(120'000);
    const QList<QByteArray> parts = process.readAllStandardOutput().simplified().split(' ');
    return parts.size() == 2 ? Measured{parts[0].toDouble(), parts[1].toInt()} : Measured{};
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

} // namespace

int main(int count, char **arguments)
{
    const int repeats = count > 1 ? std::max(1, std::atoi(arguments[1])) : 5;
    const QList<Execution> executions = readExecutions();
    const QTemporaryDir folder;
    for (qsizetype i = 0; i < executions.size(); ++i) {
        QFile file(folder.filePath(u"%1.py"_s.arg(int(i), 3, 10, QChar(u'0'))));
        if (file.open(QIODevice::WriteOnly))
            file.write((executions[i].code + u'\n' + executions[i].tests.first().code).toUtf8());
    }
    if (executions.isEmpty()) {
        std::fprintf(stderr, "AUTODIDACT_DATA names no folder with humaneval/HumanEval.jsonl.gz\n");
        return 3;
    }
    const char *names[] = {
        "warm fork, no isolation", "cold python3 -I", "in-process", "split", "split, single gear"};
    constexpr int kinds = 5;
    QList<double> seconds[kinds];
    int passed[kinds] = {};
    for (int repeat = 0; repeat < repeats; ++repeat) {
        const Measured measured[kinds] = {
            measureBaseline(u"fork"_s, folder.path()),
            measureBaseline(u"cold"_s, folder.path()),
            measureOurs(executions, Isolation::InProcess, SandboxGear::Warm, repeat == 0),
            measureOurs(executions, Isolation::Split, SandboxGear::Warm, repeat == 0),
            repeat == 0 ? measureOurs(executions, Isolation::Split, SandboxGear::Single, true)
                        : Measured{},
        };
        for (int i = 0; i < kinds; ++i) {
            if (measured[i].passed == 0)
                continue;
            seconds[i] << measured[i].seconds;
            passed[i] = measured[i].passed;
        }
    }
    std::printf(
        "%-26s %9s %9s %7s %7s %7s\n", "", "seconds", "tasks/s", "/fork", "/cold", "passed");
    for (int i = 0; i < kinds; ++i) {
        if (seconds[i].isEmpty())
            continue;
        const double own = median(seconds[i]);
        std::printf("%-26s %9.3f %9.0f %7.2f %7.2f %4d/%d\n", names[i], own,
            double(executions.size()) / own, own / median(seconds[0]), own / median(seconds[1]),
            passed[i], int(executions.size()));
    }
    return 0;
}
