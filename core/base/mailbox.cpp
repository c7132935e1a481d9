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

bool Mailbox::runOne(std::stop_token stop, std::chrono::milliseconds timeout)
{
    Letter letter;
    {
        std::unique_lock lock(m_mutex);
        if (!m_arrived.wait_for(lock, stop, timeout, [this] { return !m_letters.empty(); }))
            return false;
        letter = std::move(m_letters.front());
        m_letters.pop_front();
    }
    letter();
    return true;
}

void Mailbox::runWaiting()
{
    std::deque<Letter> letters;
    {
        const std::scoped_lock lock(m_mutex);
        letters.swap(m_letters);
    }
    for (Letter &letter : letters)
        letter();
}

} // namespace autodidact
