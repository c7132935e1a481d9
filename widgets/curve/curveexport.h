#pragma once

#include "core/base/error.h"
#include "widgets/curve/curvedata.h"

namespace autodidact {

class CurveView;

/// Writes the curve to files.
class CurveExport
{
public:
    /// One line per round and run, with a header; shares with four digits, RFC 4180.
    static QString csv(const QList<CurveData> &runs);

    /// What is in sight, with a legend below; \p path ends in .svg, .png or .csv. BadUsage for another
    /// ending, Storage when the file cannot be written.
    static Status write(CurveView &view, const QString &path);
};

} // namespace autodidact
