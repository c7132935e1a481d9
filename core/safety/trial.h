#pragma once

#include "core/domain/update.h"
#include "core/safety/eprocess.h"

namespace autodidact {

/// Why a trial stands where it stands. Persisted: never renumber.
enum class TrialReason {
    Undecided = 0,
    EvidenceOfLoss = 1,      ///< E- reached the threshold
    EvidenceOfGain = 2,      ///< E+ reached the threshold
    NoGainEarly = 3,         ///< the first look at the mean
    LittleGainMidway = 4,    ///< the second look
    GainAtEnd = 5,           ///< all pairs played
    LittleGainAtEnd = 6,     ///< all pairs played
};

QString toString(TrialReason reason);    ///< "undecided", "evidence-of-loss", ...

/// The numbers of SCIENCE section 4. Counts are pairs, gains are means of D.
struct TrialRules {
    int earliest = 20;       ///< no decision before; the first look at the mean
    int midway = 60;         ///< the second look
    int last = 120;          ///< decided here at the latest
    double evidence = 20;    ///< of E- and E+
    double midwayGain = 0.02;
    double gain = 0.03;

    bool operator==(const TrialRules &) const = default;
};

/// A candidate against the incumbent on the same tasks: promoted, rejected or played on, one pair at a time.
///
/// A value to store after any pair. A decision is final: what is added to a decided trial is not counted.
class Trial
{
public:
    explicit Trial(TrialRules rules = {});

    /// Counts the pair and decides. Accepted: promote; Rejected: keep the incumbent; Pending: play on.
    Decision add(Pair pair);

    Decision decision() const;
    TrialReason reason() const { return m_reason; }
    const EProcess &evidence() const { return m_evidence; }

    /// The evidence, and reason.
    QJsonObject numbers() const;

    QJsonObject toJson() const;              ///< the state, without the rules

    /// BadInput with \p where when counts and reason cannot have come from these rules.
    static Result<Trial> fromJson(const QJsonObject &json, const QString &where, TrialRules rules = {});

    bool operator==(const Trial &) const = default;

private:
    TrialReason look() const;

    TrialRules m_rules;
    EProcess m_evidence;
    TrialReason m_reason = TrialReason::Undecided;
};

} // namespace autodidact
