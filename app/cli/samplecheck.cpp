#include "app/cli/samplecheck.h"

#include "app/cli/database.h"
#include "app/cli/progressbar.h"
#include "app/composition.h"
#include "core/storage/suitestore.h"

#include <QJsonArray>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

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

struct Expectation {
    Sample sample;
    QString what;                    ///< "reference 1", "starter"
    bool green = true;
};

QList<Expectation> expectations(const QList<Task> &tasks)
{
    QList<Expectation> list;
    for (const Task &task : tasks) {
        for (qsizetype i = 0; i < task.references.size(); ++i) {
            const QString what = u"reference %1"_s.arg(i + 1);
            list.append({{&task, {}, task.references.at(i), Visibility::Hidden}, what, true});
            if (!task.visibleTests.isEmpty())
                list.append({{&task, {}, task.references.at(i), Visibility::Visible}, what, true});
        }
        if (task.kind == TaskKind::Repository && !task.repository.goldPatch.isEmpty())
            list.append({{&task, {}, task.repository.goldPatch, Visibility::Hidden}, u"accepted patch"_s, true});
        if (!task.starter.isEmpty())
            list.append({{&task, {}, task.starter, Visibility::Hidden}, u"starter"_s, false});
    }
    return list;
}

} // namespace

Result<int> validateSuiteCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u"NAME [--jobs N]"_s,
                        u"Runs every reference (must be green, on visible and hidden tests) and every starter (must be red)."_s);
    arguments.addOption(u"jobs"_s, u"Attempts at once"_s, u"N"_s, QString::number(std::thread::hardware_concurrency()));
    arguments.addOption(u"sandbox"_s, u"bubblewrap, or none"_s, u"S"_s, u"bubblewrap"_s);
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
    auto runner = composeRunner(arguments.value(u"sandbox"_s), *jobs);
    if (!runner)
        return std::unexpected(runner.error());

    const QList<Expectation> expected = expectations(tasks);
    QList<Sample> samples;
    for (const Expectation &expectation : expected)
        samples.append(expectation.sample);
    const Result<QList<Verdict>> verdicts = judgeAll(**runner, samples, *jobs, invocation.console);
    if (!verdicts)
        return std::unexpected(verdicts.error());

    QString text;
    QJsonArray problems;
    int references = 0;
    int starters = 0;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const Verdict &verdict = verdicts->at(i);
        (expected[i].green ? references : starters) += 1;
        if (verdict.passed == expected[i].green)
            continue;
        const QString scope = samples[i].scope == Visibility::Visible ? u"visible"_s : u"hidden"_s;
        const QString problem = u"%1: %2 is %3 on the %4 tests: %5 %6"_s
                                    .arg(samples[i].task->key, expected[i].what, verdict.passed ? u"green"_s : u"red"_s, scope,
                                         toString(verdict.errorClass), verdict.errorDetail);
        text += problem + u'\n';
        problems.append(problem);
    }
    text += u"%1: %2 tasks, %3 reference runs, %4 starter runs, %5 problems\n"_s
                .arg(suite.name).arg(tasks.size()).arg(references).arg(starters).arg(problems.size());
    invocation.console.result(text, {{u"suite"_s, suite.name}, {u"tasks"_s, tasks.size()}, {u"reference_runs"_s, references},
                                     {u"starter_runs"_s, starters}, {u"problems"_s, problems}});
    return problems.isEmpty() ? 0 : 2;
}

} // namespace autodidact
