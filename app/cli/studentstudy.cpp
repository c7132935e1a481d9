#include "app/cli/arguments.h"
#include "app/cli/progressbar.h"
#include "app/cli/studentcommands.h"
#include "app/composition.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiments/studypage.h"
#include "core/experiments/studyplayer.h"
#include "core/runners/verdictcache.h"
#include "core/student/lore.h"
#include "core/student/studentparameters.h"
#include "core/tasks/importer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Hands one runner, which starts sandboxes, to every cell.
class SharedRunner : public Runner
{
public:
    explicit SharedRunner(std::shared_ptr<Runner> runner) : m_runner(std::move(runner)) {}
    Result<Verdict> run(const Execution &execution, std::stop_token stop) override { return m_runner->run(execution, stop); }

private:
    std::shared_ptr<Runner> m_runner;
};

Result<StudyPlan> planNamed(const QString &name)
{
    const QStringList bundled = bundledStudies();
    QStringList names;
    for (const QString &path : bundled) {
        names.append(QFileInfo(path).completeBaseName());
        if (names.last() == name)
            return readStudyPlan(path);
    }
    if (!QFileInfo::exists(name))
        return fail(ErrorKind::NotFound, u"\"%1\" is no file and no study of this program (%2)."_s.arg(name, names.join(u", "_s)));
    return readStudyPlan(name);
}

/// A rule against every mistake: what is planted at most.
Result<QList<Rule>> oracleRules()
{
    const Result<Lore> lore = Lore::bundled();
    if (!lore)
        return std::unexpected(lore.error());
    QList<Rule> rules;
    for (const FaultFamily family : allFaultFamilies())
        rules.append({.id = u"r%1"_s.arg(rules.size() + 1), .text = lore->of(family).remedies.first()});
    return rules;
}

Result<SuiteContent> bundledSuite(const QString &name)
{
    const QStringList paths = bundledSuites();
    for (const QString &path : paths) {
        if (QFileInfo(path).completeBaseName() == name)
            return importSuite(u"jsonl"_s, path);
    }
    return fail(ErrorKind::NotFound, u"\"%1\" is no suite that comes with the program."_s.arg(name));
}

/// The outcomes of a study, a line each behind a line that names the plan; what is there is not played again.
class OutcomeFile
{
public:
    static Result<OutcomeFile> open(const QString &path, const StudyPlan &plan, const QString &student)
    {
        OutcomeFile outcomes(path);
        const QJsonObject head{{u"plan"_s, plan.hash}, {u"student"_s, student}};
        QFile file(path);
        if (!file.exists()) {
            if (const Status written = writeFile(path, toJsonLine(head) + '\n'); !written)
                return std::unexpected(written.error());
            return outcomes;
        }
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Storage, u"%1: cannot be read: %2."_s.arg(path, file.errorString()));
        for (int line = 1; !file.atEnd(); ++line) {
            const QByteArray bytes = file.readLine();
            if (!bytes.endsWith('\n'))
                break;                   // written when the study was killed; played again
            const QString where = u"%1:%2"_s.arg(path).arg(line);
            const Result<QJsonObject> json = parseJsonObject(bytes, where);
            if (!json)
                return std::unexpected(json.error());
            if (line == 1) {
                if (*json != head)
                    return fail(ErrorKind::Conflict, u"%1: holds another plan's outcomes, or another student's. Use another --out."_s.arg(where));
                continue;
            }
            const Result<StudyOutcome> outcome = StudyOutcome::fromJson(*json, where);
            if (!outcome)
                return std::unexpected(outcome.error());
            outcomes.m_outcomes.append(*outcome);
        }
        // Whatever a kill left behind the last whole line goes.
        QByteArray whole = toJsonLine(head) + '\n';
        for (const StudyOutcome &outcome : std::as_const(outcomes.m_outcomes))
            whole += toJsonLine(outcome.toJson()) + '\n';
        file.close();
        if (const Status written = writeFile(path, whole); !written)
            return std::unexpected(written.error());
        return outcomes;
    }

    const QList<StudyOutcome> &outcomes() const { return m_outcomes; }

    Status add(const StudyOutcome &outcome)
    {
        QFile file(m_path);
        const QByteArray line = toJsonLine(outcome.toJson()) + '\n';
        if (!file.open(QIODevice::Append) || file.write(line) != line.size() || !file.flush())
            return fail(ErrorKind::Storage, u"%1: cannot be written: %2."_s.arg(m_path, file.errorString()));
        m_outcomes.append(outcome);
        return {};
    }

private:
    explicit OutcomeFile(QString path) : m_path(std::move(path)) {}

    QString m_path;
    QList<StudyOutcome> m_outcomes;
};

std::atomic<bool> interrupted = false;

Status playAll(const StudyBench &bench, OutcomeFile &file, int jobs, Console &console)
{
    QList<StudyCellPlace> waiting = cellsOf(bench.plan);
    const qsizetype total = waiting.size();
    for (const StudyOutcome &outcome : file.outcomes())
        waiting.removeAll(outcome.place);
    ProgressBar bar(console, u"study"_s);
    std::mutex mutex;
    std::stop_source stop;
    Status status;
    qsizetype next = 0;
    const auto work = [&] {
        for (;;) {
            StudyCellPlace place;
            {
                const std::lock_guard lock(mutex);
                if (!status || next >= waiting.size() || interrupted)
                    return;
                place = waiting.at(next++);
            }
            const Result<StudyOutcome> outcome = playCell(bench, place, stop.get_token());
            const std::lock_guard lock(mutex);
            if (status)
                status = outcome ? file.add(*outcome) : std::unexpected(outcome.error());
            if (!status)
                stop.request_stop();
            bar.set(int(file.outcomes().size()), int(total), u"%1 %2 %3"_s.arg(place.world, place.arm).arg(place.seed));
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < jobs; ++i)
            threads.emplace_back(work);
    }
    if (status && interrupted)
        return fail(ErrorKind::Cancelled, u"The study was stopped. The same command goes on with it."_s);
    return status;
}

} // namespace

Result<int> studentStudy(Invocation &invocation)
{
    QStringList names;
    for (const QString &path : bundledStudies())
        names.append(QFileInfo(path).completeBaseName());
    Arguments arguments(invocation, u"STUDY [--seeds N] [--jobs N] [--out DIR] [--keep]"_s,
                        u"Plays a study of the machinery with the simulated student: %1, or a TOML file."_s.arg(names.join(u", "_s)));
    arguments.addOption(u"seeds"_s, u"Worlds of each kind (default: as the study says)"_s, u"N"_s);
    arguments.addOption(u"jobs"_s, u"Runs at once"_s, u"N"_s, QString::number(std::thread::hardware_concurrency()));
    arguments.addOption(u"out"_s, u"Folder for the outcomes, study.html and study.json"_s, u"DIR"_s, u"."_s);
    arguments.addOption(u"keep"_s, u"Keep the database of every run in DIR/cells"_s);
    const auto next = arguments.parse(1, 1);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    Result<StudyPlan> plan = planNamed(arguments.positional().first());
    if (!plan)
        return std::unexpected(plan.error());
    if (arguments.has(u"seeds"_s)) {
        const Result<int> seeds = arguments.number(u"seeds"_s, 1, 1000);
        if (!seeds)
            return seeds;
        plan->seeds = *seeds;
    }
    const Result<int> jobs = arguments.number(u"jobs"_s, 1, 256);
    const Result<SuiteContent> suite = bundledSuite(plan->suite);
    const Result<QList<Rule>> oracle = oracleRules();
    const Result<StudentParameters> student = StudentParameters::bundled();
    if (!jobs)
        return jobs;
    if (!suite)
        return std::unexpected(suite.error());
    if (!oracle)
        return std::unexpected(oracle.error());
    if (!student)
        return std::unexpected(student.error());
    if (!plan->studentSha256.isEmpty() && plan->studentSha256 != student->stamp.sha256) {
        return fail(ErrorKind::Conflict, u"%1: was made for the student's parameters %2, and these are %3. Compare them, then change student_sha256."_s
                                             .arg(plan->name, plan->studentSha256.left(12), student->stamp.sha256.left(12)));
    }
    const QDir folder(arguments.value(u"out"_s));
    if (!folder.mkpath(u"cells"_s))
        return fail(ErrorKind::Storage, u"%1 cannot be made."_s.arg(folder.filePath(u"cells"_s)));
    Result<OutcomeFile> file = OutcomeFile::open(folder.filePath(u"outcomes.jsonl"_s), *plan, student->stamp.sha256);
    if (!file)
        return std::unexpected(file.error());

    // The student writes the same programs over and over, in every world and seed.
    const auto cache = std::make_shared<VerdictCache>(u"bubblewrap"_s);
    SessionParts parts = sessionParts({}, cache);
    Result<std::unique_ptr<Runner>> runner = parts.makeRunner(RunConfig(), *jobs);
    if (!runner)
        return std::unexpected(runner.error());
    parts.makeRunner = [shared = std::shared_ptr<Runner>(std::move(*runner))](const RunConfig &, int) -> Result<std::unique_ptr<Runner>> {
        return std::make_unique<SharedRunner>(shared);
    };
    std::signal(SIGINT, [](int) { interrupted = true; });
    std::signal(SIGTERM, [](int) { interrupted = true; });
    const StudyBench bench{*plan, *suite, parts, folder.filePath(u"cells"_s), *oracle, arguments.has(u"keep"_s)};
    if (const Status played = playAll(bench, *file, *jobs, invocation.console); !played)
        return std::unexpected(played.error());
    const VerdictCache::Counts counts = cache->counts();
    if (counts.misses > 0)
        invocation.console.message(u"%1 programs run, %2 verdicts taken from earlier ones; of %3 run again %4 differed"_s
                                       .arg(counts.misses).arg(counts.hits).arg(counts.repeated).arg(counts.differed.size()));
    const Result<QList<StudyFinding>> findings = findingsOf(*plan, file->outcomes());
    if (!findings)
        return std::unexpected(findings.error());
    const QJsonObject about{{u"version"_s, student->stamp.version}, {u"sha256"_s, student->stamp.sha256}, {u"texts_sha256"_s, student->stamp.textsSha256}};
    const QJsonObject document = studyDocument(*plan, *findings, about);
    for (const auto &[name, bytes] : {std::pair(u"study.html"_s, studyPage(*plan, *findings, about).toUtf8()),
                                      std::pair(u"study.json"_s, QJsonDocument(document).toJson())}) {
        if (const Status written = writeFile(folder.filePath(name), bytes); !written)
            return std::unexpected(written.error());
    }
    invocation.console.result(studyText(*plan, *findings), document);
    return 0;
}

} // namespace autodidact
