#include "widgets/versions/versionwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace autodidact::versionwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VersionWords)
};

QString percent(double share)
{
    return QLocale().toString(qRound(100 * share));
}

} // namespace

QString origin(VersionOrigin origin)
{
    switch (origin) {
    case VersionOrigin::Initial: return Words::tr("First version");
    case VersionOrigin::AutoPrompt: return Words::tr("Written from reflections");
    case VersionOrigin::StrategySearch: return Words::tr("Found by strategy search");
    case VersionOrigin::MetaController: return Words::tr("Chosen by the meta controller");
    case VersionOrigin::Person: return Words::tr("Written by a person");
    case VersionOrigin::Rewrite: return Words::tr("Rewritten as a whole");
    }
    return {};
}

QString action(const SafetyDecision &decision)
{
    switch (decision.action) {
    case SafetyAction::Continue: return Words::tr("Continue");
    case SafetyAction::Freeze: return Words::tr("Updates frozen");
    case SafetyAction::Unfreeze: return Words::tr("Updates allowed again");
    case SafetyAction::RollBack: return decision.hold ? Words::tr("Rollback and hold") : Words::tr("Rollback");
    case SafetyAction::Undo: return Words::tr("Rollback undone");
    case SafetyAction::Hold: return Words::tr("Version held");
    case SafetyAction::Release: return Words::tr("Hold released");
    case SafetyAction::IntegrityHit: return Words::tr("Integrity check failed");
    }
    return {};
}

QString decision(Decision decision)
{
    switch (decision) {
    case Decision::Pending: return Words::tr("Not yet decided");
    case Decision::Accepted: return Words::tr("Accepted");
    case Decision::Rejected: return Words::tr("Rejected");
    }
    return {};
}

QString rate(int solved, int tasks)
{
    const Estimate share = wilson(solved, tasks);
    return Words::tr("%1 % (%2–%3 %)", "success rate with its interval").arg(percent(share.value), percent(share.low), percent(share.high));
}

QString solved(int solved, int tasks)
{
    if (tasks == 0)
        return Words::tr("no task tried yet");
    return Words::tr("%1 of %2 solved, %3", "3 is the rate with its interval").arg(QLocale().toString(solved), QLocale().toString(tasks), rate(solved, tasks));
}

QString change(const VersionDiff &diff)
{
    QStringList parts;
    if (!diff.removed.isEmpty())
        parts.append(Words::tr("%n rule(s) leave the prompt", "part of a list", int(diff.removed.size())));
    if (!diff.added.isEmpty())
        parts.append(Words::tr("%n rule(s) return", "part of a list", int(diff.added.size())));
    if (!diff.changed.isEmpty())
        parts.append(Words::tr("%n rule(s) change", "part of a list", int(diff.changed.size())));
    if (!diff.sections.isEmpty())
        parts.append(Words::tr("%n section(s) change", "part of a list", int(diff.sections.size())));
    if (!diff.strategy.isEmpty())
        parts.append(Words::tr("%n strategy setting(s) change", "part of a list", int(diff.strategy.size())));
    if (parts.isEmpty())
        return Words::tr("The prompt does not change.");
    return Words::tr("%1.", "a list of changes as a sentence").arg(parts.join(Words::tr(", ", "between the parts of a list")));
}

QString setting(const QString &field)
{
    if (field == u"planFirst"_s)
        return Words::tr("Plan before the code");
    if (field == u"selfTests"_s)
        return Words::tr("Write own tests");
    if (field == u"memories"_s)
        return Words::tr("Memories in a prompt");
    if (field == u"temperature"_s)
        return Words::tr("Temperature");
    if (field == u"attempts"_s)
        return Words::tr("Attempts a task");
    if (field == u"tools"_s)
        return Words::tr("Checks before the tests");
    return field;
}

QString section(const QString &name)
{
    const QString known = name == u"role"_s       ? Words::tr("role", "section of the prompt: who the model is")
                        : name == u"instructions"_s ? Words::tr("instructions", "section of the prompt")
                        : name == u"format"_s     ? Words::tr("format", "section of the prompt: of the answer")
                                                  : name;
    return Words::tr("Section %1", "1 is its name").arg(known);
}

QString settingValue(const QString &value)
{
    if (value == u"yes"_s)
        return Words::tr("yes");
    if (value == u"no"_s)
        return Words::tr("no");
    return value.isEmpty() ? Words::tr("none", "no checks") : value;
}

QString edit(const RuleEdit &edit)
{
    const QString rules = edit.rules.join(Words::tr(", ", "between the parts of a list"));
    switch (edit.kind) {
    case RuleEditKind::Add: return Words::tr("Adds a rule");
    case RuleEditKind::Change: return Words::tr("Changes %1").arg(rules);
    case RuleEditKind::Merge: return Words::tr("Merges %1").arg(rules);
    case RuleEditKind::Tag: return Words::tr("Tags %1").arg(rules);
    case RuleEditKind::Drop: return Words::tr("Drops %1").arg(rules);
    }
    return {};
}

QString iconOf(VersionOrigin origin)
{
    switch (origin) {
    case VersionOrigin::Initial: return {};
    case VersionOrigin::AutoPrompt: return u"refresh"_s;
    case VersionOrigin::StrategySearch: return u"find"_s;
    case VersionOrigin::MetaController: return u"branch"_s;
    case VersionOrigin::Person: return u"person"_s;
    case VersionOrigin::Rewrite: return u"edit"_s;
    }
    return {};
}

QString channel(const QString &name)
{
    return name == u"canary" ? Words::tr("canary", "channel that a version is published on")
        : name == u"stable" ? Words::tr("stable", "channel that a version is published on")
                            : name;
}

QString versions(int first, int last)
{
    return first == last ? Words::tr("Version %1").arg(first) : Words::tr("Versions %1–%2").arg(first).arg(last);
}

} // namespace autodidact::versionwords
