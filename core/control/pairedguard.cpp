#include "core/control/guard.h"
#include "core/safety/shadowguard.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString pointsOf(double share)
{
    return QString::number(100 * share, 'f', 1);
}

} // namespace

PairedGuard::PairedGuard(double trustRegion, int coolDown)
    : m_trustRegion(trustRegion)
    , m_coolDown(coolDown)
{
}

std::optional<SafetyDecision> PairedGuard::decide(const GuardEvidence &evidence, const GuardState &state, int version,
                                                  int round) const
{
    if (!state.shadowing || state.shadowing->version != version)
        return std::nullopt;
    const Shadowing &shadowing = *state.shadowing;
    ShadowGuard guard({.trustRegion = m_trustRegion});
    SafetyAction action = SafetyAction::Continue;
    for (const ShadowPair &pair : evidence.pairs) {
        // Earlier rounds were decided when they were played; a hold from before is over where there is none now.
        const Hold hold = state.held || pair.round < round ? Hold::ByPerson : Hold::None;
        if (const SafetyAction next = guard.add(pair.pair, hold); pair.round == round && next != SafetyAction::Continue)
            action = next;
    }
    if (action == SafetyAction::Continue)
        return std::nullopt;

    SafetyDecision decision;
    decision.place = {round, Phase::Guard};
    decision.action = action;
    decision.fromVersion = state.current;
    decision.toVersion = action == SafetyAction::RollBack ? shadowing.before : state.current;
    decision.effectiveRound = round + 1;
    decision.numbers = guard.numbers();
    decision.numbers[u"version"_s] = version;
    decision.numbers[u"before"_s] = shadowing.before;
    const PairCounts &counts = guard.evidence().counts;
    const QString seen = u"Version %1 against version %2 on %3 select tasks: %4 worse, %5 better, mean %6 points."_s
                             .arg(version).arg(shadowing.before).arg(counts.pairs()).arg(counts.worse).arg(counts.better)
                             .arg(pointsOf(counts.mean()));
    switch (action) {
    case SafetyAction::RollBack:
        decision.code = ReasonCode::ShadowDropped;
        decision.thawRound = round + 1 + m_coolDown;
        decision.numbers[u"to"_s] = decision.toVersion;
        decision.numbers[u"round"_s] = decision.effectiveRound;
        decision.reason = seen + u" That is more than the trust region of %1 points, and no chance (E- %2). Version %3 is used from round %4."_s
                                     .arg(pointsOf(m_trustRegion)).arg(guard.evidence().minus(), 0, 'g', 3)
                                     .arg(decision.toVersion).arg(decision.effectiveRound);
        break;
    case SafetyAction::Freeze:
        decision.code = ReasonCode::ShadowFroze;
        decision.reason = seen + u" Updates are frozen until more is known."_s;
        break;
    default:
        decision.code = ReasonCode::ShadowCleared;
        decision.reason = seen + u" Updates go on."_s;
        break;
    }
    return decision;
}

} // namespace autodidact
