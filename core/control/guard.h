#pragma once

#include "core/domain/run.h"
#include "core/domain/update.h"
#include "core/safety/paircounts.h"

#include <map>
#include <memory>

namespace autodidact {

/// One task outcome that the guard may see.
struct GuardOutcome {
    int version = 1;
    int round = 1;
    bool solved = false;
};

/// One select task of a round under the current version and under the one before it.
struct ShadowPair {
    int round = 1;
    Pair pair = Pair::Equal;
};

/// What the guard may see.
struct GuardEvidence {
    QList<GuardOutcome> outcomes;    ///< in order of rounds
    QList<ShadowPair> pairs;         ///< since the last promotion, in order of rounds and tasks
};

/// Which version shadows which.
struct Shadowing {
    int version = 2;             ///< the promoted one
    int before = 1;              ///< the one that shadows it
    int since = 2;               ///< first round

    bool operator==(const Shadowing &) const = default;
};

/// What the guard knows of a run; a fold over its decisions and updates.
struct GuardState {
    int current = 1;             ///< version of the next round
    bool frozen = false;         ///< no automatic updates for now
    int thawRound = 0;           ///< cool-down: frozen only until this round; 0: until an Unfreeze
    std::optional<Shadowing> shadowing; ///< since the last promotion; none after the version was moved otherwise
    std::optional<int> held;     ///< a person holds this version
    int personActedInRound = 0;  ///< round in which a person last moved the version; 0 never

    void apply(const SafetyDecision &decision);
    void admit(const PromptVersion &version);
    bool isFrozen(int round) const { return frozen && (thawRound == 0 || round < thawRound); }
    bool mayUpdate(int round) const { return !isFrozen(round) && !held && personActedInRound != round; }
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
    virtual std::optional<SafetyDecision> decide(const GuardEvidence &evidence, const GuardState &state,
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

    std::optional<SafetyDecision> decide(const GuardEvidence &evidence, const GuardState &state,
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

/// `safety.rule = paired` (SCIENCE section 4): the version before the last promotion shadows the current one on a share of
/// the select tasks; ShadowGuard says when that freezes updates or rolls back. After a rollback updates rest for the
/// cool-down. A version that a person holds is never rolled back.
class PairedGuard : public Guard
{
public:
    /// \p trustRegion a share in 0..1, \p coolDown in rounds.
    PairedGuard(double trustRegion, int coolDown);

    std::optional<SafetyDecision> decide(const GuardEvidence &evidence, const GuardState &state, int version,
                                         int round) const override;

private:
    double m_trustRegion;
    int m_coolDown;
};

/// `safety.rule = off`.
class NoGuard : public Guard
{
public:
    std::optional<SafetyDecision> decide(const GuardEvidence &, const GuardState &, int, int) const override
    {
        return std::nullopt;
    }
};

/// \p rule: Off, Window or Paired.
std::unique_ptr<Guard> makeGuard(SafetyRule rule, const RunConfig &config);

} // namespace autodidact
