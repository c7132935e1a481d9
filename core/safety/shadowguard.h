#pragma once

#include "core/domain/update.h"
#include "core/safety/eprocess.h"

namespace autodidact {

/// Where the shadowing of a promoted version stands. Persisted: never renumber.
enum class ShadowStage { Shadowing = 0, Frozen = 1, RolledBack = 2, Over = 3 };

/// Whether a person holds the version: then nothing rolls it back, while pairs are counted on.
enum class Hold { None, ByPerson };

/// The numbers of SCIENCE section 4. Counts are pairs.
struct ShadowRules {
    int freezeAt = 50;           ///< the one look that may freeze updates
    int last = 120;              ///< shadowing ends here
    double evidence = 20;        ///< of E-
    double trustRegion = 0.10;   ///< a drop of at least this much; compared with the mean of D

    bool operator==(const ShadowRules &) const = default;
};

/// After a promotion: the promoted version against the one before it, one pair at a time.
///
/// A value to store after any pair. Once rolled back or over, what is added is not counted.
class ShadowGuard
{
public:
    explicit ShadowGuard(ShadowRules rules = {});

    /// Counts the pair and says what to do now: Continue, Freeze, Unfreeze (only when frozen before) or RollBack.
    SafetyAction add(Pair pair, Hold hold = Hold::None);

    ShadowStage stage() const { return m_stage; }
    bool isOpen() const { return m_stage == ShadowStage::Shadowing || m_stage == ShadowStage::Frozen; }
    const EProcess &evidence() const { return m_evidence; }

    /// SCIENCE section 3: the upper end of the interval is below 0 and the mean below the trust region.
    bool isSevere() const;

    /// The evidence, severe, and trust_region.
    QJsonObject numbers() const;

    QJsonObject toJson() const;              ///< the state, without the rules

    /// BadInput with \p where when counts and stage cannot have come from these rules.
    static Result<ShadowGuard> fromJson(const QJsonObject &json, const QString &where, ShadowRules rules = {});

    bool operator==(const ShadowGuard &) const = default;

private:
    bool hasDropped() const { return m_evidence.counts.mean() <= -m_rules.trustRegion; }
    bool isPlausible() const;

    ShadowRules m_rules;
    EProcess m_evidence;
    ShadowStage m_stage = ShadowStage::Shadowing;
};

} // namespace autodidact
