#include "core/update/crossing.h"

#include "core/update/editchecker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype MostWinningRules = 6;

struct Winner {
    const Update *update = nullptr;
    qsizetype openWins = 0;          ///< tasks that the current version fails now
    qsizetype wins = 0;
};

/// The Pareto set of all raced updates that won anything and did not make the current version; best first.
QList<Winner> winnersOf(const UpdateContext &context)
{
    QList<RaceScore> scores;
    std::map<UpdateId, const Update *> byId;
    for (const Update &update : context.past) {
        if (const auto score = RaceScore::of(update); score && update.newVersion != context.current.number) {
            scores.append(*score);
            byId[update.id] = &update;
        }
    }
    QList<Winner> winners;
    for (const RaceScore &score : paretoSet(scores)) {
        const QList<int> wins = score.wins();
        const auto isOpen = [&](int task) {
            return std::ranges::any_of(context.outcomes, [task](const TaskOutcome &outcome) {
                return outcome.task.ordinal == task && !outcome.green();
            });
        };
        if (!wins.isEmpty())
            winners.append({byId.at(score.update), std::ranges::count_if(wins, isOpen), wins.size()});
    }
    std::ranges::stable_sort(winners, [](const Winner &a, const Winner &b) {
        return std::tuple(a.openWins, a.wins, a.update->id) > std::tuple(b.openWins, b.wins, b.update->id);
    });
    return winners;
}

bool holdsText(const QList<Rule> &rules, const QString &text)
{
    return std::ranges::any_of(rules, [&](const Rule &rule) { return rule.text == text; });
}

} // namespace

Result<QList<Update>> Crossing::propose(const UpdateContext &context, std::stop_token stop)
{
    for (const Winner &winner : winnersOf(context)) {
        QList<RuleEdit> edits;
        for (const RuleEdit &edit : winner.update->edits) {
            if (!edit.text.isEmpty() && edit.kind != RuleEditKind::Tag && !holdsText(context.current.rules, edit.text))
                edits.append({RuleEditKind::Add, {}, edit.text, edit.reason, edit.why});
        }
        const Result<CheckedEdits> checked = EditChecker(m_embedder).check(edits, context, stop);
        if (!checked)
            return std::unexpected(checked.error());
        if (checked->kept.isEmpty())
            continue;
        Update update;
        update.run = context.run;
        update.place = {.round = context.round, .phase = Phase::Update};
        update.oldVersion = context.current.number;
        update.origin = VersionOrigin::MetaController;
        update.crossedWith = winner.update->newVersion.value_or(winner.update->oldVersion);
        update.edits = checked->kept;
        update.editShare = checked->editShare;
        update.evidence = {{u"source"_s, u"crossing"_s}, {u"round"_s, winner.update->place.round},
                           {u"wins"_s, winner.wins}, {u"open_wins"_s, winner.openWins}};
        update.reason = u"Takes over %1 rules of an update of round %2 that solved %3 tasks which version %4 failed"_s
                            .arg(checked->kept.size()).arg(winner.update->place.round).arg(winner.wins)
                            .arg(winner.update->oldVersion);
        update.why = {ReasonCode::CrossedVersions, {{u"version"_s, *update.crossedWith}, {u"rules"_s, checked->kept.size()},
                                                    {u"wins"_s, winner.wins}}};
        return QList<Update>{update};
    }
    return QList<Update>();
}

QStringList winningRules(const UpdateContext &context)
{
    QStringList texts;
    for (const Winner &winner : winnersOf(context)) {
        for (const RuleEdit &edit : winner.update->edits) {
            const bool fresh = !edit.text.isEmpty() && edit.kind != RuleEditKind::Tag && !texts.contains(edit.text)
                && !holdsText(context.current.rules, edit.text);
            if (fresh && texts.size() < MostWinningRules)
                texts.append(edit.text);
        }
    }
    return texts;
}

} // namespace autodidact
