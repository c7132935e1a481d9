#include "core/control/updateflow.h"

#include "core/base/random.h"
#include "core/control/integritycheck.h"
#include "core/control/signalpolicy.h"
#include "core/events/codec.h"
#include "core/storage/eventstore.h"
#include "core/storage/versionstore.h"
#include "core/update/crossing.h"
#include "core/update/versions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Place placeOf(int round) { return {round, Phase::Update}; }

QJsonObject unmeasured()
{
    return {{u"kind"_s, u"none"_s}, {u"reason"_s, u"Within the edit bound; the guard watches what it does."_s},
            {u"why"_s, toJson(Reason{ReasonCode::NotMeasured, {}})}};
}

Explanation lostTrial(const TrialResult &trial)
{
    const PairCounts &counts = trial.trial.evidence().counts;
    return {u"The trial on %1 pairs of select tasks went against it: %2 worse, %3 better (%4)"_s.arg(counts.pairs())
                .arg(counts.worse).arg(counts.better).arg(toString(trial.trial.reason())),
            {ReasonCode::TrialLost, {{u"pairs"_s, counts.pairs()}, {u"worse"_s, counts.worse}, {u"better"_s, counts.better},
                                     {u"mean"_s, rounded(counts.mean())}, {u"rule"_s, toString(trial.trial.reason())}}}};
}

} // namespace

UpdateFlow::UpdateFlow(RunContext &context, RoundBook &book, TaskFlow &tasks)
    : m_context(context)
    , m_book(book)
    , m_tasks(tasks)
{
}

bool UpdateFlow::isMeta() const
{
    const QString &strategy = m_context.config().updateStrategy;
    return strategy == u"meta" || strategy == u"all";
}

Flow<Result<Usage>> UpdateFlow::play(RoundResults results)
{
    Usage usage;
    if (m_context.search) {
        const SearchLearnt learnt = m_context.search->learn(results.round, results.lessons);
        const auto uses = learningUses(u"search"_s, m_context.learnSplit(), m_context.config().feedback);
        if (const auto done = m_context.ledger.commit(placeOf(results.round), learnt, uses); !done)
            co_return std::unexpected(done.error());
    }
    const Result<UpdateContext> context = m_book.updateContext(results.round, results.version, results.outcomes);
    if (!context)
        co_return std::unexpected(context.error());
    const Result<QList<Update>> proposed = co_await propose(*context, results);
    if (!proposed)
        co_return std::unexpected(proposed.error());
    for (const Update &update : *proposed)
        usage = usage + update.usage;
    m_context.spent.usage = m_context.spent.usage + usage;

    Result<QList<Candidate>> candidates = candidatesOf(*context, *proposed);
    if (!candidates)
        co_return std::unexpected(candidates.error());
    if (candidates->isEmpty())
        co_return usage;
    const Result<std::optional<Candidate>> winner = co_await race(results, std::move(*candidates), usage);
    if (!winner)
        co_return std::unexpected(winner.error());
    if (*winner) {
        if (const Status done = co_await prove(results, **winner, usage); !done)
            co_return std::unexpected(done.error());
    }
    co_return usage;
}

Flow<Result<QList<Update>>> UpdateFlow::propose(const UpdateContext &context, const RoundResults &results)
{
    const Place place = placeOf(results.round);
    QList<UpdateProposed> proposals;
    if (!m_context.ledger.has<UpdateProposed>(place)) {
        const Result<QList<Update>> fresh = co_await generate(context);
        if (!fresh)
            co_return fresh;
        for (Update update : *fresh) {
            update.validation = unmeasured();
            proposals.append(UpdateProposed{std::move(update)});
        }
    }
    const auto uses = learningUses(u"update"_s, m_context.learnSplit(), m_context.config().feedback);
    const Result<QList<UpdateProposed>> committed = m_context.ledger.commitAll(place, proposals, uses);
    if (!committed)
        co_return std::unexpected(committed.error());
    QList<Update> updates;
    for (const UpdateProposed &proposal : *committed)
        updates.append(proposal.update);
    co_return updates;
}

Flow<Result<QList<Update>>> UpdateFlow::generate(const UpdateContext &context)
{
    QList<Update> updates;
    const Result<GuardState> state = m_book.guardStateBefore(context.round);
    if (!state)
        co_return std::unexpected(state.error());
    if (!state->mayUpdate(context.round))
        co_return updates;
    Crossing crossing(m_context.embedder);
    auto work = [&, stop = m_context.stop]() -> Result<QList<Update>> {
        QList<Update> found;
        const auto ask = [&](Updater *updater, const UpdateContext &asked) -> Status {
            if (!updater)
                return {};
            Result<QList<Update>> proposed = updater->propose(asked, stop);
            if (!proposed)
                return std::unexpected(proposed.error());
            found += *proposed;
            return {};
        };
        Status done;
        if (isMeta())
            done = ask(&crossing, context);
        if (done && isMeta())
            done = ask(m_context.rewriter, context);
        if (std::optional<Update> choice = m_context.search ? m_context.search->propose(context) : std::nullopt)
            found.append(*choice);
        const qsizetype wanted = isMeta() ? std::max<qsizetype>(1, m_context.config().candidates - found.size()) : 1;
        for (qsizetype i = 0; done && i < wanted; ++i) {
            UpdateContext asked = context;
            asked.seed = i == 0 ? context.seed : Random::seedOf({qint64(context.seed), i}, "optimiser.again");
            done = ask(m_context.updater, asked);
        }
        return done ? Result<QList<Update>>(found) : std::unexpected(done.error());
    };
    const Result<QList<Update>> found = co_await onJob(m_context.jobs, m_context.home, std::ref(work));
    if (!found)
        co_return found;
    for (Update update : *found) {
        update.place = placeOf(context.round);
        const bool again = std::ranges::any_of(updates, [&](const Update &other) {
            return other.decision != Decision::Rejected && other.edits == update.edits && other.strategy == update.strategy
                && other.sections == update.sections;
        });
        if (again && update.decision != Decision::Rejected) {
            // The same once more: its cost must not get lost, but racing against itself tells nothing.
            update.decision = Decision::Rejected;
            update.reason = u"An earlier candidate of this round is the same."_s;
            update.why = {ReasonCode::EditRepeatsEdit, {}};
        }
        updates.append(update);
    }
    co_return updates;
}

Result<QList<UpdateFlow::Candidate>> UpdateFlow::candidatesOf(const UpdateContext &context, const QList<Update> &proposed)
{
    const Result<int> number = VersionStore(m_context.database).nextNumber(context.run);
    if (!number)
        return std::unexpected(number.error());
    QList<Candidate> candidates;
    for (const Update &update : proposed) {
        const bool empty = update.edits.isEmpty() && !update.strategy && update.sections.isEmpty();
        if (update.decision == Decision::Rejected || empty) {
            const Explanation why = update.reason.isEmpty()
                ? Explanation{u"No edit was left after the checks."_s, {ReasonCode::NoEditLeft, {}}}
                : Explanation{update.reason, update.why};
            if (const Status done = reject(context.round, update, why); !done)
                return std::unexpected(done.error());
            continue;
        }
        const ChildVersion child{*number, context.round, update.origin, update.reason, context.nextRuleId, update.why};
        candidates.append({update, applyUpdate(context.current, update, child)});
    }
    return candidates;
}

Flow<Result<std::optional<UpdateFlow::Candidate>>> UpdateFlow::race(const RoundResults &results, QList<Candidate> candidates,
                                                                    Usage &usage)
{
    if (candidates.size() == 1 && !isMeta())
        co_return candidates.first();
    QList<PromptVersion> versions;
    for (const Candidate &candidate : std::as_const(candidates))
        versions.append(candidate.version);
    const Result<RaceResult> race =
        co_await Race(m_context, m_tasks).run(results.round, results.version, versions, results.memory);
    if (!race)
        co_return std::unexpected(race.error());
    usage = usage + race->usage;
    const auto uses = learningUses(u"race"_s, m_context.learnSplit(), m_context.config().feedback);
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        const QJsonObject found{{u"kind"_s, u"race"_s}, {u"race"_s, race->scores[i].toJson()}};
        if (const Status done = measured(results.round, candidates[i].update, found, uses); !done)
            co_return std::unexpected(done.error());
    }
    const auto share = [&](qsizetype i) {
        const RaceScore &score = race->scores[i];
        return score.candidate.empty() ? 0.0 : rounded(double(score.greens()) / double(score.candidate.size()));
    };
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        if (race->winner == i)
            continue;
        const QJsonObject numbers{{u"candidates"_s, candidates.size()}, {u"tasks"_s, int(race->scores[i].candidate.size())},
                                  {u"score"_s, share(i)}, {u"best"_s, race->winner ? share(*race->winner) : 1.0}};
        const Explanation lost{u"It lost the race of %1 candidates: %2 of %3 learn tasks"_s.arg(candidates.size())
                                   .arg(race->scores[i].greens()).arg(race->scores[i].candidate.size()),
                               {ReasonCode::LostRace, numbers}};
        if (const Status done = reject(results.round, candidates[i].update, lost); !done)
            co_return std::unexpected(done.error());
    }
    co_return race->winner ? std::optional(candidates[*race->winner]) : std::nullopt;
}

Flow<Status> UpdateFlow::prove(const RoundResults &results, Candidate candidate, Usage &usage)
{
    const int round = results.round;
    std::optional<TrialResult> trial;
    if (m_context.safetyRule() == SafetyRule::Paired) {
        Result<TrialResult> played =
            co_await TrialPlay(m_context, m_tasks).run(round, results.version, candidate.version, results.memory);
        if (!played)
            co_return std::unexpected(played.error());
        usage = usage + played->usage;
        trial = std::move(*played);
        const QJsonObject found{{u"kind"_s, u"trial"_s}, {u"trial"_s, trial->numbers()}};
        const Status done = measured(round, candidate.update, found, {{u"trial"_s, u"verdict"_s, Split::Select}});
        if (!done)
            co_return done;
        if (trial->trial.decision() != Decision::Accepted)
            co_return reject(round, candidate.update, lostTrial(*trial));
    }
    if (m_context.config().integrity) {
        const auto fault = co_await IntegrityCheck(m_context).run(round, trial ? &*trial : nullptr);
        if (!fault)
            co_return std::unexpected(fault.error());
        if (*fault) {
            SafetyDecision hit;
            hit.place = placeOf(round);
            hit.action = SafetyAction::IntegrityHit;
            hit.fromVersion = hit.toVersion = results.version.number;
            hit.reason = (*fault)->what + u" The update is not promoted."_s;
            hit.numbers = {{u"check"_s, (*fault)->check}, {u"task"_s, (*fault)->task}};
            hit.code = ReasonCode::IntegrityHit;
            if (const auto done = m_context.ledger.commit(placeOf(round), GuardDecided{hit}); !done)
                co_return std::unexpected(done.error());
            co_return reject(round, candidate.update, {(*fault)->what, {ReasonCode::IntegrityFailed, hit.numbers}});
        }
    }
    const Result<std::optional<Explanation>> refused = co_await approval(round, candidate.update);
    if (!refused)
        co_return std::unexpected(refused.error());
    if (*refused)
        co_return reject(round, candidate.update, **refused);
    const auto done = m_context.ledger.commit(placeOf(round), VersionAdmitted{candidate.version, candidate.update.id});
    co_return done ? Status() : std::unexpected(done.error());
}

Flow<Result<std::optional<Explanation>>> UpdateFlow::approval(int round, const Update &update)
{
    const RunConfig &config = m_context.config();
    const bool large = update.editShare >= config.largeUpdate || update.origin == VersionOrigin::Rewrite;
    if (config.approval == Approval::Automatic || (config.approval == Approval::AskLarge && !large))
        co_return std::nullopt;
    for (;;) {
        const Result<std::optional<UpdateJudged>> judged = judgementOf(m_context.database, m_context.run.id, update.id);
        if (!judged)
            co_return std::unexpected(judged.error());
        if (*judged) {
            if ((*judged)->approved)
                co_return std::nullopt;
            co_return Explanation{(*judged)->reason.isEmpty() ? u"A person refused it."_s : u"A person refused it: "_s + (*judged)->reason,
                                  {ReasonCode::RefusedByPerson, {{u"reason"_s, (*judged)->reason}}}};
        }
        const Explanation waits{u"Update %1 waits for a person: approve or reject it, then resume the run."_s.arg(update.id.value),
                                {ReasonCode::WaitsForApproval, {{u"update"_s, update.id.value}, {u"round"_s, round}}}};
        if (!m_context.waitForPerson || !m_context.waitForPerson(waits))
            co_return fail(ErrorKind::Cancelled, waits.text);
        const bool granted = co_await m_context.gate.turn(Boundary::Round, placeOf(round));
        if (!granted)
            co_return fail(ErrorKind::Cancelled, u"The run is being stopped."_s);
    }
}

Status UpdateFlow::measured(int round, Update &update, const QJsonObject &found, const QList<SignalUse> &uses)
{
    QJsonObject validation = found;
    if (const QJsonValue race = update.validation[u"race"_s]; race.isObject())
        validation[u"race"_s] = race;
    update.validation = validation;
    const auto done = m_context.ledger.commit(placeOf(round), UpdateMeasured{update.id, validation}, uses);
    return done ? Status() : std::unexpected(done.error());
}

Status UpdateFlow::reject(int round, const Update &update, const Explanation &why)
{
    const auto done = m_context.ledger.commit(placeOf(round), VersionRejected{update.id, why.text, why.why});
    return done ? Status() : std::unexpected(done.error());
}

Result<std::optional<UpdateJudged>> judgementOf(Database &database, RunId run, UpdateId update)
{
    const Result<QList<Event>> events = EventStore(database).ofKind(run, EventKind::UpdateJudged);
    if (!events)
        return std::unexpected(events.error());
    std::optional<UpdateJudged> judged;
    for (const Event &event : *events) {
        if (const auto &one = std::get<UpdateJudged>(event.payload); one.update == update)
            judged = one;
    }
    return judged;
}

} // namespace autodidact
