#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace autodidact {

/// Calls \p work(0) … \p work(count - 1), each once, in \p jobs threads; gives the results in
/// order. \p work must be pure but for the shared values that are safe in several threads.
template<typename Work>
auto sharedOut(int count, int jobs, const Work &work)
{
    using Part = std::invoke_result_t<const Work &, int>;
    std::vector<Part> results(static_cast<size_t>(count));
    std::atomic<int> next = 0;
    {
        std::vector<std::jthread> threads;
        for (int job = 0; job < std::clamp(jobs, 1, std::max(1, count)); ++job) {
            threads.emplace_back([&] {
                for (int number = next++; number < count; number = next++)
                    results[static_cast<size_t>(number)] = work(number);
            });
        }
    }
    return results;
}

} // namespace autodidact
