#include "core/memory/embedder.h"

#include "core/base/json.h"

namespace autodidact {

double similarity(const Embedding &a, const Embedding &b)
{
    if (a.isEmpty() || a.size() != b.size())
        return 0;
    // Four sums, so that the processor need not wait for each addition; their order is fixed.
    double sums[4] = {0, 0, 0, 0};
    const float *left = a.constData();
    const float *right = b.constData();
    const qsizetype size = a.size();
    qsizetype i = 0;
    for (; i + 4 <= size; i += 4) {
        for (qsizetype lane = 0; lane < 4; ++lane)
            sums[lane] += double(left[i + lane]) * double(right[i + lane]);
    }
    for (; i < size; ++i)
        sums[0] += double(left[i]) * double(right[i]);
    return rounded((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

} // namespace autodidact
