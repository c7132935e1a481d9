#include "core/safety/shadowguard.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

ShadowGuard::ShadowGuard(ShadowRules rules)
    : m_rules(rules)
{
}

SafetyAction ShadowGuard::add(Pair pair, Hold hold)
{
    if (!isOpen())
        return SafetyAction::Continue;
    m_evidence.counts.add(pair);
    if (hold == Hold::None && hasDropped() && m_evidence.logMinus() >= std::log(m_rules.evidence)) {
        m_stage = ShadowStage::RolledBack;
        return SafetyAction::RollBack;
    }
    const int pairs = m_evidence.counts.pairs();
    if (pairs >= m_rules.last) {
        const bool frozen = m_stage == ShadowStage::Frozen;
        m_stage = ShadowStage::Over;
        return frozen ? SafetyAction::Unfreeze : SafetyAction::Continue;
    }
    if (pairs == m_rules.freezeAt && hasDropped()) {
        m_stage = ShadowStage::Frozen;
        return SafetyAction::Freeze;
    }
    return SafetyAction::Continue;
}

bool ShadowGuard::isSevere() const
{
    return m_evidence.interval().high < 0 && m_evidence.counts.mean() < -m_rules.trustRegion;
}

QJsonObject ShadowGuard::numbers() const
{
    QJsonObject numbers = m_evidence.numbers();
    numbers[u"severe"_s] = isSevere();
    numbers[u"trust_region"_s] = m_rules.trustRegion;
    return numbers;
}

QJsonObject ShadowGuard::toJson() const
{
    QJsonObject json = m_evidence.counts.toJson();
    json[u"stage"_s] = int(m_stage);
    return json;
}

bool ShadowGuard::isPlausible() const
{
    const int pairs = m_evidence.counts.pairs();
    switch (m_stage) {
    case ShadowStage::Shadowing:
        return pairs < m_rules.last;
    case ShadowStage::Frozen:
        return pairs >= m_rules.freezeAt && pairs < m_rules.last;
    case ShadowStage::RolledBack:
        return hasDropped() && m_evidence.logMinus() >= std::log(m_rules.evidence);
    case ShadowStage::Over:
        return pairs == m_rules.last;
    }
    return false;
}

Result<ShadowGuard> ShadowGuard::fromJson(const QJsonObject &json, const QString &where, ShadowRules rules)
{
    const Result<PairCounts> counts = PairCounts::fromJson(json, where);
    if (!counts)
        return std::unexpected(counts.error());
    ShadowGuard guard(rules);
    guard.m_evidence.counts = *counts;
    guard.m_stage = static_cast<ShadowStage>(json[u"stage"_s].toInt(-1));
    if (!guard.isPlausible()) {
        return fail(ErrorKind::BadInput, u"%1: shadowing over %2 pairs cannot stand at \"stage\": %3"_s.arg(where)
                                             .arg(counts->pairs())
                                             .arg(json[u"stage"_s].toInt(-1)));
    }
    return guard;
}

} // namespace autodidact
