#include "core/storage/memorystore.h"
#include "core/storage/runreader.h"
#include "tests/support/demorun.h"

#include <QTest>

using namespace autodidact;

/// The fixture of the panels' tests holds what its description promises.
class TestDemoRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasThreeRoundsOverEightTasks();
    void hasReflectionsOfEveryOrigin();
    void hasMemoriesOfEveryKind();
    void hasVersionsUpdatesAndRollbacks();

private:
    DemoRun m_demo;
};

void TestDemoRun::hasThreeRoundsOverEightTasks()
{
    RunReader reader(m_demo.database());
    QCOMPARE(reader.rounds(m_demo.run().id).value().size(), 3);
    QCOMPARE(reader.tasks(m_demo.run().id, 1, Phase::Learn).value().size(), 5);
    QCOMPARE(reader.tasks(m_demo.run().id, 1, Phase::Watch).value().size(), 2);
    QCOMPARE(reader.run(m_demo.run().id).value().run.status, RunStatus::Finished);
    const auto attempts = reader.attempts(m_demo.run().id).value();
    QVERIFY(attempts.size() > 30);
    for (const AttemptRow &row : attempts)
        QVERIFY(row.visible && row.hidden);
}

void TestDemoRun::hasReflectionsOfEveryOrigin()
{
    RunReader reader(m_demo.database());
    QSet<ReflectionOrigin> origins;
    const auto attempts = reader.attempts(m_demo.run().id).value();
    for (const AttemptRow &row : attempts) {
        const AttemptDetail detail = reader.attempt(row.id).value();
        QVERIFY(!detail.attempt.prompt.isEmpty());
        if (detail.reflection)
            origins.insert(detail.reflection->origin);
    }
    QCOMPARE(origins.size(), 4);
}

void TestDemoRun::hasMemoriesOfEveryKind()
{
    const auto memories = MemoryStore(m_demo.database()).current(m_demo.run().memorySet).value();
    QSet<MemoryKind> kinds;
    for (const Memory &memory : memories)
        kinds.insert(memory.kind);
    QCOMPARE(kinds.size(), 3);
    QVERIFY(std::ranges::any_of(memories, [](const Memory &memory) { return memory.uses > 0; }));
}

void TestDemoRun::hasVersionsUpdatesAndRollbacks()
{
    RunReader reader(m_demo.database());
    QCOMPARE(reader.versions(m_demo.run().id).value().size(), 4);
    QCOMPARE(reader.updates(m_demo.run().id).value().size(), 4);
    const auto decisions = reader.decisions(m_demo.run().id).value();
    QCOMPARE(decisions.size(), 2);
    QVERIFY(!decisions[0].byPerson && decisions[1].byPerson);
    QCOMPARE(m_demo.run().currentVersion, 2);
}

QTEST_GUILESS_MAIN(TestDemoRun)
#include "tst_demorun.moc"
