#pragma once

#include "core/evaluation/intervals.h"

namespace autodidact {

/// One decided task, in the order in which the window meets it.
struct WindowOutcome {
    int round = 0;
    int version = 1;
    bool solved = false;
};

/// The window after one more outcome.
struct WindowPoint {
    int outcome = 0;         ///< from 1, over the whole run
    int round = 0;
    int version = 1;
    int tasks = 0;           ///< outcomes in the window, at most W, of this version alone
    Estimate rate;           ///< Wilson 95 %

    bool operator==(const WindowPoint &) const = default;
};

/// Sliding evaluation window: success over the last \p width outcomes of the current version. It starts
/// anew with each version, since outcomes of another version say nothing about this one. \p width >= 1.
QList<WindowPoint> slidingWindow(const QList<WindowOutcome> &outcomes, int width);

/// Chance that the literal window rule fires on an update between two equal versions: the mean of a full
/// window falls more than \p region below the best earlier window's mean. Simulated with \p successRate
/// for \p updates versions with one full window each; deterministic. Returns 0 to 1.
double windowFalseAlarm(int width, double region, double successRate, int updates = 20);

} // namespace autodidact
