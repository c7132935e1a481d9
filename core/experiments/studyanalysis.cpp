#include "core/experiments/studyanalysis.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/report/figures.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double MostFalseCalls = 0.05;
constexpr double RightDirection = 0.80;
constexpr double AllowedLoss = 0.02;

Estimate over(const QList<double> &values, QByteArrayView purpose)
{
    const auto statistic = [&](const QList<int> &chosen) {
        double sum = 0;
        for (const int index : chosen)
            sum += values[index];
        return sum / double(chosen.size());
    };
    return bootstrap(int(values.size()), statistic, Random::seedOf({values.size()}, purpose));
}

double meanOf(const QList<double> &values)
{
    return values.isEmpty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

QString planted(const StudyFinding &finding)
{
    return finding.planted ? u" (planted effect %1)"_s.arg(points(*finding.planted)) : QString();
}

QString verdictOf(const StudyFinding &finding, bool expectsNothing)
{
    const auto seeds = double(finding.outcomes.size());
    if (!finding.test.enough)
        return u"demonstration: no test (fewer than six seeds)"_s;
    if (finding.measure == StudyMeasure::Safety)
        return finding.loss->value <= AllowedLoss ? u"machinery: held"_s : u"machinery: lost"_s;
    if (expectsNothing || finding.world == u"null") {
        const QString effect = finding.planted ? planted(finding) : u" (planted effect 0.0 points)"_s;
        return (finding.helpful <= MostFalseCalls * seeds ? u"machinery: no alarm"_s : u"machinery: false alarm"_s) + effect;
    }
    if (finding.world == u"helpful")
        return (finding.positive >= RightDirection * seeds ? u"machinery: detected"_s : u"machinery: missed"_s) + planted(finding);
    if (finding.harmful > 0 || finding.effect.high < 0)
        return u"machinery: harm found in %1 of %2 worlds"_s.arg(finding.harmful).arg(finding.outcomes.size()) + planted(finding);
    return u"machinery: no harm found"_s + planted(finding);
}

void conclude(StudyFinding &finding, const StudyPlan &plan)
{
    QList<double> losses;
    QList<double> gains;
    for (const StudyOutcome &outcome : std::as_const(finding.outcomes)) {
        finding.effects.append(outcome.mean());
        const StudyCall call = callOf(outcome, plan.level);
        finding.helpful += call == StudyCall::Helpful ? 1 : 0;
        finding.harmful += call == StudyCall::Harmful ? 1 : 0;
        finding.positive += outcome.mean() > 0 ? 1 : 0;
        finding.zero += outcome.mean() == 0 ? 1 : 0;
        finding.promoted += outcome.promoted;
        finding.rollbacks += outcome.rollbacks;
        if (outcome.bestAgain)
            losses.append(*outcome.bestAgain - outcome.after);
        if (outcome.oracle)
            gains.append(*outcome.oracle - outcome.before);
    }
    finding.effect = over(finding.effects, "study effect");
    finding.test = signFlip(finding.effects);
    finding.helpfulShare = clopperPearson(finding.helpful, int(finding.outcomes.size()));
    if (!gains.isEmpty())
        finding.planted = meanOf(gains);
    if (!losses.isEmpty()) {
        finding.loss = over(losses, "study loss");
        finding.worstLoss = std::ranges::max(losses);
    }
    finding.verdict = verdictOf(finding, plan.expectsNothing);
}

} // namespace

double signTest(int successes, int failures)
{
    if (successes <= 0)
        return 1.0;
    const boost::math::binomial_distribution<> coin(successes + failures, 0.5);
    return boost::math::cdf(boost::math::complement(coin, successes - 1));
}

StudyCall callOf(const StudyOutcome &outcome, double level)
{
    if (signTest(outcome.better, outcome.worse) <= level)
        return StudyCall::Helpful;
    return signTest(outcome.worse, outcome.better) <= level ? StudyCall::Harmful : StudyCall::None;
}

Result<QList<StudyFinding>> findingsOf(const StudyPlan &plan, const QList<StudyOutcome> &outcomes)
{
    std::map<StudyCellPlace, const StudyOutcome *> byPlace;
    for (const StudyOutcome &outcome : outcomes)
        byPlace[outcome.place] = &outcome;
    QList<StudyFinding> findings;
    for (const QString &world : plan.worlds) {
        for (const StudyArm &arm : plan.arms) {
            StudyFinding finding{.world = world, .arm = arm.name, .measure = arm.measure};
            for (int seed = 1; seed <= plan.seeds; ++seed) {
                const auto found = byPlace.find({world, arm.name, seed});
                if (found == byPlace.end())
                    continue;
                if (arm.measure != StudyMeasure::Retries || arm.against == arm.name) {
                    if (arm.measure != StudyMeasure::Retries)
                        finding.outcomes.append(*found->second);
                    continue;
                }
                const auto partner = byPlace.find({world, arm.against, seed});
                if (partner == byPlace.end())
                    continue;
                const Result<StudyOutcome> pair = paired(*found->second, *partner->second);
                if (!pair)
                    return std::unexpected(pair.error());
                finding.outcomes.append(*pair);
            }
            if (finding.outcomes.isEmpty())
                continue;
            conclude(finding, plan);
            findings.append(finding);
        }
    }
    return findings;
}

QJsonObject studyDocument(const StudyPlan &plan, const QList<StudyFinding> &findings, const QJsonObject &student)
{
    QJsonArray list;
    for (const StudyFinding &finding : findings) {
        QJsonArray seeds;
        for (qsizetype i = 0; i < finding.outcomes.size(); ++i) {
            const StudyOutcome &outcome = finding.outcomes[i];
            const StudyCall call = callOf(outcome, plan.level);
            QJsonObject one = outcome.toJson();
            one.remove("solved_in_run"_L1);
            one[u"effect"_s] = rounded(finding.effects[i]);
            one[u"call"_s] = call == StudyCall::Helpful ? u"helpful"_s : call == StudyCall::Harmful ? u"harmful"_s : u"none"_s;
            seeds.append(one);
        }
        QJsonObject json{{u"world"_s, finding.world}, {u"arm"_s, finding.arm}, {u"seeds"_s, finding.outcomes.size()},
                         {u"effect"_s, jsonEstimate(finding.effect)}, {u"called_helpful"_s, finding.helpful},
                         {u"called_harmful"_s, finding.harmful}, {u"helpful_share"_s, jsonEstimate(finding.helpfulShare)},
                         {u"positive"_s, finding.positive}, {u"zero"_s, finding.zero}, {u"promoted"_s, finding.promoted},
                         {u"rollbacks"_s, finding.rollbacks}, {u"verdict"_s, finding.verdict}, {u"per_seed"_s, seeds},
                         {u"p_value"_s, finding.test.enough ? QJsonValue(rounded(finding.test.p)) : QJsonValue()},
                         {u"planted"_s, finding.planted ? QJsonValue(rounded(*finding.planted)) : QJsonValue()}};
        if (finding.loss) {
            json[u"loss"_s] = jsonEstimate(*finding.loss);
            json[u"worst_loss"_s] = rounded(finding.worstLoss);
        }
        list.append(json);
    }
    return {{u"study"_s, plan.name}, {u"title"_s, plan.title}, {u"plan_sha256"_s, plan.hash}, {u"student"_s, student},
            {u"note"_s, u"Effects of rules, memories and diagnoses are inputs; results test the machinery, not language models."_s},
            {u"suite"_s, plan.suite}, {u"level"_s, plan.level}, {u"laps"_s, plan.laps}, {u"findings"_s, list}};
}

QString studyText(const StudyPlan &plan, const QList<StudyFinding> &findings)
{
    QString text = plan.title + u'\n';
    for (const StudyFinding &finding : findings) {
        text += u"%1 %2 %3 seeds: %4 (%5), above zero %6, called helpful %7 (at most %8), harmful %9; "_s
                    .arg(finding.world, -9).arg(finding.arm, -12).arg(finding.outcomes.size(), 2).arg(points(finding.effect.value))
                    .arg(pointsRange(finding.effect)).arg(finding.positive).arg(finding.helpful)
                    .arg(percent(finding.helpfulShare.high)).arg(finding.harmful);
        if (finding.loss)
            text += u"below its best %1 (%2); "_s.arg(points(finding.loss->value), pointsRange(*finding.loss));
        text += finding.verdict + u'\n';
    }
    return text + u"Effects of rules, memories and diagnoses are inputs; results test the machinery, not language models.\n"_s;
}

} // namespace autodidact
