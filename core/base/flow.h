#pragma once

#include <coroutine>
#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace autodidact {

/// A coroutine of the agent thread: started by the first co_await, resumed only on that thread.
///
/// It lets the loop read from top to bottom while nothing blocks: a pause is a suspended Flow.
/// Errors travel as values; an exception that leaves a Flow ends the program.
template<typename T>
class [[nodiscard]] Flow
{
public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    struct Finished {
        bool await_ready() noexcept { return false; }
        std::coroutine_handle<> await_suspend(Handle handle) noexcept
        {
            return handle.promise().continuation ? handle.promise().continuation : std::noop_coroutine();
        }
        void await_resume() noexcept {}
    };

    struct promise_type {
        std::optional<T> value;
        std::coroutine_handle<> continuation;

        Flow get_return_object() { return Flow(Handle::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        Finished final_suspend() noexcept { return {}; }
        void return_value(T result) { value.emplace(std::move(result)); }
        void unhandled_exception() noexcept { std::terminate(); }
    };

    Flow(Flow &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    Flow &operator=(Flow &&) = delete;
    Flow(const Flow &) = delete;
    ~Flow()
    {
        if (m_handle)
            m_handle.destroy();
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept
    {
        m_handle.promise().continuation = awaiting;
        return m_handle;
    }
    T await_resume() { return std::move(*m_handle.promise().value); }

    /// Starts a Flow beside the caller; it runs until its first suspension.
    void start() { m_handle.resume(); }

    /// co_await flow.joined(): waits for a Flow that was started before.
    auto joined()
    {
        struct Joined {
            Handle handle;
            bool await_ready() const noexcept { return handle.done(); }
            void await_suspend(std::coroutine_handle<> awaiting) noexcept { handle.promise().continuation = awaiting; }
            T await_resume() { return std::move(*handle.promise().value); }
        };
        return Joined{m_handle};
    }

    bool isDone() const { return m_handle.done(); }
    T &result() { return *m_handle.promise().value; }

private:
    explicit Flow(Handle handle) : m_handle(handle) {}

    Handle m_handle;
};

/// Nothing, as a value that a Flow can return.
struct Done {};

} // namespace autodidact
