#include "app/cli/database.h"
#include "app/cli/samplecheck.h"
#include "app/composition.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/report/metrictable.h"
#include "core/storage/suitestore.h"
#include "core/tasks/jsonlines.h"
#include "core/tasks/program.h"
#include "core/tasks/repositoryclones.h"

#include <QElapsedTimer>
#include <QHash>

#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<QList<Sample>> referenceSamples(const QList<Task> &tasks)
{
    QList<Sample> samples;
    for (const Task &task : tasks) {
        const QString reference = task.kind == TaskKind::Repository ? task.repository.goldPatch : task.references.value(0);
        if (reference.isEmpty())
            return fail(ErrorKind::BadInput, u"%1 has no reference solution. Use --solutions FILE."_s.arg(task.key));
        const QString completion = reference.startsWith(task.prefix) ? reference.mid(task.prefix.size()) : reference;
        samples.append({&task, completion, reference, Visibility::Hidden});
    }
    return samples;
}

/// The first of \p names that is there: published sets name the same thing differently. Null where none is.
QJsonValue firstOf(const QJsonObject &line, const QStringList &names)
{
    for (const QString &name : names) {
        if (line.contains(name))
            return line[name];
    }
    return QJsonValue::Undefined;
}

/// \p leftOut: keys of tasks whose samples are passed over.
Result<QList<Sample>> fileSamples(const QString &path, const QList<Task> &tasks, const QStringList &leftOut)
{
    QHash<QString, const Task *> byKey;
    for (const Task &task : tasks)
        byKey.insert(task.key, &task);
    const Result<QByteArray> bytes = readPlainOrGzip(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const Result<QList<JsonLine>> lines = parseJsonLines(*bytes, path);
    if (!lines)
        return std::unexpected(lines.error());
    QList<Sample> samples;
    for (const JsonLine &line : *lines) {
        const QString where = u"%1:%2"_s.arg(path).arg(line.number);
        const QString key = firstOf(line.object, {u"task_id"_s, u"instance_id"_s}).toString();
        const QJsonValue written = firstOf(line.object, {u"completion"_s, u"generation"_s, u"model_patch"_s});
        if (key.isEmpty() || !(written.isString() || written.isNull()))
            return fail(ErrorKind::BadInput, u"%1: a sample needs two texts: task_id or instance_id, and completion, generation or "
                                             "model_patch."_s.arg(where));
        if (leftOut.contains(key))
            continue;
        const Task *task = byKey.value(key);
        if (!task)
            return fail(ErrorKind::BadInput, u"%1: the suite has no task \"%2\"."_s.arg(where, key));
        const QString completion = written.toString();
        samples.append({task, completion, assembleProgram(*task, completion, AnswerKind::Completion).code, Visibility::Hidden});
    }
    if (samples.isEmpty())
        return fail(ErrorKind::BadInput, u"%1 holds no samples."_s.arg(path));
    return samples;
}

/// Takes repository tasks without a clone out, and says so; their keys.
Result<QStringList> leaveOutLacking(QList<Task> &tasks, const QString &repositories, Console &console)
{
    if (!repositories.isEmpty())
        findClones(tasks, repositories);
    const QString missing = clonesMissing(tasks);
    QStringList keys;
    for (const Task &task : std::as_const(tasks)) {
        if (lacksClone(task))
            keys.append(task.key);
    }
    tasks.removeIf(lacksClone);
    if (tasks.isEmpty() && !keys.isEmpty())
        return fail(ErrorKind::Missing, missing);
    if (!missing.isEmpty())
        console.message(u"warning: "_s + missing);
    return keys;
}

Status writeSamples(const QString &path, const QList<CheckSample> &samples)
{
    QByteArray lines;
    for (const CheckSample &sample : samples)
        lines += toJsonLine(sampleLine(sample)) + '\n';
    return writeFile(path, lines);
}

} // namespace

Result<int> checkCommand(Invocation &invocation)
{
    QElapsedTimer clock;
    clock.start();
    Arguments arguments(invocation, u"SUITE --solutions reference|FILE.jsonl [--jobs N] [--timeout S] [--sandbox S [--image I]] [--out FILE]"_s,
                        u"Runs solutions against the hidden tests of a suite. FILE holds {task_id, completion} per line, or what "
                        "HumanEval-X and SWE-bench have: {task_id, generation}, {instance_id, model_patch} (.gz too)."_s);
    arguments.addOption(u"solutions"_s, u"\"reference\", or a file of samples"_s, u"FILE"_s, u"reference"_s);
    arguments.addOption(u"jobs"_s, u"Attempts at once"_s, u"N"_s, QString::number(std::thread::hardware_concurrency()));
    arguments.addOption(u"timeout"_s, u"CPU seconds per attempt (default: the task's)"_s, u"S"_s);
    addSandboxOptions(arguments);
    arguments.addOption(u"isolation"_s, u"split, or in-process: how solution and tests are kept apart (default: the task's)"_s, u"I"_s);
    arguments.addOption(u"repositories"_s, u"Where local clones lie, for tasks that have none yet"_s, u"FOLDER"_s);
    arguments.addOption(u"out"_s, u"Write samples with result and passed"_s, u"FILE"_s);
    const auto next = arguments.parse(1, 1);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const Result<int> jobs = arguments.number(u"jobs"_s, 1, 256);
    if (!jobs)
        return jobs;
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    Result<SuiteWithTasks> loaded = loadSuite(**database, arguments.positional().at(0));
    if (!loaded)
        return std::unexpected(loaded.error());
    auto &[suite, tasks] = *loaded;
    if (arguments.has(u"timeout"_s)) {
        const Result<int> seconds = arguments.number(u"timeout"_s, 1, 3600);
        if (!seconds)
            return seconds;
        for (Task &task : tasks)
            task.limits.cpuMs = *seconds * 1000;
    }
    const Result<QStringList> leftOut = leaveOutLacking(tasks, arguments.value(u"repositories"_s), invocation.console);
    if (!leftOut)
        return std::unexpected(leftOut.error());
    const QString isolation = arguments.value(u"isolation"_s);
    if (!isolation.isEmpty() && isolation != u"split" && isolation != u"in-process")
        return fail(ErrorKind::BadUsage, u"--isolation takes split or in-process, not \"%1\"."_s.arg(isolation));
    for (Task &task : tasks) {
        if (!isolation.isEmpty())
            task.isolation = isolation == u"split" ? Isolation::Split : Isolation::InProcess;
    }
    const QString solutions = arguments.value(u"solutions"_s);
    const Result<QList<Sample>> samples =
        solutions == u"reference" ? referenceSamples(tasks) : fileSamples(solutions, tasks, *leftOut);
    if (!samples)
        return std::unexpected(samples.error());
    auto runner = composeRunner(arguments.value(u"sandbox"_s), arguments.value(u"image"_s), *jobs, firstLanguage(tasks));
    if (!runner)
        return std::unexpected(runner.error());
    invocation.console.alarm(sandboxDanger(arguments.value(u"sandbox"_s)));
    const Result<QList<Verdict>> verdicts = judgeAll(**runner, *samples, *jobs, invocation.console);
    if (!verdicts)
        return std::unexpected(verdicts.error());

    QList<CheckSample> checked;
    for (qsizetype i = 0; i < samples->size(); ++i)
        checked.append({samples->at(i).task->key, samples->at(i).task->language, samples->at(i).completion, verdicts->at(i)});
    CheckRun run;
    run.suite = suite.name;
    run.jobs = *jobs;
    run.sandbox = arguments.value(u"sandbox"_s);
    run.wallS = double(clock.elapsed()) / 1000.0;
    if (arguments.has(u"out"_s)) {
        if (const Status written = writeSamples(arguments.value(u"out"_s), checked); !written)
            return std::unexpected(written.error());
    }
    invocation.console.result(checkText(run, checked), checkSummary(run, checked));
    return 0;
}

} // namespace autodidact
