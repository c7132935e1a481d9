#include "core/update/autoprompt.h"

#include "core/base/json.h"
#include "core/events/codec.h"
#include "core/memory/literalguard.h"
#include "core/update/editchecker.h"
#include "core/update/bundle.h"
#include "core/update/crossing.h"
#include "core/update/editparser.h"
#include "core/update/reflectionlist.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype ReflectionsShown = 24;
constexpr qsizetype LongestPart = 300;   ///< characters of one part of a reflection
constexpr int AnswerTokens = 1024;

QString shortened(const QString &text)
{
    return text.size() > LongestPart ? text.first(LongestPart - 1) + u'…' : text;
}

Result<QString> readPrompt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"%1: cannot be read: %2"_s.arg(path, file.errorString()));
    return QString::fromUtf8(file.readAll()).trimmed();
}

QString userMessage(const UpdateContext &context)
{
    QStringList lines{u"## Rules"_s};
    for (const Rule &rule : context.current.rules)
        lines.append(u"- [%1] %2 (helpful %3, harmful %4)"_s.arg(rule.id, rule.text).arg(rule.helpful).arg(rule.harmful));
    lines << QString() << u"## Reflections"_s;
    const QList<TaughtCause> causes = taughtCauses(context.outcomes);
    for (const TaughtCause &cause : causes.first(std::min(ReflectionsShown, causes.size())))
        lines.append(u"- %1: %2 / %3"_s.arg(cause.cause, shortened(cause.whatFailed), shortened(cause.change)));
    if (const QStringList winners = winningRules(context); !winners.isEmpty()) {
        lines << QString() << u"## Rules that won tasks which the version then failed"_s;
        for (const QString &rule : winners)
            lines.append(u"- "_s + rule);
    }
    return lines.join(u'\n');
}

QJsonObject evidenceOf(const UpdateContext &context, const QString &source, const QList<LeftOutEdit> &leftOut)
{
    const QList<TaughtCause> causes = taughtCauses(context.outcomes);
    QJsonArray reflections;
    for (const TaughtCause &cause : causes)
        reflections.append(QJsonObject{{u"task"_s, cause.task}, {u"cause"_s, cause.cause}, {u"change"_s, cause.change}});
    QJsonArray counts;
    for (const auto &[cause, count] : causeCounts(causes))
        counts.append(QJsonObject{{u"cause"_s, cause}, {u"count"_s, count}});
    QJsonArray refused;
    for (const LeftOutEdit &edit : leftOut)
        refused.append(QJsonObject{{u"edit"_s, toJson(edit.edit)}, {u"reason"_s, edit.reason}, {u"why"_s, toJson(edit.why)}});
    return {
        {u"source"_s, source},
        {u"tasks"_s, context.outcomes.size()},
        {u"solved"_s, int(std::ranges::count_if(context.outcomes, &TaskOutcome::green))},
        {u"reflections"_s, reflections},
        {u"causes"_s, counts},
        {u"left_out"_s, refused},
    };
}

Update blankUpdate(const UpdateContext &context)
{
    Update update;
    update.run = context.run;
    update.place = {.round = context.round, .phase = Phase::Update};
    update.oldVersion = context.current.number;
    update.origin = VersionOrigin::AutoPrompt;
    return update;
}

Explanation reasonFor(const CheckedEdits &checked, const UpdateContext &context)
{
    const QList<TaughtCause> causes = taughtCauses(context.outcomes);
    if (checked.kept.isEmpty() && checked.leftOut.isEmpty())
        return {u"the optimiser proposes no edit"_s, {ReasonCode::NoEditProposed, {}}};
    if (checked.kept.isEmpty()) {
        const LeftOutEdit &first = checked.leftOut.first();
        return {u"no edit is valid: "_s + first.reason,
            {ReasonCode::NoEditValid, {{u"first"_s, toJson(Explanation{first.reason, first.why})}}}};
    }
    const auto [cause, count] = causeCounts(causes).value(0);
    QString text = u"%1 edits from %2 reflections; most frequent cause: %3 (%4)"_s.arg(checked.kept.size())
                       .arg(causes.size())
                       .arg(cause)
                       .arg(count);
    if (!checked.leftOut.isEmpty())
        text += u"; %1 proposed edits left out"_s.arg(checked.leftOut.size());
    return {text, {ReasonCode::EditsFromReflections, {{u"edits"_s, checked.kept.size()}, {u"reflections"_s, causes.size()},
        {u"cause"_s, cause}, {u"count"_s, count}, {u"left_out"_s, checked.leftOut.size()}}}};
}

} // namespace

/// What came of the conversation with the optimiser.
struct AutoPrompt::Answer {
    QList<RuleEdit> edits;
    QString source;              ///< "model", "repaired" or "rule-based"
    Usage usage;
};

Result<OptimiserPrompts> OptimiserPrompts::load()
{
    Result<QString> system = readPrompt(u":/prompts/optimiser.md"_s);
    if (!system)
        return std::unexpected(system.error());
    Result<QString> repair = readPrompt(u":/prompts/repair.md"_s);
    if (!repair)
        return std::unexpected(repair.error());
    return OptimiserPrompts{std::move(*system), std::move(*repair)};
}

AutoPrompt::AutoPrompt(ChatModel &optimiser, Embedder &embedder, OptimiserPrompts prompts)
    : m_optimiser(optimiser)
    , m_embedder(embedder)
    , m_prompts(std::move(prompts))
{
}

ChatRequest AutoPrompt::request(const UpdateContext &context) const
{
    ChatRequest request;
    request.role = ModelRole::Optimiser;
    request.messages = {{ChatRole::System, m_prompts.system}, {ChatRole::User, userMessage(context)}};
    request.maxTokens = AnswerTokens;
    request.seed = context.seed;
    request.schema = editSchema();
    return request;
}

Result<AutoPrompt::Answer> AutoPrompt::ask(const UpdateContext &context, std::stop_token stop) const
{
    ChatRequest request = this->request(context);
    Usage usage;
    for (const QString &source : {u"model"_s, u"repaired"_s}) {
        const Result<ChatReply> reply = m_optimiser.complete(request, {}, stop);
        if (!reply)
            return std::unexpected(reply.error());
        usage = usage + reply->usage;
        const Result<QList<RuleEdit>> edits = parseEdits(reply->text);
        if (edits)
            return Answer{*edits, source, usage};
        request.messages.append({ChatRole::Assistant, reply->text});
        request.messages.append({ChatRole::User, QString(m_prompts.repair).replace(u"%1"_s, edits.error().detail)});
    }
    Answer answer{{}, u"rule-based"_s, usage};
    if (const std::optional<RuleEdit> edit = ruleBasedEdit(context.outcomes, context.limits.ruleLength))
        answer.edits.append(*edit);
    return answer;
}

Result<QList<Update>> AutoPrompt::propose(const UpdateContext &context, std::stop_token stop)
{
    if (taughtCauses(context.outcomes).isEmpty())
        return QList<Update>();
    const Result<Answer> answer = ask(context, stop);
    if (!answer)
        return std::unexpected(answer.error());
    const QList<RuleEdit> carried = answer->edits.isEmpty() ? QList<RuleEdit>() : carriedEdits(context);
    const Result<CheckedEdits> checked = EditChecker(m_embedder).check(answer->edits + carried, context, stop);
    if (!checked)
        return std::unexpected(checked.error());
    Update update = blankUpdate(context);
    update.edits = checked->kept;
    update.editShare = checked->editShare;
    update.evidence = evidenceOf(context, answer->source, checked->leftOut);
    update.evidence[u"carried"_s] = carried.size();
    const Explanation reason = reasonFor(*checked, context);
    update.reason = reason.text;
    update.why = reason.why;
    update.decision = checked->kept.isEmpty() ? Decision::Rejected : Decision::Pending;
    update.usage = answer->usage;
    return QList<Update>{update};
}

std::optional<RuleEdit> ruleBasedEdit(const QList<TaskOutcome> &outcomes, int ruleLength)
{
    const QList<TaughtCause> causes = taughtCauses(outcomes);
    const auto isGeneral = [&](const QString &text) {
        return std::ranges::none_of(
            outcomes, [&](const TaskOutcome &outcome) { return taskLiteralIn(text, outcome.task).has_value(); });
    };
    for (const auto &[cause, count] : causeCounts(causes)) {
        for (const TaughtCause &taught : causes) {
            const bool fits = !taught.change.isEmpty() && taught.change.size() <= ruleLength;
            if (taught.cause.toLower() == cause && fits && isGeneral(taught.change))
                return RuleEdit{RuleEditKind::Add, {}, taught.change, u"most frequent cause: %1 (%2)"_s.arg(cause).arg(count),
                    {ReasonCode::MostFrequentCause, {{u"cause"_s, cause}, {u"count"_s, count}}}};
        }
    }
    return std::nullopt;
}

} // namespace autodidact
