#include "served.h"

#include "core/sandbox/wire.h"

namespace autodidact::sandbox {

namespace {

/// Python code that starts the server; \p plain is "True" or "False".
std::string serverStart(const char *plain)
{
    // Loads our module from the descriptor that the helper left open, and hands over for good.
    return std::string("import _imp, sys, os\n"
                       "from _frozen_importlib import ModuleSpec\n"
                       "module = _imp.create_dynamic(ModuleSpec('_autodidact', None, "
                       "origin='/proc/self/fd/5'))\n"
                       "os.close(5)\n"
                       "sys.argv = ['solution.py']\n"
                       "sys.path[:] = [folder for folder in sys.path if folder]\n" // -P, which came
                                                                                   // with 3.11
                       "sys.stdout.reconfigure(line_buffering=True)\n"
                       "sys.setrecursionlimit(3000)\n"
                       "paths = [folder + '/_ctypes' + suffix for folder in sys.path for suffix in "
                       "_imp.extension_suffixes()]\n"
                       "paths = [path for path in paths if os.path.exists(path)] or [None]\n"
                       "del os\n"
                       "module.serve(")
        + plain + ", paths[0])\n";
}

Served python(const std::string &interpreter)
{
    // The same isolation as -I, which cannot be had together with a fixed hash seed: -I ignores the environment, and
    // ours is empty but for the seed.
    const auto command = [&](const char *plain) {
        return std::vector<std::string>{interpreter, "-s", "-S", "-X", "utf8", "-c", serverStart(plain)};
    };
    return {pythonModule(), {"PYTHONHASHSEED", "0", "PYTHONDONTWRITEBYTECODE", "1"}, command("False"), command("True"), {}, {}, {}, {}, false, false};
}

/// JavaScript code that starts the server; \p plain is "true" or "false".
std::string nodeStart(const char *plain)
{
    return std::string("{\n"
                       "const addon = {exports: {}};\n"
                       "process.dlopen(addon, '/proc/self/fd/5');\n"
                       "require('fs').closeSync(5);\n"
                       "require('vm').compileFunction(addon.exports.source, ['native', 'require', 'plain'],\n"
                       "    {filename: 'harness.js'})(addon.exports, require, ")
        + plain + ");\n}\n";
}

/// No threads: a forked process has only the one that forked. What is random begins alike in every server. The heap may grow
/// beyond any limit of memory: the supervisor watches that. What the server compiled stays; an attempt is too short for a
/// compiler between the interpreter and the optimising one.
std::vector<std::string> nodeCommand(const std::string &interpreter, const std::vector<std::string> &more)
{
    std::vector<std::string> command{interpreter, "--v8-pool-size=0", "--single-threaded", "--random-seed=1", "--hash-seed=1",
        "--max-old-space-size=16384", "--no-flush-bytecode", "--no-regexp-tier-up", "--no-sparkplug", "--no-lazy-feedback-allocation",
        "--compact-on-every-full-gc"};
    command.insert(command.end(), more.begin(), more.end());
    return command;
}

Served node(const std::string &interpreter, const std::string &snapshot)
{
    const auto command = [&](const char *plain) {
        if (snapshot.empty())
            return nodeCommand(interpreter, {"-e", nodeStart(plain)});
        const std::string fd = std::to_string(openedFd);
        return nodeCommand(
            interpreter, {"--snapshot-blob", "/proc/self/fd/" + fd, "-e", "require('fs').closeSync(" + fd + ");\n" + nodeStart(plain)});
    };
    Served served{nodeModule(), {}, command("false"), command("true"), {}, {"/etc/nodejs"}, {}, {}, false, false};
    if (!snapshot.empty())
        served.opened = {snapshot};
    return served;
}

/// JavaScript code that starts a server for WebAssembly; \p filterOnly is "true" or "false".
std::string wasmStart(const std::string &language, const char *filterOnly)
{
    return std::string("{\n"
                       "const addon = {exports: {}};\n"
                       "process.dlopen(addon, '/proc/self/fd/5');\n"
                       "require('fs').closeSync(5);\n"
                       "require('vm').compileFunction(addon.exports.wasm, ['native', 'require', 'language', 'filterOnly'],\n"
                       "    {filename: 'host.js'})(addon.exports, require, '")
        + language + "', " + filterOnly + ");\n}\n";
}

/// No address of the program's is one of the machine's, and no engine but that of WebAssembly compiles anything of it.
Served wasm(const std::string &language, const std::string &interpreter, const std::string &folder)
{
    Served served = node(interpreter, {});
    served.command.back() = wasmStart(language, "false");
    served.plainCommand.back() = wasmStart(language, "true");
    served.command.insert(served.command.begin() + 1, "--stack-size=3900"); // of the usual 8 MB: machines recurse deeply
    served.plainCommand.insert(served.plainCommand.begin() + 1, "--stack-size=3900");
    served.sealed = true;
    served.shownIfThere.clear();
    if (language == "python")
        served.opened = {folder + "/pyodide/pyodide.asm.js", folder + "/pyodide/pyodide.asm.wasm", folder + "/pyodide/python_stdlib.zip"};
    else if (language == "javascript")
        served.opened = {folder + "/quickjs/dist/emscripten-module.cjs", folder + "/quickjs/dist/emscripten-module.wasm"};
    return served;
}

Served steps(const std::string &support)
{
    const std::string program = "/proc/self/fd/5";
    return {stepsProgram(), {}, {program}, {program, "plain"}, support,
        {"/etc/java-21-openjdk", "/etc/java-17-openjdk", "/etc/java-25-openjdk", "/etc/maven", "/etc/nodejs"}, {}, {}, false, false};
}

/// A Java program can bind itself to any library that was made for Java, and reach memory through it.
Served java(const std::string &support)
{
    Served served = steps(support);
    served.shownIfThere.clear();
    served.hidden = {"/usr/lib/jvm", "/usr/lib/jni", "/usr/java"};
    for (const char *machine : {"x86_64-linux-gnu", "aarch64-linux-gnu"})
        served.hidden.push_back(std::string("/usr/lib/") + machine + "/jni");
    return served;
}

Served javac(const std::string &support)
{
    const auto command = [](const std::string &folder) {
        std::vector<std::string> words{folder + "/jdk/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-XX:-UsePerfData", "-XX:-UseContainerSupport", "-XX:+DisableAttachMechanism", "-Xshare:auto", "-Xss8m", "-Xms96m",
            "-Xmn64m", "-Xmx512m"};
        for (const char *part : {"api", "code", "tree", "util"})
            words.push_back(std::string("--add-exports=jdk.compiler/com.sun.tools.javac.") + part + "=ALL-UNNAMED");
        words.insert(words.end(),
            {"-cp", folder + "/modules/autodidact.compiler", "autodidact.compiler.CompilerServer",
                folder + "/modules/autodidact"});
        return words;
    };
    Served served = steps(support);
    served.command = command("/support");
    served.plainCommand = command(support);
    served.alone = true;
    return served;
}

} // namespace

Served servedKind(const std::string &kind, const std::string &interpreter, const std::string &folder)
{
    if (kind == "wasm-python" || kind == "wasm-javascript" || kind == "wasm-rust")
        return wasm(kind.substr(5), interpreter, folder);
    if (kind == "python")
        return python(interpreter);
    if (kind == "node")
        return node(interpreter, folder);
    if (kind == "steps")
        return steps(interpreter);
    if (kind == "java")
        return java(interpreter);
    if (kind == "javac")
        return javac(interpreter);
    return {};
}

std::vector<std::string> nodeSnapshotCommand(const std::string &interpreter, const std::string &file)
{
    return nodeCommand(interpreter, {"--snapshot-blob", file, "--build-snapshot", "/dev/null"});
}

std::vector<std::string> serverEnvironment(const Served &served)
{
    // An arena per thread would reserve 64 MB each, which the limit of the address space counts.
    std::vector<std::string> environment{"PATH", "/usr/bin:/bin", "HOME", "/work", "LANG", "C.UTF-8", "TZ", "UTC", "MALLOC_ARENA_MAX", "1"};
    environment.insert(environment.end(), served.environment.begin(), served.environment.end());
    return environment;
}

} // namespace autodidact::sandbox
