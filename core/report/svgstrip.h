#pragma once

#include "core/evaluation/intervals.h"

#include <QString>

#include <optional>

namespace autodidact {

/// One row of a strip plot: a value per seed, and their mean with its interval.
struct StripRow {
    QString label;
    QList<double> values;                ///< shares
    std::optional<Estimate> mean;
};

/// Values of every seed along one axis in points, zero marked, one row each.
QString stripPlot(const QString &label, const QList<StripRow> &rows);

} // namespace autodidact
