#include "core/report/calibrationwords.h"
#include "core/report/figures.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int cellWidth = 15;

/// "12.3 (11.9)*": measured, predicted, and whether the prediction misses; in percent.
QString cell(const FaultRate &rate)
{
    if (rate.asked == 0)
        return u"–"_s;
    return u"%1 (%2)%3"_s.arg(decimal(100 * rate.measured().value, 1),
        decimal(100 * rate.predicted(), 1), rate.misses() ? u"*"_s : u" "_s);
}

QString row(const QString &name, const FamilyRates &rates)
{
    QString line =
        name.leftJustified(20) + QString::number(rates.of(HelpKind::None).asked).rightJustified(7);
    for (const FaultRate &rate : rates.help)
        line += cell(rate).rightJustified(cellWidth);
    for (const FaultRate &rate : rates.byLength)
        line += cell(rate).rightJustified(cellWidth);
    return line + u'\n';
}

QString header()
{
    QStringList names;
    for (int kind = 0; kind < helpKindCount; ++kind)
        names.append(
            HelpKind(kind) == HelpKind::CauseNamed ? u"cause named"_s : toString(HelpKind(kind)));
    for (const double length : measuredLengths)
        names.append(u"L = %1 L0"_s.arg(length));
    QString line = u"family"_s.leftJustified(20) + u"n"_s.rightJustified(7);
    for (const QString &name : std::as_const(names))
        line += name.rightJustified(cellWidth);
    return line + u'\n';
}

QString skillTable(const SkillRates &rates)
{
    QString text = u"\nSuite %1, skill %2: mistakes in percent, measured (predicted)\n"_s.arg(
                       rates.suite, rates.skill)
        + header();
    for (const FaultFamily family : allFaultFamilies()) {
        if (rates.of(family).of(HelpKind::None).asked > 0)
            text += row(toString(family), rates.of(family));
    }
    return text + row(u"all"_s, rates.all())
        + u"Of %1 rates, %2 have their prediction outside of the 95 % interval (*).\n"_s
              .arg(rates.cells())
              .arg(rates.misses());
}

QString published(std::optional<int> count)
{
    return count ? QString::number(*count) : u"–"_s;
}

QString flowTable(const FlowCheck &check)
{
    const CalibrationPreset &preset = check.phase.preset;
    QString text = u"\nCalibration %1 (a %2, g %3, f %4, b %5): %6 of %7 tasks right at first\n"_s
                       .arg(preset.name)
                       .arg(preset.calibration.falseRed)
                       .arg(preset.calibration.falseGreen)
                       .arg(preset.calibration.fix)
                       .arg(preset.calibration.spoil)
                       .arg(preset.published.rightAtFirst)
                       .arg(preset.published.tasks);
    const auto line = [&](const QString &what, const FlowLine &count, const QString &mean,
                          const QString &range, const QString &covered) {
        text += u"  %1 %2 published %3  %4 [%5]  %6\n"_s.arg(what.leftJustified(34),
            count.name.leftJustified(7), published(count.published).rightJustified(4),
            mean.rightJustified(6), range.rightJustified(10), covered);
    };
    for (const FlowPrediction *prediction : {&check.phase, &check.loop}) {
        for (const FlowLine &count : flowLines(*prediction)) {
            const CountDistribution &counts = prediction->*count.predicted;
            const auto range = counts.interval();
            line(u"predicted, %1 attempts"_s.arg(prediction->attempts), count,
                decimal(counts.mean(), 1), u"%1 to %2"_s.arg(range.from).arg(range.to),
                coverage(counts, count.published));
        }
    }
    for (const SimulatedFlow &flow : check.simulated) {
        for (const FlowLine &count : flowLines(check.phase)) {
            const Estimate counted = simulatedCount(flow, count.count);
            line(u"simulated, %1 attempts, %2"_s.arg(flow.attempts).arg(toString(flow.world)),
                count, decimal(counted.value, 1),
                u"%1 to %2"_s.arg(decimal(counted.low, 1), decimal(counted.high, 1)),
                coverage(counted, count.published));
        }
    }
    return text;
}

QString familyList(const FamilySet &set)
{
    QStringList names;
    for (const FaultFamily family : allFaultFamilies()) {
        if (holds(set, family))
            names.append(toString(family));
    }
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

} // namespace

QString calibrationText(const CalibrationReport &report)
{
    QString text =
        studentLine(report.student) + u'\n' + calibrationNote + u'\n' + notExecutedNote + u'\n';
    if (!report.rates.isEmpty())
        text += u"World %1, %2 students, temperature %3.\n"_s.arg(report.world)
                    .arg(report.seeds)
                    .arg(report.temperature);
    for (const SkillRates &rates : report.rates)
        text += skillTable(rates);
    if (!report.flows.isEmpty())
        text +=
            u"\nFixed and broken tasks. How many are right at first is an input; played on %1.\n"_s
                .arg(report.flowTasks);
    for (const FlowCheck &check : report.flows)
        text += flowTable(check);
    return text;
}

QString taughtRuleText(const TaughtRule &taught)
{
    const auto change = [](double value) { return points(value).rightJustified(14); };
    QString text = u"Rule: %1\nIt helps against: %2\nIt harms with: %3\n"_s.arg(
        taught.rule, familyList(taught.meaning.helps), familyList(taught.meaning.hurts));
    if (taught.meaning.none())
        text += u"The student finds no mistake in it: it only makes the prompt longer.\n"_s;
    text += calibrationNote + u'\n' + notExecutedNote + u"\n\n"_s + u"family"_s.leftJustified(20)
        + u"n"_s.rightJustified(7) + u"without"_s.rightJustified(cellWidth)
        + u"with"_s.rightJustified(cellWidth) + u"measured"_s.rightJustified(14)
        + u"predicted"_s.rightJustified(14) + u'\n';
    for (const FamilyChange &family : taught.families)
        text += toString(family.family).leftJustified(20)
            + QString::number(family.with.asked).rightJustified(7)
            + cell(family.without).rightJustified(cellWidth)
            + cell(family.with).rightJustified(cellWidth) + change(family.measured())
            + change(family.predicted()) + u'\n';
    text += u"wrong programs"_s.leftJustified(20)
        + QString::number(taught.wrongWith.asked).rightJustified(7)
        + cell(taught.wrongWithout).rightJustified(cellWidth)
        + cell(taught.wrongWith).rightJustified(cellWidth)
        + change(taught.wrongWith.measured().value - taught.wrongWithout.measured().value)
        + change(taught.wrongWith.predicted() - taught.wrongWithout.predicted()) + u'\n';
    return text
        + u"%1 programs became right, %2 became wrong.\n"_s.arg(taught.mended).arg(taught.spoilt);
}

} // namespace autodidact
