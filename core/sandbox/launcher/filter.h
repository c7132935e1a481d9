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
enum class FilterUse { Supervised, Alone };
int systemCallFilter(FilterUse use = FilterUse::Supervised);

} // namespace autodidact::sandbox
