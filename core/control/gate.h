#pragma once

#include "core/base/mailbox.h"
#include "core/domain/attempt.h"

#include <coroutine>
#include <memory>
#include <optional>
#include <vector>

namespace autodidact {

/// How far "step" goes.
enum class StepUnit { Attempt, Task, Round };

/// Where a flow asks for its turn.
enum class Boundary { Attempt, Round, Idle };    // Idle: between rounds, with nothing to do

/// Lets the flows of a run pass, one boundary at a time: pause, step, pace and stop.
///
/// Lives in the agent thread. A flow that has to wait is a suspended coroutine; nothing blocks.
class Gate
{
public:
    explicit Gate(Mailbox &home);
    ~Gate() { *m_alive = false; }
    Gate(const Gate &) = delete;

    void open();                                     ///< run on
    void pause();
    void step(StepUnit unit);
    void close();                                    ///< every turn, now and later, is refused
    void setPace(std::chrono::milliseconds perAttempt); ///< 0: as fast as it goes
    void skipPaceOfRound();                          ///< unpaced until the next round boundary
    void taskFinished(const Place &place);

    bool isPaused() const { return m_mode == Mode::Paused; }
    bool isClosed() const { return m_mode == Mode::Closed; }

    class Turn;
    /// co_await gate.turn(...): true when the flow may go on, false when the run is being stopped.
    Turn turn(Boundary boundary, const Place &place);

    /// The same, \p delay from now at the earliest; closing the gate ends the wait at once.
    Turn turnAfter(std::chrono::milliseconds delay, Boundary boundary, const Place &place);

private:
    enum class Mode { Open, Paused, StepAttempt, StepTask, StepRound, Closed };

    struct Waiter {
        Boundary boundary;
        Place place;
        std::coroutine_handle<> handle;
        bool *granted;
        Mailbox::Clock::time_point notBefore{};
    };

    void enqueue(const Waiter &waiter);
    void serve();
    bool mayPass(const Waiter &waiter);
    void release(size_t index);
    bool isPaced(const Waiter &waiter) const;
    bool isDue(const Waiter &waiter);

    void serveLater(std::chrono::milliseconds delay);

    Mailbox &m_home;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);   // letters may outlive the gate
    Mode m_mode = Mode::Open;
    std::optional<Place> m_steppedTask;
    std::vector<Waiter> m_waiters;                   // sorted by place
    std::chrono::milliseconds m_pace{0};
    bool m_roundUnpaced = false;
    Mailbox::Clock::time_point m_nextSlot{};
};

class Gate::Turn
{
public:
    Turn(Gate &gate, Boundary boundary, const Place &place, Mailbox::Clock::time_point notBefore = {})
        : m_gate(gate), m_boundary(boundary), m_place(place), m_notBefore(notBefore)
    {
    }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_gate.enqueue({m_boundary, m_place, handle, &m_granted, m_notBefore});
    }
    bool await_resume() const noexcept { return m_granted; }

private:
    Gate &m_gate;
    Boundary m_boundary;
    Place m_place;
    Mailbox::Clock::time_point m_notBefore;
    bool m_granted = false;
};

inline Gate::Turn Gate::turn(Boundary boundary, const Place &place)
{
    return {*this, boundary, place};
}

inline Gate::Turn Gate::turnAfter(std::chrono::milliseconds delay, Boundary boundary, const Place &place)
{
    return {*this, boundary, place, Mailbox::Clock::now() + delay};
}

} // namespace autodidact
