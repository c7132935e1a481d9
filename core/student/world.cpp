#include "core/student/world.h"

#include "core/base/random.h"

#include <cmath>

namespace autodidact {

World::World(WorldKind kind, quint64 seed, double skillShift)
    : m_kind(kind)
    , m_seed(seed)
    , m_skillShift(skillShift)
    , m_constants(constantsOf(kind))
{
}

World::Constants World::constantsOf(WorldKind kind)
{
    switch (kind) {
    case WorldKind::Helpful:
    case WorldKind::Drifting:
        return {.remedyMean = 1.0, .memory = 1.5, .diagnosis = 1.2, .length = 0.4, .irrelevant = 0.15};
    case WorldKind::Mixed:
        return {.remedyMean = 0.3, .memory = 0.8, .diagnosis = 0.6, .length = 0.4, .irrelevant = 0.15};
    case WorldKind::Adverse:
        return {.remedyMean = -0.3, .memory = 0.4, .diagnosis = 0.3, .length = 0.4, .irrelevant = 0.15};
    case WorldKind::Null:
        break;
    }
    return {.remedyMean = 0, .memory = 0, .diagnosis = 0, .length = 0, .irrelevant = 0};
}

double World::hashedNormal(QByteArrayView purpose, quint64 group, FaultFamily family) const
{
    return Random::of({qint64(m_seed), qint64(group), qint64(family)}, purpose).normal();
}

double World::baseRate(FaultFamily family) const
{
    return -2.4 + 0.6 * hashedNormal("student.base", 0, family) + m_skillShift;
}

double World::affinity(quint64 group, FaultFamily family) const
{
    return hashedNormal("student.affinity", group, family);
}

double World::remedyEffect(FaultFamily family) const
{
    if (m_kind == WorldKind::Null)
        return 0;
    return m_constants.remedyMean + 0.6 * hashedNormal("student.remedy", 0, family);
}

double World::contraryEffect(FaultFamily family) const
{
    if (m_kind == WorldKind::Null)
        return 0;
    return std::abs(1.0 + 0.6 * hashedNormal("student.contrary", 0, family));
}

double World::faultChance(FaultFamily family, quint64 group, const Guidance &guidance, double temperature) const
{
    const FamilyGuidance &given = guidance.of(family);
    double logOdds = baseRate(family) + 2.5 * affinity(group, family);
    logOdds -= given.remedyGiven ? remedyEffect(family) : 0.0;
    logOdds += given.contraryGiven ? contraryEffect(family) : 0.0;
    logOdds -= m_constants.memory * given.memory;
    logOdds -= given.causeNamed ? m_constants.diagnosis : 0.0;
    logOdds += m_constants.length * std::max(0.0, guidance.lengthRatio - 1.0);
    logOdds += m_constants.irrelevant * guidance.irrelevant;
    return 1.0 / (1.0 + std::exp(-logOdds / std::max(0.05, temperature)));
}

} // namespace autodidact
