#include "core/report/calibrationwords.h"
#include "core/report/figures.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonObject rateJson(const FaultRate &rate)
{
    if (rate.asked == 0)
        return {{u"asked"_s, 0}};
    QJsonObject json = jsonEstimate(rate.measured());
    json[u"made"_s] = rate.made;
    json[u"asked"_s] = rate.asked;
    json[u"predicted"_s] = jsonNumber(rate.predicted());
    json[u"prediction_in_interval"_s] = !rate.misses();
    return json;
}

QString keyOf(HelpKind kind)
{
    return toString(kind).remove(u',').replace(u' ', u'_');
}

QJsonObject familyJson(const QString &name, const FamilyRates &rates)
{
    QJsonObject json{{u"family"_s, name}};
    for (int kind = 0; kind < helpKindCount; ++kind)
        json[keyOf(HelpKind(kind))] = rateJson(rates.of(HelpKind(kind)));
    QJsonArray lengths;
    for (size_t i = 0; i < measuredLengths.size(); ++i) {
        QJsonObject rate = rateJson(rates.byLength.at(i));
        rate[u"length"_s] = measuredLengths.at(i);
        lengths.append(rate);
    }
    json[u"by_length"_s] = lengths;
    return json;
}

QJsonObject skillJson(const SkillRates &rates)
{
    QJsonArray families;
    for (const FaultFamily family : allFaultFamilies())
        families.append(familyJson(toString(family), rates.of(family)));
    return {{u"suite"_s, rates.suite}, {u"skill"_s, rates.skill}, {u"families"_s, families},
        {u"all"_s, familyJson(u"all"_s, rates.all())}, {u"cells"_s, rates.cells()},
        {u"predictions_outside"_s, rates.misses()}};
}

QJsonObject predictionJson(const FlowPrediction &prediction)
{
    QJsonObject json{{u"attempts"_s, prediction.attempts}};
    for (const FlowLine &line : flowLines(prediction)) {
        const CountDistribution &counts = prediction.*line.predicted;
        const auto range = counts.interval();
        json[line.name] =
            QJsonObject{{u"mean"_s, jsonNumber(counts.mean())}, {u"low"_s, range.from},
                {u"high"_s, range.to}, {u"published"_s, coverage(counts, line.published)}};
    }
    return json;
}

QJsonObject simulatedJson(const SimulatedFlow &flow, const FlowPrediction &prediction)
{
    QJsonArray runs;
    for (const FlowCount &run : flow.runs)
        runs.append(QJsonObject{{u"fixed"_s, run.fixed}, {u"broken"_s, run.broken}});
    QJsonObject json{
        {u"world"_s, toString(flow.world)}, {u"attempts"_s, flow.attempts}, {u"runs"_s, runs}};
    for (const FlowLine &line : flowLines(prediction)) {
        const Estimate count = simulatedCount(flow, line.count);
        QJsonObject counted = jsonEstimate(count);
        counted[u"published"_s] = coverage(count, line.published);
        json[line.name] = counted;
    }
    return json;
}

QJsonObject flowJson(const FlowCheck &check)
{
    const CalibrationPreset &preset = check.phase.preset;
    const PublishedFlow &published = preset.published;
    const auto number = [](std::optional<int> value) {
        return value ? QJsonValue(*value) : QJsonValue();
    };
    QJsonArray simulated;
    for (const SimulatedFlow &flow : check.simulated)
        simulated.append(simulatedJson(flow, check.phase));
    return {{u"calibration"_s, preset.name}, {u"a"_s, preset.calibration.falseRed},
        {u"g"_s, preset.calibration.falseGreen}, {u"f"_s, preset.calibration.fix},
        {u"b"_s, preset.calibration.spoil},
        {u"published"_s,
            QJsonObject{{u"tasks"_s, published.tasks},
                {u"right_at_first"_s, published.rightAtFirst},
                {u"fixed"_s, number(published.fixed)}, {u"broken"_s, number(published.broken)},
                {u"net"_s, published.net}}},
        {u"predicted"_s, predictionJson(check.phase)},
        {u"predicted_for_the_loop"_s, predictionJson(check.loop)}, {u"simulated"_s, simulated}};
}

QStringList namesOf(const FamilySet &set)
{
    QStringList names;
    for (const FaultFamily family : allFaultFamilies()) {
        if (holds(set, family))
            names.append(toString(family));
    }
    return names;
}

} // namespace

QJsonObject calibrationJson(const CalibrationReport &report)
{
    QJsonArray rates;
    for (const SkillRates &skill : report.rates)
        rates.append(skillJson(skill));
    QJsonArray flows;
    for (const FlowCheck &check : report.flows)
        flows.append(flowJson(check));
    return {{u"report"_s, u"calibration of the simulated student"_s}, {u"note"_s, calibrationNote},
        {u"executed"_s, notExecutedNote}, {u"student"_s, studentJson(report.student)},
        {u"build"_s, report.build}, {u"world"_s, report.world},
        {u"calibration"_s, report.calibration}, {u"seeds"_s, report.seeds},
        {u"temperature"_s, report.temperature}, {u"rates"_s, rates},
        {u"flow_tasks"_s, report.flowTasks}, {u"flows"_s, flows}};
}

QJsonObject taughtRuleJson(const TaughtRule &taught, const StudentStamp &student)
{
    QJsonArray families;
    for (const FamilyChange &change : taught.families)
        families.append(QJsonObject{{u"family"_s, toString(change.family)},
            {u"without"_s, rateJson(change.without)}, {u"with"_s, rateJson(change.with)},
            {u"measured_change"_s, jsonNumber(change.measured())},
            {u"predicted_change"_s, jsonNumber(change.predicted())}});
    return {{u"note"_s, calibrationNote}, {u"executed"_s, notExecutedNote},
        {u"student"_s, studentJson(student)}, {u"rule"_s, taught.rule},
        {u"helps"_s, QJsonArray::fromStringList(namesOf(taught.meaning.helps))},
        {u"hurts"_s, QJsonArray::fromStringList(namesOf(taught.meaning.hurts))},
        {u"families"_s, families}, {u"wrong_without"_s, rateJson(taught.wrongWithout)},
        {u"wrong_with"_s, rateJson(taught.wrongWith)}, {u"mended"_s, taught.mended},
        {u"spoilt"_s, taught.spoilt}};
}

} // namespace autodidact
