#pragma once

#include "core/evaluation/intervals.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace autodidact {

// How numbers are written for people, the same in every report. Absent values read "n/a".

QString percent(std::optional<double> share);          ///< 0.635 -> "63.5 %"
QString counted(qint64 number, const QString &noun);   ///< "1 rollback", "3 rollbacks"; nouns with a plain s
QString loss(std::optional<double> share);             ///< 0.031 -> "3.1 points"; no sign, for falls
QString points(std::optional<double> share);           ///< -0.031 -> "−3.1 points"; with sign
QString decimal(std::optional<double> value, int digits = 2);
QString count(qint64 number);                          ///< 1234567 -> "1,234,567"
QString percentRange(const std::optional<Estimate> &estimate);  ///< "60.1 to 66.8 %"
QString pointsRange(const std::optional<Estimate> &estimate);   ///< "−1.0 to +4.2"

QJsonValue jsonNumber(std::optional<double> value);    ///< rounded to 1e-6; null when absent or not finite
QJsonObject jsonEstimate(const std::optional<Estimate> &estimate); ///< {value, low, high}, nulls when absent

} // namespace autodidact
