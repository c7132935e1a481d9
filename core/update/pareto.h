#pragma once

#include "core/base/id.h"
#include "core/domain/update.h"

#include <QList>

#include <map>

namespace autodidact {

/// What a candidate solved in a race, and what the version of then solved with the same draws. Task ordinal -> green.
struct RaceScore {
    UpdateId update;
    std::map<int, bool> candidate;
    std::map<int, bool> incumbent;

    int greens() const;
    QList<int> wins() const;         ///< tasks that the candidate alone solved, ascending
    QJsonObject toJson() const;

    /// The score in an update's validation; nothing where it did not race.
    static std::optional<RaceScore> of(const Update &update);

    bool operator==(const RaceScore &) const = default;
};

/// The scores that no other beats: A beats B when both raced on B's tasks, A solved all that B solved there, and more.
/// In the order given; of equal ones the first. Keeping winners per task instead of one best version is what GEPA does
/// (Agrawal et al., arXiv 2507.19457, 2025).
QList<RaceScore> paretoSet(const QList<RaceScore> &scores);

} // namespace autodidact
