#pragma once

namespace autodidact::sandbox {

/// Collects what is garbage and gives free pages back, so that a fork has fewer to share. Uses a function of V8's own API,
/// where it is there.
void shrinkHeap();

/// Has a forked process inherit every page of this one: V8 excludes its heap from forks.
void makeForkable();

/// Has a heap that V8 cannot make larger end the process with Buffer::memoryExit instead of a crash. Uses functions of V8
/// that are no part of the stable ABI, where they are there.
void tellHeapLimit();

} // namespace autodidact::sandbox
