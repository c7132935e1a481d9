#include "core/sandbox/wasmprobe.h"

#include "core/sandbox/server.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Machine {
    QString name;
    ServerKind kind;
    QByteArray program;
    QByteArray test;
};

/// A module with a memory and one function that does nothing, as rustc would make it of an empty test.
const QByteArray emptyModule = QByteArray::fromHex("0061736d01000000" "01050160017f00" "03020100" "0503010001"
                                                   "071c02066d656d6f727902000f6175746f6469646163745f746573740000" "0a040102000b");

QList<Machine> machines()
{
    return {{u"WebAssembly: Python (pyodide)"_s, ServerKind::WasmPython, "def f():\n    return 42\n", "assert f() == 42"},
        {u"WebAssembly: JavaScript (QuickJS)"_s, ServerKind::WasmJavaScript, "const f = () => 42;\n", "assert.strictEqual(f(), 42);"},
        {u"WebAssembly: Rust (WASI)"_s, ServerKind::WasmRust, emptyModule, ""}};
}

void appendText(QByteArray &blob, const QByteArray &text)
{
    const quint32 size = quint32(text.size());
    blob.append(reinterpret_cast<const char *>(&size), sizeof size).append(text);
}

AttemptInput attemptOn(const Machine &machine)
{
    AttemptInput input;
    input.request = {.mode = sandbox::Mode::InProcess, .cpuMs = 5000, .wallMs = 15'000, .memoryMb = 128, .processes = 1, .fileMb = 8};
    input.program = machine.program;
    input.tests.append(16, '\1'); // the nonce
    appendText(input.tests, "f");
    appendText(input.tests, "");
    input.tests.append("\1\0\0\0", 4);
    appendText(input.tests, "probe");
    appendText(input.tests, machine.test);
    return input;
}

bool sawSuccess(const RawAttempt &attempt)
{
    sandbox::RecordHead head;
    if (attempt.records.size() < qsizetype(sizeof head))
        return false;
    memcpy(&head, attempt.records.constData(), sizeof head);
    return head.kind == quint32(sandbox::RecordKind::Passed) && attempt.reply.setUp == 1;
}

SandboxProbe missing(const QString &name, const Error &error)
{
    return {.name = name, .required = false, .detail = error.detail, .step = ProbeStep::OneAttempt};
}

SandboxProbe probed(const Machine &machine, SandboxServer &server, const QElapsedTimer &sinceStart, const QString &walls)
{
    SandboxProbe probe{.name = machine.name, .required = false, .step = ProbeStep::OneAttempt};
    const Result<RawAttempt> first = server.run(attemptOn(machine), {});
    const qint64 ready = sinceStart.elapsed();
    QElapsedTimer timer;
    timer.start();
    const Result<RawAttempt> second = first ? server.run(attemptOn(machine), {}) : first;
    probe.works = second && sawSuccess(*second);
    if (probe.works)
        probe.detail = u"ready in %1 ms, one attempt %2 ms, %3"_s.arg(ready).arg(double(timer.nsecsElapsed()) / 1e6, 0, 'f', 1).arg(walls);
    else if (!second)
        probe.detail = second.error().detail;
    else
        probe.detail = QString::fromUtf8(second->output.left(300)) + QLatin1StringView(second->reply.fault);
    return probe;
}

} // namespace

QList<SandboxProbe> probeWasm()
{
    const Result<SandboxOptions> options = resolved({.gear = SandboxGear::Wasm});
    if (!options)
        return {missing(u"WebAssembly"_s, options.error())};
    const QString walls = options->walls == WasmWalls::Bubblewrap ? u"in bubblewrap and a sealed filter"_s
                                                                    : u"in a sealed filter, without bubblewrap"_s;
    QElapsedTimer timer;
    timer.start();
    QList<SandboxProbe> probes;
    std::vector<Result<std::unique_ptr<SandboxServer>>> servers; // they get ready side by side
    for (const Machine &machine : machines())
        servers.push_back(SandboxServer::start(*options, machine.kind));
    for (qsizetype i = 0; i < machines().size(); ++i) {
        const Machine machine = machines().at(i);
        Result<std::unique_ptr<SandboxServer>> &server = servers[size_t(i)];
        if (server)
            probes << probed(machine, **server, timer, walls);
        else
            probes << missing(machine.name, server.error());
    }
    return probes;
}

} // namespace autodidact
