#include "core/student/world.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace autodidact {

World::World(WorldKind kind, quint64 seed, const StudentParameters &parameters, const Skill &skill)
    : m_seed(seed)
    , m_faults(parameters.faults)
    , m_effects(parameters.world(kind))
    , m_skill(skill)
{
    m_effects.memory *= skill.memory;
    m_effects.diagnosis *= skill.diagnosis;
    m_effects.length *= skill.length;
    m_effects.irrelevant *= skill.irrelevant;
}

double World::hashedNormal(QByteArrayView purpose, quint64 group, FaultFamily family) const
{
    return Random::of({qint64(m_seed), qint64(group), qint64(family)}, purpose).normal();
}

double World::baseRate(FaultFamily family) const
{
    return m_faults.baseMean + m_faults.baseSd * hashedNormal("student.base", 0, family) + m_skill.shift;
}

double World::affinity(quint64 group, FaultFamily family) const
{
    return hashedNormal("student.affinity", group, family);
}

double World::remedyEffect(FaultFamily family) const
{
    return m_skill.rule * (m_effects.ruleMean + m_effects.ruleSd * hashedNormal("student.remedy", 0, family));
}

double World::contraryEffect(FaultFamily family) const
{
    return m_skill.rule * std::abs(m_effects.contraryMean + m_effects.contrarySd * hashedNormal("student.contrary", 0, family));
}

double World::faultChance(FaultFamily family, quint64 group, const Guidance &guidance, double temperature) const
{
    const FamilyGuidance &given = guidance.of(family);
    double logOdds = baseRate(family) + m_faults.affinityWeight * affinity(group, family);
    logOdds -= given.remedyGiven ? remedyEffect(family) : 0.0;
    logOdds += given.contraryGiven ? contraryEffect(family) : 0.0;
    logOdds -= m_effects.memory * given.memory;
    logOdds -= given.causeNamed ? m_effects.diagnosis : 0.0;
    logOdds += m_effects.length * std::max(0.0, guidance.lengthRatio - 1.0);
    logOdds += m_effects.irrelevant * guidance.irrelevant;
    return 1.0 / (1.0 + std::exp(-logOdds / std::max(m_faults.temperatureFloor, m_skill.heat * temperature)));
}

} // namespace autodidact
