#include "core/report/studynumbers.h"

#include "core/base/random.h"
#include "core/evaluation/estimators.h"
#include "core/report/calibrationreport.h"
#include "core/report/figures.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double level = 0.05;

bool plantsNothing(const QString &world)
{
    return world == u"null";
}

/// In the null world nothing can be detected: whatever is found is a false alarm.
QString verdictOf(const StudyCell &cell, const StudySettings &settings)
{
    if (!cell.test.enough)
        return u"demonstration: no test (fewer than six seeds)"_s;
    const bool found = cell.test.p < level && (plantsNothing(cell.world) || cell.test.mean > 0);
    if (plantsNothing(cell.world))
        return (found ? u"machinery: false alarm"_s : u"machinery: no alarm"_s) + u" (planted effect 0.0 points)"_s;
    const QString planted = settings.plantedEffect.contains(cell.suite)
        ? points(settings.plantedEffect.value(cell.suite)) : u"of unknown size"_s;
    return (found ? u"machinery: detected"_s : u"machinery: missed"_s) + u" (planted effect %1)"_s.arg(planted);
}

void addRun(StudyCell &cell, const StudyRun &run)
{
    const ImprovementSlope &improvement = run.metrics.improvement;
    cell.heldOut = cell.heldOut && improvement.heldOut;
    if (improvement.endGain) {
        cell.seeds.append(run.seed);
        cell.endGains.append(improvement.endGain->value);
    } else {
        cell.missing.append(run.seed);
    }
    if (!improvement.slope)
        return;
    ++cell.slopes;
    if (improvement.slope->low > 0 || improvement.slope->high < 0)
        cell.slopeExcludesZero.append(run.seed);
}

void conclude(StudyCell &cell, const StudySettings &settings)
{
    const auto statistic = [&](const QList<int> &chosen) {
        QList<double> values;
        for (int index : chosen)
            values.append(cell.endGains[index]);
        return mean(values).value_or(0);
    };
    if (!cell.endGains.isEmpty())
        cell.mean = bootstrap(int(cell.endGains.size()), statistic, Random::seedOf({cell.endGains.size()}, "study bootstrap"));
    cell.test = signFlip(cell.endGains);
    cell.verdict = verdictOf(cell, settings);
}

QJsonArray numbers(const QList<qint64> &seeds)
{
    QJsonArray array;
    for (qint64 seed : seeds)
        array.append(seed);
    return array;
}

QJsonObject cellJson(const StudyCell &cell)
{
    QJsonArray gains;
    for (qsizetype i = 0; i < cell.seeds.size(); ++i)
        gains.append(QJsonObject{{u"seed"_s, cell.seeds[i]}, {u"end_gain"_s, jsonNumber(cell.endGains[i])}});
    return {{u"suite"_s, cell.suite}, {u"world"_s, cell.world}, {u"held_out"_s, cell.heldOut}, {u"per_seed"_s, gains},
        {u"without_gain"_s, numbers(cell.missing)}, {u"mean_end_gain"_s, jsonEstimate(cell.mean)},
        {u"p_value"_s, cell.test.enough ? jsonNumber(cell.test.p) : QJsonValue()}, {u"slopes"_s, cell.slopes},
        {u"slopes_excluding_zero"_s, numbers(cell.slopeExcludesZero)}, {u"verdict"_s, cell.verdict}};
}

} // namespace

QList<StudyCell> studyCells(const QList<StudyRun> &runs, const StudySettings &settings)
{
    QStringList suites;
    for (const StudyRun &run : runs) {
        if (!suites.contains(run.suite))
            suites.append(run.suite);
    }
    QList<StudyRun> ordered = runs;
    std::stable_sort(ordered.begin(), ordered.end(), [&](const StudyRun &a, const StudyRun &b) {
        const auto key = [&](const StudyRun &run) {
            return std::tuple(suites.indexOf(run.suite), plantsNothing(run.world), run.world, run.seed);
        };
        return key(a) < key(b);
    });
    QList<StudyCell> cells;
    for (const StudyRun &run : ordered) {
        if (cells.isEmpty() || cells.last().suite != run.suite || cells.last().world != run.world)
            cells.append({.suite = run.suite, .world = run.world});
        addRun(cells.last(), run);
    }
    for (StudyCell &cell : cells)
        conclude(cell, settings);
    return cells;
}

QJsonObject studyJson(const QList<StudyRun> &runs, const StudySettings &settings)
{
    QJsonArray cells;
    for (const StudyCell &cell : studyCells(runs, settings))
        cells.append(cellJson(cell));
    return {{u"study"_s, settings.title},
        {u"note"_s, u"Effects of rules, memories and diagnoses are inputs; results test the machinery, not language models."_s},
        {u"student"_s, studentJson(settings.student)}, {u"rounds"_s, settings.rounds}, {u"build"_s, settings.build}, {u"cells"_s, cells}};
}

} // namespace autodidact
