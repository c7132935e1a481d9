#include "app/cli/database.h"
#include "app/cli/progressbar.h"
#include "app/cli/studentcommands.h"
#include "app/composition.h"
#include "core/base/file.h"
#include "core/report/calibrationreport.h"
#include "core/tasks/importer.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int phaseAttempts = 2;
constexpr int loopAttempts = 3; // of RunConfig

struct Wanted {
    QStringList suites;
    QStringList skills;
    WorldKind world = WorldKind::Helpful;
    int seeds = 10;
    int runs = 20;
    int jobs = 1;
};

struct FlowTasks {
    QString name;
    QList<Task> tasks;
};

/// MBPP where it is on this machine, else a bundled suite, over and over.
Result<FlowTasks> flowTasks(Database &database)
{
    const QString path =
        QDir(qEnvironmentVariable("AUTODIDACT_DATA")).filePath(u"mbpp/mbpp.jsonl"_s);
    if (qEnvironmentVariableIsSet("AUTODIDACT_DATA") && QFileInfo::exists(path)) {
        const Result<SuiteContent> content = importSuite(u"mbpp"_s, path);
        if (!content)
            return std::unexpected(content.error());
        return FlowTasks{u"MBPP (%1 tasks)"_s.arg(content->tasks.size()), content->tasks};
    }
    const Result<SuiteWithTasks> bundled = loadSuite(database, u"starter-python"_s);
    if (!bundled)
        return std::unexpected(bundled.error());
    return FlowTasks{
        u"starter-python over and over (%1 tasks; AUTODIDACT_DATA holds no mbpp/mbpp.jsonl)"_s.arg(
            bundled->tasks.size()),
        bundled->tasks};
}

Status measureRates(
    Database &database, const Wanted &wanted, Console &console, CalibrationReport &report)
{
    ProgressBar bar(console, u"rates"_s);
    for (const QString &name : wanted.suites) {
        const Result<SuiteWithTasks> suite = loadSuite(database, name);
        if (!suite)
            return std::unexpected(suite.error());
        for (const QString &skill : wanted.skills) {
            const FamilySettings settings{.world = wanted.world,
                .calibration = {},
                .seeds = wanted.seeds,
                .temperature = report.temperature,
                .jobs = wanted.jobs};
            const Result<SkillRates> rates = measureFamilies(name, suite->tasks, skill, settings);
            if (!rates)
                return std::unexpected(rates.error());
            report.rates.append(*rates);
            bar.set(int(report.rates.size()), int(wanted.suites.size() * wanted.skills.size()));
        }
    }
    return {};
}

Status checkFlows(Database &database, const Wanted &wanted, const StudentParameters &student,
    Console &console, CalibrationReport &report)
{
    const Result<FlowTasks> tasks = flowTasks(database);
    if (!tasks)
        return std::unexpected(tasks.error());
    report.flowTasks = tasks->name;
    QList<WorldKind> worlds{WorldKind::Null};
    if (wanted.world != WorldKind::Null)
        worlds.append(wanted.world);
    ProgressBar bar(console, u"flows"_s);
    for (const CalibrationPreset &preset : student.calibrations) {
        FlowCheck check{predictFlow(preset, phaseAttempts), predictFlow(preset, loopAttempts), {}};
        for (const WorldKind world : std::as_const(worlds)) {
            const FlowSettings settings{.world = world,
                .repeats = wanted.runs,
                .attempts = phaseAttempts,
                .temperature = report.temperature,
                .jobs = wanted.jobs};
            const Result<SimulatedFlow> flow = simulateFlow(tasks->tasks, preset, settings);
            if (!flow)
                return std::unexpected(flow.error());
            check.simulated.append(*flow);
        }
        report.flows.append(check);
        bar.set(int(report.flows.size()), int(student.calibrations.size()));
    }
    return {};
}

Result<Wanted> wantedBy(const Arguments &arguments, const StudentParameters &student)
{
    Wanted wanted;
    for (const auto &[name, low, high, into] : {std::tuple(u"seeds"_s, 0, 1000, &wanted.seeds),
             std::tuple(u"runs"_s, 0, 1000, &wanted.runs),
             std::tuple(u"jobs"_s, 1, 256, &wanted.jobs)}) {
        const Result<int> number = arguments.number(name, low, high);
        if (!number)
            return std::unexpected(number.error());
        *into = *number;
    }
    const Result<WorldKind> world = worldOption(arguments);
    if (!world)
        return std::unexpected(world.error());
    wanted.world = *world;
    wanted.suites =
        arguments.has(u"suite"_s) ? arguments.values(u"suite"_s) : QStringList{u"starter-python"_s};
    wanted.skills = arguments.values(u"skill"_s);
    for (const QString &skill : std::as_const(wanted.skills)) {
        if (const Result<Skill> known = student.skill(skill); !known)
            return std::unexpected(known.error());
    }
    if (wanted.skills.isEmpty()) {
        for (const SkillPreset &preset : student.skills)
            wanted.skills.append(preset.name);
    }
    return wanted;
}

Status write(const QDir &folder, const CalibrationReport &report)
{
    if (!folder.mkpath(u"."_s))
        return fail(ErrorKind::Storage, u"%1 cannot be made."_s.arg(folder.path()));
    if (const Status html = writeFile(
            folder.filePath(u"student-calibration.html"_s), calibrationHtml(report).toUtf8());
        !html)
        return html;
    return writeFile(folder.filePath(u"student-calibration.json"_s),
        QJsonDocument(calibrationJson(report)).toJson());
}

} // namespace

Result<int> studentCalibration(Invocation &invocation)
{
    Arguments arguments(invocation,
        u"[--suite S]... [--skill K]... [--world W] [--seeds N] [--runs N] [--jobs N] [--out DIR]"_s,
        u"Measures the simulated student beside its formula, mistake by mistake, and beside published runs. Executes nothing."_s);
    arguments.addOption(
        u"suite"_s, u"Suite; may be given many times (default: starter-python)"_s, u"S"_s);
    arguments.addOption(
        u"skill"_s, u"Skill; may be given many times (default: all of them)"_s, u"K"_s);
    arguments.addOption(u"world"_s, u"World of the students"_s, u"W"_s, u"helpful"_s);
    arguments.addOption(
        u"seeds"_s, u"Students of each skill; 0 leaves the rates out"_s, u"N"_s, u"10"_s);
    arguments.addOption(
        u"runs"_s, u"Simulated runs of each calibration; 0 leaves them out"_s, u"N"_s, u"20"_s);
    arguments.addOption(u"jobs"_s, u"Students at once"_s, u"N"_s,
        QString::number(std::thread::hardware_concurrency()));
    arguments.addOption(
        u"out"_s, u"Folder for student-calibration.html and .json"_s, u"DIR"_s, u"."_s);
    const auto next = arguments.parse();
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const Result<StudentParameters> student = StudentParameters::bundled();
    if (!student)
        return std::unexpected(student.error());
    const Result<Wanted> wanted = wantedBy(arguments, *student);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    CalibrationReport report{.student = student->stamp,
        .build = toolVersions()[u"autodidact"_s],
        .world = toString(wanted->world),
        .calibration = student->defaultCalibration,
        .seeds = wanted->seeds,
        .rates = {},
        .flowTasks = {},
        .flows = {}};
    Status measured = wanted->seeds > 0
        ? measureRates(**database, *wanted, invocation.console, report)
        : Status();
    if (measured && wanted->runs > 0)
        measured = checkFlows(**database, *wanted, *student, invocation.console, report);
    if (measured)
        measured = write(QDir(arguments.value(u"out"_s)), report);
    if (!measured)
        return std::unexpected(measured.error());
    invocation.console.result(calibrationText(report), calibrationJson(report));
    return 0;
}

} // namespace autodidact
