#pragma once

#include "core/base/mailbox.h"

#include <coroutine>
#include <optional>
#include <thread>
#include <vector>

namespace autodidact {

/// The job threads: pure work (model calls, sandbox runs) away from the agent thread.
class JobPool
{
public:
    explicit JobPool(int threads);
    ~JobPool();

    int threads() const { return int(m_threads.size()); }
    void post(Mailbox::Letter letter) { m_queue.post(std::move(letter)); }

private:
    Mailbox m_queue;
    std::vector<std::jthread> m_threads;   // last: joined before the queue goes
};

/// co_await onJob(pool, home, work): runs work on a job thread and continues on the thread of `home`.
template<typename Work>
class onJob
{
public:
    using Value = std::invoke_result_t<Work &>;

    onJob(JobPool &pool, Mailbox &home, Work work)
        : m_pool(pool), m_home(home), m_work(std::move(work))
    {
    }

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> awaiting)
    {
        m_pool.post([this, awaiting] {
            m_value.emplace(m_work());
            m_home.post([awaiting] { awaiting.resume(); });
        });
    }
    Value await_resume() { return std::move(*m_value); }

private:
    JobPool &m_pool;
    Mailbox &m_home;
    Work m_work;
    std::optional<Value> m_value;
};

} // namespace autodidact
