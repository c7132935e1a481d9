#include "core/student/studentoptions.h"

#include <array>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {
constexpr std::array<QLatin1StringView, 5> worldNames{"helpful"_L1, "mixed"_L1, "adverse"_L1, "null"_L1, "drifting"_L1};
}

std::optional<WorldKind> worldFromString(QStringView name)
{
    for (size_t i = 0; i < worldNames.size(); ++i) {
        if (name == worldNames.at(i))
            return WorldKind(i);
    }
    return std::nullopt;
}

QString toString(WorldKind world)
{
    return QString(worldNames.at(size_t(world)));
}

std::optional<Calibration> calibrationFromString(QStringView name)
{
    if (name == u"mbpp")
        return mbppPythonCalibration;
    if (name == u"humaneval")
        return humanEvalCalibration;
    if (name == u"mbpp-rust")
        return mbppRustCalibration;
    return std::nullopt;
}

std::optional<double> skillShift(QStringView skill)
{
    if (skill.isEmpty())
        return 0.0;
    if (skill == u"novice")
        return 0.8;
    if (skill == u"expert")
        return -1.0;
    return std::nullopt;
}

} // namespace autodidact
