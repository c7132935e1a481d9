#pragma once

#include "core/evaluation/window.h"
#include "widgets/curve/curvelayer.h"
#include "widgets/curve/curverecord.h"

namespace autodidact {

/// Success of one round on its learn tasks; faults of this machine are left out.
struct RoundDot {
    int round = 0;
    int version = 1;
    int tasks = 0;           ///< judged so far
    int solved = 0;
    int recalled = 0;        ///< solved, but the prompt carried the solution
    int firstTry = 0;
    int scheduled = 0;
    bool finished = false;   ///< false: "so far"
    Estimate learnt;         ///< without what was recalled; Wilson 95 %
    Estimate all;

    bool operator==(const RoundDot &) const = default;
};

/// A checkpoint on the report tasks, and the frozen first version on the same tasks.
struct CheckDot {
    int round = 0;
    int version = 1;
    int tasks = 0;
    int solved = 0;
    int recalled = 0;
    int baselineSolved = 0;
    Estimate rate;
    Estimate baseline;

    bool operator==(const CheckDot &) const = default;
};

/// The evaluation window at one place of the round axis; a round r reaches from r - 0.5 to r + 0.5.
struct WindowDot {
    double x = 0;
    WindowPoint point;

    bool operator==(const WindowDot &) const = default;
};

/// What the guard allows after a round: from the best version's window down to \c floor, as shares.
struct TrustStep {
    int round = 0;
    int bestVersion = 1;
    double best = 0;
    double floor = 0;

    bool operator==(const TrustStep &) const = default;
};

enum class MarkKind { Version, Rejected, RollBack, Undo, Freeze, Unfreeze, Hold, Release, Integrity };

/// Something that happened to the versions, at the end of its round.
struct CurveMark {
    MarkKind kind = MarkKind::Version;
    int round = 0;
    int version = 0;         ///< the one that came of it; 0 for none
    bool byPerson = false;
    UpdateId update;         ///< of versions and rejections
    qint64 decision = 0;     ///< of the guard or a person
    QString reason;          ///< as stored; CurveWords says it in the window's language
    Reason why;

    double x() const { return round + 0.5; }
    bool operator==(const CurveMark &) const = default;
};

/// Everything the success curve shows of one run, as numbers.
struct CurveData {
    RunId run;
    QString name;
    int windowWidth = 0;     ///< W
    double trustRegion = 0;  ///< share
    bool windowOnLearn = false;  ///< nothing is held out: the window runs over the learn tasks
    int lastRound = 0;       ///< where the axis ends
    QList<RoundDot> rounds;
    QList<CheckDot> checks;
    QList<WindowDot> window;
    QList<TrustStep> trust;  ///< empty when no guard watches
    QList<CurveMark> marks;

    static CurveData of(const CurveRecord &record);

    bool hasFinishedRound() const;
    bool has(CurveLayer layer) const;    ///< there is something to draw in it
    const RoundDot *dotOf(int round) const;
    bool operator==(const CurveData &) const = default;
};

} // namespace autodidact
