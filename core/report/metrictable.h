#pragma once

#include "core/evaluation/runmetrics.h"
#include "core/evaluation/runrecord.h"

namespace autodidact {

/// One metric as every report shows it.
struct MetricRow {
    QString name;
    QString value;
    QString interval;        ///< or empty
    QString basis;           ///< what it was counted on, or why it does not apply
    QString definition;      ///< one sentence
};

QList<MetricRow> metricTable(const RunMetrics &metrics);

/// How self-tests agree with the hidden tests: one row a round that had any; selfTestHeads() names the columns.
QList<QStringList> selfTestTable(const RunRecord &record);
QStringList selfTestHeads();

/// Settings, in the order and under the names of the configuration file.
QList<std::pair<QString, QString>> settingsTable(const RunConfig &config);

/// What people must be told of a run in \p sandbox: that "none" is no protection; else empty.
QString sandboxDanger(const QString &sandbox);

} // namespace autodidact
