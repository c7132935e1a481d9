#pragma once

#include "core/base/error.h"

#include <QString>

namespace autodidact {

/// Where the tools of Java lie.
struct JavaTools {
    QString home; ///< folder of the JDK

    /// What programs may import, separated by commas.
    static const QString modules;

    // What a virtual machine takes beside its program.
    static constexpr int startMs = 200; ///< CPU time: 30 ms were measured, slow machines need more
    static constexpr int baseMb = 96;   ///< 37 to 50 MB were measured
    static constexpr int sockets = 3;   ///< its network library, loaded with its file channels, tries IPv4, IPv6 and shared ports
    static constexpr int threads = 14;  ///< it has 12 of its own; one process is the first of the attempt

    /// Missing names the package.
    static Result<JavaTools> find();

    /// Fills \p folder with what attempts start from: "modules", the classes of harness and compiler; "java", a virtual
    /// machine of its own with few modules and the harness; "attempt.jsa", an archive of its classes; "jdk", a link.
    /// Takes some seconds.
    Status makeFolder(const QString &folder) const;

    /// Everything that decides what makeFolder() makes.
    QByteArray fingerprint() const;

    /// Flags of every virtual machine that runs an attempt; \p folder is where it sees what makeFolder() made.
    static QStringList machineFlags(const QString &folder);

    /// What must stand in its environment.
    static QStringList environment(const QString &folder);
};

} // namespace autodidact
