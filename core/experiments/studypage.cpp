#include "core/experiments/studypage.h"

#include "core/report/figures.h"
#include "core/report/htmlpage.h"
#include "core/report/svgstrip.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString cssOf(const QString &verdict)
{
    const bool bad = verdict.contains(u"false alarm") || verdict.contains(u"missed") || verdict.contains(u"lost");
    return bad ? u"wait"_s : verdict.startsWith(u"machinery") ? u"run"_s : u"faint"_s;
}

QString overview(const QList<StudyFinding> &findings)
{
    QList<QStringList> rows;
    for (const StudyFinding &finding : findings) {
        const QString seeds = QString::number(finding.outcomes.size());
        rows.append({escapedHtml(finding.world), escapedHtml(finding.arm), seeds, points(finding.effect.value),
                     pointsRange(finding.effect), u"%1 of %2"_s.arg(finding.positive).arg(seeds),
                     u"%1 of %2"_s.arg(finding.helpful).arg(seeds), percent(finding.helpfulShare.high),
                     u"%1 of %2"_s.arg(finding.harmful).arg(seeds), finding.loss ? points(finding.loss->value) : u"n/a"_s,
                     finding.planted ? points(*finding.planted) : u"n/a"_s,
                     u"<span class=\"%1\">%2</span>"_s.arg(cssOf(finding.verdict), escapedHtml(finding.verdict))});
    }
    return htmlTable(u"Mean over seeds of the paired effect, with a bootstrap interval; calls by a one-sided sign test of each seed"_s,
        {u"world"_s, u"mechanism"_s, u"seeds"_s, u"effect"_s, u"95 %"_s, u"above zero"_s, u"called helpful"_s, u"at most"_s,
         u"called harmful"_s, u"below its best"_s, u"planted"_s, u"verdict"_s},
        rows, {2, 3, 4, 5, 6, 7, 8, 9, 10});
}

QString seedTable(const StudyFinding &finding)
{
    QList<QStringList> rows;
    for (qsizetype i = 0; i < finding.outcomes.size(); ++i) {
        const StudyOutcome &outcome = finding.outcomes[i];
        rows.append({QString::number(outcome.place.seed), QString::number(outcome.pairs()), QString::number(outcome.better),
                     QString::number(outcome.worse), points(finding.effects[i]), percent(outcome.before), percent(outcome.after),
                     u"%1 of %2"_s.arg(outcome.promoted).arg(outcome.proposed), QString::number(outcome.rollbacks)});
    }
    return u"<details><summary>"_s + escapedHtml(u"%1, seed by seed"_s.arg(finding.arm)) + u"</summary>\n"_s
        + htmlTable({}, {u"seed"_s, u"pairs"_s, u"better"_s, u"worse"_s, u"effect"_s, u"before"_s, u"after"_s,
                         u"updates promoted"_s, u"rollbacks"_s}, rows, {0, 1, 2, 3, 4, 5, 6, 7, 8})
        + u"</details>\n"_s;
}

} // namespace

QString studyPage(const StudyPlan &plan, const QList<StudyFinding> &findings, const QJsonObject &student)
{
    QString body = u"<header><h1>"_s + escapedHtml(plan.title) + u"</h1>\n<p class=\"sub\">"_s + escapedHtml(plan.question)
        + u"</p>\n"_s
        + htmlRemark(u"info"_s, u"Effects of rules, memories and diagnoses are inputs; results test the machinery, not language models."_s)
        + u"</header>\n"_s + htmlSection(u"overview"_s, u"What the machinery found"_s, overview(findings));
    for (const QString &world : plan.worlds) {
        QList<StripRow> strips;
        QString details;
        for (const StudyFinding &finding : findings) {
            if (finding.world != world)
                continue;
            strips.append({finding.arm, finding.effects, finding.effect});
            details += seedTable(finding);
        }
        if (strips.isEmpty())
            continue;
        body += htmlSection(u"world-"_s + world, u"World %1"_s.arg(world),
            u"<figure>"_s + stripPlot(u"Effect per seed in the world %1"_s.arg(world), strips)
                + u"<figcaption>Every circle is one seed; the diamond is the mean with its 95 % interval.</figcaption></figure>\n"_s
                + details);
    }
    QList<QStringList> rows{{u"suite"_s, escapedHtml(plan.suite)}, {u"level of one seed's test"_s, decimal(plan.level, 3)},
                            {u"tries per audited task and side"_s, QString::number(plan.laps)},
                            {u"SHA-256 of the plan"_s, plan.hash}};
    for (const QString &key : student.keys())
        rows.append({u"student: "_s + escapedHtml(key), escapedHtml(student[key].toVariant().toString())});
    for (const auto &[key, value] : plan.settings)
        rows.append({escapedHtml(key), escapedHtml(value)});
    body += htmlSection(u"settings"_s, u"Settings"_s, htmlTable({}, {u"setting"_s, u"value"_s}, rows));
    return htmlPage(plan.title + u" – Autodidact"_s, body);
}

} // namespace autodidact
