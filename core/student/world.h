#pragma once

#include "core/student/faults/fault.h"
#include "core/student/studentparameters.h"

#include <array>

namespace autodidact {

/// What the messages say about one kind of mistake.
struct FamilyGuidance {
    bool remedyGiven = false;    ///< a rule says how to avoid it; saying it twice adds nothing
    bool contraryGiven = false;  ///< a rule says not to care
    double memory = 0;           ///< relevance times validity of the best memory, -1 to 1
    bool causeNamed = false;     ///< the reflection names it
};

/// What the messages bring, all families together.
struct Guidance {
    std::array<FamilyGuidance, faultFamilyCount> families{};
    double lengthRatio = 0;      ///< L / L0
    int irrelevant = 0;          ///< rules and memories that say nothing useful here

    FamilyGuidance &of(FaultFamily family) { return families.at(size_t(family) - 1); }
    const FamilyGuidance &of(FaultFamily family) const { return families.at(size_t(family) - 1); }
};

/// The assumptions: how likely a student of this world makes which mistake, and what that depends on. Immutable.
///
/// In the null world nothing in the messages has any effect: theta, phi and psi are 0, and so are the terms for length and
/// irrelevance. A null in which long prompts hurt would not be one: every learner that adds rules would be seen to do harm.
class World
{
public:
    World(WorldKind kind, quint64 seed, const StudentParameters &parameters, const Skill &skill = {});

    bool drifts() const { return m_effects.drifts; }

    /// mu_k ~ N(-2.4, 0.6^2), plus the skill's shift.
    double baseRate(FaultFamily family) const;
    /// z_ik ~ N(0, 1): how much this group of tasks invites the mistake. Fixed for a seed.
    double affinity(quint64 group, FaultFamily family) const;
    /// theta: what a rule with this meaning takes off. N(m, 0.6^2), m = 1, 0.3, -0.3 in helpful, mixed, adverse; times
    /// the skill's factor.
    double remedyEffect(FaultFamily family) const;
    /// What a rule adds that says not to care: as strong as a remedy, and never a help.
    double contraryEffect(FaultFamily family) const;
    /// phi and psi, with the skill's factors in them.
    double memoryEffect() const { return m_effects.memory; }
    double diagnosisEffect() const { return m_effects.diagnosis; }

    /// The chance of a fault (SCIENCE section 5): sigma([mu + 2.5 z - theta - phi*memory - psi*named
    /// + 0.4 max(0, L/L0 - 1) + 0.15 irrelevant] / tau), tau = max(0.05, heat * temperature). The numbers are those of
    /// resources/student/parameters.json; each effect is multiplied by the skill's factor for it.
    double faultChance(FaultFamily family, quint64 group, const Guidance &guidance, double temperature) const;

private:
    double hashedNormal(QByteArrayView purpose, quint64 group, FaultFamily family) const;

    quint64 m_seed;
    FaultParameters m_faults;
    WorldParameters m_effects;       ///< with the skill's factors in them, except those of rules
    Skill m_skill;
};

} // namespace autodidact
