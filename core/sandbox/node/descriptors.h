#pragma once

namespace autodidact::sandbox {

/// Descriptors that libuv knows by their numbers. An attempt closes all but its own, and what a program opens then must not
/// get a number that libuv still writes to.
///
/// In the server, before the first fork: notes the numbers that are taken.
void noteDescriptors();

/// In a forked process, before it closes what it does not need: finds the pipe that is libuv's lock on its signals, which it
/// makes anew at every fork.
void findSignalLock();

/// In a forked process that has closed them: takes the same numbers again.
void restoreDescriptors();

} // namespace autodidact::sandbox
