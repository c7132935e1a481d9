#include "widgets/curve/curvedata.h"

#include "core/control/guard.h"

#include <algorithm>
#include <map>

namespace autodidact {

namespace {

QList<RoundDot> roundDots(const CurveRecord &record)
{
    std::map<int, RoundDot> dots;
    for (const OutcomeRow &row : record.learn) {
        if (!row.counts)
            continue;
        RoundDot &dot = dots[row.place.round];
        dot.round = row.place.round;
        ++dot.tasks;
        dot.solved += row.solved ? 1 : 0;
        dot.recalled += row.solved && row.exposed ? 1 : 0;
        dot.firstTry += row.solved && row.firstTry ? 1 : 0;
    }
    QList<RoundDot> list;
    for (auto &[number, dot] : dots) {
        const auto round = std::ranges::find(record.rounds, number, &Round::number);
        if (round != record.rounds.end()) {
            dot.version = round->version;
            dot.scheduled = round->tasks;
            dot.finished = round->finished;
        }
        dot.learnt = wilson(dot.solved - dot.recalled, dot.tasks);
        dot.all = wilson(dot.solved, dot.tasks);
        list.append(dot);
    }
    return list;
}

QList<CheckDot> checkDots(const CurveRecord &record)
{
    QList<CheckDot> list;
    for (const Round &round : record.rounds) {
        if (round.checkpointTasks == 0 || !round.finished)
            continue;
        list.append({round.number, round.version, round.checkpointTasks, round.checkpointSolved, round.checkpointExposed,
                     round.baselineSolved, wilson(round.checkpointSolved, round.checkpointTasks),
                     wilson(round.baselineSolved, round.checkpointTasks)});
    }
    return list;
}

/// What the window and the guard go by, in order.
QList<OutcomeRow> watched(const CurveRecord &record)
{
    QList<OutcomeRow> rows = record.watch.isEmpty() ? record.learn : record.watch;
    rows.removeIf([](const OutcomeRow &row) { return !row.counts; });
    std::ranges::stable_sort(rows, {}, [](const OutcomeRow &row) { return std::pair(row.place.round, row.place.task); });
    return rows;
}

QList<WindowDot> windowDots(const QList<OutcomeRow> &rows, const CurveRecord &record)
{
    QList<WindowOutcome> outcomes;
    std::map<int, int> total;            // by round
    int most = 1;
    for (const OutcomeRow &row : rows) {
        outcomes.append({row.place.round, row.version, row.solved});
        most = std::max(most, ++total[row.place.round]);
    }
    // A round that goes on is drawn as wide as it will become.
    for (const Round &round : record.rounds) {
        if (!round.finished && total.contains(round.number))
            total[round.number] = std::max(most, record.watch.isEmpty() ? round.tasks : most);
    }
    QList<WindowDot> dots;
    std::map<int, int> seen;
    for (const WindowPoint &point : slidingWindow(outcomes, std::max(1, record.run.config.window)))
        dots.append({point.round - 0.5 + double(++seen[point.round]) / total[point.round], point});
    return dots;
}

/// The guard's own view after every finished round; see WindowGuard.
QList<TrustStep> trustSteps(const QList<OutcomeRow> &rows, const CurveRecord &record)
{
    QList<TrustStep> steps;
    if (record.run.config.safetyRule == SafetyRule::Off)
        return steps;
    std::map<int, QList<bool>> byVersion;
    qsizetype next = 0;
    for (const Round &round : record.rounds) {
        if (!round.finished)
            continue;
        for (; next < rows.size() && rows[next].place.round <= round.number; ++next)
            byVersion[rows[next].version].append(rows[next].solved);
        std::optional<TrustStep> best;
        for (const auto &[version, solved] : byVersion) {
            const auto last = solved.last(std::min<qsizetype>(solved.size(), std::max(1, record.run.config.window)));
            const double mean = double(last.count(true)) / double(last.size());
            if (last.size() >= WindowGuard::minimumOutcomes && (!best || mean > best->best))
                best = TrustStep{round.number, version, mean, std::max(0.0, mean - record.run.config.trustRegion)};
        }
        if (best)
            steps.append(*best);
    }
    return steps;
}

MarkKind kindOf(SafetyAction action)
{
    switch (action) {
    case SafetyAction::Continue:
    case SafetyAction::Unfreeze: return MarkKind::Unfreeze;
    case SafetyAction::Freeze: return MarkKind::Freeze;
    case SafetyAction::RollBack: return MarkKind::RollBack;
    case SafetyAction::Undo: return MarkKind::Undo;
    case SafetyAction::Hold: return MarkKind::Hold;
    case SafetyAction::Release: return MarkKind::Release;
    case SafetyAction::IntegrityHit: return MarkKind::Integrity;
    }
    return MarkKind::Integrity;
}

QList<CurveMark> marksOf(const CurveRecord &record)
{
    QList<CurveMark> marks;
    for (const PromptVersion &version : record.versions) {
        const auto update = std::ranges::find(record.updates, std::optional(version.number), &Update::newVersion);
        const bool known = update != record.updates.end();
        marks.append({MarkKind::Version, version.origin == VersionOrigin::Initial ? 0 : version.round, version.number,
                      version.origin == VersionOrigin::Person, known ? update->id : UpdateId(), 0,
                      known && !update->reason.isEmpty() ? update->reason : version.note,
                      known && !update->reason.isEmpty() ? update->why : version.noteWhy});
    }
    for (const Update &update : record.updates) {
        if (update.decision == Decision::Rejected)
            marks.append({MarkKind::Rejected, update.place.round, 0, update.origin == VersionOrigin::Person, update.id, 0, update.reason, update.why});
    }
    for (const SafetyDecision &decision : record.decisions) {
        if (decision.action != SafetyAction::Continue)
            marks.append({kindOf(decision.action), decision.place.round, decision.toVersion, decision.byPerson, {}, decision.id, decision.reason,
                          {decision.code, decision.numbers}});
    }
    std::ranges::stable_sort(marks, {}, &CurveMark::round);
    return marks;
}

} // namespace

CurveData CurveData::of(const CurveRecord &record)
{
    CurveData data;
    data.run = record.run.id;
    data.name = record.run.name;
    data.windowWidth = record.run.config.window;
    data.trustRegion = record.run.config.trustRegion;
    data.windowOnLearn = record.watch.isEmpty();
    for (const Round &round : record.rounds)
        data.lastRound = std::max(data.lastRound, round.number);
    if (record.isLive())
        data.lastRound = std::max(data.lastRound, record.run.config.rounds);
    const QList<OutcomeRow> rows = watched(record);
    data.rounds = roundDots(record);
    data.checks = checkDots(record);
    data.window = windowDots(rows, record);
    data.trust = trustSteps(rows, record);
    data.marks = marksOf(record);
    return data;
}

bool CurveData::hasFinishedRound() const
{
    return std::ranges::any_of(rounds, &RoundDot::finished);
}

bool CurveData::has(CurveLayer layer) const
{
    switch (layer) {
    case CurveLayer::Rounds: return !rounds.isEmpty();
    case CurveLayer::Recalled: return std::ranges::any_of(rounds, [](const RoundDot &dot) { return dot.recalled > 0; });
    case CurveLayer::Window: return !window.isEmpty();
    case CurveLayer::Trust: return !trust.isEmpty();
    case CurveLayer::Checkpoints:
    case CurveLayer::Baseline: return !checks.isEmpty();
    case CurveLayer::Marks: return !marks.isEmpty();
    }
    return false;
}

const RoundDot *CurveData::dotOf(int round) const
{
    const auto found = std::ranges::find(rounds, round, &RoundDot::round);
    return found == rounds.end() ? nullptr : &*found;
}

} // namespace autodidact
