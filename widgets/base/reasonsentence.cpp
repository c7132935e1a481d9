#include "widgets/base/reasonsentence.h"

#include "core/events/codec.h"
#include "core/events/codecnames.h"
#include "widgets/base/errortext.h"
#include "widgets/base/reasonwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReasonWords)
};

/// The values of a reason as texts for placeholders.
class Values
{
public:
    explicit Values(const QJsonObject &values) : m_values(values) {}

    int count(const QString &key) const { return m_values[key].toInt(); }
    QString number(const QString &key) const { return QLocale().toString(m_values[key].toInteger()); }
    QString real(const QString &key) const { return QLocale().toString(m_values[key].toDouble()); }
    QString percent(const QString &key) const { return QLocale().toString(qRound(100 * m_values[key].toDouble())); }
    QString text(const QString &key) const { return m_values[key].toString(); }
    bool flag(const QString &key) const { return m_values[key].toBool(); }

private:
    const QJsonObject &m_values;
};

/// A reason inside another one: {reason, text}.
QString inner(const QJsonObject &object)
{
    const auto why = fromJson<Reason>(object[u"reason"_s].toObject());
    return reasonwords::sentence(why.value_or(Reason()), object[u"text"_s].toString());
}

QString after(const QString &first, const QString &second)
{
    return Words::tr("%1 %2", "two whole sentences after each other").arg(first, second);
}

QString takesBack(const QJsonObject &undone)
{
    const Values was(undone);
    const QString act = valueOf<SafetyAction>(was.text(u"action"_s)) == SafetyAction::Hold
        ? Words::tr("Takes back the hold of version %1 from round %2.").arg(was.number(u"to"_s), was.number(u"round"_s))
        : Words::tr("Takes back the rollback from version %1 to version %2 after round %3.")
              .arg(was.number(u"from"_s), was.number(u"to"_s), was.number(u"round"_s));
    const QString why = inner(undone);
    return why.isEmpty() ? act : Words::tr("%1 Its reason was: %2", "a whole sentence, then the reason of what it takes back").arg(act, why);
}

QString several(const QJsonArray &reasons)
{
    QString all;
    for (const QJsonValue &one : reasons) {
        const QString next = inner(one.toObject());
        all = all.isEmpty() ? next : after(all, next);
    }
    return all;
}

QString fromReflections(const Values &values)
{
    // Two counts, so two sentences.
    const QString edits = Words::tr("%n edit(s) from the reflections of this round.", nullptr, values.count(u"edits"_s));
    const QString cause = Words::tr("Most frequent cause: %1 (%2 of %3 reflections).", "a kind of mistake and counts")
                              .arg(reasonwords::cause(values.text(u"cause"_s)), values.number(u"count"_s), values.number(u"reflections"_s));
    const int leftOut = values.count(u"left_out"_s);
    return leftOut == 0 ? after(edits, cause) : after(after(edits, cause), Words::tr("%n proposed edit(s) left out.", nullptr, leftOut));
}

QString checkWords(const QString &check)
{
    if (check == u"null-agent")
        return Words::tr("an empty program passed", "an integrity check");
    if (check == u"honeypot")
        return Words::tr("a test that nothing can pass was passed", "an integrity check");
    if (check == u"hashes")
        return Words::tr("tests differ from those that the run began with", "an integrity check");
    return check == u"jump" ? Words::tr("success jumped", "an integrity check") : check;
}

QString failedCheck(const Values &values)
{
    const QString check = checkWords(values.text(u"check"_s));
    const QString task = values.text(u"task"_s);
    return task.isEmpty() ? Words::tr("An integrity check fails: %1.").arg(check) : Words::tr("An integrity check fails: %1 (task %2).").arg(check, task);
}

/// What the version before did on the same tasks.
QString ofShadow(ReasonCode code, const Values &values)
{
    const QString pairs = Words::tr("Version %1 against version %2 on the same tasks: %3 pairs, %4 better, %5 worse.")
                              .arg(values.number(u"version"_s), values.number(u"before"_s), values.number(u"pairs"_s),
                                   values.number(u"better"_s), values.number(u"worse"_s));
    if (code == ReasonCode::ShadowDropped)
        return after(pairs, Words::tr("The loss is certain: version %1 is used from round %2.").arg(values.number(u"to"_s), values.number(u"round"_s)));
    if (code == ReasonCode::ShadowFroze)
        return after(pairs, Words::tr("That is below the trust region: updates are frozen until it is certain."));
    return after(pairs, Words::tr("Updates go on."));
}

QString ofGuard(ReasonCode code, const QJsonObject &object)
{
    const Values values(object);
    if (code == ReasonCode::TakesBack)
        return takesBack(object[u"undone"_s].toObject());
    if (code == ReasonCode::ShadowDropped || code == ReasonCode::ShadowFroze || code == ReasonCode::ShadowCleared)
        return ofShadow(code, values);
    if (code == ReasonCode::IntegrityHit)
        return after(failedCheck(values), Words::tr("The update is not promoted."));
    if (code == ReasonCode::WithinTrustRegion) {
        return Words::tr("Version %1 solved %2 of %3, within the trust region of version %4. Updates go on.")
            .arg(values.number(u"version"_s), values.number(u"solved"_s), values.number(u"outcomes"_s), values.number(u"best_version"_s));
    }
    return Words::tr("Version %1 solved %2 of %3, %4 points below version %5 (%6 of %7); the trust region is %8 points. "
                     "Updates are frozen and version %9 is used from round %10.")
        .arg(values.number(u"version"_s), values.number(u"solved"_s), values.number(u"outcomes"_s), values.percent(u"drop"_s),
             values.number(u"best_version"_s), values.number(u"best_solved"_s), values.number(u"best_outcomes"_s),
             values.percent(u"trust_region"_s), values.number(u"to"_s), values.number(u"round"_s));
}

/// Why a trial ended, by the word of its reason.
QString trialEnd(const QString &rule)
{
    if (rule == u"evidence-of-loss")
        return Words::tr("It is certainly worse.", "how a trial ended");
    if (rule == u"evidence-of-gain")
        return Words::tr("It is certainly better.", "how a trial ended");
    if (rule == u"no-gain-early")
        return Words::tr("No gain at the first look.", "how a trial ended");
    if (rule == u"little-gain-midway")
        return Words::tr("Too little gain at the second look.", "how a trial ended");
    if (rule == u"gain-at-end")
        return Words::tr("Enough gain after all pairs.", "how a trial ended");
    return rule == u"little-gain-at-end" ? Words::tr("Too little gain after all pairs.", "how a trial ended") : QString();
}

QString ofTrial(ReasonCode code, const Values &values)
{
    const QString pairs = code == ReasonCode::TrialWon
        ? Words::tr("Won its trial: %1 pairs, %2 better, %3 worse.").arg(values.number(u"pairs"_s), values.number(u"better"_s), values.number(u"worse"_s))
        : Words::tr("Lost its trial: %1 pairs, %2 better, %3 worse.").arg(values.number(u"pairs"_s), values.number(u"better"_s), values.number(u"worse"_s));
    const QString end = trialEnd(values.text(u"rule"_s));
    return end.isEmpty() ? pairs : after(pairs, end);
}

/// Where an update came from, or how it was proved.
QString ofProof(ReasonCode code, const Values &values)
{
    switch (code) {
    case ReasonCode::LostRace:
        return Words::tr("Lost the race of %1 candidates: %2 % of %3 learn tasks, the best %4 %.")
            .arg(values.number(u"candidates"_s), values.percent(u"score"_s), values.number(u"tasks"_s), values.percent(u"best"_s));
    case ReasonCode::TrialWon:
    case ReasonCode::TrialLost: return ofTrial(code, values);
    case ReasonCode::RefusedByPerson: {
        const QString reason = values.text(u"reason"_s);
        return reason.isEmpty() ? Words::tr("A person refused it.") : Words::tr("A person refused it: %1").arg(reason);
    }
    case ReasonCode::IntegrityFailed: return failedCheck(values);
    case ReasonCode::StrategyFromSearch:
        return Words::tr("The strategy search chose %n other option(s).", nullptr, values.count(u"changes"_s));
    case ReasonCode::CrossedVersions:
        return Words::tr("Crossed with version %1: %n rule(s) from there.", nullptr, values.count(u"rules"_s)).arg(values.number(u"version"_s));
    case ReasonCode::WholeRewrite: return Words::tr("The whole prompt written anew, with %n rule(s).", nullptr, values.count(u"rules"_s));
    default: return {};
    }
}

QString ofUpdate(ReasonCode code, const QJsonObject &object)
{
    switch (code) {
    case ReasonCode::EditsFromReflections: return fromReflections(Values(object));
    case ReasonCode::NoEditProposed: return Words::tr("The optimiser proposes no edit.");
    case ReasonCode::NoEditValid:
        return Words::tr("No proposed edit is valid. The first one: %1", "1 is a whole sentence").arg(inner(object[u"first"_s].toObject()));
    case ReasonCode::NoEditLeft: return Words::tr("No edit was left after the checks.");
    case ReasonCode::NotMeasured: return Words::tr("Within the edit bound; the guard watches what it does.");
    case ReasonCode::ShippedPrompt: return Words::tr("The prompt as it comes with the program, without rules.");
    default: return ofProof(code, Values(object));
    }
}

QString ofLiteral(ReasonCode code, const Values &values)
{
    switch (code) {
    case ReasonCode::RuleHoldsProgram: return Words::tr("The rule is not general: it holds a program.");
    case ReasonCode::RuleNamesFunction: return Words::tr("The rule is not general: it names the function “%1” of the task.").arg(values.text(u"name"_s));
    case ReasonCode::RuleNamesTask: return Words::tr("The rule is not general: it names the task “%1”.").arg(values.text(u"name"_s));
    case ReasonCode::RuleNamesIdentifier: return Words::tr("The rule is not general: it names “%1”, an identifier of the task.").arg(values.text(u"name"_s));
    case ReasonCode::RuleQuotes: return Words::tr("The rule is not general: it quotes “%1…”.").arg(values.text(u"quote"_s));
    case ReasonCode::RuleQuotesValue: return Words::tr("The rule is not general: it quotes “%1”, a value of the task.").arg(values.text(u"quote"_s));
    case ReasonCode::RuleHoldsValue: return Words::tr("The rule is not general: it holds the value %1.").arg(values.text(u"value"_s));
    default: return {};
    }
}

QString ofEdit(ReasonCode code, const Values &values)
{
    switch (code) {
    case ReasonCode::EditRuleCount:
        return values.flag(u"merge"_s) ? Words::tr("A merge of %n rule(s) is no edit.", nullptr, values.count(u"rules"_s))
                                       : Words::tr("A change or drop of %n rule(s) is no edit.", nullptr, values.count(u"rules"_s));
    case ReasonCode::RuleUnknown: return Words::tr("There is no rule %1.", "id of a rule").arg(values.text(u"rule"_s));
    case ReasonCode::RuleEditedTwice: return Words::tr("This update edits rule %1 already.").arg(values.text(u"rule"_s));
    case ReasonCode::RuleEmpty: return Words::tr("The rule has no text.");
    case ReasonCode::RuleTooLong:
        return Words::tr("The rule has %1 characters; %2 are allowed.").arg(values.number(u"characters"_s), values.number(u"allowed"_s));
    case ReasonCode::RuleFailedBefore:
        return Words::tr("Rule %1 said the same and was dropped in version %2.").arg(values.text(u"rule"_s), values.number(u"version"_s));
    case ReasonCode::EditRepeatsEdit: return Words::tr("An earlier edit of this update says the same.");
    case ReasonCode::EditRepeatsRule: return Words::tr("Rule %1 says the same already.").arg(values.text(u"rule"_s));
    case ReasonCode::NoRoom:
        return Words::tr("There is no room: %1 rules and %2 tokens are allowed.").arg(values.number(u"rules"_s), values.number(u"tokens"_s));
    case ReasonCode::OverEditBound:
        return Words::tr("It would change %1 % of the prompt; the edit bound allows %2 %.").arg(values.percent(u"share"_s), values.percent(u"allowed"_s));
    case ReasonCode::MakesRoom:
        return Words::tr("It makes room: solved under it %1, failed %2.").arg(values.number(u"helpful"_s), values.number(u"harmful"_s));
    case ReasonCode::MostFrequentCause:
        return Words::tr("Most frequent cause: %1 (%n times).", nullptr, values.count(u"count"_s))
            .arg(reasonwords::cause(values.text(u"cause"_s)));
    default: return ofLiteral(code, values);
    }
}

QString ofRun(ReasonCode code, const Values &values)
{
    switch (code) {
    case ReasonCode::StopRequested: return Words::tr("The run was asked to stop.");
    case ReasonCode::TokenBudget: return Words::tr("The budget of %1 tokens is used up.").arg(values.number(u"budget"_s));
    case ReasonCode::MoneyBudget: return Words::tr("The budget of %1 is used up.", "an amount of money").arg(values.real(u"budget"_s));
    case ReasonCode::AttemptBudget: return Words::tr("The budget of %n attempt(s) is used up.", nullptr, values.count(u"budget"_s));
    case ReasonCode::TimeBudget: return Words::tr("The time budget of %1 s is used up.").arg(values.number(u"budget"_s));
    case ReasonCode::WaitsForApproval:
        return Words::tr("Update %1 of round %2 waits for a person's approval.").arg(values.number(u"update"_s), values.number(u"round"_s));
    case ReasonCode::WaitsForTasks:
        return Words::tr("All tasks are learnt; the run waits for new ones in %1.").arg(values.text(u"inbox"_s));
    case ReasonCode::Fault: {
        const auto kind = valueOf<ErrorKind>(values.text(u"kind"_s));
        return kind ? errorHeading(*kind) : QString();
    }
    default: return {};
    }
}

QString ofMemory(ReasonCode code, const QJsonObject &object)
{
    const Values values(object);
    switch (code) {
    case ReasonCode::SolvedAtAttempt: return Words::tr("Solved at attempt %1.").arg(values.number(u"attempt"_s));
    case ReasonCode::MendedAtAttempt: return Words::tr("Failed at attempt %1, solved at attempt %2.").arg(values.number(u"red"_s), values.number(u"green"_s));
    case ReasonCode::MendedInRound: return Words::tr("Failed in round %1, mended in round %2.").arg(values.number(u"failed"_s), values.number(u"mended"_s));
    case ReasonCode::StillRed: return Words::tr("Still failing after %n attempt(s) in round %1.", nullptr, values.count(u"attempts"_s)).arg(values.number(u"round"_s));
    case ReasonCode::WaitsForMending: return Words::tr("Failed after %n attempt(s); waits for a later round.", nullptr, values.count(u"attempts"_s));
    case ReasonCode::LessonOfReflection: return Words::tr("From a reflection on attempt %1.").arg(values.number(u"attempt"_s));
    case ReasonCode::NewerSolution: return Words::tr("The task changed; its newer solution replaces the older one.");
    case ReasonCode::UseCounted: return Words::tr("Carried by %n attempt(s), %1 of them solved.", nullptr, values.count(u"uses"_s)).arg(values.number(u"green"_s));
    case ReasonCode::MetAgain: return Words::tr("Met again %n time(s).", nullptr, values.count(u"times"_s));
    case ReasonCode::NotMended: return Words::tr("Not mended within %n round(s).", nullptr, values.count(u"rounds"_s));
    case ReasonCode::LeastUseful:
        return Words::tr("Least useful above the capacity of %1 (usefulness %2).").arg(values.number(u"capacity"_s), values.real(u"utility"_s));
    case ReasonCode::Several: return several(object[u"reasons"_s].toArray());
    case ReasonCode::UndoneByPerson: return Words::tr("A person undid an earlier act.");
    case ReasonCode::LessonOfSuccess: return Words::tr("From what made attempt %1 pass.").arg(values.number(u"attempt"_s));
    case ReasonCode::NearDuplicate: return Words::tr("Says the same as another entry (similarity %1).").arg(values.real(u"similarity"_s));
    case ReasonCode::Merged: return Words::tr("Took in %n near-duplicate(s).", nullptr, values.count(u"entries"_s));
    case ReasonCode::SaysTheOpposite:
        return Words::tr("Says the opposite of another lesson (“%1”).").arg(values.text(u"cue"_s));
    case ReasonCode::ContradictionLost:
        return Words::tr("Contradicts an entry with better evidence: %1 of %2 solved against %3 of %4.")
            .arg(values.number(u"green"_s), values.number(u"uses"_s), values.number(u"other_green"_s), values.number(u"other_uses"_s));
    case ReasonCode::UsefulEnough:
        return Words::tr("Stays; number %1 to be forgotten (usefulness %2).").arg(values.number(u"rank"_s), values.real(u"utility"_s));
    case ReasonCode::NeverForgotten: return Words::tr("Never forgotten: pinned, or written by a person.");
    default: return {};
    }
}

} // namespace

QString reasonSentence(const Reason &reason)
{
    const int code = int(reason.code);
    if (code == 0)
        return {};
    if (code < int(ReasonCode::EditsFromReflections))
        return ofGuard(reason.code, reason.values);
    if (code < int(ReasonCode::EditRuleCount))
        return ofUpdate(reason.code, reason.values);
    if (code < int(ReasonCode::StopRequested))
        return ofEdit(reason.code, Values(reason.values));
    if (code < int(ReasonCode::SolvedAtAttempt))
        return ofRun(reason.code, Values(reason.values));
    return ofMemory(reason.code, reason.values);
}

} // namespace autodidact
