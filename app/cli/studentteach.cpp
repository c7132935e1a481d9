#include "app/cli/database.h"
#include "app/cli/studentcommands.h"
#include "core/calibration/taughtrule.h"
#include "core/report/calibrationreport.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<WorldKind> worldOption(const Arguments &arguments)
{
    const std::optional<WorldKind> world = worldFromString(arguments.value(u"world"_s));
    if (!world)
        return fail(ErrorKind::BadUsage,
            u"--world takes helpful, mixed, adverse, null or drifting, not \"%1\"."_s.arg(
                arguments.value(u"world"_s)));
    return *world;
}

Result<int> studentTeach(Invocation &invocation)
{
    Arguments arguments(invocation,
        u"--rule TEXT [--suite S] [--seeds N] [--skill K] [--world W] [--with TEXT]..."_s,
        u"Gives simulated students a rule, and shows what they make of it and which mistakes it changes."_s);
    arguments.addOption(u"rule"_s, u"One line that says what to do"_s, u"TEXT"_s);
    arguments.addOption(
        u"with"_s, u"A rule that stands in both prompts; may be given many times"_s, u"TEXT"_s);
    arguments.addOption(u"suite"_s, u"Suite"_s, u"S"_s, u"starter-python"_s);
    arguments.addOption(u"seeds"_s, u"Students"_s, u"N"_s, u"20"_s);
    arguments.addOption(u"skill"_s, u"Skill of the students; empty for the average one"_s, u"K"_s);
    arguments.addOption(u"world"_s, u"World of the students"_s, u"W"_s, u"helpful"_s);
    arguments.addOption(u"jobs"_s, u"Students at once"_s, u"N"_s,
        QString::number(std::thread::hardware_concurrency()));
    const auto next = arguments.parse();
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const Result<int> seeds = arguments.number(u"seeds"_s, 1, 10000);
    const Result<int> jobs = arguments.number(u"jobs"_s, 1, 256);
    for (const Result<int> *number : {&seeds, &jobs}) {
        if (!*number)
            return *number;
    }
    const Result<WorldKind> world = worldOption(arguments);
    if (!world)
        return std::unexpected(world.error());
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<SuiteWithTasks> suite = loadSuite(**database, arguments.value(u"suite"_s));
    if (!suite)
        return std::unexpected(suite.error());
    const TeachSettings settings{.world = *world,
        .skill = arguments.value(u"skill"_s),
        .otherRules = arguments.values(u"with"_s),
        .seeds = *seeds,
        .jobs = *jobs};
    const Result<TaughtRule> taught = teachRule(arguments.value(u"rule"_s), suite->tasks, settings);
    if (!taught)
        return std::unexpected(taught.error());
    const Result<StudentParameters> student = StudentParameters::bundled();
    if (!student)
        return std::unexpected(student.error());
    invocation.console.result(taughtRuleText(*taught), taughtRuleJson(*taught, student->stamp));
    return 0;
}

} // namespace autodidact
