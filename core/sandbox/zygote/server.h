#pragma once

namespace autodidact::sandbox {

/// The loop of a warm server: takes a request from the core, forks the processes of the attempt, watches them, answers.
/// Never returns in the server itself. Holds no data of any task: programs and tests go to the children as descriptors.
[[noreturn]] void serve();

} // namespace autodidact::sandbox
