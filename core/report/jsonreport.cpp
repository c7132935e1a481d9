#include "core/report/jsonreport.h"

#include "core/report/figures.h"
#include "core/report/metrictable.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonArray metricRows(const RunMetrics &metrics)
{
    QJsonArray rows;
    for (const MetricRow &row : metricTable(metrics))
        rows.append(QJsonObject{{u"name"_s, row.name}, {u"value"_s, row.value}, {u"interval"_s, row.interval},
                                {u"basis"_s, row.basis}, {u"definition"_s, row.definition}});
    return rows;
}

QJsonArray gainRows(const RunMetrics &metrics)
{
    QJsonArray rows;
    for (const GainPoint &point : metrics.improvement.points)
        rows.append(QJsonObject{{u"round"_s, point.round}, {u"version"_s, point.version}, {u"tasks"_s, point.tasks},
                                {u"gain"_s, jsonEstimate(point.gain)}, {u"tokens"_s, point.tokens}});
    return rows;
}

QJsonArray windowRows(const RunMetrics &metrics)
{
    QJsonArray rows;
    for (const WindowPoint &point : metrics.window)
        rows.append(QJsonObject{{u"outcome"_s, point.outcome}, {u"round"_s, point.round}, {u"version"_s, point.version},
                                {u"tasks"_s, point.tasks}, {u"rate"_s, jsonEstimate(point.rate)}});
    return rows;
}

QJsonObject promptOf(const PromptVersion &version)
{
    QJsonArray sections;
    for (const Section &section : version.sections)
        sections.append(QJsonObject{{u"name"_s, section.name}, {u"text"_s, section.text}});
    QJsonArray rules;
    for (const Rule &rule : version.rules)
        rules.append(QJsonObject{{u"id"_s, rule.id}, {u"text"_s, rule.text}, {u"added_in"_s, rule.addedIn},
                                 {u"helpful"_s, rule.helpful}, {u"harmful"_s, rule.harmful}});
    return {{u"number"_s, version.number}, {u"parent"_s, version.parent ? QJsonValue(*version.parent) : QJsonValue()},
            {u"round"_s, version.round}, {u"note"_s, version.note}, {u"sections"_s, sections}, {u"rules"_s, rules}};
}

QJsonArray editRows(const Update &update)
{
    QJsonArray rows;
    const QStringList names{u"add"_s, u"change"_s, u"merge"_s, u"drop"_s};
    for (const RuleEdit &edit : update.edits)
        rows.append(QJsonObject{{u"action"_s, names.value(int(edit.kind) - 1)},
            {u"rules"_s, QJsonArray::fromStringList(edit.rules)}, {u"text"_s, edit.text}, {u"reason"_s, edit.reason}});
    return rows;
}

/// `old_prompt, update_action, new_prompt` are the keys that an update is exported with.
QJsonArray updateRows(const RunRecord &record)
{
    const auto prompt = [&](std::optional<int> number) -> QJsonValue {
        for (const PromptVersion &version : record.versions) {
            if (number && version.number == *number)
                return promptOf(version);
        }
        return QJsonValue::Null;
    };
    const QStringList decisions{u"pending"_s, u"accepted"_s, u"rejected"_s};
    QJsonArray rows;
    for (const Update &update : record.updates)
        rows.append(QJsonObject{{u"round"_s, update.place.round}, {u"old_prompt"_s, prompt(update.oldVersion)},
                                {u"update_action"_s, editRows(update)}, {u"new_prompt"_s, prompt(update.newVersion)},
                                {u"evidence"_s, update.evidence}, {u"validation"_s, update.validation},
                                {u"decision"_s, decisions.value(int(update.decision))}, {u"reason"_s, update.reason}});
    return rows;
}

QJsonArray decisionRows(const RunRecord &record)
{
    QJsonArray rows;
    for (const SafetyDecision &decision : record.decisions)
        rows.append(QJsonObject{{u"round"_s, decision.place.round}, {u"action"_s, safetyActionName(decision.action)},
            {u"from_version"_s, decision.fromVersion}, {u"to_version"_s, decision.toVersion}, {u"by_person"_s, decision.byPerson},
            {u"reason"_s, decision.reason}, {u"numbers"_s, decision.numbers}});
    return rows;
}

QJsonObject stringMap(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

} // namespace

namespace {

QJsonObject claimRows(const ClaimsCheck &check)
{
    QJsonObject counts;
    for (const auto &[what, count] : check.counts.asKeyValueRange())
        counts[what] = QJsonObject{{u"supported"_s, count.supported}, {u"contradicted"_s, count.contradicted}, {u"unverifiable"_s, count.unverifiable}};
    QJsonArray contradictions;
    for (const ClaimsCheck::Contradiction &one : check.contradictions) {
        contradictions.append(QJsonObject{{u"round"_s, one.place.round}, {u"task"_s, one.taskKey}, {u"attempt"_s, one.place.attempt},
                                          {u"what"_s, one.claim.what}, {u"stated"_s, one.claim.stated}, {u"found"_s, one.claim.found}});
    }
    return {{u"counts"_s, counts}, {u"contradictions"_s, contradictions}};
}

QJsonArray signalRows(const QList<SignalCorrelation> &list)
{
    QJsonArray rows;
    for (const SignalCorrelation &one : list)
        rows.append(QJsonObject{{u"signal"_s, one.signal}, {u"pairs"_s, one.pairs}, {u"correlation"_s, jsonEstimate(one.correlation)}});
    return rows;
}

} // namespace

QJsonObject jsonReport(const RunRecord &record, const RunMetrics &metrics)
{
    QJsonObject settings;
    for (const auto &[key, value] : settingsTable(record.run.config))
        settings[key] = value;
    QJsonObject document = runSummary(record, metrics);
    document[u"name"_s] = record.run.name;
    document[u"notes"_s] = QJsonArray::fromStringList(metrics.notes);
    document[u"metrics"_s] = metricRows(metrics);
    document[u"claims"_s] = claimRows(metrics.claims);
    document[u"signals"_s] = signalRows(metrics.evaluationSignals);
    document[u"gain_curve"_s] = gainRows(metrics);
    document[u"window"_s] = windowRows(metrics);
    document[u"updates"_s] = updateRows(record);
    document[u"safety"_s] = decisionRows(record);
    document[u"settings"_s] = settings;
    document[u"hashes"_s] = stringMap(record.hashes);
    document[u"tools"_s] = stringMap(record.tools);
    return document;
}

QString safetyActionName(SafetyAction action)
{
    switch (action) {
    case SafetyAction::Continue: return u"continue"_s;
    case SafetyAction::Freeze: return u"freeze"_s;
    case SafetyAction::Unfreeze: return u"unfreeze"_s;
    case SafetyAction::RollBack: return u"roll back"_s;
    case SafetyAction::Undo: return u"undo"_s;
    case SafetyAction::Hold: return u"hold"_s;
    case SafetyAction::Release: return u"release"_s;
    case SafetyAction::IntegrityHit: return u"integrity hit"_s;
    }
    return {};
}

} // namespace autodidact
