#include "core/experiments/studycell.h"

namespace autodidact {

QList<StudyCellPlace> cellsOf(const StudyPlan &plan)
{
    QList<StudyCellPlace> cells;
    for (int seed = 1; seed <= plan.seeds; ++seed) {
        for (const QString &world : plan.worlds) {
            for (const StudyArm &arm : plan.arms) {
                if (arm.worlds.isEmpty() || arm.worlds.contains(world))
                    cells.append({world, arm.name, seed});
            }
        }
    }
    return cells;
}

} // namespace autodidact
