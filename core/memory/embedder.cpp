#include "core/memory/embedder.h"

#include "core/base/json.h"

#include <cstring>

namespace autodidact {

namespace {

/// Four sums at once in one register: the compiler keeps their order as written on every machine.
using Lanes = float __attribute__((vector_size(16)));

constexpr qsizetype LaneCount = 4;
constexpr qsizetype Sums = 4;        ///< independent, so that no addition waits for another

Lanes load(const float *from)
{
    Lanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

} // namespace

double similarity(const Embedding &a, const Embedding &b)
{
    if (a.isEmpty() || a.size() != b.size())
        return 0;
    const float *left = a.constData();
    const float *right = b.constData();
    const qsizetype size = a.size();
    Lanes sums[Sums] = {};
    qsizetype i = 0;
    for (; i + Sums * LaneCount <= size; i += Sums * LaneCount) {
        for (qsizetype sum = 0; sum < Sums; ++sum)
            sums[sum] += load(left + i + sum * LaneCount) * load(right + i + sum * LaneCount);
    }
    double total = 0;
    for (; i < size; ++i)
        total += double(left[i]) * double(right[i]);
    const Lanes all = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    for (qsizetype lane = 0; lane < LaneCount; ++lane)
        total += double(all[lane]);
    return rounded(total);
}

} // namespace autodidact
