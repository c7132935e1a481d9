#pragma once

#include "widgets/curve/curvedata.h"
#include "widgets/curve/curvelayer.h"

#include <QCoreApplication>

namespace autodidact {

/// The translated words of the curve; plain text with line breaks.
class CurveWords
{
    Q_DECLARE_TR_FUNCTIONS(autodidact::CurveWords)

public:
    static QString layer(CurveLayer layer, const CurveData &data);
    static QString layerTip(CurveLayer layer, const CurveData &data);
    static QString percent(double share);
    static QString range(const Estimate &estimate);      ///< "70 % (55–82 %)"
    static QString tip(const RoundDot &dot);
    static QString tip(const CheckDot &dot);
    static QString tip(const WindowDot &dot);
    static QString tip(const QList<CurveMark> &marks);

private:
    static QString sentence(const CurveMark &mark);
};

} // namespace autodidact
