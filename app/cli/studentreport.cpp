#include "app/cli/studentcommands.h"

#include "app/cli/database.h"
#include "app/cli/headlessrun.h"
#include "app/cli/progressbar.h"
#include "app/composition.h"
#include "core/base/file.h"
#include "core/control/recordreader.h"
#include "core/control/runcommands.h"
#include "core/evaluation/metrics.h"
#include "core/report/calibrationreport.h"
#include "core/report/studyreport.h"
#include "core/runners/verdictcache.h"
#include "core/storage/runstore.h"
#include "core/storage/suitestore.h"

#include <QDir>
#include <QJsonDocument>

#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Cell {
    QString suite;
    QString world;
    int seed = 1;

    QString name() const { return u"study-%1-%2-%3"_s.arg(suite, world).arg(seed); }
};

/// The run of a cell: finished before, or played now. A killed study goes on where it was.
Result<StudyRun> play(Database &database, const Cell &cell, int rounds, int jobs, const SessionParts &parts, Console &console)
{
    RunStore runs(database);
    Result<Run> run = runs.byNameOrId(cell.name());
    if (!run) {
        RunConfig config;
        config.name = cell.name();
        config.suite = cell.suite;
        config.world = cell.world;
        config.seed = cell.seed;
        config.rounds = rounds;
        config.editBound = 0.5;      // the shipped prompt is short: a smaller share lets in two rules a round
        config.cpuLimitS = 0.5;      // endless loops are frequent, and every task here takes milliseconds
        run = createRun(database, config, parts);
    }
    if (!run)
        return std::unexpected(run.error());
    if (run->config.rounds != rounds)
        return fail(ErrorKind::Conflict, u"%1 was begun with %2 rounds. Use another --db, or --rounds %2."_s.arg(cell.name()).arg(run->config.rounds));
    if (run->status != RunStatus::Finished) {
        Console silent;
        silent.quiet = true;
        const Result<RunStatus> status = playHeadless(database, run->id, parts, jobs, silent);
        if (!status)
            return std::unexpected(status.error());
        if (*status != RunStatus::Finished)
            return fail(ErrorKind::Cancelled, u"The study was stopped during %1. The same command goes on with it."_s.arg(cell.name()));
    }
    const Result<RunRecord> record = readRecord(database, run->id);
    if (!record)
        return std::unexpected(record.error());
    console.message(u"%1: done"_s.arg(cell.name()));
    return StudyRun{cell.suite, cell.world, cell.seed, computeMetrics(*record)};
}

} // namespace

Result<int> studentReport(Invocation &invocation)
{
    Arguments arguments(invocation, u"[--suite S]... [--seeds N] [--null-seeds N] [--rounds N] [--jobs N] [--out DIR]"_s,
                        u"Plays the simulated student in the helpful and in the null world, and reports what the machinery finds."_s);
    arguments.addOption(u"suite"_s, u"Suite; may be given many times (default: starter-python)"_s, u"S"_s);
    arguments.addOption(u"seeds"_s, u"Seeds in the helpful world"_s, u"N"_s, u"10"_s);
    arguments.addOption(u"null-seeds"_s, u"Seeds in the null world"_s, u"N"_s, u"40"_s);
    arguments.addOption(u"rounds"_s, u"Rounds of a run"_s, u"N"_s, u"8"_s);
    arguments.addOption(u"jobs"_s, u"Tasks at once"_s, u"N"_s, QString::number(std::thread::hardware_concurrency()));
    arguments.addOption(u"out"_s, u"Folder for student.html and student.json"_s, u"DIR"_s, u"."_s);
    const auto next = arguments.parse();
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const Result<int> seeds = arguments.number(u"seeds"_s, 0, 1000);
    const Result<int> nullSeeds = arguments.number(u"null-seeds"_s, 0, 1000);
    const Result<int> rounds = arguments.number(u"rounds"_s, 2, 1000);
    const Result<int> jobs = arguments.number(u"jobs"_s, 1, 256);
    for (const Result<int> *number : {&seeds, &nullSeeds, &rounds, &jobs}) {
        if (!*number)
            return *number;
    }
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    QList<Cell> cells;
    const QStringList suites = arguments.has(u"suite"_s) ? arguments.values(u"suite"_s) : QStringList{u"starter-python"_s};
    for (const QString &suite : suites) {
        if (const auto known = SuiteStore(**database).byName(suite); !known)
            return std::unexpected(known.error());
        for (int seed = 1; seed <= *seeds; ++seed)
            cells.append({suite, u"helpful"_s, seed});
        for (int seed = 1; seed <= *nullSeeds; ++seed)
            cells.append({suite, u"null"_s, seed});
    }

    // The student writes the same programs over and over, in every world and seed.
    const auto cache = std::make_shared<VerdictCache>(u"bubblewrap"_s);
    const SessionParts parts = sessionParts({}, cache);
    QList<StudyRun> runs;
    ProgressBar bar(invocation.console, u"study"_s);
    for (const Cell &cell : std::as_const(cells)) {
        const Result<StudyRun> run = play(**database, cell, *rounds, *jobs, parts, invocation.console);
        if (!run)
            return std::unexpected(run.error());
        runs.append(*run);
        bar.set(int(runs.size()), int(cells.size()));
    }
    const VerdictCache::Counts counts = cache->counts();
    if (counts.misses > 0)
        invocation.console.message(u"%1 programs run, %2 verdicts taken from earlier ones; of %3 run again %4 differed (%5)"_s
                                       .arg(counts.misses).arg(counts.hits).arg(counts.repeated).arg(counts.differed.size())
                                       .arg(counts.differed.isEmpty() ? u"none"_s : counts.differed.join(u", "_s)));
    const Result<StudentParameters> student = StudentParameters::bundled();
    if (!student)
        return std::unexpected(student.error());
    const StudySettings settings{u"What the machinery finds with the simulated student"_s, {}, *rounds, toolVersions()[u"autodidact"_s], student->stamp};
    invocation.console.message(studentLine(student->stamp));
    const QDir folder(arguments.value(u"out"_s));
    if (!folder.mkpath(u"."_s))
        return fail(ErrorKind::Storage, u"%1 cannot be made."_s.arg(folder.path()));
    const QJsonObject document = studyJson(runs, settings);
    if (const Status html = writeFile(folder.filePath(u"student.html"_s), studyHtml(runs, settings).toUtf8()); !html)
        return std::unexpected(html.error());
    if (const Status json = writeFile(folder.filePath(u"student.json"_s), QJsonDocument(document).toJson()); !json)
        return std::unexpected(json.error());
    invocation.console.result(QString::fromUtf8(QJsonDocument(document).toJson()), document);
    return 0;
}

} // namespace autodidact
