#include "widgets/runcontrol/runplan.h"

#include <algorithm>

namespace autodidact {

namespace {

RunPlan planOf(const RunConfig &config, int learn, int watch, int report)
{
    int batch = config.batch > 0 ? config.batch : learn;
    if (config.schedule == Schedule::Stream && config.batch == 0)
        batch = std::max(1, learn / std::max(1, config.rounds));
    RunPlan plan{.learn = std::min(batch, learn), .watch = watch, .report = report, .rounds = config.rounds};
    if (report > 0 && config.checkpointEvery > 0)
        plan.checkpoints = (config.rounds + config.checkpointEvery - 1) / config.checkpointEvery;
    else if (report > 0)
        plan.checkpoints = config.rounds > 1 ? 2 : 1;
    return plan;
}

} // namespace

RunPlan runPlan(const RunConfig &config, const QList<Split> &splits)
{
    const auto count = [&splits](Split split) { return int(std::ranges::count(splits, split)); };
    const int learn = count(Split::Learn);
    return planOf(config, learn > 0 ? learn : count(Split::None), count(Split::Select), count(Split::Report));
}

RunPlan expectedPlan(const RunConfig &config, int tasks)
{
    if (config.split == SplitMode::None)
        return planOf(config, tasks, 0, 0);
    const int learn = int(tasks * 0.4 + 0.5);
    const int watch = int(tasks * 0.3 + 0.5);
    return planOf(config, learn, watch, std::max(0, tasks - learn - watch));
}

} // namespace autodidact
