#include "core/update/editchecker.h"

#include "core/memory/literalguard.h"
#include "core/update/versiondiff.h"
#include "core/update/versions.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool actsOnRules(RuleEditKind kind)
{
    return kind != RuleEditKind::Add;
}

bool hasText(RuleEditKind kind)
{
    return kind != RuleEditKind::Drop;
}

/// Share of the tasks under a rule that were solved, by the rule of succession.
double balance(const Rule &rule)
{
    return double(rule.helpful + 1) / double(rule.helpful + rule.harmful + 2);
}

/// Which rule makes room first: those with evidence, the worst balance, the most evidence, the oldest.
bool goesBefore(const Rule &a, const Rule &b)
{
    const int evidenceA = a.helpful + a.harmful;
    const int evidenceB = b.helpful + b.harmful;
    if ((evidenceA > 0) != (evidenceB > 0))
        return evidenceA > 0;
    if (balance(a) != balance(b))
        return balance(a) < balance(b);
    return evidenceA != evidenceB ? evidenceA > evidenceB : a.addedIn < b.addedIn;
}

bool sameWords(const QString &a, const QString &b)
{
    return a.simplified().compare(b.simplified(), Qt::CaseInsensitive) == 0;
}

Explanation ruleCountFault(const RuleEdit &edit)
{
    const bool merge = edit.kind == RuleEditKind::Merge;
    return {u"a %1 of %2 rules is no edit"_s.arg(merge ? u"merge"_s : u"change or drop"_s).arg(edit.rules.size()),
        {ReasonCode::EditRuleCount, {{u"merge"_s, merge}, {u"rules"_s, edit.rules.size()}}}};
}

Explanation lengthFault(qsizetype characters, int allowed)
{
    return {u"the rule has %1 characters, %2 are allowed"_s.arg(characters).arg(allowed),
        {ReasonCode::RuleTooLong, {{u"characters"_s, characters}, {u"allowed"_s, allowed}}}};
}

Explanation retiredFault(const RetiredRule &retired)
{
    return {u"%1 said the same and was dropped in version %2"_s.arg(retired.rule.id).arg(retired.droppedIn),
        {ReasonCode::RuleFailedBefore, {{u"rule"_s, retired.rule.id}, {u"version"_s, retired.droppedIn}}}};
}

Explanation roomFault(const UpdateLimits &limits)
{
    return {u"there is no room: %1 rules and %2 tokens are allowed"_s.arg(limits.maxRules).arg(limits.promptTokens),
        {ReasonCode::NoRoom, {{u"rules"_s, limits.maxRules}, {u"tokens"_s, limits.promptTokens}}}};
}

Explanation boundFault(double share, double allowed)
{
    return {u"edit bound: it would change %1 % of the prompt, %2 % are allowed"_s.arg(share * 100, 0, 'f', 0)
                .arg(allowed * 100, 0, 'f', 0),
        {ReasonCode::OverEditBound, {{u"share"_s, share}, {u"allowed"_s, allowed}}}};
}

RuleEdit makingRoom(const Rule &rule)
{
    return {RuleEditKind::Drop, {rule.id}, {}, u"makes room: helpful %1, harmful %2"_s.arg(rule.helpful).arg(rule.harmful),
        {ReasonCode::MakesRoom, {{u"helpful"_s, rule.helpful}, {u"harmful"_s, rule.harmful}}}};
}

/// Checks the edits of one proposal, one after the other; each sees what was kept before it.
class Checking
{
public:
    Checking(const UpdateContext &context, const QHash<QString, Embedding> &embeddings)
        : m_context(context)
        , m_embeddings(embeddings)
        , m_child(context.current)
    {
    }

    void consider(const RuleEdit &proposed)
    {
        RuleEdit edit = proposed;
        Explanation fault = formFault(edit);
        if (fault.isEmpty() && hasText(edit.kind))
            fault = textFault(edit.text);
        if (fault.isEmpty() && hasText(edit.kind))
            fault = mergeDuplicates(edit);
        if (fault.isEmpty())
            fault = fit(edit);
        if (!fault.isEmpty())
            m_checked.leftOut.append({proposed, fault.text, fault.why});
    }

    CheckedEdits finish()
    {
        m_checked.editShare = editShare(m_context.current, m_child);
        return m_checked;
    }

private:
    Explanation formFault(const RuleEdit &edit) const
    {
        const qsizetype needed = edit.kind == RuleEditKind::Merge ? 2 : 1;
        if (!actsOnRules(edit.kind))
            return {};
        if (edit.rules.size() < needed || (edit.kind == RuleEditKind::Change && edit.rules.size() > 1))
            return ruleCountFault(edit);
        for (const QString &id : edit.rules) {
            if (!holds(m_context.current.rules, id))
                return {u"there is no rule %1"_s.arg(id), {ReasonCode::RuleUnknown, {{u"rule"_s, id}}}};
            if (isTouched(id))
                return {u"%1 is already edited by this update"_s.arg(id), {ReasonCode::RuleEditedTwice, {{u"rule"_s, id}}}};
        }
        return {};
    }

    Explanation textFault(const QString &text) const
    {
        if (text.trimmed().isEmpty())
            return {u"the rule has no text"_s, {ReasonCode::RuleEmpty, {}}};
        if (text.size() > m_context.limits.ruleLength)
            return lengthFault(text.size(), m_context.limits.ruleLength);
        for (const TaskOutcome &outcome : m_context.outcomes) {
            if (const auto literal = taskLiteralIn(text, outcome.task))
                return {u"the rule is not general: "_s + literal->text, literal->why};
        }
        for (const RetiredRule &retired : m_context.retired) {
            if (retired.rule.harmful > retired.rule.helpful && saysTheSame(text, retired.rule.text))
                return retiredFault(retired);
        }
        return {};
    }

    /// Two rules that say the same become one.
    Explanation mergeDuplicates(RuleEdit &edit) const
    {
        for (const Rule &rule : m_child.rules) {
            if (edit.rules.contains(rule.id) || !saysTheSame(edit.text, rule.text))
                continue;
            const bool saysMore = edit.text.size() > rule.text.size() && !sameWords(edit.text, rule.text);
            if (!holds(m_context.current.rules, rule.id) || isTouched(rule.id))
                return {u"an earlier edit of this update says the same"_s, {ReasonCode::EditRepeatsEdit, {}}};
            if (edit.kind == RuleEditKind::Add && !saysMore)
                return {u"%1 says the same already"_s.arg(rule.id), {ReasonCode::EditRepeatsRule, {{u"rule"_s, rule.id}}}};
            edit.kind = RuleEditKind::Merge;
            edit.rules.prepend(rule.id);
            if (!saysMore)
                edit.text = rule.text;
        }
        return {};
    }

    /// Keeps the edit, with the drops that make room for it, if budgets and edit bound allow.
    Explanation fit(const RuleEdit &edit)
    {
        const UpdateLimits &limits = m_context.limits;
        QList<RuleEdit> edits = m_checked.kept;
        edits.append(edit);
        PromptVersion child = childBy(edits);
        const auto tooLarge = [&] {
            return child.rules.size() > limits.maxRules || ruleTokens(child.rules) > limits.promptTokens;
        };
        while (hasText(edit.kind) && tooLarge()) {
            const std::optional<Rule> worst = dispensable(edits);
            if (!worst)
                return roomFault(limits);
            edits.append(makingRoom(*worst));
            child = childBy(edits);
        }
        const double share = editShare(m_context.current, child);
        if (share > limits.editBound)
            return boundFault(share, limits.editBound);
        m_checked.kept = edits;
        m_child = child;
        return {};
    }

    std::optional<Rule> dispensable(const QList<RuleEdit> &edits) const
    {
        QList<Rule> rules = m_context.current.rules;
        rules.removeIf([&](const Rule &rule) {
            return std::ranges::any_of(edits, [&](const RuleEdit &edit) { return edit.rules.contains(rule.id); });
        });
        if (rules.isEmpty())
            return std::nullopt;
        return *std::ranges::min_element(rules, goesBefore);
    }

    PromptVersion childBy(const QList<RuleEdit> &edits) const
    {
        return applyEdits(m_context.current, edits, {.number = m_context.current.number + 1, .nextRuleId = m_context.nextRuleId});
    }

    bool isTouched(const QString &id) const
    {
        return std::ranges::any_of(m_checked.kept, [&](const RuleEdit &edit) { return edit.rules.contains(id); });
    }

    bool saysTheSame(const QString &a, const QString &b) const
    {
        return sameWords(a, b) || similarity(m_embeddings.value(a), m_embeddings.value(b)) >= EditChecker::DuplicateFrom;
    }

    static bool holds(const QList<Rule> &rules, const QString &id)
    {
        return std::ranges::find(rules, id, &Rule::id) != rules.end();
    }

    const UpdateContext &m_context;
    const QHash<QString, Embedding> &m_embeddings;
    PromptVersion m_child;       ///< the current version with what was kept so far
    CheckedEdits m_checked;
};

} // namespace

EditChecker::EditChecker(Embedder &embedder)
    : m_embedder(embedder)
{
}

Result<CheckedEdits> EditChecker::check(const QList<RuleEdit> &proposed, const UpdateContext &context, std::stop_token stop) const
{
    QStringList texts;
    for (const Rule &rule : context.current.rules)
        texts.append(rule.text);
    for (const RetiredRule &retired : context.retired)
        texts.append(retired.rule.text);
    for (const RuleEdit &edit : proposed)
        texts.append(edit.text);
    const Result<QList<Embedding>> embedded = m_embedder.embed(texts, stop);
    if (!embedded)
        return std::unexpected(embedded.error());
    QHash<QString, Embedding> embeddings;
    for (qsizetype i = 0; i < texts.size(); ++i)
        embeddings.insert(texts.at(i), embedded->value(i));

    Checking checking(context, embeddings);
    for (const RuleEdit &edit : proposed)
        checking.consider(edit);
    return checking.finish();
}

} // namespace autodidact
