#include "core/student/studentoptions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {
constexpr std::array<QLatin1StringView, worldCount> worldNames{
    "helpful"_L1, "mixed"_L1, "adverse"_L1, "null"_L1, "drifting"_L1};
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

Calibration calibrationWith(Calibration calibration, const Skill &skill)
{
    calibration.fix = std::min(1.0, calibration.fix * skill.fix);
    calibration.spoil = std::min(1.0, calibration.spoil * skill.spoil);
    return calibration;
}

} // namespace autodidact
