#include "core/report/htmlsections.h"

#include "core/evaluation/linediff.h"
#include "core/report/htmlpage.h"
#include "core/report/jsonreport.h"

#include "core/report/figures.h"
#include "core/update/versions.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const PromptVersion *versionOf(const RunRecord &record, std::optional<int> number)
{
    for (const PromptVersion &version : record.versions) {
        if (number && version.number == *number)
            return &version;
    }
    return nullptr;
}

QString tag(const QString &css, const QString &text)
{
    return u"<span class=\"tag "_s + css + u"\">"_s + escapedHtml(text) + u"</span>"_s;
}

QString decisionTag(Decision decision)
{
    switch (decision) {
    case Decision::Accepted: return tag(u"run"_s, u"✓ accepted"_s);
    case Decision::Rejected: return tag(u"wait"_s, u"✕ rejected"_s);
    case Decision::Pending: break;
    }
    return tag(u"faint"_s, u"pending"_s);
}

QString editsTable(const Update &update)
{
    const QStringList names{u"add"_s, u"change"_s, u"merge"_s, u"drop"_s};
    QList<QStringList> rows;
    for (const RuleEdit &edit : update.edits)
        rows.append({names.value(int(edit.kind) - 1), escapedHtml(edit.rules.join(u", "_s)), escapedHtml(edit.text),
                     escapedHtml(edit.reason)});
    return rows.isEmpty() ? QString() : htmlTable({}, {u"edit"_s, u"rules"_s, u"new text"_s, u"reason"_s}, rows);
}

QString promptDiff(const PromptVersion &before, const PromptVersion &after)
{
    const auto lines = lineDiff(promptText(before), promptText(after));
    if (!lines)
        return {};
    QString out = u"<pre class=\"diff\">"_s;
    for (const DiffLine &line : *lines) {
        const bool added = line.change == LineChange::Added;
        const bool removed = line.change == LineChange::Removed;
        const QString css = added ? u" class=\"add\""_s : removed ? u" class=\"del\""_s : QString();
        const QString mark = added ? u"+ "_s : removed ? u"− "_s : u"  "_s;
        out += u"<span"_s + css + u'>' + mark + escapedHtml(line.text) + u"</span>"_s;
    }
    return out + u"</pre>"_s;
}

QString originName(VersionOrigin origin)
{
    const QStringList names{u"initial"_s, u"AutoPrompt"_s, u"strategy search"_s, u"meta-controller"_s, u"person"_s, u"rewrite"_s};
    return names.value(int(origin) - 1);
}

QString updateEntry(const RunRecord &record, const Update &update)
{
    const QString step = update.newVersion ? u"v%1 → v%2"_s.arg(update.oldVersion).arg(*update.newVersion)
                                           : u"v%1 → none"_s.arg(update.oldVersion);
    QString out = u"<details><summary>"_s + decisionTag(update.decision)
        + escapedHtml(u"Round %1: %2, %3, %4, %5 of the prompt"_s.arg(update.place.round)
                .arg(step, originName(update.origin), counted(update.edits.size(), u"edit"_s), percent(update.editShare)))
        + u"</summary>\n"_s;
    if (!update.reason.isEmpty())
        out += u"<p>"_s + escapedHtml(update.reason) + u"</p>\n"_s;
    out += editsTable(update);
    const PromptVersion *before = versionOf(record, update.oldVersion);
    const PromptVersion *after = versionOf(record, update.newVersion);
    if (before != nullptr && after != nullptr)
        out += promptDiff(*before, *after);
    if (!update.validation.isEmpty())
        out += u"<p class=\"faint\">Validation: <code>"_s
            + escapedHtml(QString::fromUtf8(QJsonDocument(update.validation).toJson(QJsonDocument::Compact)))
            + u"</code></p>\n"_s;
    return out + u"</details>\n"_s;
}

/// Green and red mean tests alone; what stops the run is amber.
QString actionCss(SafetyAction action)
{
    switch (action) {
    case SafetyAction::RollBack:
    case SafetyAction::IntegrityHit:
    case SafetyAction::Freeze:
    case SafetyAction::Hold: return u"wait"_s;
    case SafetyAction::Continue: return u"faint"_s;
    default: return u"run"_s;
    }
}

} // namespace

QString updatesSection(const RunRecord &record)
{
    if (record.updates.isEmpty())
        return u"<p>No update was proposed.</p>\n"_s;
    QString out;
    for (const Update &update : record.updates)
        out += updateEntry(record, update);
    return out;
}

QString safetySection(const RunRecord &record)
{
    QList<QStringList> rows;
    for (const SafetyDecision &decision : record.decisions)
        rows.append({QString::number(decision.place.round),
            tag(actionCss(decision.action), safetyActionName(decision.action))
                + (decision.byPerson ? u"by a person"_s : QString()),
            decision.fromVersion == decision.toVersion ? u"v%1"_s.arg(decision.toVersion)
                                                       : u"v%1 → v%2"_s.arg(decision.fromVersion).arg(decision.toVersion),
            escapedHtml(decision.reason)});
    if (rows.isEmpty())
        return u"<p>The guard decided nothing.</p>\n"_s;
    return htmlTable({}, {u"round"_s, u"decision"_s, u"version"_s, u"reason"_s}, rows, {0});
}

} // namespace autodidact
