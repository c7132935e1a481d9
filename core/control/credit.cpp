#include "core/control/credit.h"

#include "core/base/random.h"
#include "core/evaluation/significance.h"
#include "core/tasks/program.h"
#include "core/tasks/selftests.h"

using namespace Qt::StringLiterals;

namespace autodidact {

struct CreditMeter::Outcome {
    bool counts = false;
    bool solved = false;
    Usage usage;
};

namespace {

/// The first draw has the attempt's own seed.
quint64 seedOf(const CreditPlan &plan, const Place &place, int draw)
{
    const qint64 phase = qint64(place.phase);
    return draw == 0
        ? Random::seedOf({plan.config.seed, place.round, phase, place.task, place.attempt}, "coder")
        : Random::seedOf(
              {plan.config.seed, place.round, phase, place.task, place.attempt, draw}, "credit");
}

} // namespace

Estimate Credit::difference() const
{
    if (pairs == 0)
        return {0, -1, 1};
    const int discordant = helped + harmed;
    if (discordant == 0) {
        const double bound = clopperPearson(0, pairs).high;
        return {0, -bound, bound};
    }
    const Estimate share = clopperPearson(helped, discordant);
    const double part = double(discordant) / pairs;
    return {
        double(helped - harmed) / pairs, (2 * share.low - 1) * part, (2 * share.high - 1) * part};
}

double Credit::p() const
{
    return mcnemar(helped, harmed);
}

Result<CreditMeter::Outcome> CreditMeter::attempt(const CreditPlan &plan, const CreditCase &one,
    const QList<ChatMessage> &messages, int draw, std::stop_token stop) const
{
    ChatRequest request;
    request.role = ModelRole::Coder;
    request.messages = messages;
    request.temperature = one.temperature;
    request.maxTokens = plan.config.maxTokens;
    request.seed = seedOf(plan, one.place, draw);
    const Result<ChatReply> reply = m_coder.complete(request, {}, stop);
    if (!reply)
        return std::unexpected(reply.error());
    const QString answer = one.selfTests ? takeSelfTests(one.task, reply->text).rest : reply->text;
    const Result<Verdict> verdict = m_judge.judge(one.task,
        assembleProgram(one.task, answer, AnswerKind::Answer).code, Visibility::Hidden, stop);
    if (!verdict)
        return std::unexpected(verdict.error());
    return Outcome{verdict->counts(), verdict->passed, reply->usage};
}

Result<Credit> CreditMeter::measure(
    const CreditPlan &plan, std::stop_token stop, const Progress &progress) const
{
    Credit credit;
    int done = 0;
    for (const CreditCase &one : plan.cases) {
        for (int draw = 0; draw <= plan.draws; ++draw) {
            Outcome with{true, one.solved, {}};
            if (draw > 0) {
                const Result<Outcome> drawn = attempt(plan, one, one.with, draw, stop);
                if (!drawn)
                    return std::unexpected(drawn.error());
                with = *drawn;
                ++done;
            }
            const Result<Outcome> without = attempt(plan, one, one.without, draw, stop);
            if (!without)
                return std::unexpected(without.error());
            credit.usage = credit.usage + with.usage + without->usage;
            if (!with.counts || !without->counts) {
                ++credit.faults;
            } else {
                ++credit.pairs;
                credit.helped += with.solved && !without->solved ? 1 : 0;
                credit.harmed += !with.solved && without->solved ? 1 : 0;
                credit.bothSolved += with.solved && without->solved ? 1 : 0;
            }
            if (progress)
                progress(++done, plan.calls());
        }
    }
    return credit;
}

Event creditEvent(const CreditPlan &plan, const Credit &credit)
{
    Event event;
    event.run = plan.run;
    event.place = {plan.round, Phase::Person};
    event.payload =
        CreditMeasured{plan.memory, plan.revision, credit.pairs, credit.helped, credit.harmed};
    event.uses = {{u"metrics"_s, u"verdict"_s, Split::Learn}};
    event.byPerson = true;
    return event;
}

Credit creditOf(const CreditMeasured &measured)
{
    return {.pairs = measured.pairs, .helped = measured.helped, .harmed = measured.harmed};
}

} // namespace autodidact
