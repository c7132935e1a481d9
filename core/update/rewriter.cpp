#include "core/update/rewriter.h"

#include "core/base/json.h"
#include "core/memory/literalguard.h"
#include "core/update/editchecker.h"
#include "core/update/reflectionlist.h"
#include "core/update/versiondiff.h"
#include "core/update/versions.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int AnswerTokens = 2048;
constexpr qsizetype LongestSection = 4000;   ///< characters
constexpr qsizetype ReflectionsShown = 24;

QString userMessage(const UpdateContext &context)
{
    QStringList lines{promptText(context.current), QString(), u"## Reflections"_s};
    const QList<TaughtCause> causes = taughtCauses(context.outcomes);
    for (const TaughtCause &cause : causes.first(std::min(ReflectionsShown, causes.size())))
        lines.append(u"- %1: %2 / %3"_s.arg(cause.cause, cause.whatFailed.left(300), cause.change.left(300)));
    return lines.join(u'\n');
}

/// What a section says of a task; empty when it is general.
Explanation faultOf(const QString &text, const UpdateContext &context)
{
    for (const TaskOutcome &outcome : context.outcomes) {
        if (const auto literal = taskLiteralIn(text, outcome.task))
            return *literal;
    }
    return {};
}

} // namespace

Result<WrittenPrompt> parseWrittenPrompt(const QString &answer)
{
    const qsizetype from = answer.indexOf(u'{');
    const qsizetype to = answer.lastIndexOf(u'}');
    if (from < 0 || to < from)
        return fail(ErrorKind::BadInput, u"there is no JSON object in the answer"_s);
    const Result<QJsonObject> json = parseJsonObject(answer.mid(from, to - from + 1).toUtf8(), u"the answer"_s);
    if (!json)
        return std::unexpected(json.error());
    WrittenPrompt prompt{json->value(u"role"_s).toString().trimmed(), json->value(u"instructions"_s).toString().trimmed(),
                         toStringList(json->value(u"rules"_s).toArray())};
    for (const auto &[name, text] : {std::pair(u"role"_s, prompt.role), std::pair(u"instructions"_s, prompt.instructions)}) {
        if (text.isEmpty())
            return fail(ErrorKind::BadInput, u"\"%1\" is missing"_s.arg(name));
        if (text.size() > LongestSection)
            return fail(ErrorKind::BadInput, u"\"%1\" has %2 characters, %3 are allowed"_s.arg(name).arg(text.size()).arg(LongestSection));
    }
    return prompt;
}

Rewriter::Rewriter(ChatModel &optimiser, Embedder &embedder, QString prompt)
    : m_optimiser(optimiser)
    , m_embedder(embedder)
    , m_prompt(std::move(prompt))
{
}

Result<QString> Rewriter::loadPrompt()
{
    QFile file(u":/prompts/rewriter.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"%1: cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
    return QString::fromUtf8(file.readAll()).trimmed();
}

Result<QList<Update>> Rewriter::propose(const UpdateContext &context, std::stop_token stop)
{
    if (taughtCauses(context.outcomes).isEmpty())
        return QList<Update>();
    ChatRequest request;
    request.role = ModelRole::Optimiser;
    request.messages = {{ChatRole::System, m_prompt}, {ChatRole::User, userMessage(context)}};
    request.maxTokens = AnswerTokens;
    request.seed = context.seed;
    const Result<ChatReply> reply = m_optimiser.complete(request, {}, stop);
    if (!reply)
        return std::unexpected(reply.error());

    Update update;
    update.run = context.run;
    update.place = {.round = context.round, .phase = Phase::Update};
    update.oldVersion = context.current.number;
    update.origin = VersionOrigin::Rewrite;
    update.usage = reply->usage;
    update.evidence = {{u"source"_s, u"rewrite"_s}};
    const auto refused = [&](const Explanation &why) {
        update.decision = Decision::Rejected;
        update.reason = u"no prompt to use: "_s + why.text;
        update.why = {ReasonCode::NoEditValid, {{u"first"_s, QJsonObject{{u"text"_s, why.text}}}}};
        return QList<Update>{update};
    };
    const Result<WrittenPrompt> written = parseWrittenPrompt(reply->text);
    if (!written)
        return refused({written.error().detail, {}});
    for (const QString &text : {written->role, written->instructions}) {
        if (const Explanation fault = faultOf(text, context); !fault.isEmpty())
            return refused(fault);
    }

    // Rules anew: those that are there go, and the new ones pass the same checks as any edit, but for the bound.
    UpdateContext unbound = context;
    unbound.limits.editBound = 1;
    unbound.current.rules.clear();
    QList<RuleEdit> edits;
    for (const QString &rule : written->rules)
        edits.append({RuleEditKind::Add, {}, rule.trimmed(), u"written anew"_s, {}});
    const Result<CheckedEdits> checked = EditChecker(m_embedder).check(edits, unbound, stop);
    if (!checked)
        return std::unexpected(checked.error());
    if (!context.current.rules.isEmpty()) {
        QStringList ids;
        for (const Rule &rule : context.current.rules)
            ids.append(rule.id);
        update.edits.append({RuleEditKind::Drop, ids, {}, u"written anew"_s, {}});
    }
    update.edits += checked->kept;
    update.sections = context.current.sections;
    for (Section &section : update.sections) {
        if (section.name == u"role")
            section.text = written->role;
        else if (section.name == u"instructions")
            section.text = written->instructions;
    }
    update.editShare = editShare(context.current, applyUpdate(context.current, update, {.nextRuleId = context.nextRuleId}));
    update.reason = u"The whole prompt is written anew, with %1 rules"_s.arg(checked->kept.size());
    update.why = {ReasonCode::WholeRewrite, {{u"rules"_s, checked->kept.size()}}};
    return QList<Update>{update};
}

} // namespace autodidact
