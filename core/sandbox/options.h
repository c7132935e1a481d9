#pragma once

#include "core/base/error.h"

#include <QString>

namespace autodidact {

/// How programs are kept apart from the machine. Persisted by name.
enum class SandboxGear {
    Warm, ///< "warm": one bubblewrap per job, a forked process tree with namespaces of its own per
          ///< attempt
    Single, ///< "single": one bubblewrap and one interpreter per attempt
    Container, ///< "container": as warm, with a container of podman or docker in bubblewrap's place
    Wasm,   ///< "wasm": programs are run by a WebAssembly machine
    None,   ///< "none": no isolation at all; only when asked for by this name
};

QString toString(SandboxGear gear);

/// "auto", "bubblewrap" and "" mean warm. BadUsage for an unknown name.
Result<SandboxGear> sandboxGearFromString(QStringView name);

/// What stands around a machine of WebAssembly beside its own walls. Its attempts have the sealed filter in any case.
enum class WasmWalls {
    Bubblewrap, ///< namespaces, too
    Filter,     ///< nothing else: where user namespaces are forbidden
};

/// What a sandbox is made of. Empty paths are looked for: see findHelper.
struct SandboxOptions {
    SandboxGear gear = SandboxGear::Warm;
    int jobs = 2;       ///< attempts at a time, 1 to 64
    QString helperPath; ///< the program autodidact-sandbox
    QString bubblewrapPath;
    QString pythonPath;
    QString nodePath; ///< may stay empty: only JavaScript needs it
    QString nodeSnapshot; ///< Node.js as it is when it has just started, which starts faster; empty: none
    QString image; ///< of the container: an image's name or the folder of a root tree; empty: this system's own programs
    QString enginePath; ///< of the container: podman or docker
    QString runtime; ///< of the container: "crun" or "runc"; "-": the engine's own choice
    QString supportFolder; ///< what attempts in steps see as /support; empty: nothing

    QString wasmFolder;    ///< the machines of WebAssembly: pyodide and quickjs
    WasmWalls walls = WasmWalls::Bubblewrap; ///< of the gear wasm; for it resolved() looks what works here

    bool operator==(const SandboxOptions &) const = default;
};

/// The options with every path filled in. Missing names the program and the remedy.
Result<SandboxOptions> resolved(SandboxOptions options);

} // namespace autodidact
