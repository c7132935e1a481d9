#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace autodidact::benchmark {

inline double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Times of one thing done many times: on the wall, and on this thread's processor, where other
/// programs do not count.
class Times {
public:
    template<typename Work>
    void add(Work &&work)
    {
        const double wall = milliseconds(CLOCK_MONOTONIC);
        const double own = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        work();
        m_own.push_back(milliseconds(CLOCK_THREAD_CPUTIME_ID) - own);
        m_wall.push_back(milliseconds(CLOCK_MONOTONIC) - wall);
    }

    double median() const { return at(m_own, 0.5); }

    /// "median 0.41 ms, 99th percentile 0.72 ms (on the wall 0.43 and 1.10), n=1000".
    void print(const char *name) const
    {
        std::printf(
            "%-44s median %8.3f ms, 99th percentile %8.3f ms (on the wall %.3f and %.3f), n=%zu\n",
            name, at(m_own, 0.5), at(m_own, 0.99), at(m_wall, 0.5), at(m_wall, 0.99), m_own.size());
        std::fflush(stdout);
    }

private:
    static double at(std::vector<double> times, double share)
    {
        if (times.empty())
            return 0;
        std::ranges::sort(times);
        return times[std::min(times.size() - 1, size_t(share * double(times.size())))];
    }

    std::vector<double> m_own;
    std::vector<double> m_wall;
};

} // namespace autodidact::benchmark
