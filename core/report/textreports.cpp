#include "core/report/runreport.h"

#include "core/report/feedbackreport.h"
#include "core/report/figures.h"
#include "core/report/jsonreport.h"
#include "core/report/metrictable.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// One table cell of Markdown: no line breaks, no column or markup characters that model text could bring in.
QString cell(const QString &text)
{
    QString clean = text.simplified();
    for (const QChar special : u"\\`*_[]|#"_s)
        clean.replace(special, u'\\' + QString(special));
    // Entities, since not every reader of Markdown honours an escaped bracket.
    return clean.replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
}

QString row(const QStringList &cells)
{
    return u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
}

QString rule(qsizetype columns)
{
    return row(QStringList(columns, u"---"_s));
}

QString quoted(const QString &field)
{
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n') && !field.contains(u'\r'))
        return field;
    return u'"' + QString(field).replace(u'"', u"\"\""_s) + u'"';
}

QString csvNumber(std::optional<double> value)
{
    return value ? QString::number(*value, 'g', 8) : QString();
}

QString roundRows(const RunRecord &record)
{
    QString out = row({u"round"_s, u"version"_s, u"tasks"_s, u"solved"_s, u"recalled"_s, u"success"_s, u"report"_s, u"attempts"_s,
                      u"tokens"_s})
        + rule(9);
    for (const Round &round : record.rounds)
        out += row({QString::number(round.number), u"v%1"_s.arg(round.version), QString::number(round.tasks),
            QString::number(round.solved), QString::number(round.exposed),
            percent(round.tasks > 0 ? std::optional(round.successRate()) : std::nullopt),
            round.checkpointTasks > 0 ? u"%1 of %2"_s.arg(round.checkpointSolved).arg(round.checkpointTasks) : u"–"_s,
            QString::number(round.attempts), count(round.usage.promptTokens + round.usage.completionTokens)});
    return out;
}

QString updateRows(const RunRecord &record)
{
    QString out = row({u"round"_s, u"step"_s, u"decision"_s, u"edits"_s, u"reason"_s}) + rule(5);
    const QStringList decisions{u"pending"_s, u"accepted"_s, u"rejected"_s};
    for (const Update &update : record.updates) {
        QStringList edits;
        for (const RuleEdit &edit : update.edits)
            edits.append(edit.text.isEmpty() ? u"drop "_s + edit.rules.join(u", "_s) : edit.text);
        out += row({QString::number(update.place.round),
                    u"v%1 → %2"_s.arg(update.oldVersion).arg(update.newVersion ? u"v%1"_s.arg(*update.newVersion) : u"none"_s),
                    decisions.value(int(update.decision)), cell(edits.join(u"; "_s)), cell(update.reason)});
    }
    return out;
}

QString safetyRows(const RunRecord &record)
{
    QString out = row({u"round"_s, u"decision"_s, u"versions"_s, u"reason"_s}) + rule(4);
    for (const SafetyDecision &decision : record.decisions)
        out += row({QString::number(decision.place.round), safetyActionName(decision.action),
                    u"v%1 → v%2"_s.arg(decision.fromVersion).arg(decision.toVersion), cell(decision.reason)});
    return out;
}

} // namespace

QString markdownReport(const RunRecord &record, const RunMetrics &metrics)
{
    const RunConfig &config = record.run.config;
    QString out = u"# %1\n\nSuite %2, model %3%4, seed %5, %6, %7.\n\n"_s
                      .arg(cell(record.run.name), cell(record.suite.name.isEmpty() ? config.suite : record.suite.name), cell(config.model),
                           record.simulated ? u" (simulated student, not a language model)"_s : QString())
                      .arg(config.seed).arg(roundsText(record.run), statusName(record.run.status));
    if (const QString danger = sandboxDanger(config.sandbox); !danger.isEmpty())
        out += u"> **"_s + danger + u"**\n\n"_s;
    for (const QString &note : metrics.notes)
        out += u"> "_s + cell(note) + u"\n\n"_s;
    if (const QString said = feedbackText(record.feedback); !said.isEmpty())
        out += u"People's feedback: %1.\n\n"_s.arg(said);
    out += u"## Rounds\n\n"_s + roundRows(record);
    if (const QList<QStringList> own = selfTestTable(record); !own.isEmpty()) {
        out += u"\n## Self-tests\n\n"_s + row(selfTestHeads()) + rule(selfTestHeads().size());
        for (const QStringList &cells : own)
            out += row(cells);
    }
    out += u"\n## Metrics\n\n"_s + row({u"metric"_s, u"value"_s, u"95 %"_s, u"basis"_s, u"definition"_s}) + rule(5);
    for (const MetricRow &metric : metricTable(metrics))
        out += row({metric.name, metric.value, metric.interval, cell(metric.basis), metric.definition});
    if (!record.updates.isEmpty())
        out += u"\n## Updates\n\n"_s + updateRows(record);
    if (!record.decisions.isEmpty())
        out += u"\n## Safety decisions\n\n"_s + safetyRows(record);
    out += u"\n## Settings\n\n"_s + row({u"name"_s, u"value"_s}) + rule(2);
    for (const auto &[key, value] : settingsTable(config))
        out += row({u'`' + key + u'`', cell(value)});
    for (const auto *map : {&record.hashes, &record.tools}) {
        for (auto it = map->begin(); it != map->end(); ++it)
            out += row({cell(it.key()), cell(it.value())});
    }
    return out;
}

QString csvReport(const RunRecord &record, const RunMetrics &metrics)
{
    QMap<int, GainPoint> gains;
    for (const GainPoint &point : metrics.improvement.points)
        gains[point.round] = point;
    QString out =
        u"run_id,suite,model,seed,split,round,version,tasks,solved,exposed,success_rate,success_low,success_high,pass_at_1,"
        "report_tasks,report_solved,gain,gain_low,gain_high,attempts,tokens\r\n"_s;
    for (const Round &round : record.rounds) {
        const Estimate success = wilson(round.solved, round.tasks);
        const bool gained = gains.contains(round.number);
        const Estimate gain = gains.value(round.number).gain;
        const auto optional = [](bool there, double value) { return csvNumber(there ? std::optional(value) : std::nullopt); };
        QStringList fields{QString::number(record.run.id.value), record.suite.name, record.run.config.model,
                           QString::number(record.run.config.seed), metrics.success.heldOut ? u"auto"_s : u"none"_s,
                           QString::number(round.number), QString::number(round.version), QString::number(round.tasks),
                           QString::number(round.solved), QString::number(round.exposed)};
        fields << optional(round.tasks > 0, success.value) << optional(round.tasks > 0, success.low)
               << optional(round.tasks > 0, success.high)
               << optional(round.tasks > 0, round.tasks > 0 ? double(round.firstTry) / round.tasks : 0)
               << QString::number(round.checkpointTasks) << QString::number(round.checkpointSolved)
               << optional(gained, gain.value) << optional(gained, gain.low) << optional(gained, gain.high)
               << QString::number(round.attempts) << QString::number(round.usage.promptTokens + round.usage.completionTokens);
        for (QString &field : fields)
            field = quoted(field);
        out += fields.join(u',') + u"\r\n"_s;
    }
    return out;
}

QString terminalSummary(const RunRecord &record, const RunMetrics &metrics)
{
    const RunConfig &config = record.run.config;
    QString out = u"%1 on %2, seed %3: %4 after %5\n"_s.arg(config.model, record.suite.name.isEmpty() ? config.suite : record.suite.name)
                      .arg(config.seed).arg(statusName(record.run.status), roundsText(record.run));
    if (const QString danger = sandboxDanger(config.sandbox); !danger.isEmpty())
        out += u"  ! "_s + danger + u'\n';
    for (const QString &note : metrics.notes)
        out += u"  ! "_s + note + u'\n';
    for (const RoundPoint &point : metrics.rounds)
        out += u"  round %1  v%2  %3 of %4 solved  %5%6\n"_s.arg(point.round, 3)
                   .arg(point.version, -3)
                   .arg(point.solved, 4)
                   .arg(point.tasks, -4)
                   .arg(percent(point.success.value), 8)
                   .arg(point.exposed > 0 ? u"  (%1 recalled)"_s.arg(point.exposed) : QString());
    if (const QString said = feedbackText(record.feedback); !said.isEmpty())
        out += u"  feedback: %1\n"_s.arg(said);
    const QStringList wanted{
        u"Success rate"_s, u"End gain"_s, u"Improvement slope"_s, u"Memory reuse rate"_s, u"Repeat error rate"_s};
    for (const MetricRow &row : metricTable(metrics)) {
        if (wanted.contains(row.name))
            out += u"  %1 %2%3\n"_s.arg(row.name, -20)
                       .arg(row.value, 14)
                       .arg(row.interval.isEmpty() ? QString() : u"  [%1]"_s.arg(row.interval));
    }
    out += u"  %1, %2, %3, %4 s\n"_s.arg(counted(record.versions.size(), u"version"_s), counted(metrics.rollbacks, u"rollback"_s),
                                           counted(metrics.usage.promptTokens + metrics.usage.completionTokens, u"token"_s),
                                           decimal(record.wallS, 1));
    return out;
}

} // namespace autodidact
