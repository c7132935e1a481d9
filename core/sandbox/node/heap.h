#pragma once

namespace autodidact::sandbox {

/// Has a forked process inherit every page of this one: V8 excludes its heap from forks.
void makeForkable();

/// Has a heap that V8 cannot make larger end the process with Buffer::memoryExit instead of a crash. Uses functions of V8
/// that are no part of the stable ABI, where they are there.
void tellHeapLimit();

} // namespace autodidact::sandbox
