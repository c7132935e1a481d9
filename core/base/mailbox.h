#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>

namespace autodidact {

/// The inbox of one thread: any thread posts small pieces of work, the owner runs them in order.
class Mailbox
{
public:
    using Letter = std::move_only_function<void()>;
    using Clock = std::chrono::steady_clock;

    void post(Letter letter);

    /// Runs the letter once \p delay has passed.
    void postAfter(std::chrono::milliseconds delay, Letter letter);

    /// Waits for a letter and runs it; false when \p stop was requested and no letter is due.
    bool runOne(std::stop_token stop);

    /// Runs what is due, without waiting for more.
    void runWaiting();

private:
    bool takeDue(Letter &letter);

    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Letter> m_letters;
    std::multimap<Clock::time_point, Letter> m_later;
};

} // namespace autodidact
