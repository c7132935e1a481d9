#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>

namespace autodidact {

/// The inbox of one thread: any thread posts small pieces of work, the owner runs them in order.
class Mailbox
{
public:
    using Letter = std::move_only_function<void()>;

    void post(Letter letter);

    /// Waits for a letter and runs it. Returns false when the token was stopped and nothing is left,
    /// or when \p timeout passed without a letter.
    bool runOne(std::stop_token stop, std::chrono::milliseconds timeout = std::chrono::hours(24));

    /// Runs what is waiting, without waiting for more.
    void runWaiting();

private:
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Letter> m_letters;
};

} // namespace autodidact
