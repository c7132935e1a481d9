#pragma once

#include <chrono>
#include <optional>

namespace autodidact {

/// Foretells when a piece of work is done from how fast it went so far. Times stand still while paused.
class TimeLeft
{
public:
    using Seconds = std::chrono::duration<double>;

    static constexpr int samplesNeeded = 5;      ///< nothing is foretold before

    void begin(int done);                        ///< work done before now does not count as speed
    void sample(Seconds now, int done);          ///< \p now on a clock that only rises
    void pause(Seconds now);
    void carryOn(Seconds now);

    /// Absent before the fifth sample and when nothing is left to tell.
    std::optional<Seconds> left(int total) const;

private:
    int m_first = 0;
    int m_done = 0;
    int m_samples = 0;
    std::optional<Seconds> m_start;
    Seconds m_last{0};
    std::optional<Seconds> m_pausedAt;
};

} // namespace autodidact
