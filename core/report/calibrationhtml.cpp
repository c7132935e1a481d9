#include "core/report/calibrationwords.h"
#include "core/report/figures.h"
#include "core/report/htmlpage.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString rateCell(const FaultRate &rate)
{
    if (rate.asked == 0)
        return u"–"_s;
    const Estimate measured = rate.measured();
    return u"%1<small>%2</small><small class=\"%3\">formula %4</small><small>n %5</small>"_s.arg(
        percent(measured.value), percentRange(measured), rate.misses() ? u"wait"_s : u"faint"_s,
        percent(rate.predicted()), QString::number(rate.asked));
}

QStringList rateRow(const QString &name, const FamilyRates &rates)
{
    QStringList row{escapedHtml(name)};
    for (const FaultRate &rate : rates.help)
        row.append(rateCell(rate));
    for (const FaultRate &rate : rates.byLength)
        row.append(rateCell(rate));
    return row;
}

QString skillSection(const SkillRates &rates)
{
    QStringList header{u"family"_s};
    for (int kind = 0; kind < helpKindCount; ++kind)
        header.append(toString(HelpKind(kind)));
    for (const double length : measuredLengths)
        header.append(u"L = %1 L0"_s.arg(length));
    QList<int> numeric;
    for (int column = 1; column < header.size(); ++column)
        numeric.append(column);
    QList<QStringList> rows{rateRow(u"all"_s, rates.all())};
    for (const FaultFamily family : allFaultFamilies()) {
        if (rates.of(family).of(HelpKind::None).asked > 0)
            rows.append(rateRow(toString(family), rates.of(family)));
    }
    return htmlTable(
               u"Share of programs with the mistake, its 95 % Wilson interval, what the formula predicts, and how many were asked for"_s,
               header, rows, numeric)
        + u"<p>"_s
        + escapedHtml(u"Of %1 rates, %2 have their prediction outside of the interval. About one "
                      u"in twenty does by chance; two mistakes that want the "
                      "same place, of which only one is made, do the rest."_s.arg(rates.cells())
                          .arg(rates.misses()))
        + u"</p>\n"_s;
}

QString verdict(const QString &covered)
{
    return u"<span class=\"%1\">%2</span>"_s.arg(covered == u"missed" ? u"wait"_s
            : covered == u"covered"                                   ? u"run"_s
                                                                      : u"faint"_s,
        escapedHtml(covered));
}

QStringList flowRow(const QString &what, const FlowLine &line, const QString &mean,
    const QString &range, const QString &covered)
{
    return {escapedHtml(what), line.name,
        line.published ? QString::number(*line.published) : u"–"_s, mean, range, verdict(covered)};
}

QString flowSection(const FlowCheck &check)
{
    const CalibrationPreset &preset = check.phase.preset;
    QList<QStringList> rows;
    for (const FlowPrediction *prediction : {&check.phase, &check.loop}) {
        for (const FlowLine &line : flowLines(*prediction)) {
            const CountDistribution &counts = prediction->*line.predicted;
            const auto range = counts.interval();
            rows.append(flowRow(u"predicted, %1 attempts"_s.arg(prediction->attempts), line,
                decimal(counts.mean(), 1), u"%1 to %2"_s.arg(range.from).arg(range.to),
                coverage(counts, line.published)));
        }
    }
    for (const SimulatedFlow &flow : check.simulated) {
        for (const FlowLine &line : flowLines(check.phase)) {
            const Estimate count = simulatedCount(flow, line.count);
            rows.append(flowRow(
                u"simulated in the world %1, %2 attempts, %3 runs"_s.arg(toString(flow.world))
                    .arg(flow.attempts)
                    .arg(flow.runs.size()),
                line, decimal(count.value, 1),
                u"%1 to %2"_s.arg(decimal(count.low, 1), decimal(count.high, 1)),
                coverage(count, line.published)));
        }
    }
    return u"<h3>"_s + escapedHtml(preset.name) + u"</h3>\n"_s
        + htmlTable(u"a %1, g %2, f %3, b %4; %5 of %6 tasks right at first"_s
                        .arg(preset.calibration.falseRed)
                        .arg(preset.calibration.falseGreen)
                        .arg(preset.calibration.fix)
                        .arg(preset.calibration.spoil)
                        .arg(preset.published.rightAtFirst)
                        .arg(preset.published.tasks),
            {u"how"_s, u"count"_s, u"published"_s, u"mean"_s, u"95 %"_s, u"published is"_s}, rows,
            {2, 3, 4});
}

} // namespace

QString calibrationHtml(const CalibrationReport &report)
{
    const QString title = u"Calibration of the simulated student"_s;
    QString body = u"<header><h1>"_s + title + u"</h1>\n<p class=\"sub\">"_s
        + escapedHtml(
            u"World %1, %2 students of each skill, temperature %3. Build %4. "_s.arg(report.world)
                .arg(report.seeds)
                .arg(report.temperature)
                .arg(report.build))
        + escapedHtml(studentLine(report.student)) + u"</p>\n"_s
        + htmlRemark(u"info"_s, calibrationNote) + htmlRemark(u"info"_s, notExecutedNote)
        + u"</header>\n"_s;
    if (!report.flows.isEmpty()) {
        QString flows = u"<p>"_s
            + escapedHtml(u"A task whose self-tests are red is tried again. The published agent "
                          u"wrote its self-tests once and repaired up to four times; f and b are "
                          "shares over that whole phase, so two attempts (one retry for the phase) "
                          "are what its counts are compared with. With more attempts "
                          "the same chances hold at each retry. How many tasks are right at first "
                          "is an input. In other worlds than null, reflections that name a "
                          "true cause add to f. Played on %1."_s.arg(report.flowTasks))
            + u"</p>\n"_s;
        for (const FlowCheck &check : report.flows)
            flows += flowSection(check);
        body += htmlSection(u"flow"_s, u"Fixed and broken tasks beside published counts"_s, flows);
    }
    int number = 0;
    for (const SkillRates &rates : report.rates)
        body += htmlSection(u"rates-%1"_s.arg(++number),
            u"Suite %1, skill %2"_s.arg(rates.suite, rates.skill), skillSection(rates));
    return htmlPage(title + u" – Autodidact"_s, body);
}

} // namespace autodidact
