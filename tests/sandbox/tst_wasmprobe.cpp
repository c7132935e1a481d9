#include "core/sandbox/wasmprobe.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// What doctor says of the machines of WebAssembly: each is really run.
class TestWasmProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsEveryMachine()
    {
        if (!resolved({.gear = SandboxGear::Wasm}))
            QSKIP("pyodide and quickjs were not fetched");
        const QList<SandboxProbe> probes = probeWasm();
        QCOMPARE(probes.size(), 3);
        for (const SandboxProbe &probe : probes) {
            QVERIFY2(probe.works, qPrintable(probe.name + u": "_s + probe.detail));
            QVERIFY(!probe.required);
            QVERIFY2(probe.detail.contains(u"sealed filter"_s), qPrintable(probe.detail));
            qInfo("%s: %s", qPrintable(probe.name), qPrintable(probe.detail));
        }
    }

    void saysWhatIsMissing()
    {
        const Result<SandboxOptions> nowhere = resolved({.gear = SandboxGear::Wasm, .wasmFolder = u"/nowhere"_s});
        QVERIFY(!nowhere && nowhere.error().kind == ErrorKind::Missing);
        QVERIFY(nowhere.error().detail.contains(u"/nowhere"_s));
    }

    void doesWithoutBubblewrap()
    {
        const Result<SandboxOptions> options = resolved({.gear = SandboxGear::Wasm, .bubblewrapPath = u"/bin/false"_s});
        if (!options)
            QSKIP("pyodide and quickjs were not fetched");
        QVERIFY(options->walls == WasmWalls::Filter);
    }
};

QTEST_GUILESS_MAIN(TestWasmProbe)
#include "tst_wasmprobe.moc"
