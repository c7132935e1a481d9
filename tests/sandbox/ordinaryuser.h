#pragma once

#include "core/sandbox/options.h"

#include <QTemporaryDir>

namespace autodidact {

/// Sandbox options that start the helper as an ordinary user although the test runs as root.
class OrdinaryUser {
public:
    /// Why it cannot be done here; empty when it can.
    QString obstacle() const;

    /// \p options must be resolved.
    SandboxOptions apply(SandboxOptions options);

private:
    QTemporaryDir m_folder; ///< the helper's own folder may be closed to others
};

} // namespace autodidact
