#include "core/control/jobpool.h"

namespace autodidact {

JobPool::JobPool(int threads)
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this](std::stop_token stop) {
            while (m_queue.runOne(stop)) { }
        });
    }
}

JobPool::~JobPool()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

} // namespace autodidact
