#include "app/cli/commands.h"
#include "app/cli/database.h"
#include "app/cli/foldscommand.h"
#include "app/cli/headlessrun.h"
#include "app/composition.h"
#include "core/control/recordreader.h"
#include "core/control/runcommands.h"
#include "core/evaluation/foldresult.h"
#include "core/report/figures.h"
#include "core/storage/runstore.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString foldName(const QString &name, int fold)
{
    return u"%1-fold-%2"_s.arg(name).arg(fold);
}

void printFolds(const FoldResult &result, const QString &name, Console &console)
{
    QString text = u"%1: %2 tasks in %3 groups, each held out once: the first version solves %4, the last one %5.\nGain %6 (95 %: %7)"_s
                       .arg(name).arg(result.tasks).arg(result.groups).arg(result.solvedFirst).arg(result.solvedLast)
                       .arg(points(result.gain.value), pointsRange(result.gain));
    text += result.test.enough ? u", sign-flip test over groups p = %1."_s.arg(result.test.p, 0, 'g', 3)
                               : u"; too few groups for a test."_s;
    QJsonArray missing;
    QStringList numbers;
    for (const int fold : result.missing) {
        missing.append(fold);
        numbers.append(QString::number(fold));
    }
    if (!missing.isEmpty())
        text += u"\nNot finished: fold %1 of %2. Their tasks are missing from these numbers."_s.arg(numbers.join(u", "_s)).arg(result.folds);
    console.result(text, {{u"name"_s, name}, {u"folds"_s, result.folds}, {u"missing"_s, missing}, {u"tasks"_s, result.tasks},
                          {u"groups"_s, result.groups}, {u"solved_first"_s, result.solvedFirst},
                          {u"solved_last"_s, result.solvedLast}, {u"gain"_s, jsonEstimate(result.gain)},
                          {u"p_value"_s, result.test.enough ? QJsonValue(result.test.p) : QJsonValue()}});
}

} // namespace

Result<int> reportFolds(Database &database, const QString &name, Console &console)
{
    QList<RunRecord> records;
    for (int fold = 1, folds = 1; fold <= folds; ++fold) {
        const Result<Run> run = RunStore(database).byNameOrId(foldName(name, fold));
        if (!run && fold == 1)
            return fail(ErrorKind::NotFound, u"There is no run %1. `run --name %2 --folds K` makes the folds."_s.arg(foldName(name, 1), name));
        if (!run)
            continue;
        const Result<RunRecord> record = readRecord(database, run->id);
        if (!record)
            return std::unexpected(record.error());
        folds = run->config.folds;
        records.append(*record);
    }
    const Result<FoldResult> result = poolFolds(records);
    if (!result)
        return std::unexpected(result.error());
    printFolds(*result, name, console);
    return 0;
}

Result<int> playFolds(Database &database, RunConfig config, int jobs, Console &console)
{
    const QString name = config.name.isEmpty() ? u"folds"_s : config.name;
    for (config.fold = 1; config.fold <= config.folds; ++config.fold) {
        config.name = foldName(name, config.fold);
        Result<Run> run = RunStore(database).byNameOrId(config.name);
        if (!run)
            run = createRun(database, config, sessionParts());
        if (!run)
            return std::unexpected(run.error());
        if (run->config != config)
            return fail(ErrorKind::Conflict, u"%1 exists with other settings. Use another --name."_s.arg(config.name));
        if (run->status == RunStatus::Finished)
            continue;
        console.message(u"fold %1 of %2"_s.arg(config.fold).arg(config.folds));
        const Result<RunStatus> status = playHeadless(database, run->id, sessionParts(), jobs, console);
        if (!status)
            return std::unexpected(status.error());
        if (*status != RunStatus::Finished)
            return reportOutcome(database, run->id, console);
    }
    return reportFolds(database, name, console);
}

} // namespace autodidact
