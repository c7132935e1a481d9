#include "core/control/gate.h"

#include <algorithm>

namespace autodidact {

using namespace std::chrono_literals;

Gate::Gate(Mailbox &home)
    : m_home(home)
{
}

void Gate::open()
{
    if (m_mode == Mode::Closed)
        return;
    m_mode = Mode::Open;
    serve();
}

void Gate::pause()
{
    if (m_mode != Mode::Closed)
        m_mode = Mode::Paused;
}

void Gate::step(StepUnit unit)
{
    if (m_mode == Mode::Closed)
        return;
    m_steppedTask.reset();
    m_mode = unit == StepUnit::Attempt ? Mode::StepAttempt
        : unit == StepUnit::Task       ? Mode::StepTask
                                       : Mode::StepRound;
    serve();
}

void Gate::close()
{
    m_mode = Mode::Closed;
    serve();
}

void Gate::setPace(std::chrono::milliseconds perAttempt)
{
    m_pace = perAttempt;
    m_nextSlot = {};
    serve();
}

void Gate::skipPaceOfRound()
{
    m_roundUnpaced = true;
    serve();
}

void Gate::taskFinished(const Place &place)
{
    if (m_mode == Mode::StepTask && m_steppedTask && m_steppedTask->task == place.task
        && m_steppedTask->phase == place.phase) {
        m_mode = Mode::Paused;
    }
}

void Gate::enqueue(const Waiter &waiter)
{
    const auto at = std::ranges::upper_bound(m_waiters, waiter.place, {}, &Waiter::place);
    m_waiters.insert(at, waiter);
    // Served from the mailbox, so that flows which arrive together are seen together.
    serveLater(0ms);
}

bool Gate::mayPass(const Waiter &waiter)
{
    if (waiter.boundary == Boundary::Idle)
        return m_mode != Mode::Paused;       // a step is not over before something was done
    switch (m_mode) {
    case Mode::Open:
        return true;
    case Mode::Paused:
        return false;
    case Mode::StepAttempt:
        m_mode = waiter.boundary == Boundary::Attempt ? Mode::Paused : m_mode;
        return true;
    case Mode::StepTask:
        if (waiter.boundary == Boundary::Round)
            return true;
        if (!m_steppedTask)
            m_steppedTask = waiter.place;
        return m_steppedTask->task == waiter.place.task && m_steppedTask->phase == waiter.place.phase;
    case Mode::StepRound:
        if (waiter.boundary == Boundary::Round) {
            if (m_steppedTask) {              // a round was passed already: this is the next one
                m_mode = Mode::Paused;
                return false;
            }
        }
        m_steppedTask = waiter.place;
        return true;
    case Mode::Closed:
        return true;
    }
    return false;
}

bool Gate::isPaced(const Waiter &waiter) const
{
    return waiter.boundary == Boundary::Attempt && waiter.place.phase == Phase::Learn && m_pace > 0ms
        && !m_roundUnpaced && m_mode != Mode::Closed;
}

bool Gate::isDue(const Waiter &waiter)
{
    const auto now = Mailbox::Clock::now();
    const auto due = isPaced(waiter) ? std::max(m_nextSlot, waiter.notBefore) : waiter.notBefore;
    if (m_mode == Mode::Closed || due <= now)
        return true;
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(due - now) + 1ms;
    serveLater(wait);
    return false;
}

void Gate::serveLater(std::chrono::milliseconds delay)
{
    m_home.postAfter(delay, [this, alive = m_alive] {
        if (*alive)
            serve();
    });
}

void Gate::release(size_t index)
{
    const Waiter waiter = m_waiters[index];
    m_waiters.erase(m_waiters.begin() + std::ptrdiff_t(index));
    if (isPaced(waiter))
        m_nextSlot = Mailbox::Clock::now() + m_pace;
    if (waiter.boundary == Boundary::Round)
        m_roundUnpaced = false;
    *waiter.granted = m_mode != Mode::Closed;
    m_home.post([handle = waiter.handle] { handle.resume(); });
}

void Gate::serve()
{
    for (size_t i = 0; i < m_waiters.size();) {
        if (isDue(m_waiters[i]) && mayPass(m_waiters[i]))
            release(i);
        else
            ++i;
    }
}

} // namespace autodidact
