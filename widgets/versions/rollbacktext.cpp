#include "widgets/versions/rollbacktext.h"

#include "widgets/versions/versionwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<RollbackFacts> readRollbackFacts(Database &database, RunId run, int version)
{
    Journal silent(database, nullptr);               // the plan only reads
    const Result<RollbackPlan> plan = VersionCommands(database, silent).planRollback(run, version);
    if (!plan)
        return std::unexpected(plan.error());
    const Result<VersionBook> book = readVersionBook(database, run);
    if (!book)
        return std::unexpected(book.error());
    const VersionRow *from = book->version(plan->fromVersion);
    const VersionRow *to = book->version(plan->toVersion);
    if (!from || !to)
        return fail(ErrorKind::NotFound, u"Version %1 is not in this run."_s.arg(from ? version : plan->fromVersion));
    RollbackFacts facts;
    facts.runName = book->run.run.name;
    facts.plan = *plan;
    facts.runningRound = book->lastRoundFinished || plan->runEnded ? 0 : book->lastRound;
    facts.runningVersion = book->lastRoundVersion;
    facts.fromSolved = from->solved;
    facts.fromTasks = from->tasks;
    facts.toSolved = to->solved;
    facts.toTasks = to->tasks;
    facts.newest = book->versions.last().version.number;
    facts.diff = diffVersions(from->version, to->version);
    facts.from = from->version;
    facts.to = to->version;
    return facts;
}

namespace rollbacktext {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RollbackText)
};

} // namespace

QString question(const RollbackFacts &facts)
{
    if (facts.plan.fromVersion == facts.plan.toVersion)
        return Words::tr("Hold version %1?").arg(facts.plan.toVersion);
    return Words::tr("Roll back to version %1?").arg(facts.plan.toVersion);
}

QString when(const RollbackFacts &facts)
{
    if (facts.plan.runEnded)
        return Words::tr("Version %1 becomes current and is used when the run is continued.").arg(facts.plan.toVersion);
    const QString again = Words::tr("Run %1 uses version %2 again from round %3.", "run name, version, round")
                              .arg(facts.runName, QString::number(facts.plan.toVersion), QString::number(facts.plan.effectiveRound));
    if (facts.runningRound == 0)
        return again;
    const QString running = Words::tr("Round %1 finishes under version %2.").arg(facts.runningRound).arg(facts.runningVersion);
    return Words::tr("%1 %2", "two whole sentences after each other").arg(again, running);
}

QString rates(const RollbackFacts &facts)
{
    const auto counts = [](int version, int solved, int tasks, const QString &counted) {
        return counted.arg(QString::number(version), QString::number(solved), QString::number(tasks), versionwords::rate(solved, tasks));
    };
    const QString to = facts.toTasks == 0
        ? Words::tr("Version %1: no task tried yet.").arg(facts.plan.toVersion)
        : counts(facts.plan.toVersion, facts.toSolved, facts.toTasks, Words::tr("Version %1: %2 of %3 solved, %4."));
    if (facts.plan.fromVersion == facts.plan.toVersion)
        return to;
    const QString from = facts.fromTasks == 0
        ? Words::tr("Version %1 (now): no task tried yet.").arg(facts.plan.fromVersion)
        : counts(facts.plan.fromVersion, facts.fromSolved, facts.fromTasks, Words::tr("Version %1 (now): %2 of %3 solved, %4."));
    return to + u'\n' + from;
}

QString changes(const RollbackFacts &facts)
{
    return versionwords::change(facts.diff);
}

QString promise(const RollbackFacts &facts)
{
    const QString rest = Words::tr("Nothing is deleted. Memories do not change. You can undo this.");
    const int first = facts.plan.toVersion + 1;
    if (first > facts.newest)
        return Words::tr("Every version stays in the tree. %1", "1 is a whole sentence").arg(rest);
    if (first == facts.newest)
        return Words::tr("Version %1 stays in the tree. %2", "2 is a whole sentence").arg(QString::number(first), rest);
    return Words::tr("Versions %1–%2 stay in the tree. %3", "3 is a whole sentence").arg(QString::number(first), QString::number(facts.newest), rest);
}

} // namespace rollbacktext
} // namespace autodidact
