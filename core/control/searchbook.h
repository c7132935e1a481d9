#pragma once

#include "core/domain/outcome.h"
#include "core/domain/run.h"
#include "core/events/event.h"
#include "core/search/reward.h"
#include "core/search/strategysearch.h"
#include "core/storage/database.h"
#include "core/update/updater.h"

namespace autodidact {

/// One learn task as the strategy search learns from it.
struct SearchLesson {
    const TaskOutcome *outcome = nullptr;
    Picks picks;
    qint64 tokens = 0;               ///< of all its attempts and reflections
};

QJsonObject picksToJson(const Picks &picks);

/// The strategy search of a run: picks how each learn task is worked on, learns after the round what that was worth, and
/// proposes the best choices as a version. Agent thread.
///
/// The state is what the last SearchLearnt event holds, so that a resumed run picks the same again.
class SearchBook
{
public:
    /// BadInput when the run's choices are none.
    static Result<SearchBook> of(const RunConfig &config);

    /// The state that \p round begins with.
    Status load(Database &database, RunId run, int round);

    Picks pick(int round, const Task &task) const;
    Strategy applied(const Picks &picks, const Strategy &base) const;

    /// Learns from the lessons, in order. \p lessons of tasks with a fault of ours, or without attempts, teach nothing.
    SearchLearnt learn(int round, const QList<SearchLesson> &lessons);

    /// The current strategy with every choice replaced that did clearly better over all contexts: its mean reward is
    /// higher by MinimumGain and either was tried MinimumPulls times. Nothing when there is none.
    std::optional<Update> propose(const UpdateContext &context) const;

    static constexpr double MinimumGain = 0.02;
    static constexpr double MinimumPulls = 5;      ///< discounted

private:
    SearchBook(const RunConfig &config, StrategySearch search);

    SearchContext contextOf(const Task &task) const;
    QJsonObject weights() const;
    QList<OptionState> pooled(const QString &dimension) const;   ///< over the languages' contexts

    RunConfig m_config;
    StrategySearch m_search;
    std::map<QString, ErrorClass> m_lastErrors;    ///< by group; without an entry: first met, or solved
};

} // namespace autodidact
