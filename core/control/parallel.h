#pragma once

#include "core/base/error.h"
#include "core/base/flow.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace autodidact {

namespace detail {

template<typename T>
struct ParallelState {
    int next = 0;
    int total = 0;
    std::vector<std::optional<T>> results;
    std::optional<Error> error;          ///< the first one
};

template<typename T, typename Make>
Flow<Done> parallelWorker(ParallelState<T> &state, Make &make)
{
    while (state.next < state.total && !state.error) {
        const int index = state.next++;
        Result<T> result = co_await make(index);
        if (result)
            state.results[size_t(index)] = std::move(*result);
        else if (!state.error)
            state.error = result.error();
    }
    co_return Done{};
}

} // namespace detail

/// Awaits make(0) ... make(count - 1), at most \p width of them under way at once; results in that order. \p make
/// returns a Flow<Result<T>>. The first error ends it once what is under way is through. Agent thread.
template<typename T, typename Make>
Flow<Result<std::vector<T>>> inParallel(int width, int count, Make make)
{
    detail::ParallelState<T> state{0, count, std::vector<std::optional<T>>(size_t(count)), {}};
    std::vector<Flow<Done>> workers;
    for (int i = 0; i < std::min(width, count); ++i)
        workers.push_back(detail::parallelWorker(state, make));
    for (Flow<Done> &worker : workers)
        worker.start();
    for (Flow<Done> &worker : workers)
        co_await worker.joined();
    if (state.error)
        co_return std::unexpected(*state.error);
    std::vector<T> results;
    for (std::optional<T> &result : state.results)
        results.push_back(std::move(*result));
    co_return results;
}

} // namespace autodidact
