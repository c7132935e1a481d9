#pragma once

#include "core/domain/reflection.h"
#include "core/evaluation/runrecord.h"

namespace autodidact {

enum class ClaimState { Supported, Contradicted, Unverifiable };

/// One thing that a reflection states, beside what is known.
struct Claim {
    QString what;                    ///< "class", "lines" or "cause"
    QString stated;
    QString found;                   ///< empty where nothing is known
    ClaimState state = ClaimState::Unverifiable;

    bool operator==(const Claim &) const = default;
};

/// What a reflection states about an attempt, checked. The class against the hidden verdict; lines against the program and
/// \p touched, the lines that the change to a later green attempt touched (absent: none is known); the cause against the
/// true faults, which only the simulated student tells. What is not stated is no claim, nor is what we wrote ourselves from
/// the verdict.
QList<Claim> checkClaims(const Reflection &reflection, const AttemptRecord &attempt, const std::optional<QList<int>> &touched);

} // namespace autodidact
