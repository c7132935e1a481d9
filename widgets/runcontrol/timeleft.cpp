#include "widgets/runcontrol/timeleft.h"

namespace autodidact {

void TimeLeft::begin(int done)
{
    *this = TimeLeft();
    m_first = done;
    m_done = done;
}

void TimeLeft::sample(Seconds now, int done)
{
    if (!m_start)
        m_start = now;
    if (m_pausedAt)
        carryOn(now);
    m_last = now;
    if (done > m_done)
        m_samples += done - m_done;
    m_done = done;
}

void TimeLeft::pause(Seconds now)
{
    if (!m_pausedAt)
        m_pausedAt = now;
}

void TimeLeft::carryOn(Seconds now)
{
    if (m_pausedAt && m_start)
        *m_start += now - *m_pausedAt;
    m_pausedAt.reset();
}

std::optional<TimeLeft::Seconds> TimeLeft::left(int total) const
{
    if (m_samples < samplesNeeded || !m_start || m_done <= m_first || total <= m_done)
        return std::nullopt;
    const Seconds perTask = (m_last - *m_start) / double(m_done - m_first);
    return perTask * double(total - m_done);
}

} // namespace autodidact
