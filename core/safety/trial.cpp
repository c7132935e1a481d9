#include "core/safety/trial.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

QString toString(TrialReason reason)
{
    switch (reason) {
    case TrialReason::Undecided: return u"undecided"_s;
    case TrialReason::EvidenceOfLoss: return u"evidence-of-loss"_s;
    case TrialReason::EvidenceOfGain: return u"evidence-of-gain"_s;
    case TrialReason::NoGainEarly: return u"no-gain-early"_s;
    case TrialReason::LittleGainMidway: return u"little-gain-midway"_s;
    case TrialReason::GainAtEnd: return u"gain-at-end"_s;
    case TrialReason::LittleGainAtEnd: return u"little-gain-at-end"_s;
    }
    return {};
}

Trial::Trial(TrialRules rules)
    : m_rules(rules)
{
}

Decision Trial::add(Pair pair)
{
    if (m_reason == TrialReason::Undecided) {
        m_evidence.counts.add(pair);
        m_reason = look();
    }
    return decision();
}

Decision Trial::decision() const
{
    switch (m_reason) {
    case TrialReason::Undecided:
        return Decision::Pending;
    case TrialReason::EvidenceOfGain:
    case TrialReason::GainAtEnd:
        return Decision::Accepted;
    case TrialReason::EvidenceOfLoss:
    case TrialReason::NoGainEarly:
    case TrialReason::LittleGainMidway:
    case TrialReason::LittleGainAtEnd:
        return Decision::Rejected;
    }
    return Decision::Pending;
}

TrialReason Trial::look() const
{
    const int pairs = m_evidence.counts.pairs();
    const double mean = m_evidence.counts.mean();
    const double threshold = std::log(m_rules.evidence);
    if (pairs < m_rules.earliest)
        return TrialReason::Undecided;
    if (m_evidence.logMinus() >= threshold)
        return TrialReason::EvidenceOfLoss;
    if (m_evidence.logPlus() >= threshold)
        return TrialReason::EvidenceOfGain;
    if (pairs == m_rules.earliest && mean <= 0)
        return TrialReason::NoGainEarly;
    if (pairs == m_rules.midway && mean < m_rules.midwayGain)
        return TrialReason::LittleGainMidway;
    if (pairs >= m_rules.last)
        return mean >= m_rules.gain ? TrialReason::GainAtEnd : TrialReason::LittleGainAtEnd;
    return TrialReason::Undecided;
}

QJsonObject Trial::numbers() const
{
    QJsonObject numbers = m_evidence.numbers();
    numbers[u"reason"_s] = toString(m_reason);
    return numbers;
}

QJsonObject Trial::toJson() const
{
    QJsonObject json = m_evidence.counts.toJson();
    json[u"reason"_s] = int(m_reason);
    return json;
}

Result<Trial> Trial::fromJson(const QJsonObject &json, const QString &where, TrialRules rules)
{
    const Result<PairCounts> counts = PairCounts::fromJson(json, where);
    if (!counts)
        return std::unexpected(counts.error());
    Trial trial(rules);
    trial.m_evidence.counts = *counts;
    trial.m_reason = static_cast<TrialReason>(json[u"reason"_s].toInt(-1));
    // Whatever looks only at the counts so far must agree: a stored trial stopped at its first decisive pair.
    if (trial.m_reason != trial.look() || counts->pairs() > rules.last) {
        return fail(ErrorKind::BadInput, u"%1: a trial of %2 pairs cannot stand at \"reason\": %3"_s.arg(where)
                                             .arg(counts->pairs())
                                             .arg(json[u"reason"_s].toInt(-1)));
    }
    return trial;
}

} // namespace autodidact
