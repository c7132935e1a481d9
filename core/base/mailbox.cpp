#include "core/base/mailbox.h"

namespace autodidact {

void Mailbox::post(Letter letter)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_letters.push_back(std::move(letter));
    }
    m_arrived.notify_one();
}

void Mailbox::postAfter(std::chrono::milliseconds delay, Letter letter)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_later.emplace(Clock::now() + delay, std::move(letter));
    }
    m_arrived.notify_one();
}

bool Mailbox::takeDue(Letter &letter)
{
    if (!m_letters.empty()) {
        letter = std::move(m_letters.front());
        m_letters.pop_front();
        return true;
    }
    if (m_later.empty() || m_later.begin()->first > Clock::now())
        return false;
    letter = std::move(m_later.begin()->second);
    m_later.erase(m_later.begin());
    return true;
}

bool Mailbox::runOne(std::stop_token stop)
{
    Letter letter;
    {
        std::unique_lock lock(m_mutex);
        while (!takeDue(letter)) {
            if (stop.stop_requested())
                return false;
            const auto wake = m_later.empty() ? Clock::now() + std::chrono::hours(1) : m_later.begin()->first;
            m_arrived.wait_until(lock, stop, wake, [this, wake] {
                return !m_letters.empty() || (!m_later.empty() && m_later.begin()->first < wake);
            });
        }
    }
    letter();
    return true;
}

void Mailbox::runWaiting()
{
    for (;;) {
        Letter letter;
        {
            const std::scoped_lock lock(m_mutex);
            if (!takeDue(letter))
                return;
        }
        letter();
    }
}

} // namespace autodidact
