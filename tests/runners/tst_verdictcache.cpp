#include "core/runners/runnerfactory.h"
#include "core/runners/verdictcache.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

Execution aProgram()
{
    Execution execution;
    execution.code = u"def one():\n    return 1\n"_s;
    execution.entryPoint = u"one"_s;
    execution.tests << TestCase{u"a"_s, u"assert one() == 1"_s};
    execution.testFiles << TestFile{u"test_one.py"_s, u"pass\n"_s};
    return execution;
}

/// Answers with a verdict made beforehand, and counts.
class Scripted : public Runner
{
public:
    explicit Scripted(Verdict verdict) : next(std::move(verdict)) {}

    Result<Verdict> run(const Execution &, std::stop_token) override
    {
        ++runs;
        return next;
    }

    Verdict next;
    int runs = 0;
};

Verdict passed()
{
    Verdict verdict;
    verdict.passed = true;
    verdict.tests << TestResult{.name = u"a"_s, .status = TestStatus::Passed, .cpuMs = 3};
    verdict.resources = {12, 15, 9000};
    verdict.gear = u"warm"_s;
    return verdict;
}

Verdict of(ErrorClass errorClass, double cpuMs)
{
    Verdict verdict;
    verdict.errorClass = errorClass;
    verdict.resources.cpuMs = cpuMs;
    return verdict;
}

} // namespace

class TestVerdictCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersAndSaysSo();
    void everythingThatDecidesIsInTheKey_data();
    void everythingThatDecidesIsInTheKey();
    void keepsWhatLasts_data();
    void keepsWhatLasts();
    void runsOneInAHundredAgain();
    void agreesWithTheSandbox();
};

void TestVerdictCache::remembersAndSaysSo()
{
    VerdictCache cache(u"a sandbox"_s);
    Scripted runner(passed());
    QCOMPARE(cache.run(runner, aProgram(), {}).value().gear, u"warm"_s);
    const Verdict again = cache.run(runner, aProgram(), {}).value();
    QCOMPARE(runner.runs, 1);
    QCOMPARE(again.gear, u"cached"_s);
    QCOMPARE(again.resources.wallMs, 0.0);
    QVERIFY(again.passed);
}

void TestVerdictCache::everythingThatDecidesIsInTheKey_data()
{
    QTest::addColumn<Execution>("other");
    const auto row = [](const char *name, auto change) {
        Execution execution = aProgram();
        change(execution);
        QTest::newRow(name) << execution;
    };
    row("language", [](Execution &e) { e.language = Language::Rust; });
    row("kind", [](Execution &e) { e.kind = TaskKind::Files; });
    row("isolation", [](Execution &e) { e.isolation = Isolation::InProcess; });
    row("scope", [](Execution &e) { e.scope = Visibility::Visible; });
    row("coverage", [](Execution &e) { e.coverage = true; });
    row("code", [](Execution &e) { e.code += u' '; });
    row("entry point", [](Execution &e) { e.entryPoint = u"two"_s; });
    row("set-up", [](Execution &e) { e.testSetup = u"import os"_s; });
    row("test", [](Execution &e) { e.tests.first().code = u"assert one() == 2"_s; });
    row("test's name", [](Execution &e) { e.tests.first().name = u"b"_s; });
    row("one test more", [](Execution &e) { e.tests << TestCase{}; });
    row("file", [](Execution &e) { e.testFiles.first().content += u'\n'; });
    row("file's path", [](Execution &e) { e.testFiles.first().path = u"test_two.py"_s; });
    row("CPU", [](Execution &e) { ++e.limits.cpuMs; });
    row("wall", [](Execution &e) { ++e.limits.wallMs; });
    row("memory", [](Execution &e) { ++e.limits.memoryMb; });
    row("processes", [](Execution &e) { ++e.limits.processes; });
    row("file size", [](Execution &e) { ++e.limits.fileMb; });
    row("output", [](Execution &e) { ++e.limits.outputKb; });
}

void TestVerdictCache::everythingThatDecidesIsInTheKey()
{
    QFETCH(const Execution, other);
    VerdictCache cache(u"a sandbox"_s);
    Scripted runner(passed());
    (void)cache.run(runner, aProgram(), {});
    (void)cache.run(runner, other, {});
    QCOMPARE(runner.runs, 2);
    QCOMPARE(cache.counts().misses, 2);
}

void TestVerdictCache::keepsWhatLasts_data()
{
    QTest::addColumn<int>("errorClass");
    QTest::addColumn<double>("cpuMs");
    QTest::addColumn<bool>("kept");
    QTest::newRow("logic") << int(ErrorClass::Logic) << 1.0 << true;
    QTest::newRow("own endless loop") << int(ErrorClass::Timeout) << 3000.0 << true;
    QTest::newRow("waited for the machine") << int(ErrorClass::Timeout) << 40.0 << false;
    QTest::newRow("fault of the machine") << int(ErrorClass::Infrastructure) << 1.0 << false;
}

void TestVerdictCache::keepsWhatLasts()
{
    QFETCH(const int, errorClass);
    QFETCH(const double, cpuMs);
    QFETCH(const bool, kept);
    VerdictCache cache(u"a sandbox"_s);
    Scripted runner(of(ErrorClass(errorClass), cpuMs));
    (void)cache.run(runner, aProgram(), {});
    (void)cache.run(runner, aProgram(), {});
    QCOMPARE(runner.runs, kept ? 1 : 2);
}

void TestVerdictCache::runsOneInAHundredAgain()
{
    VerdictCache cache(u"a sandbox"_s);
    Scripted runner(passed());
    for (int i = 0; i < 301; ++i)
        (void)cache.run(runner, aProgram(), {});
    QCOMPARE(runner.runs, 4);
    QCOMPARE(cache.counts().repeated, 3);
    QCOMPARE(cache.counts().differed, QStringList());
    runner.next.passed = false;
    runner.next.errorClass = ErrorClass::Logic;
    for (int i = 0; i < 100; ++i)
        (void)cache.run(runner, aProgram(), {});
    QCOMPARE(cache.counts().differed, QStringList{u"one none/logic"_s});
    QVERIFY(!cache.run(runner, aProgram(), {}).value().passed);
}

void TestVerdictCache::agreesWithTheSandbox()
{
    auto runner = makeRunner({.jobs = 1});
    if (!runner)
        QSKIP(qPrintable(runner.error().detail));
    VerdictCache cache(u"bubblewrap"_s);
    Execution execution = aProgram();
    execution.testFiles.clear();
    execution.tests << TestCase{u"b"_s, u"assert one() == 2"_s};
    const Verdict fresh = cache.run(**runner, execution, {}).value();
    const Verdict cached = cache.run(**runner, execution, {}).value();
    QCOMPARE(cache.counts().hits, 1);
    QVERIFY(fresh.errorClass == ErrorClass::Logic);
    QVERIFY(cached.errorClass == fresh.errorClass);
    QCOMPARE(cached.errorDetail, fresh.errorDetail);
    QCOMPARE(cached.tests.size(), fresh.tests.size());
    QCOMPARE(cached.tests.last().message, fresh.tests.last().message);
}

QTEST_GUILESS_MAIN(TestVerdictCache)
#include "tst_verdictcache.moc"
