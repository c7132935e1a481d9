#include "core/sandbox/probe.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// What doctor shows of the sandbox: all well here, and a remedy where something is missing.
class tst_Probe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEverythingHere();
    void namesWhatIsMissing();
    void seesABrokenBubblewrap();
    void offersTheProfile();
};

void tst_Probe::findsEverythingHere()
{
    const QList<SandboxProbe> probes = probeSandbox();
    QVERIFY(probes.size() >= 7);
    for (const SandboxProbe &probe : probes) {
        QVERIFY(!probe.name.isEmpty() && !probe.detail.isEmpty());
        QVERIFY2(probe.works || !probe.required, qPrintable(probe.name + u": "_s + probe.detail));
        QVERIFY(!probe.works || probe.remedy.isEmpty());
    }
    QCOMPARE(probes.last().name, u"one attempt"_s);
}

void tst_Probe::namesWhatIsMissing()
{
    const QList<SandboxProbe> probes =
        probeSandbox({.helperPath = u"/nowhere/autodidact-sandbox"_s});
    QCOMPARE(probes.size(), 1);
    QVERIFY(!probes.first().works);
    QVERIFY(probes.first().detail.contains(u"/nowhere/autodidact-sandbox"_s));
}

void tst_Probe::seesABrokenBubblewrap()
{
    const QList<SandboxProbe> probes = probeSandbox({.bubblewrapPath = u"/bin/false"_s});
    QStringList broken;
    for (const SandboxProbe &probe : probes) {
        if (!probe.works && probe.required) {
            broken << probe.name;
            QVERIFY(!probe.remedy.isEmpty());
        }
    }
    QVERIFY(broken.contains(u"user namespaces"_s));
    QVERIFY(broken.contains(u"warm server"_s));
    QVERIFY(!broken.contains(u"Python"_s));
}

void tst_Probe::offersTheProfile()
{
    const QString profile = apparmorProfile(u"/usr/bin/bwrap"_s);
    QVERIFY(profile.contains(u"profile bwrap-autodidact /usr/bin/bwrap"_s));
    QVERIFY(profile.contains(u"userns,"_s));
}

QTEST_GUILESS_MAIN(tst_Probe)
#include "tst_probe.moc"
