#include "core/report/runreport.h"

#include "core/report/feedbackreport.h"
#include "core/report/figures.h"
#include "core/report/htmlpage.h"
#include "core/report/htmlsections.h"
#include "core/report/jsonreport.h"
#include "core/report/metrictable.h"
#include "core/report/svgcurve.h"
#include "core/report/svgtree.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

std::optional<double> valueOf(const std::optional<Estimate> &estimate)
{
    return estimate ? std::optional(estimate->value) : std::nullopt;
}

QString figure(const QString &svg, const QString &caption)
{
    if (svg.isEmpty())
        return {};
    return u"<figure>"_s + svg + u"<figcaption>"_s + escapedHtml(caption) + u"</figcaption></figure>\n"_s;
}

QString title(const RunRecord &record)
{
    return record.run.name.isEmpty() ? u"Run %1"_s.arg(record.run.id.value) : record.run.name;
}

QString header(const RunRecord &record, const RunMetrics &metrics)
{
    const Run &run = record.run;
    QString out = u"<header><h1>"_s + escapedHtml(title(record)) + u"</h1>\n<p class=\"sub\">"_s
        + escapedHtml(u"Suite %1, model %2, seed %3, %4, %5"_s
                .arg(record.suite.name.isEmpty() ? run.config.suite : record.suite.name)
                .arg(record.simulated ? run.config.model + u" (simulated student, not a language model)"_s : run.config.model)
                .arg(run.config.seed)
                .arg(roundsText(run))
                .arg(statusName(run.status)))
        + u"</p>\n"_s;
    if (const QString danger = sandboxDanger(run.config.sandbox); !danger.isEmpty())
        out += htmlRemark(u"danger"_s, danger);
    for (const QString &note : metrics.notes)
        out += htmlRemark(note.startsWith(u"Effects of rules") ? u"info"_s : u"warn"_s, note);
    if (const QString said = feedbackText(record.feedback); !said.isEmpty())
        out += htmlRemark(u"info"_s, u"People's feedback: %1."_s.arg(said));
    if (!run.statusDetail.isEmpty())
        out += htmlRemark(u"info"_s, run.statusDetail);
    return out + u"<nav><a href=\"#curves\">Curves</a><a href=\"#rounds\">Rounds</a><a href=\"#metrics\">Metrics</a>"
                 "<a href=\"#versions\">Versions</a><a href=\"#updates\">Updates</a><a href=\"#safety\">Safety</a>"
                 "<a href=\"#settings\">Settings</a></nav></header>\n"_s;
}

QString cards(const RunRecord &record, const RunMetrics &metrics)
{
    const auto &success = metrics.success;
    const auto &improvement = metrics.improvement;
    const QString held = success.heldOut ? u"held-out tasks"_s : u"not held out"_s;
    QString out = u"<div class=\"cards\">\n"_s;
    out += htmlFigureCard(u"Final success"_s, percent(valueOf(success.headline)),
                          success.headline ? percentRange(success.headline) + u", "_s + held : held);
    out += htmlFigureCard(u"End gain, points"_s, points(valueOf(improvement.endGain)).remove(u" points"_s),
                          improvement.endGain ? pointsRange(improvement.endGain) : u"too few checkpoints"_s);
    out += htmlFigureCard(u"Slope, points per round"_s, points(valueOf(improvement.slope)).remove(u" points"_s),
                          improvement.slope ? pointsRange(improvement.slope) : u"too few checkpoints"_s);
    out += htmlFigureCard(u"Versions"_s, QString::number(record.versions.size()), counted(metrics.rollbacks, u"rollback"_s));
    out += htmlFigureCard(u"Tokens"_s, count(metrics.usage.promptTokens + metrics.usage.completionTokens),
                          counted(metrics.usage.calls, u"call"_s) + u", cost "_s + decimal(metrics.usage.cost, 2));
    out += htmlFigureCard(u"Wall time"_s, decimal(record.wallS, 1) + u" s"_s, counted(record.attempts.size(), u"attempt"_s));
    return out + u"</div>\n"_s;
}

QString curves(const RunRecord &record, const RunMetrics &metrics)
{
    QString out = figure(successCurve(record, metrics),
        u"Success per round on learn tasks: filled points leave recalled tasks out, hollow points count them "
         "in; the band is the Wilson 95 % interval. "
        "Diamonds: held-out report tasks at checkpoints. Shaded strip: trust region below the best round. "
        "Dotted lines: a new version takes over. "
        "Triangles: rollbacks."_s);
    out += figure(gainCurve(metrics), u"Paired gain in points: "_s + metrics.improvement.basis
        + u". Band: task-group bootstrap 95 %, conditional on this run."_s);
    out += figure(windowCurve(metrics),
        u"Sliding evaluation window: the last %1 outcomes of a version at most, with Wilson 95 %; it starts "
         "anew with each version."_s
            .arg(record.run.config.window));
    return out.isEmpty() ? u"<p>No round was judged yet.</p>\n"_s : out;
}

QString rounds(const RunRecord &record, const RunMetrics &metrics)
{
    QMap<int, RoundPoint> points;
    for (const RoundPoint &point : metrics.rounds)
        points[point.round] = point;
    QList<QStringList> rows;
    for (const Round &round : record.rounds) {
        const std::optional<double> success = round.tasks > 0 ? std::optional(round.successRate()) : std::nullopt;
        const bool judged = points.contains(round.number);
        rows.append({QString::number(round.number), u"v%1"_s.arg(round.version), QString::number(round.tasks),
            QString::number(round.solved), round.exposed > 0 ? QString::number(round.exposed) : u"–"_s, percent(success),
            judged ? percentRange(points[round.number].success) : u"–"_s,
            percent(round.tasks > 0 ? std::optional(double(round.firstTry) / round.tasks) : std::nullopt),
            judged ? percent(points[round.number].compilePass) : u"–"_s,
            judged ? percent(points[round.number].testPassRate) : u"–"_s,
            round.checkpointTasks > 0 ? u"%1 of %2"_s.arg(round.checkpointSolved).arg(round.checkpointTasks) : u"–"_s,
            QString::number(round.attempts), count(round.usage.promptTokens + round.usage.completionTokens)});
    }
    const QList<QStringList> own = selfTestTable(record);
    const QString selfTests = own.isEmpty() ? QString()
        : htmlTable(u"Tests that attempts wrote themselves against the hidden tests: attempts on learn tasks"_s, selfTestHeads(), own,
                    {0, 1, 2, 3, 4, 5, 6});
    return htmlTable(metrics.success.heldOut ? u"Learn tasks; the column report holds the held-out tasks"_s : u"Learn tasks, not held out"_s,
                     {u"round"_s, u"version"_s, u"tasks"_s, u"solved"_s, u"recalled"_s, u"success"_s, u"95 %"_s, u"pass@1"_s, u"compile"_s,
                      u"tests"_s, u"report"_s, u"attempts"_s, u"tokens"_s}, rows, {0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}) + selfTests;
}

QString metricSection(const RunMetrics &metrics)
{
    QList<QStringList> rows;
    for (const MetricRow &row : metricTable(metrics))
        rows.append({escapedHtml(row.name), u"<strong>"_s + escapedHtml(row.value) + u"</strong>"_s, escapedHtml(row.interval),
                     escapedHtml(row.definition) + u"<small>"_s + escapedHtml(row.basis) + u"</small>"_s});
    return htmlTable({}, {u"metric"_s, u"value"_s, u"95 %"_s, u"definition and basis"_s}, rows, {1, 2});
}

QString pairTable(const QString &caption, const QList<std::pair<QString, QString>> &pairs)
{
    QList<QStringList> rows;
    for (const auto &[key, value] : pairs)
        rows.append({u"<code>"_s + escapedHtml(key) + u"</code>"_s, u"<code>"_s + escapedHtml(value) + u"</code>"_s});
    return rows.isEmpty() ? QString() : htmlTable(caption, {u"name"_s, u"value"_s}, rows);
}

QList<std::pair<QString, QString>> pairsOf(const QMap<QString, QString> &map)
{
    QList<std::pair<QString, QString>> pairs;
    for (auto it = map.begin(); it != map.end(); ++it)
        pairs.append({it.key(), it.value()});
    return pairs;
}

} // namespace

QString htmlReport(const RunRecord &record, const RunMetrics &metrics)
{
    QString body = header(record, metrics) + cards(record, metrics);
    body += htmlSection(u"curves"_s, u"Curves"_s, curves(record, metrics));
    body += htmlSection(u"rounds"_s, u"Rounds"_s, rounds(record, metrics));
    body += htmlSection(u"metrics"_s, u"Metrics"_s, metricSection(metrics));
    body += htmlSection(u"versions"_s, u"Prompt versions"_s,
        u"<div class=\"wide\">"_s
            + figure(versionTree(record),
                u"From left to right. Below each number: success on learn tasks while it was in use. A thick "
                 "ring marks the current version."_s)
            + u"</div>\n"_s);
    body += htmlSection(u"updates"_s, u"Updates"_s, updatesSection(record));
    body += htmlSection(u"safety"_s, u"Safety decisions"_s, safetySection(record));
    body += htmlSection(u"settings"_s, u"Settings, hashes, tools"_s, pairTable(u"Settings"_s, settingsTable(record.run.config))
        + pairTable(u"Hashes (SHA-256)"_s, pairsOf(record.hashes)) + pairTable(u"Versions of tools"_s, pairsOf(record.tools)));
    return htmlPage(title(record) + u" – Autodidact"_s, body);
}

} // namespace autodidact
