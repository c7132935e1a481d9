#include "core/report/metrictable.h"

#include "core/report/figures.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

std::optional<double> valueOf(const std::optional<Estimate> &estimate)
{
    return estimate ? std::optional(estimate->value) : std::nullopt;
}

void addSuccess(QList<MetricRow> &rows, const SuccessRate &rate)
{
    QString basis = rate.basis.isEmpty() ? u"nothing was judged"_s
                                         : u"%1: %2 tasks, %3 solved"_s.arg(rate.basis).arg(rate.tasks).arg(rate.solved);
    if (rate.exposed > 0)
        basis += u"; %1 exposed left out (%2 of them solved)"_s.arg(rate.exposed).arg(rate.exposedSolved);
    rows.append({u"Success rate"_s, percent(valueOf(rate.headline)), percentRange(rate.headline), basis,
                 u"Share of scheduled tasks whose submitted code passes all hidden tests; Wilson 95 %."_s});
    if (rate.infrastructure > 0)
        rows.append({u"Bounds with faults of the machine"_s, percent(rate.worst) + u" to "_s + percent(rate.best), {},
                     u"%1 tasks without a verdict"_s.arg(rate.infrastructure),
                     u"Every unresolved fault counted as failed, and as solved."_s});
    rows.append({u"pass@1"_s, percent(rate.passAt1), {}, u"first attempts of the same tasks"_s,
                 u"Share of tasks solved at the first attempt."_s});
    rows.append({u"Tokens per solved task"_s, rate.tokensPerSolved ? count(qint64(*rate.tokensPerSolved)) : u"n/a"_s, {},
                 u"learn tasks, reflections included; cost %1"_s.arg(decimal(rate.moneyPerSolved, 4)),
                 u"Tokens spent on learn tasks over those solved."_s});
}

void addImprovement(QList<MetricRow> &rows, const ImprovementSlope &slope)
{
    const QString basis = slope.basis + (slope.endGain ? u"; conditional on this run"_s : u"; too few points"_s);
    rows.append({u"Improvement slope"_s, points(valueOf(slope.slope)), pointsRange(slope.slope), basis,
        u"Slope per round of the paired gain, current version and memory minus the frozen first; task-group bootstrap 95 %."_s});
    rows.append({u"End gain"_s, points(valueOf(slope.endGain)), pointsRange(slope.endGain), basis,
                 u"Paired gain at the last checkpoint."_s});
    rows.append({u"Mean gain"_s, points(slope.area), {}, basis, u"Area under the gain curve over its span."_s});
    rows.append({u"Slope per million tokens"_s, points(slope.perMillionTokens), {}, u"tokens spent on learning"_s,
                 u"Slope of the paired gain over tokens instead of rounds."_s});
}

void addSimilarity(QList<MetricRow> &rows, const CodeSimilarity &similarity)
{
    const auto row = [&](const QString &name, const SimilaritySet &set) {
        rows.append({name, decimal(set.mean), {},
            set.attempts > 0 ? u"%1 attempts; token %2, tree %3"_s.arg(set.attempts).arg(decimal(set.token), decimal(set.tree))
                             : u"no attempt with a reference"_s,
            u"Mean of token and syntax-tree similarity to the best accepted reference; descriptive, never a reward."_s});
    };
    row(u"Code similarity, all"_s, similarity.all);
    row(u"Code similarity, solved"_s, similarity.solved);
    if (!similarity.flagged.isEmpty())
        rows.append({u"Memorising flags"_s, QString::number(similarity.flagged.size()), {}, similarity.flagged.join(u", "_s),
                     u"Tasks with a solved attempt above 0.95."_s});
}

void addReflection(QList<MetricRow> &rows, const ReflectionAccuracy &accuracy)
{
    rows.append({u"Reflection: class, kappa"_s, decimal(accuracy.kappa), {},
                 u"%1 stated classes of its own; %2 echoed from the feedback stand apart (kappa %3)"_s
                     .arg(accuracy.stated - accuracy.echoed).arg(accuracy.echoed).arg(decimal(accuracy.kappaEchoed)),
                 u"Cohen's kappa of the stated error class against the hidden verdict's."_s});
    rows.append({u"Reflection: lines, F1"_s, decimal(accuracy.linesF1), {}, u"%1 mended attempts"_s.arg(accuracy.linesPairs),
                 u"Stated lines against the lines that the red-to-green change touched."_s});
    rows.append(
        {u"Reflection: cause"_s, percent(accuracy.cause), {}, u"%1 attempts with a known fault"_s.arg(accuracy.causePairs),
            u"Share whose stated cause names the true fault family."_s});
    rows.append({u"Reflection: lift"_s, decimal(accuracy.lift), {}, u"needs an arm with placebo reflections"_s,
                 u"Next-attempt success over a placebo reflection."_s});
}

void addClaims(QList<MetricRow> &rows, const ClaimsCheck &check)
{
    for (const auto &[what, count] : check.counts.asKeyValueRange()) {
        const int known = count.supported + count.contradicted;
        rows.append({u"Reflection: claimed %1"_s.arg(what), known > 0 ? percent(double(count.supported) / known) : percent(std::nullopt),
                     known > 0 ? percentRange(wilson(count.supported, known)) : QString(),
                     u"%1 hold, %2 are contradicted, %3 cannot be checked"_s.arg(count.supported).arg(count.contradicted).arg(count.unverifiable),
                     u"Share of the checked claims that agree with verdict, program and later fix."_s});
    }
}

void addSignals(QList<MetricRow> &rows, const QList<SignalCorrelation> &list)
{
    for (const SignalCorrelation &one : list) {
        rows.append({u"Signal: %1"_s.arg(one.signal), decimal(one.correlation ? std::optional(one.correlation->value) : std::nullopt),
                     one.correlation ? u"%1 to %2"_s.arg(decimal(one.correlation->low), decimal(one.correlation->high)) : QString(),
                     u"%1 attempts with a next one"_s.arg(one.pairs),
                     u"Correlation with the success of the next attempt at the same task."_s});
    }
}

void addMemory(QList<MetricRow> &rows, const RunMetrics &metrics)
{
    const MemoryReuse &reuse = metrics.memory;
    rows.append({u"Memory reuse rate"_s, percent(reuse.value), {},
                 reuse.declared > 0 ? u"%1 of %2 declared repeats"_s.arg(reuse.reused).arg(reuse.declared)
                                    : u"the suite declared no repeats here"_s,
                 u"Declared repeats whose prompt carried a still-valid entry of their group."_s});
    rows.append({u"Memory precision"_s, percent(reuse.precision), {}, u"entries carried on declared repeats"_s,
                 u"Share of the carried entries that were valid and of the group."_s});
    const RepeatError &repeat = metrics.repeatError;
    rows.append({u"Repeat error rate"_s, points(repeat.value), {},
                 u"%1: %2 when met before, %3 at first"_s.arg(repeat.basis, percent(repeat.met), percent(repeat.first)),
                 u"Chance of the same fault when the group has met it, minus the first-encounter rate."_s});
}

void addSafety(QList<MetricRow> &rows, const SafetyDrop &safety, double drawdown)
{
    rows.append({u"Safety drop"_s, percent(safety.value), {},
        safety.audited > 0 ? u"%1 of %2 promotions audited; equal versions give %3"_s.arg(safety.audited)
                                 .arg(safety.promoted)
                                 .arg(percent(safety.valueFloor))
                           : counted(safety.promoted, u"promotion"_s) + u", none audited on 120 pairs"_s,
        u"Share of promoted updates whose audit has a 95 % upper bound below 0; severe: %1."_s.arg(percent(safety.severe))});
    rows.append({u"Exposure to worse versions"_s, loss(safety.exposure), {},
                 u"equal versions would give %1"_s.arg(loss(safety.exposureFloor)),
                 u"Mean over checkpoints of the loss against the best earlier one on common tasks."_s});
    rows.append({u"Largest drawdown"_s, loss(drawdown), {}, u"learn tasks, round by round"_s,
                 u"Largest fall from an earlier round's success."_s});
    if (safety.windowFalseAlarm)
        rows.append({u"False alarms of the window rule"_s, percent(safety.windowFalseAlarm), {}, u"simulated for this window"_s,
                     u"Share of updates between equal versions on which the rule fires."_s});
}

QString name(Feedback feedback)
{
    return feedback == Feedback::Visible ? u"visible"_s : feedback == Feedback::Verdict ? u"verdict"_s : u"hidden"_s;
}

QString name(ReflectionMode mode)
{
    return mode == ReflectionMode::None ? u"none"_s : mode == ReflectionMode::Retry ? u"retry"_s : u"reflexion"_s;
}

QString name(SafetyRule rule)
{
    return rule == SafetyRule::Off ? u"off"_s : rule == SafetyRule::Window ? u"window"_s : rule == SafetyRule::Auto ? u"auto"_s : u"paired"_s;
}

QString name(SameTask mode)
{
    return mode == SameTask::Lessons ? u"lessons"_s : mode == SameTask::All ? u"all"_s : u"none"_s;
}

} // namespace

QList<MetricRow> metricTable(const RunMetrics &metrics)
{
    QList<MetricRow> rows;
    addSuccess(rows, metrics.success);
    addImprovement(rows, metrics.improvement);
    addSimilarity(rows, metrics.similarity);
    addReflection(rows, metrics.reflection);
    addClaims(rows, metrics.claims);
    addSignals(rows, metrics.evaluationSignals);
    addMemory(rows, metrics);
    addSafety(rows, metrics.safety, metrics.largestDrawdown);
    rows.append({u"Style score"_s, decimal(metrics.style.reviewer, 1), {},
        u"%1 scores by the reviewer"_s.arg(metrics.style.scores), u"Mean score of 0 to 10."_s});
    rows.append({u"Linter score"_s, decimal(metrics.style.linter, 1), {},
        metrics.style.linted > 0 ? u"%1 attempts that a linter looked at"_s.arg(metrics.style.linted) : u"no linter ran"_s,
        u"Mean of 10 / (1 + findings per 10 lines)."_s});
    rows.append({u"Compile pass"_s, percent(metrics.compilePass), {}, u"all judged attempts"_s,
        u"Share of attempts that compile or parse."_s});
    rows.append({u"Test pass rate"_s, percent(metrics.testPassRate), {}, u"all judged attempts"_s,
        u"Mean share of hidden tests passed."_s});
    return rows;
}

QList<QStringList> selfTestTable(const RunRecord &record)
{
    QList<QStringList> rows;
    for (const Round &round : record.rounds) {
        const SelfTestMatrix &matrix = round.selfTests;
        const int agreed = matrix.bothPassed + matrix.bothFailed;
        if (matrix.attempts() == 0)
            continue;
        rows.append({QString::number(round.number), QString::number(matrix.attempts()), QString::number(matrix.bothPassed),
                     QString::number(matrix.onlyOwnPassed), QString::number(matrix.onlyHiddenPassed),
                     QString::number(matrix.bothFailed), percent(double(agreed) / matrix.attempts())});
    }
    return rows;
}

QStringList selfTestHeads()
{
    return {u"round"_s, u"attempts"_s, u"own green, hidden green"_s, u"own green, hidden red (false green)"_s, u"own red, hidden green (false red)"_s,
            u"own red, hidden red"_s, u"agreement"_s};
}

QList<std::pair<QString, QString>> settingsTable(const RunConfig &config)
{
    const auto onOff = [](bool on) { return on ? u"true"_s : u"false"_s; };
    const auto number = [](auto value) { return QString::number(value); };
    return {{u"run.suite"_s, config.suite},
            {u"run.model"_s, config.model},
            {u"run.seed"_s, number(config.seed)},
            {u"run.rounds"_s, number(config.rounds)},
            {u"run.split"_s, config.split == SplitMode::Auto ? u"auto"_s : u"none"_s},
            {u"run.schedule"_s, config.schedule == Schedule::Repeat ? u"repeat"_s : u"stream"_s},
            {u"run.batch"_s, number(config.batch)},
            {u"run.checkpoint_every"_s, number(config.checkpointEvery)},
            {u"agent.attempts"_s, number(config.attempts)},
            {u"agent.feedback"_s, name(config.feedback)},
            {u"agent.reflection"_s, name(config.reflection)},
            {u"agent.self_tests"_s, onOff(config.selfTests)},
            {u"memory.enabled"_s, onOff(config.memoryEnabled)},
            {u"memory.visibility"_s, config.memoryVisibility == MemoryVisibility::Round ? u"round"_s : u"immediate"_s},
            {u"memory.same_task"_s, name(config.sameTask)},
            {u"memory.start"_s, config.memoryStart.isEmpty() ? u"(empty)"_s : config.memoryStart},
            {u"memory.count"_s, number(config.memoryCount)},
            {u"memory.tokens"_s, number(config.memoryTokens)},
            {u"memory.capacity"_s, number(config.memoryCapacity)},
            {u"update.strategy"_s, config.updateStrategy},
            {u"update.prompt_tokens"_s, number(config.promptTokens)},
            {u"update.max_rules"_s, number(config.maxRules)},
            {u"update.edit_bound"_s, number(config.editBound)},
            {u"safety.rule"_s, name(config.safetyRule)},
            {u"safety.trust_region"_s, number(config.trustRegion)},
            {u"safety.window"_s, number(config.window)},
            {u"llm.temperature"_s, number(config.temperature)},
            {u"llm.max_tokens"_s, number(config.maxTokens)},
            {u"llm.timeout_s"_s, number(config.timeoutS)},
            {u"student.world"_s, config.world},
            {u"sandbox.kind"_s, config.sandbox},
            {u"sandbox.image"_s, config.sandboxImage.isEmpty() ? u"(empty)"_s : config.sandboxImage},
            {u"budget.tokens"_s, number(config.tokenBudget)},
            {u"budget.money"_s, number(config.moneyBudget)},
            {u"budget.wall_s"_s, number(config.wallBudgetS)},
            {u"budget.attempts"_s, number(config.attemptBudget)}};
}

QString sandboxDanger(const QString &sandbox)
{
    return sandbox == u"none" ? u"No sandbox: programs were executed without protection."_s : QString();
}

} // namespace autodidact
