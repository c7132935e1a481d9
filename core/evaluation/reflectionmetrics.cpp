#include "core/evaluation/metricparts.h"

#include "core/evaluation/estimators.h"
#include "core/evaluation/linediff.h"
#include "core/evaluation/metrics.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using LabelPair = std::pair<QString, QString>;

/// "Empty input", "empty_input" and "empty-input" name the same family.
QString familyName(const QString &text)
{
    QString name;
    for (QChar c : text.toLower()) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name;
}

/// The first later attempt of the same pass that passes all hidden tests.
const AttemptRecord *laterGreen(const RunView &view, const AttemptRecord &red)
{
    const Place &place = red.place;
    for (const Pass &pass : view.passes()) {
        if (pass.round != place.round || pass.phase != place.phase || pass.task != place.task)
            continue;
        for (const AttemptRecord *attempt : pass.attempts) {
            if (attempt->place.attempt > place.attempt && attempt->solved())
                return attempt;
        }
    }
    return nullptr;
}

/// Counts of stated and touched lines over all pairs: one F1 for the run.
struct LineCounts {
    int both = 0;
    int stated = 0;
    int touched = 0;

    void add(const QList<int> &statedLines, const QList<int> &touchedLines)
    {
        const std::set<int> one(statedLines.begin(), statedLines.end());
        const std::set<int> two(touchedLines.begin(), touchedLines.end());
        stated += int(one.size());
        touched += int(two.size());
        for (int line : one)
            both += two.contains(line) ? 1 : 0;
    }

    std::optional<double> f1() const
    {
        return stated + touched > 0 ? std::optional(2.0 * both / (stated + touched)) : std::nullopt;
    }
};

/// What the reviewer was shown: the visible tests, and with oracle feedback the hidden ones.
bool classWasShown(const RunView &view, const AttemptRecord &attempt)
{
    const bool visibleRed = attempt.visible && !attempt.visible->passed;
    return visibleRed || view.record().run.config.feedback == Feedback::Hidden;
}

/// What all reflections of a run add up to.
struct Tally {
    QList<LabelPair> own;        ///< (stated, true) classes whose feedback showed none
    QList<LabelPair> echoed;
    LineCounts lines;
    int linesPairs = 0;
    int causesNamed = 0;
    int causePairs = 0;

    void add(const RunView &view, const Reflection &reflection, const AttemptRecord &attempt)
    {
        if (reflection.statedClass) {
            const LabelPair pair{toString(*reflection.statedClass), toString(attempt.hidden->errorClass)};
            (classWasShown(view, attempt) ? echoed : own).append(pair);
        }
        addLines(reflection, attempt, laterGreen(view, attempt));
        addCause(reflection, manifestFamilies(attempt.manifest));
    }

private:
    void addLines(const Reflection &reflection, const AttemptRecord &red, const AttemptRecord *green)
    {
        if (green == nullptr || reflection.statedLines.isEmpty())
            return;
        const auto touched = touchedLines(red.code, green->code);
        if (!touched || touched->isEmpty())
            return;
        lines.add(reflection.statedLines, *touched);
        ++linesPairs;
    }

    void addCause(const Reflection &reflection, const QStringList &families)
    {
        if (families.isEmpty())
            return;
        ++causePairs;
        const QString cause = familyName(reflection.statedCause);
        const auto names = [&](const QString &family) { return familyName(family) == cause; };
        causesNamed += std::any_of(families.begin(), families.end(), names) ? 1 : 0;
    }
};

} // namespace

QStringList manifestFamilies(const QString &manifest)
{
    const QJsonObject object = QJsonDocument::fromJson(manifest.toUtf8()).object();
    QStringList families;
    for (const QJsonValue &value : object[u"families"_s].toArray())
        families.append(value.toString());
    for (const QJsonValue &value : object[u"faults"_s].toArray())
        families.append(value.isString() ? value.toString() : value.toObject()[u"family"_s].toString());
    families.removeAll(QString());
    families.removeDuplicates();
    return families;
}

ReflectionAccuracy reflectionAccuracy(const RunView &view)
{
    Tally tally;
    ReflectionAccuracy accuracy;
    for (const Reflection &reflection : view.record().reflections) {
        ++accuracy.reflections;
        if (reflection.origin == ReflectionOrigin::RuleBased) {
            // Written by us from the verdict: it says nothing about a reviewer.
            ++accuracy.ruleBased;
            continue;
        }
        const AttemptRecord *attempt = view.attempt(reflection.attempt);
        if (attempt != nullptr && attempt->hidden && attempt->hidden->counts())
            tally.add(view, reflection, *attempt);
    }
    accuracy.echoed = int(tally.echoed.size());
    accuracy.stated = int(tally.own.size() + tally.echoed.size());
    accuracy.kappa = cohenKappa(tally.own);
    accuracy.kappaEchoed = cohenKappa(tally.echoed);
    accuracy.linesF1 = tally.lines.f1();
    accuracy.linesPairs = tally.linesPairs;
    accuracy.causePairs = tally.causePairs;
    if (tally.causePairs > 0)
        accuracy.cause = double(tally.causesNamed) / tally.causePairs;
    return accuracy;
}

ClaimsCheck claimsCheck(const RunView &view)
{
    ClaimsCheck check;
    for (const Reflection &reflection : view.record().reflections) {
        const AttemptRecord *attempt = view.attempt(reflection.attempt);
        if (!attempt)
            continue;
        std::optional<QList<int>> touched;
        if (const AttemptRecord *green = laterGreen(view, *attempt)) {
            if (const auto lines = touchedLines(attempt->code, green->code))
                touched = *lines;
        }
        const Task *task = view.task(attempt->place.task);
        for (const Claim &claim : checkClaims(reflection, *attempt, touched)) {
            ClaimsCheck::Count &count = check.counts[claim.what];
            ++(claim.state == ClaimState::Supported          ? count.supported
                   : claim.state == ClaimState::Contradicted ? count.contradicted
                                                             : count.unverifiable);
            if (claim.state == ClaimState::Contradicted)
                check.contradictions.append({attempt->place, task ? task->key : QString(), claim});
        }
    }
    return check;
}

namespace {

/// Formula: StyleScore::linter.
double linterScore(const AttemptRecord &attempt, int findings)
{
    const auto lines = QStringView(attempt.code).split(u'\n');
    const auto filled = std::ranges::count_if(lines, [](QStringView line) { return !line.trimmed().isEmpty(); });
    return 10.0 / (1.0 + 10.0 * findings / double(std::max<qsizetype>(10, filled)));
}

} // namespace

StyleScore styleScore(const RunView &view)
{
    QList<double> linted;
    for (const AttemptRecord &attempt : view.record().attempts) {
        if (attempt.lintFindings && isReported(attempt.place.phase))
            linted.append(linterScore(attempt, *attempt.lintFindings));
    }
    QList<double> scores;
    for (const Reflection &reflection : view.record().reflections) {
        if (reflection.styleScore)
            scores.append(*reflection.styleScore);
    }
    return {mean(scores), int(scores.size()), mean(linted), int(linted.size())};
}

} // namespace autodidact
