#include "core/evaluation/metrics.h"

#include "core/evaluation/estimators.h"
#include "core/evaluation/metricparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double memorisedFrom = 0.95;

struct SimilarityValues {
    QList<double> token;
    QList<double> tree;
    QList<double> both;

    SimilaritySet set() const { return {int(both.size()), mean(token), mean(tree), mean(both)}; }
};

bool judgedAttempt(const AttemptRecord &attempt)
{
    return attempt.hidden && attempt.hidden->counts() && isReported(attempt.place.phase);
}

void addShares(const RunRecord &record, RunMetrics &metrics)
{
    QList<double> compiled;
    QList<double> passed;
    for (const AttemptRecord &attempt : record.attempts) {
        if (!judgedAttempt(attempt))
            continue;
        compiled.append(attempt.hidden->compiled ? 1.0 : 0.0);
        passed.append(attempt.hidden->passRate());
    }
    metrics.compilePass = mean(compiled);
    metrics.testPassRate = mean(passed);
}

Usage totalUsage(const RunRecord &record)
{
    Usage usage;
    for (const AttemptRecord &attempt : record.attempts)
        usage = usage + attempt.usage;
    for (const Reflection &reflection : record.reflections)
        usage = usage + reflection.usage;
    for (const Update &update : record.updates)
        usage = usage + update.usage;
    return usage;
}

QStringList notesFor(const RunRecord &record, const RunMetrics &metrics)
{
    QStringList notes;
    if (record.simulated)
        notes.append(u"Effects of rules, memories and diagnoses are inputs; results test the machinery, not language models."_s);
    if (!metrics.success.heldOut)
        notes.append(u"Not held out: the numbers come from tasks that the run learned from."_s);
    if (record.run.config.feedback == Feedback::Hidden)
        notes.append(u"Oracle feedback: the loop saw the full output of the hidden tests."_s);
    if (record.run.sawHiddenTests)
        notes.append(u"A person opened hidden tests and edited afterwards."_s);
    if (record.run.approximate)
        notes.append(u"Memory search was approximate."_s);
    for (const QString &warning : record.warnings) {
        // The loop warns in its own words of what is said above already.
        const bool said = warning.startsWith(u"not held out", Qt::CaseInsensitive) && !metrics.success.heldOut;
        if (!said && !notes.contains(warning))
            notes.append(warning);
    }
    return notes;
}

} // namespace

CodeSimilarity codeSimilarity(const RunView &view)
{
    SimilarityValues all;
    SimilarityValues solved;
    CodeSimilarity similarity;
    for (const AttemptRecord &attempt : view.record().attempts) {
        if (!attempt.tokenSimilarity || !attempt.treeSimilarity || !isReported(attempt.place.phase))
            continue;
        const double both = (*attempt.tokenSimilarity + *attempt.treeSimilarity) / 2.0;
        for (SimilarityValues *values : {&all, attempt.solved() ? &solved : nullptr}) {
            if (values == nullptr)
                continue;
            values->token.append(*attempt.tokenSimilarity);
            values->tree.append(*attempt.treeSimilarity);
            values->both.append(both);
        }
        const Task *task = view.task(attempt.place.task);
        if (attempt.solved() && both > memorisedFrom && task != nullptr && !similarity.flagged.contains(task->key))
            similarity.flagged.append(task->key);
    }
    similarity.all = all.set();
    similarity.solved = solved.set();
    return similarity;
}

RunMetrics computeMetrics(const RunRecord &record)
{
    const RunView view(record);
    RunMetrics metrics;
    metrics.success = successRate(view);
    metrics.improvement = improvementSlope(view);
    metrics.similarity = codeSimilarity(view);
    metrics.reflection = reflectionAccuracy(view);
    metrics.claims = claimsCheck(view);
    metrics.evaluationSignals = signalCorrelations(view);
    metrics.memory = memoryReuse(view);
    metrics.repeatError = repeatError(view);
    metrics.safety = safetyDrop(view);
    metrics.style = styleScore(view);
    metrics.rounds = roundPoints(view);
    metrics.window = evaluationWindow(view);
    metrics.usage = totalUsage(record);
    addShares(record, metrics);
    QList<double> curve;
    for (const RoundPoint &point : metrics.rounds)
        curve.append(point.success.value);
    metrics.largestDrawdown = largestDrawdown(curve);
    metrics.rollbacks = int(std::count_if(record.decisions.begin(), record.decisions.end(), [](const SafetyDecision &decision) {
        return decision.action == SafetyAction::RollBack;
    }));
    metrics.notes = notesFor(record, metrics);
    return metrics;
}

} // namespace autodidact
