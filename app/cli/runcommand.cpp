#include "app/cli/commands.h"
#include "app/cli/database.h"
#include "app/cli/foldscommand.h"
#include "app/cli/headlessrun.h"
#include "app/composition.h"
#include "core/control/runcommands.h"
#include "core/control/runconfig.h"
#include "core/storage/runstore.h"
#include "core/tasks/repositoryclones.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// File first, then the named options, then `--set` in order: the later one wins.
Result<RunConfig> configFrom(const Arguments &arguments)
{
    RunConfig config;
    config.suite = u"starter-python"_s;
    if (arguments.has(u"config"_s)) {
        if (const Status file = applyConfigFile(config, arguments.value(u"config"_s)); !file)
            return std::unexpected(file.error());
    }
    QList<std::pair<QString, QString>> values;
    for (const QString &name : {u"suite"_s, u"model"_s, u"rounds"_s, u"seed"_s, u"name"_s, u"folds"_s}) {
        if (arguments.has(name))
            values.append({u"run."_s + name, arguments.value(name)});
    }
    const QStringList assignments = arguments.values(u"set"_s);
    for (const QString &assignment : assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return fail(ErrorKind::BadUsage, u"--set takes key=value, not \"%1\"."_s.arg(assignment));
        values.append({assignment.left(equals), assignment.mid(equals + 1)});
    }
    for (const auto &[key, value] : std::as_const(values)) {
        if (const Status set = setConfigValue(config, key, value); !set)
            return std::unexpected(set.error());
    }
    return config;
}

Result<int> play(Database &database, RunId run, int jobs, Console &console)
{
    const Result<RunStatus> status = playHeadless(database, run, sessionParts(), jobs, console);
    if (!status)
        return std::unexpected(status.error());
    return reportOutcome(database, run, console);
}

void addJobs(Arguments &arguments)
{
    arguments.addOption(u"jobs"_s, u"Tasks at once"_s, u"N"_s, QString::number(std::thread::hardware_concurrency()));
}

} // namespace

Result<int> runCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u"[--suite S] [--model M] [--rounds N] [--seed K] [--jobs N] [--config FILE] [--set key=value]... [--name N] [--folds K]"_s,
                        u"Runs the loop: student (default), openai:NAME with --set llm.base_url=URL."_s);
    arguments.addOption(u"suite"_s, u"Suite (default: starter-python)"_s, u"S"_s);
    arguments.addOption(u"model"_s, u"Model (default: student)"_s, u"M"_s);
    arguments.addOption(u"rounds"_s, u"Rounds (default: 6)"_s, u"N"_s);
    arguments.addOption(u"seed"_s, u"Seed (default: 1)"_s, u"K"_s);
    arguments.addOption(u"name"_s, u"Name of the run"_s, u"N"_s);
    arguments.addOption(u"folds"_s, u"Plays K runs that take turns in what they hold out, and pools them"_s, u"K"_s);
    arguments.addOption(u"config"_s, u"TOML file with settings"_s, u"FILE"_s);
    arguments.addOption(u"set"_s, u"One setting; may be given many times"_s, u"key=value"_s);
    addJobs(arguments);
    const auto next = arguments.parse();
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const Result<int> jobs = arguments.number(u"jobs"_s, 1, 256);
    if (!jobs)
        return jobs;
    const Result<RunConfig> config = configFrom(arguments);
    if (!config)
        return std::unexpected(config.error());
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    if (arguments.has(u"folds"_s))
        return playFolds(**database, *config, *jobs, invocation.console);
    const Result<Run> run = createRun(**database, *config, sessionParts());
    if (!run)
        return std::unexpected(run.error());
    if (const auto loaded = loadSuite(**database, config->suite)) {
        if (const QString missing = clonesMissing(loaded->tasks); !missing.isEmpty())
            invocation.console.message(u"warning: "_s + missing);
    }
    invocation.console.message(u"run %1 (%2) on %3 with %4, seed %5"_s.arg(run->id.value).arg(run->name, config->suite, config->model).arg(config->seed));
    return play(**database, run->id, *jobs, invocation.console);
}

Result<int> resumeCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u"RUN [--jobs N]"_s, u"Goes on with a run from its last committed step; nothing is done twice."_s);
    addJobs(arguments);
    const auto next = arguments.parse(1, 1);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const Result<int> jobs = arguments.number(u"jobs"_s, 1, 256);
    if (!jobs)
        return jobs;
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<Run> run = RunStore(**database).byNameOrId(arguments.positional().at(0));
    if (!run)
        return std::unexpected(run.error());
    if (run->status == RunStatus::Finished) {
        invocation.console.message(u"Run %1 is finished already."_s.arg(run->name));
        return reportOutcome(**database, run->id, invocation.console);
    }
    return play(**database, run->id, *jobs, invocation.console);
}

} // namespace autodidact
