#include "core/experiments/studyoutcome.h"

#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonValue orNull(const std::optional<double> &value) { return value ? QJsonValue(rounded(*value)) : QJsonValue(); }

std::optional<double> optional(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

QJsonObject StudyOutcome::toJson() const
{
    return {{u"world"_s, place.world}, {u"arm"_s, place.arm}, {u"seed"_s, place.seed}, {u"better"_s, better},
            {u"worse"_s, worse}, {u"equal"_s, equal}, {u"before"_s, rounded(before)}, {u"after"_s, rounded(after)},
            {u"best"_s, orNull(best)}, {u"best_again"_s, orNull(bestAgain)}, {u"oracle"_s, orNull(oracle)},
            {u"promoted"_s, promoted}, {u"proposed"_s, proposed}, {u"rollbacks"_s, rollbacks}, {u"solved_in_run"_s, solvedInRun}};
}

Result<StudyOutcome> StudyOutcome::fromJson(const QJsonObject &json, const QString &where)
{
    StudyOutcome outcome;
    outcome.place = {json[u"world"_s].toString(), json[u"arm"_s].toString(), json[u"seed"_s].toInt()};
    if (outcome.place.world.isEmpty() || outcome.place.arm.isEmpty() || outcome.place.seed < 1)
        return fail(ErrorKind::BadInput, u"%1: this is no outcome of a study; remove the line, or the file"_s.arg(where));
    outcome.better = json[u"better"_s].toInt();
    outcome.worse = json[u"worse"_s].toInt();
    outcome.equal = json[u"equal"_s].toInt();
    outcome.before = json[u"before"_s].toDouble();
    outcome.after = json[u"after"_s].toDouble();
    outcome.best = optional(json[u"best"_s]);
    outcome.bestAgain = optional(json[u"best_again"_s]);
    outcome.oracle = optional(json[u"oracle"_s]);
    outcome.promoted = json[u"promoted"_s].toInt();
    outcome.proposed = json[u"proposed"_s].toInt();
    outcome.rollbacks = json[u"rollbacks"_s].toInt();
    outcome.solvedInRun = json[u"solved_in_run"_s].toString();
    return outcome;
}

Result<StudyOutcome> paired(StudyOutcome newer, const StudyOutcome &older)
{
    if (newer.solvedInRun.size() != older.solvedInRun.size())
        return fail(ErrorKind::Conflict, u"%1 and %2 did not play the same tasks"_s.arg(newer.place.arm, older.place.arm));
    int solvedNewer = 0;
    int solvedOlder = 0;
    for (qsizetype i = 0; i < newer.solvedInRun.size(); ++i) {
        const QChar a = newer.solvedInRun[i];
        const QChar b = older.solvedInRun[i];
        if (a == u'-' || b == u'-')
            continue;
        solvedNewer += a == u'1' ? 1 : 0;
        solvedOlder += b == u'1' ? 1 : 0;
        ++(a == b ? newer.equal : a == u'1' ? newer.better : newer.worse);
    }
    const double pairs = std::max(1, newer.pairs());
    newer.before = solvedOlder / pairs;
    newer.after = solvedNewer / pairs;
    return newer;
}

} // namespace autodidact
