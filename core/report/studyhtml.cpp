#include "core/report/studyreport.h"

#include "core/report/calibrationreport.h"
#include "core/report/figures.h"
#include "core/report/htmlpage.h"
#include "core/report/studynumbers.h"
#include "core/report/svgstrip.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString seedList(const QList<qint64> &seeds)
{
    QStringList names;
    for (qint64 seed : seeds)
        names.append(QString::number(seed));
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

QString verdictCss(const QString &verdict)
{
    if (verdict.contains(u"false alarm") || verdict.contains(u"missed"))
        return u"wait"_s;
    return verdict.startsWith(u"machinery") ? u"run"_s : u"faint"_s;
}

QString overview(const QList<StudyCell> &cells)
{
    QList<QStringList> rows;
    for (const StudyCell &cell : cells)
        rows.append({escapedHtml(cell.suite), escapedHtml(cell.world), QString::number(cell.endGains.size()),
                     points(cell.mean ? std::optional(cell.mean->value) : std::nullopt), pointsRange(cell.mean),
                     cell.test.enough ? decimal(cell.test.p, 4) : u"no test"_s,
                     u"%1 of %2"_s.arg(cell.slopeExcludesZero.size()).arg(cell.slopes),
                     u"<span class=\"%1\">"_s.arg(verdictCss(cell.verdict)) + escapedHtml(cell.verdict) + u"</span>"_s});
    return htmlTable(u"End gain over seeds; two-sided sign-flip test; slopes whose own 95 % interval excludes zero"_s,
        {u"suite"_s, u"world"_s, u"seeds"_s, u"mean"_s, u"95 %"_s, u"p"_s, u"slopes"_s, u"verdict"_s}, rows, {2, 3, 4, 5, 6});
}

QString suiteSection(const QString &suite, const QList<StudyCell> &cells)
{
    QList<StripRow> strips;
    QString details;
    for (const StudyCell &cell : cells) {
        strips.append({u"%1 (%2 seeds)"_s.arg(cell.world).arg(cell.endGains.size()), cell.endGains, cell.mean});
        QList<QStringList> rows;
        for (qsizetype i = 0; i < cell.seeds.size(); ++i)
            rows.append({QString::number(cell.seeds[i]), points(cell.endGains[i]),
                         cell.slopeExcludesZero.contains(cell.seeds[i]) ? u"excludes zero"_s : u"holds zero"_s});
        details += u"<p>"_s
            + escapedHtml(u"World %1: slope intervals exclude zero in %2 of %3 runs (seeds: %4)."_s.arg(cell.world)
                    .arg(cell.slopeExcludesZero.size())
                    .arg(cell.slopes)
                    .arg(seedList(cell.slopeExcludesZero)))
            + u"</p>\n"_s;
        if (!cell.missing.isEmpty())
            details += htmlRemark(u"warn"_s, u"World %1: no end gain for seeds %2."_s.arg(cell.world, seedList(cell.missing)));
        if (!cell.heldOut)
            details += htmlRemark(u"warn"_s, u"World %1: not held out."_s.arg(cell.world));
        details += u"<details><summary>"_s + escapedHtml(u"World %1, seed by seed"_s.arg(cell.world)) + u"</summary>\n"_s
            + htmlTable({}, {u"seed"_s, u"end gain"_s, u"slope interval"_s}, rows, {0, 1}) + u"</details>\n"_s;
    }
    return u"<figure>"_s + stripPlot(u"End gain per seed, suite %1"_s.arg(suite), strips)
        + u"<figcaption>Every circle is one seed; the diamond is the mean with its 95 % interval over "
           "seeds.</figcaption></figure>\n"_s
        + details;
}

} // namespace

QString studyHtml(const QList<StudyRun> &runs, const StudySettings &settings)
{
    const QList<StudyCell> cells = studyCells(runs, settings);
    QString body = u"<header><h1>"_s + escapedHtml(settings.title) + u"</h1>\n<p class=\"sub\">"_s
        + escapedHtml(u"%1 runs of %2 rounds with the simulated student. Build %3."_s.arg(runs.size())
                .arg(settings.rounds)
                .arg(settings.build))
        + u"</p>\n<p class=\"sub\">"_s + escapedHtml(studentLine(settings.student)) + u"</p>\n"_s
        + htmlRemark(
            u"info"_s, u"Effects of rules, memories and diagnoses are inputs; results test the machinery, not language models."_s)
        + u"</header>\n"_s;
    body += htmlSection(u"overview"_s, u"What the machinery found"_s,
        overview(cells)
            + u"<p>In the helpful world rules, memories and diagnoses lower the chance of faults by a planted "
               "amount, so an end gain should be found. "
              "In the null world their effects are exactly zero: about 5 % of slope intervals exclude zero "
              "there by chance.</p>\n"_s);
    QList<StudyCell> ofSuite;
    int section = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        ofSuite.append(cells[i]);
        if (i + 1 < cells.size() && cells[i + 1].suite == cells[i].suite)
            continue;
        body +=
            htmlSection(u"suite-%1"_s.arg(++section), u"Suite %1"_s.arg(cells[i].suite), suiteSection(cells[i].suite, ofSuite));
        ofSuite.clear();
    }
    return htmlPage(settings.title + u" – Autodidact"_s, body);
}

} // namespace autodidact
