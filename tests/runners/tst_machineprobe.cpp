#include "core/runners/machineprobe.h"

#include <QTest>

#include <algorithm>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// What doctor shows of languages, containers and tools.
class TestMachineProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesEverything();
    void namesWhatIsMissing();
};

namespace {

QList<SandboxProbe> of(const QList<SandboxProbe> &probes, ProbeStep step)
{
    QList<SandboxProbe> some;
    std::ranges::copy_if(probes, std::back_inserter(some), [step](const SandboxProbe &probe) { return probe.step == step; });
    return some;
}

} // namespace

void TestMachineProbe::triesEverything()
{
    const QList<SandboxProbe> probes = probeMachine();
    QStringList languages;
    for (const SandboxProbe &probe : of(probes, ProbeStep::Language)) {
        languages << probe.name;
        QVERIFY2(probe.works ? probe.detail.contains(u"an attempt in"_s) : !probe.remedy.isEmpty(), qPrintable(probe.detail));
        QCOMPARE(probe.required, probe.name == u"Python");
    }
    QCOMPARE(languages, (QStringList{u"Python"_s, u"JavaScript"_s, u"Java"_s, u"Rust"_s}));
    QVERIFY(of(probes, ProbeStep::Language).first().works);
    QCOMPARE(of(probes, ProbeStep::Container).size(), 1);
    QCOMPARE(of(probes, ProbeStep::BuildTool).size(), 5);
    for (const SandboxProbe &probe : probes)
        QVERIFY2(probe.works != !probe.remedy.isEmpty(), qPrintable(probe.name));
}

void TestMachineProbe::namesWhatIsMissing()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const QList<SandboxProbe> probes = probeMachine();
    qputenv("PATH", path);
    for (const SandboxProbe &probe : of(probes, ProbeStep::Language) + of(probes, ProbeStep::BuildTool)) {
        QVERIFY2(!probe.works, qPrintable(probe.name));
        QVERIFY(probe.mend == ProbeRemedy::InstallPackage);
        QVERIFY(!probe.command.isEmpty() && probe.remedy.contains(probe.command));
    }
}

QTEST_GUILESS_MAIN(TestMachineProbe)
#include "tst_machineprobe.moc"
