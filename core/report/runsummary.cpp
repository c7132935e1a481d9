#include "core/report/jsonreport.h"

#include "core/report/feedbackreport.h"
#include "core/report/figures.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonValue selfTests(const SelfTestMatrix &matrix)
{
    if (matrix.attempts() == 0)
        return QJsonValue::Null;
    return QJsonObject{{u"both_passed"_s, matrix.bothPassed}, {u"only_own_passed"_s, matrix.onlyOwnPassed},
                       {u"only_hidden_passed"_s, matrix.onlyHiddenPassed}, {u"both_failed"_s, matrix.bothFailed}};
}

QJsonArray roundRows(const RunRecord &record)
{
    QJsonArray rows;
    for (const Round &round : record.rounds) {
        const auto share = [&](int part) {
            return jsonNumber(round.tasks > 0 ? std::optional(double(part) / round.tasks) : std::nullopt);
        };
        rows.append(QJsonObject{{u"round"_s, round.number},
                                {u"version"_s, round.version},
                                {u"tasks"_s, round.tasks},
                                {u"solved"_s, round.solved},
                                {u"exposed"_s, round.exposed},
                                {u"success_rate"_s, share(round.solved)},
                                {u"pass_at_1"_s, share(round.firstTry)},
                                {u"attempts"_s, round.attempts},
                                {u"self_tests"_s, selfTests(round.selfTests)},
                                {u"tokens"_s, round.usage.promptTokens + round.usage.completionTokens}});
    }
    return rows;
}

void addMetrics(QJsonObject &document, const RunMetrics &metrics)
{
    const auto headline = metrics.success.headline;
    document[u"final_success_rate"_s] = jsonNumber(headline ? std::optional(headline->value) : std::nullopt);
    document[u"end_gain"_s] = jsonEstimate(metrics.improvement.endGain);
    document[u"improvement_slope"_s] = jsonEstimate(metrics.improvement.slope);
    document[u"code_similarity"_s] = QJsonObject{{u"token"_s, jsonNumber(metrics.similarity.all.token)},
                                                 {u"ast"_s, jsonNumber(metrics.similarity.all.tree)},
                                                 {u"mean"_s, jsonNumber(metrics.similarity.all.mean)}};
    document[u"reflection_accuracy"_s] = QJsonObject{{u"kappa"_s, jsonNumber(metrics.reflection.kappa)},
                                                     {u"lines_f1"_s, jsonNumber(metrics.reflection.linesF1)},
                                                     {u"lift"_s, jsonNumber(metrics.reflection.lift)},
                                                     {u"cause"_s, jsonNumber(metrics.reflection.cause)}};
    document[u"memory_reuse_rate"_s] = QJsonObject{{u"value"_s, jsonNumber(metrics.memory.value)},
                                                   {u"precision"_s, jsonNumber(metrics.memory.precision)},
                                                   {u"lift"_s, jsonNumber(metrics.memory.lift)}};
    document[u"repeat_error_rate"_s] = jsonNumber(metrics.repeatError.value);
    document[u"safety_drop"_s] = QJsonObject{{u"value"_s, jsonNumber(metrics.safety.value)},
                                             {u"severe"_s, jsonNumber(metrics.safety.severe)},
                                             {u"exposure"_s, jsonNumber(metrics.safety.exposure)}};
    document[u"rollbacks"_s] = metrics.rollbacks;
    document[u"tokens"_s] = QJsonObject{{u"prompt"_s, metrics.usage.promptTokens},
                                        {u"completion"_s, metrics.usage.completionTokens}};
    document[u"cost"_s] = jsonNumber(metrics.usage.cost);
}

} // namespace

QJsonObject runSummary(const RunRecord &record, const RunMetrics &metrics)
{
    const RunConfig &config = record.run.config;
    QJsonObject document{{u"run_id"_s, record.run.id.value},
                         {u"suite"_s, record.suite.name.isEmpty() ? config.suite : record.suite.name},
                         {u"model"_s, config.model},
                         {u"seed"_s, config.seed},
                         {u"split"_s, metrics.success.heldOut ? u"auto"_s : u"none"_s},
                         {u"rounds"_s, roundRows(record)},
                         {u"versions"_s, record.versions.size()},
                         {u"wall_s"_s, jsonNumber(record.wallS)},
                         {u"status"_s, statusName(record.run.status)}};
    addMetrics(document, metrics);
    if (record.feedback != FeedbackTally())  // a run that nobody spoke of has the keys that it always had
        document[u"feedback"_s] = feedbackJson(record.feedback);
    return document;
}

QString statusName(RunStatus status)
{
    switch (status) {
    case RunStatus::Created: return u"created"_s;
    case RunStatus::Running: return u"running"_s;
    case RunStatus::Paused: return u"paused"_s;
    case RunStatus::Finished: return u"finished"_s;
    case RunStatus::Stopped: return u"stopped"_s;
    case RunStatus::Failed: return u"failed"_s;
    case RunStatus::BudgetReached: return u"budget"_s;
    }
    return {};
}

} // namespace autodidact
