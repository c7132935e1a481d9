#include "core/control/guard.h"

#include "core/evaluation/intervals.h"
#include "core/evaluation/window.h"

using namespace Qt::StringLiterals;

namespace autodidact {

void GuardState::admit(const PromptVersion &version)
{
    current = version.number;
    shadowing.reset();
    if (version.parent)
        shadowing = Shadowing{version.number, *version.parent, version.round + 1};
}

void GuardState::apply(const SafetyDecision &decision)
{
    switch (decision.action) {
    case SafetyAction::Continue:
    case SafetyAction::IntegrityHit:
        break;
    case SafetyAction::Freeze:
        frozen = true;
        thawRound = 0;
        break;
    case SafetyAction::Unfreeze:
        frozen = false;
        break;
    case SafetyAction::RollBack:
        current = decision.toVersion;
        frozen = !decision.byPerson;
        thawRound = decision.thawRound;
        shadowing.reset();
        break;
    case SafetyAction::Undo:
        current = decision.toVersion;
        frozen = false;
        held.reset();
        shadowing.reset();
        break;
    case SafetyAction::Hold:
        held = decision.toVersion;
        break;
    case SafetyAction::Release:
        held.reset();
        break;
    }
    if (decision.hold)
        held = decision.toVersion;
    if (decision.byPerson)
        personActedInRound = decision.place.round;
}

WindowGuard::WindowGuard(int window, double trustRegion)
    : m_window(window)
    , m_trustRegion(trustRegion)
{
}

WindowGuard::Windows WindowGuard::windowsOf(const QList<GuardOutcome> &outcomes) const
{
    Windows windows;
    for (auto it = outcomes.crbegin(); it != outcomes.crend(); ++it) {
        VersionWindow &window = windows[it->version];
        if (window.outcomes == m_window)
            continue;
        ++window.outcomes;
        window.solved += it->solved ? 1 : 0;
    }
    return windows;
}

std::optional<int> WindowGuard::best(const Windows &windows) const
{
    std::optional<int> best;
    for (const auto &[version, window] : windows) {
        if (window.outcomes < minimumOutcomes)
            continue;
        if (!best || window.mean() > windows.at(*best).mean())
            best = version;
    }
    return best;
}

int WindowGuard::target(const Windows &windows, int best, int current) const
{
    const VersionWindow &top = windows.at(best);
    const double bound = wilson(top.solved, top.outcomes).low;
    int target = best;
    for (const auto &[version, window] : windows) {
        const bool good = window.outcomes >= minimumOutcomes && window.mean() >= bound;
        if (version != current && good && version > target
            && windows.at(current).mean() + m_trustRegion < window.mean()) {
            target = version;
        }
    }
    return target;
}

std::optional<SafetyDecision> WindowGuard::decide(const GuardEvidence &evidence, const GuardState &state,
                                                  int version, int round) const
{
    const Windows windows = windowsOf(evidence.outcomes);
    const auto current = windows.find(version);
    const std::optional<int> top = best(windows);
    if (!top || current == windows.end() || current->second.outcomes < minimumOutcomes)
        return std::nullopt;

    SafetyDecision decision;
    decision.place = {round, Phase::Guard};
    decision.fromVersion = state.current;
    const VersionWindow &now = current->second;
    const VersionWindow &ideal = windows.at(*top);
    const double drop = ideal.mean() - now.mean();
    decision.numbers = {
        {u"window"_s, m_window},         {u"trust_region"_s, m_trustRegion},   {u"drop"_s, drop},
        {u"version"_s, version},         {u"solved"_s, now.solved},            {u"outcomes"_s, now.outcomes},
        {u"best_version"_s, *top},       {u"best_solved"_s, ideal.solved},     {u"best_outcomes"_s, ideal.outcomes},
    };
    if (drop > m_trustRegion && !state.held) {
        decision.action = SafetyAction::RollBack;
        decision.toVersion = target(windows, *top, version);
        decision.effectiveRound = round + 1;
        decision.numbers[u"false_alarm_rate"_s] = windowFalseAlarm(now.outcomes, m_trustRegion, ideal.mean());
        decision.numbers[u"to"_s] = decision.toVersion;
        decision.numbers[u"round"_s] = decision.effectiveRound;
        decision.code = ReasonCode::BelowTrustRegion;
        decision.reason = u"Version %1 solved %2 of %3, %4 points below version %5 (%6 of %7); the trust region is "
                          u"%8 points. Updates are frozen and version %9 is used from round %10."_s
                              .arg(version).arg(now.solved).arg(now.outcomes)
                              .arg(100 * drop, 0, 'f', 0).arg(*top).arg(ideal.solved).arg(ideal.outcomes)
                              .arg(100 * m_trustRegion, 0, 'f', 0).arg(decision.toVersion).arg(round + 1);
        return decision;
    }
    if (drop <= m_trustRegion && state.frozen) {
        decision.action = SafetyAction::Unfreeze;
        decision.toVersion = state.current;
        decision.effectiveRound = round + 1;
        decision.code = ReasonCode::WithinTrustRegion;
        decision.reason = u"Version %1 solved %2 of %3, within the trust region of version %4. Updates go on."_s
                              .arg(version).arg(now.solved).arg(now.outcomes).arg(*top);
        return decision;
    }
    return std::nullopt;
}

std::unique_ptr<Guard> makeGuard(SafetyRule rule, const RunConfig &config)
{
    if (rule == SafetyRule::Paired)
        return std::make_unique<PairedGuard>(config.trustRegion, config.coolDown);
    if (rule == SafetyRule::Window)
        return std::make_unique<WindowGuard>(config.window, config.trustRegion);
    return std::make_unique<NoGuard>();
}

} // namespace autodidact
