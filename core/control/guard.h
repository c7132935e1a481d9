#pragma once

#include "core/domain/run.h"
#include "core/domain/update.h"

#include <map>
#include <memory>

namespace autodidact {

/// One task outcome that the guard may see.
struct GuardOutcome {
    int version = 1;
    int round = 1;
    bool solved = false;
};

/// What the guard knows of a run; a fold over its decisions and updates.
struct GuardState {
    int current = 1;             ///< version of the next round
    bool frozen = false;         ///< no automatic updates for now
    std::optional<int> held;     ///< a person holds this version
    int personActedInRound = 0;  ///< round in which a person last moved the version; 0 never

    void apply(const SafetyDecision &decision);
    void admit(int version) { current = version; }
    bool mayUpdate(int round) const { return !frozen && !held && personActedInRound != round; }
    bool operator==(const GuardState &) const = default;
};

/// Success of a version over its last W outcomes.
struct VersionWindow {
    int solved = 0;
    int outcomes = 0;

    double mean() const { return outcomes > 0 ? double(solved) / outcomes : 0.0; }
};

/// Trust region and rollback after every round.
class Guard
{
public:
    virtual ~Guard() = default;

    /// The decision after \p round ran under \p version, or none when all is well.
    virtual std::optional<SafetyDecision> decide(const QList<GuardOutcome> &outcomes, const GuardState &state,
                                                 int version, int round) const = 0;
};

/// `safety.rule = window` (SCIENCE section 4): when the current version's window is more than the trust
/// region below the best version's, freeze updates and go back to the newest version whose mean is at
/// least the lower Wilson bound of the best's.
class WindowGuard : public Guard
{
public:
    /// \p window in outcomes, \p trustRegion a share in 0..1.
    WindowGuard(int window, double trustRegion);

    std::optional<SafetyDecision> decide(const QList<GuardOutcome> &outcomes, const GuardState &state,
                                         int version, int round) const override;

    static constexpr int minimumOutcomes = 10;   ///< a version with fewer is not judged

private:
    using Windows = std::map<int, VersionWindow>;

    Windows windowsOf(const QList<GuardOutcome> &outcomes) const;
    std::optional<int> best(const Windows &windows) const;
    int target(const Windows &windows, int best, int current) const;

    int m_window;
    double m_trustRegion;
};

/// `safety.rule = off`.
class NoGuard : public Guard
{
public:
    std::optional<SafetyDecision> decide(const QList<GuardOutcome> &, const GuardState &, int, int) const override
    {
        return std::nullopt;
    }
};

std::unique_ptr<Guard> makeGuard(const RunConfig &config);

} // namespace autodidact
