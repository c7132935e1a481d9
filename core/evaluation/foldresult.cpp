#include "core/evaluation/foldresult.h"

#include "core/base/random.h"
#include "core/evaluation/runview.h"

#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The same but for which fold it is.
RunConfig measurementOf(const RunRecord &record)
{
    RunConfig config = record.run.config;
    config.name.clear();
    config.fold = 1;
    return config;
}

Status checkFolds(const QList<RunRecord> &records)
{
    if (records.isEmpty())
        return fail(ErrorKind::NotFound, u"There are no runs to pool."_s);
    const RunRecord &first = records.first();
    std::set<int> seen;
    for (const RunRecord &record : records) {
        const RunConfig &config = record.run.config;
        if (config.folds < 2)
            return fail(ErrorKind::BadInput, u"%1 is not a fold: run.folds is %2."_s.arg(record.run.name).arg(config.folds));
        if (measurementOf(record) != measurementOf(first) || record.suite.hash != first.suite.hash) {
            return fail(ErrorKind::BadInput, u"%1 and %2 are no folds of one measurement: their settings or suites differ."_s
                                                 .arg(first.run.name, record.run.name));
        }
        if (!seen.insert(config.fold).second)
            return fail(ErrorKind::BadInput, u"Fold %1 comes twice, the second time as %2."_s.arg(config.fold).arg(record.run.name));
    }
    return {};
}

/// Adds the gain of every task that the run held out, by group.
void addGains(const RunRecord &record, FoldResult &result, QMap<QString, QList<double>> &gains)
{
    const RunView view(record);
    const Series &series = view.series();
    if (!series.heldOut || series.points.isEmpty())
        return;
    for (const auto &[task, solved] : series.points.last().solved) {
        const auto before = series.base.find(task);
        const Task *whole = view.task(task);
        if (before == series.base.end() || !whole)
            continue;
        ++result.tasks;
        result.solvedFirst += before->second ? 1 : 0;
        result.solvedLast += solved ? 1 : 0;
        gains[whole->groupKey()].append(int(solved) - int(before->second));
    }
}

} // namespace

Result<FoldResult> poolFolds(const QList<RunRecord> &records)
{
    if (const Status checked = checkFolds(records); !checked)
        return std::unexpected(checked.error());
    FoldResult result;
    const RunConfig &config = records.first().run.config;
    result.folds = config.folds;
    QMap<QString, QList<double>> gains;
    std::set<int> finished;
    for (const RunRecord &record : records) {
        if (record.run.status != RunStatus::Finished)
            continue;
        finished.insert(record.run.config.fold);
        addGains(record, result, gains);
    }
    for (int fold = 1; fold <= result.folds; ++fold) {
        if (!finished.contains(fold))
            result.missing.append(fold);
    }
    const QList<QList<double>> byGroup = gains.values();
    result.groups = int(byGroup.size());
    QList<double> means;
    for (const QList<double> &group : byGroup)
        means.append(std::accumulate(group.begin(), group.end(), 0.0) / double(group.size()));
    const auto gainOf = [&](const QList<int> &chosen) {
        double sum = 0;
        qsizetype count = 0;
        for (const int index : chosen) {
            sum += means[index] * double(byGroup[index].size());
            count += byGroup[index].size();
        }
        return sum / double(count);
    };
    if (!byGroup.isEmpty())
        result.gain = bootstrap(result.groups, gainOf, Random::seedOf({config.seed, result.folds}, "folds"));
    result.test = signFlip(means, quint64(config.seed));
    return result;
}

} // namespace autodidact
