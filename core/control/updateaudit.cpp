#include "core/control/updateaudit.h"

#include "core/control/roundbook.h"
#include "core/storage/runtasks.h"
#include "core/storage/versionstore.h"

#include <QJsonArray>

#include <boost/math/distributions/students_t.hpp>

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QList<int> auditedTasks(Database &database, RunId run, qsizetype count)
{
    const QList<Split> splits = splitsOf(database, run).value_or(QList<Split>());
    QList<int> report;
    QList<int> all;
    for (int ordinal = 0; ordinal < count; ++ordinal) {
        all.append(ordinal);
        if (splits.value(ordinal) == Split::Report)
            report.append(ordinal);
    }
    return report.isEmpty() ? all : report;
}

} // namespace

int UpdateAudit::pairs() const
{
    int count = 0;
    for (const Gain &gain : gains)
        count += gain.pairs;
    return count;
}

double UpdateAudit::mean() const
{
    int sum = 0;
    for (const Gain &gain : gains)
        sum += gain.sum;
    return pairs() > 0 ? double(sum) / pairs() : 0.0;
}

std::optional<double> UpdateAudit::upper95() const
{
    const auto count = double(gains.size());
    if (count < 2)
        return std::nullopt;
    double sum = 0;
    for (const Gain &gain : gains)
        sum += double(gain.sum) / gain.pairs;
    double squares = 0;
    for (const Gain &gain : gains)
        squares += std::pow(double(gain.sum) / gain.pairs - sum / count, 2);
    const boost::math::students_t_distribution<> t(count - 1);
    return sum / count + boost::math::quantile(t, 0.95) * std::sqrt(squares / (count - 1) / count);
}

QJsonObject UpdateAudit::toJson() const
{
    QJsonArray list;
    for (const Gain &gain : gains)
        list.append(QJsonObject{{u"task"_s, gain.task}, {u"pairs"_s, gain.pairs}, {u"sum"_s, gain.sum}});
    const std::optional<double> upper = upper95();
    return {{u"pairs"_s, pairs()}, {u"mean"_s, mean()}, {u"upper95"_s, upper ? QJsonValue(*upper) : QJsonValue()}, {u"gains"_s, list}};
}

Result<UpdateAudit> auditUpdate(Database &database, const Run &run, const Update &update, const SessionParts &parts,
                                int pairs, int jobs, std::stop_token stop)
{
    if (update.decision != Decision::Accepted || !update.newVersion)
        return fail(ErrorKind::Conflict, u"Update %1 was not promoted, so there is nothing to audit."_s.arg(update.id.value));
    VersionStore versions(database);
    const Result<PromptVersion> before = versions.byNumber(run.id, update.oldVersion);
    const Result<PromptVersion> after = versions.byNumber(run.id, *update.newVersion);
    const Result<QList<Task>> tasks = tasksOfRun(database, run);
    const Result<MemorySnapshot::Ptr> memory = memoryAfter(database, run, update.place.round);
    if (!before || !after)
        return std::unexpected(before ? after.error() : before.error());
    if (!tasks)
        return std::unexpected(tasks.error());
    if (!memory)
        return std::unexpected(memory.error());
    AuditPlan plan{run.config, *tasks, auditedTasks(database, run.id, tasks->size()), {}, 1};
    plan.laps = int((pairs + plan.chosen.size() - 1) / std::max<qsizetype>(1, plan.chosen.size()));
    const int round = update.place.round + 1;
    plan.sides = {{u"before %1"_s.arg(update.id.value), *before, *memory, round}, {u"after %1"_s.arg(update.id.value), *after, *memory, round}};
    const Result<AuditResult> result = audit(plan, parts, jobs, stop);
    if (!result)
        return std::unexpected(result.error());
    UpdateAudit found{update.id, update.oldVersion, *update.newVersion, {}};
    for (qsizetype i = 0; i < plan.chosen.size(); ++i) {
        UpdateAudit::Gain gain{plan.chosen[i], 0, 0};
        for (int lap = 0; lap < plan.laps; ++lap) {
            const std::optional<bool> older = result->solved[0][lap * plan.chosen.size() + i];
            const std::optional<bool> newer = result->solved[1][lap * plan.chosen.size() + i];
            if (!older || !newer)
                continue;
            ++gain.pairs;
            gain.sum += int(*newer) - int(*older);
        }
        if (gain.pairs > 0)
            found.gains.append(gain);
    }
    return found;
}

} // namespace autodidact
