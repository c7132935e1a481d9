#pragma once

#include "core/sandbox/filedescriptor.h"
#include "core/sandbox/options.h"

namespace autodidact {

/// The helper program while it runs, having become what was asked for.
struct HelperProcess {
    pid_t pid = -1;
    FileDescriptor control; ///< our end of the socket on which it is spoken to
    FileDescriptor errors;  ///< its standard error; never blocks
};

/// Starts the helper for a server of \p kind (see servedKind() in core/sandbox/launcher); \p subject is the interpreter or
/// the support folder, \p socketType SOCK_SEQPACKET or SOCK_STREAM. Missing when it cannot be started.
Result<HelperProcess> startHelper(const SandboxOptions &options, const QByteArray &kind, const QString &subject, int socketType);

} // namespace autodidact
