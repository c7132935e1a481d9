// bench_sandbox [REPEATS]: the wall time of checking the 164 HumanEval references with two workers, each kind a whole
// command, start-up included, in turn and in one run: a warm fork without isolation, one cold interpreter per task, and
// `autodidact-cli check` with its isolations. Needs AUTODIDACT_DATA.

#include "tests/benchmarks/measuring.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

struct Kind {
    const char *name;
    QString program;
    QStringList arguments;
};

struct Measured {
    double seconds = 0;
    int passed = 0;
};

// One program per task, reference and tests in one file, for the baselines. Returns the number of tasks.
int writePrograms(const QString &dataFile, const QDir &folder)
{
    int count = 0;
    for (const QByteArray &line : readCompressed(dataFile).split('\n')) {
        const QJsonObject task = QJsonDocument::fromJson(line).object();
        if (task.isEmpty())
            continue;
        QFile file(folder.filePath(u"%1.py"_s.arg(count++, 3, 10, QChar(u'0'))));
        const QString text = task["prompt"_L1].toString() + task["canonical_solution"_L1].toString() + u'\n'
            + task["test"_L1].toString() + u"\ncheck("_s + task["entry_point"_L1].toString() + u")\n"_s;
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            return 0;
    }
    return count;
}

// The baselines print the number of good programs, the command one JSON document.
int passedIn(const QByteArray &output)
{
    const QJsonDocument json = QJsonDocument::fromJson(output);
    return json.isObject() ? json["passed"_L1].toInt() : output.trimmed().toInt();
}

Measured measure(const Kind &kind)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(kind.program, kind.arguments);
    process.waitForFinished(300'000);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    return {seconds, passedIn(process.readAllStandardOutput())};
}

} // namespace

int main(int count, char **arguments)
{
    const int repeats = count > 1 ? std::max(1, std::atoi(arguments[1])) : 5;
    const QString dataFile = qEnvironmentVariable("AUTODIDACT_DATA") + u"/humaneval/HumanEval.jsonl.gz"_s;
    const QTemporaryDir programs;
    const QTemporaryDir storage;
    const int tasks = writePrograms(dataFile, QDir(programs.path()));
    if (tasks == 0) {
        std::fprintf(stderr, "AUTODIDACT_DATA names no folder with humaneval/HumanEval.jsonl.gz\n");
        return 3;
    }
    const QString cli = QStringLiteral(COMMAND_LINE_PROGRAM);
    const QStringList database{u"--db"_s, storage.filePath(u"bench.sqlite"_s)};
    measure({"import", cli, QStringList{u"suite"_s, u"import"_s, u"humaneval"_s, dataFile, u"--quiet"_s} + database});

    const auto baseline = [&](const QString &kind) {
        return QStringList{u"-I"_s, u"-S"_s, QStringLiteral(BASELINES), kind, u"2"_s, programs.path()};
    };
    const auto check = [&](const QStringList &more) {
        return QStringList{u"check"_s, u"humaneval"_s, u"--solutions"_s, u"reference"_s, u"--jobs"_s, u"2"_s,
                   u"--json"_s, u"--quiet"_s}
            + database + more;
    };
    const QList<Kind> kinds{
        {"warm fork, no isolation", u"python3"_s, baseline(u"fork"_s)},
        {"cold python3 -I", u"python3"_s, baseline(u"cold"_s)},
        {"check, in-process", cli, check({u"--isolation"_s, u"in-process"_s})},
        {"check, split", cli, check({u"--isolation"_s, u"split"_s})},
    };
    QList<QList<double>> seconds(kinds.size());
    QList<int> passed(kinds.size());
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (qsizetype i = 0; i < kinds.size(); ++i) {
            const Measured measured = measure(kinds[i]);
            seconds[i] << measured.seconds;
            passed[i] = measured.passed;
        }
    }
    std::printf("%-26s %9s %9s %7s %7s %7s\n", "", "seconds", "tasks/s", "/fork", "/cold", "passed");
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const double own = median(seconds[i]);
        std::printf("%-26s %9.3f %9.0f %7.2f %7.2f %4d/%d\n", kinds[i].name, own, tasks / own,
            own / median(seconds[0]), own / median(seconds[1]), passed[i], tasks);
    }
    return 0;
}
