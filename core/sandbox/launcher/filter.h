#pragma once

namespace autodidact::sandbox {

/// The system call filter for programs of every language as a file of BPF instructions; -1 when libseccomp
/// refuses.
///
/// Allowed is a list; forbidden calls, new processes and new threads go to the supervisor; every
/// other call gives ENOSYS (so clone3 and io_uring, whose arguments no filter can see); calls of a
/// foreign ABI kill.
///
/// Alone: nobody listens; new threads are allowed, forbidden calls give EPERM.
///
/// Sealed: only what a process needs that computes, and reads and writes what is open already; forbidden calls go to the
/// supervisor, every other call, a new process or thread too, gives EPERM.
enum class FilterUse { Supervised, Alone, Sealed };
int systemCallFilter(FilterUse use = FilterUse::Supervised);

} // namespace autodidact::sandbox
