#include "app/cli/samplecheck.h"

#include "app/cli/database.h"
#include "app/cli/progressbar.h"
#include "app/composition.h"
#include "core/evaluation/taskcheck.h"
#include "core/report/metrictable.h"
#include "core/storage/suitestore.h"

#include <QJsonArray>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

std::optional<Language> firstLanguage(const QList<Task> &tasks)
{
    if (tasks.isEmpty() || tasks.first().kind != TaskKind::Function)
        return {};
    return tasks.first().language;
}

Result<QList<Verdict>> judgeAll(Runner &runner, const QList<Sample> &samples, int jobs, Console &console)
{
    const Judge judge(runner);
    QList<Verdict> verdicts(samples.size());
    Verdict *slots = verdicts.data();
    std::atomic<qsizetype> next = 0;
    std::mutex mutex;
    std::optional<Error> error;
    int done = 0;
    ProgressBar bar(console, u"checking"_s);
    std::stop_source stop;
    const auto work = [&] {
        for (qsizetype i = next++; i < samples.size() && !stop.stop_requested(); i = next++) {
            const Sample &sample = samples.at(i);
            Result<Verdict> verdict = judge.judge(*sample.task, sample.program, sample.scope, stop.get_token());
            const std::scoped_lock lock(mutex);
            if (verdict) {
                slots[i] = std::move(*verdict);
            } else if (!error) {
                error = verdict.error();
                stop.request_stop();
            }
            bar.set(++done, int(samples.size()));
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 1; i < jobs; ++i)
            threads.emplace_back(work);
        work();
    }
    if (error)
        return std::unexpected(*error);
    return verdicts;
}

namespace {

/// What validation finds in a suite.
struct Validation {
    QStringList problems;
    QStringList warnings;
    QMap<TaskProbe::Kind, int> runs;

    void add(const Task &task, const TaskFinding &finding)
    {
        (finding.isError() || finding.code == FindingCode::NotJudged ? problems : warnings).append(u"%1: %2"_s.arg(task.key, toString(finding)));
    }
};

struct Probe {
    const Task *task;
    TaskProbe probe;
};

QList<Probe> allProbes(const QList<Task> &tasks)
{
    QList<Probe> all;
    for (const Task &task : tasks) {
        for (const TaskProbe &probe : probesOf(task))
            all.append({&task, probe});
    }
    return all;
}

QString validationText(const Suite &suite, qsizetype tasks, const Validation &found)
{
    constexpr qsizetype MostWarnings = 20;
    QString text;
    for (const QString &problem : found.problems)
        text += problem + u'\n';
    for (const QString &warning : found.warnings.first(std::min(MostWarnings, found.warnings.size())))
        text += u"warning: "_s + warning + u'\n';
    if (found.warnings.size() > MostWarnings)
        text += u"warning: and %1 more; --json names them all\n"_s.arg(found.warnings.size() - MostWarnings);
    return text + u"%1: %2 tasks, %3 reference runs, %4 starter runs, %5 runs of an empty program, %6 problems, %7 warnings\n"_s
                      .arg(suite.name).arg(tasks).arg(found.runs[TaskProbe::Kind::Reference]).arg(found.runs[TaskProbe::Kind::Starter])
                      .arg(found.runs[TaskProbe::Kind::Empty]).arg(found.problems.size()).arg(found.warnings.size());
}

} // namespace

Result<int> validateSuiteCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u"NAME [--jobs N]"_s,
                        u"Runs every reference (must be green, on visible and hidden tests), every starter and an empty program (must be red)."_s);
    arguments.addOption(u"jobs"_s, u"Attempts at once"_s, u"N"_s, QString::number(std::thread::hardware_concurrency()));
    addSandboxOptions(arguments);
    const auto next = arguments.parse(1, 1);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const Result<int> jobs = arguments.number(u"jobs"_s, 1, 256);
    if (!jobs)
        return jobs;
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<SuiteWithTasks> loaded = loadSuite(**database, arguments.positional().at(0));
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto &[suite, tasks] = *loaded;
    auto runner = composeRunner(arguments.value(u"sandbox"_s), arguments.value(u"image"_s), *jobs, firstLanguage(tasks));
    if (!runner)
        return std::unexpected(runner.error());

    Validation found;
    for (const Task &task : tasks) {
        for (const TaskFinding &finding : lookAtTask(task))
            found.add(task, finding);
    }
    const QList<Probe> probes = allProbes(tasks);
    QList<Sample> samples;
    for (const Probe &probe : probes)
        samples.append({probe.task, {}, probe.probe.program, probe.probe.scope});
    invocation.console.alarm(sandboxDanger(arguments.value(u"sandbox"_s)));
    const Result<QList<Verdict>> verdicts = judgeAll(**runner, samples, *jobs, invocation.console);
    if (!verdicts)
        return std::unexpected(verdicts.error());
    for (qsizetype i = 0; i < probes.size(); ++i) {
        found.runs[probes.at(i).probe.kind] += 1;
        for (const TaskFinding &finding : findingsOf(*probes.at(i).task, probes.at(i).probe, verdicts->at(i)))
            found.add(*probes.at(i).task, finding);
    }
    invocation.console.result(validationText(suite, tasks.size(), found),
                              {{u"suite"_s, suite.name}, {u"tasks"_s, tasks.size()}, {u"reference_runs"_s, found.runs[TaskProbe::Kind::Reference]},
                               {u"starter_runs"_s, found.runs[TaskProbe::Kind::Starter]}, {u"empty_runs"_s, found.runs[TaskProbe::Kind::Empty]},
                               {u"problems"_s, QJsonArray::fromStringList(found.problems)}, {u"warnings"_s, QJsonArray::fromStringList(found.warnings)}});
    return found.problems.isEmpty() ? 0 : 2;
}

} // namespace autodidact
