#include "core/memory/memorykeeper.h"

#include "core/base/random.h"

#include "builders.h"

#include <algorithm>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

const QString Good = u"def total(n):\n    return sum(range(n + 1))\n"_s;
const QString Bad = u"def total(n):\n    return sum(range(n))\n"_s;

Task task(int ordinal, const QString &statement)
{
    Task task;
    task.ordinal = ordinal;
    task.key = u"t/%1"_s.arg(ordinal);
    task.group = u"g%1"_s.arg(ordinal);
    task.title = statement.section(u' ', 0, 2);
    task.statement = statement;
    task.entryPoint = u"total_of"_s;
    return task;
}

SeenAttempt attempt(int number, const QString &code, bool green)
{
    SeenAttempt seen;
    seen.attempt.id = {number * 100};
    seen.attempt.place.attempt = number;
    seen.attempt.code = code;
    seen.verdict.scope = Visibility::Visible;
    seen.verdict.passed = green;
    if (!green) {
        seen.verdict.errorClass = ErrorClass::Logic;
        seen.verdict.errorDetail = u"wrong sum"_s;
        seen.verdict.tests = {{.status = TestStatus::Failed, .message = u"AssertionError"_s, .expected = u"6"_s, .actual = u"3"_s}};
    }
    return seen;
}

TaskOutcome outcome(int ordinal, const QList<SeenAttempt> &attempts, const QString &statement = u"Sum the whole numbers up to a bound"_s)
{
    return {.task = task(ordinal, statement), .split = Split::Learn, .attempts = attempts};
}

QList<MemoryChange> remember(const QList<TaskOutcome> &outcomes, const QList<Memory> &known = {}, int round = 3)
{
    HashingEmbedder embedder = test::embedder();
    return MemoryKeeper(embedder).remember(outcomes, *test::snapshot(known), {8}, round, {}).value();
}

Memory stored(Memory memory, qint64 id)
{
    memory.id = {id};
    return memory;
}

Lesson lesson(const QString &title, const QString &content)
{
    return {title, u"when a loop has a bound"_s, content};
}

} // namespace

class TestMemoryKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void successLeavesCode()
    {
        const auto changes = remember({outcome(4, {attempt(1, Good, true)})});
        QCOMPARE(changes.size(), 1);
        const Memory &memory = changes.first().memory;
        QCOMPARE(changes.first().act, u"add"_s);
        QCOMPARE(changes.first().task, 4);
        QCOMPARE(memory.kind, MemoryKind::Code);
        QCOMPARE(memory.term, MemoryTerm::Long);
        QCOMPARE(memory.content, Good);
        QCOMPARE(memory.problem, u"Sum the whole numbers up to a bound"_s);
        QCOMPARE(memory.group, u"g4"_s);
        QCOMPARE(memory.set, MemorySetId{8});
        QCOMPARE(memory.source, AttemptId{100});
        QCOMPARE(memory.createdRound, 3);
        QCOMPARE(memory.visibleFromRound, 4);
        QVERIFY(memory.tokens > 0);
        QVERIFY(!memory.id.isValid());
    }

    void redTurnedGreenLeavesAFix()
    {
        const auto changes = remember({outcome(1, {attempt(1, u"def total(n): pass"_s, false), attempt(2, Bad, false), attempt(3, Good, true)})});
        QCOMPARE(changes.size(), 2);
        const Memory &fix = changes.at(1).memory;
        QCOMPARE(fix.kind, MemoryKind::Error);
        QCOMPARE(fix.term, MemoryTerm::Long);
        QCOMPARE(fix.title, u"logic error"_s);
        QCOMPARE(fix.problem, u"wrong sum\nAssertionError\nexpected 6, got 3"_s);
        QCOMPARE(fix.content, u" def total(n):\n-    return sum(range(n))\n+    return sum(range(n + 1))"_s);
        QCOMPARE(changes.at(1).reason, u"red at attempt 2, green at attempt 3"_s);
    }

    void failureWaitsAndIsMendedLater()
    {
        const auto failed = remember({outcome(1, {attempt(1, Bad, false)})});
        QCOMPARE(failed.size(), 1);
        const Memory open = stored(failed.first().memory, 5);
        QCOMPARE(open.term, MemoryTerm::Short);
        QCOMPARE(open.content, Bad);
        QCOMPARE(openFailures({open}), QStringList{u"t/1"_s});

        const auto again = remember({outcome(1, {attempt(1, Bad, false)})}, {open}, 4);
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.first().act, u"edit"_s);
        QCOMPARE(again.first().memory.id, MemoryId{5});
        QCOMPARE(again.first().memory.lastUsedRound, 4);
        QCOMPARE(again.first().memory.createdRound, 3);

        const auto mended = remember({outcome(1, {attempt(1, Good, true)})}, {open}, 5);
        QCOMPARE(mended.size(), 2);
        const auto fix = std::ranges::find(mended, u"edit"_s, &MemoryChange::act);
        QVERIFY(fix != mended.end());
        QCOMPARE(fix->memory.term, MemoryTerm::Long);
        QVERIFY(fix->memory.content.contains(u"+    return sum(range(n + 1))"_s));
        QCOMPARE(fix->memory.visibleFromRound, 6);
        QCOMPARE(fix->reason, u"failed in round 3, mended in round 5"_s);
        QVERIFY(openFailures({fix->memory}).isEmpty());
    }

    void aPersonsFailureIsLeftAlone()
    {
        Memory open = stored(remember({outcome(1, {attempt(1, Bad, false)})}).first().memory, 5);
        open.edited = true;
        const auto changes = remember({outcome(1, {attempt(1, Good, true)})}, {open}, 5);
        QVERIFY(std::ranges::none_of(changes, [](const MemoryChange &change) { return change.memory.id == MemoryId{5}; }));
    }

    void lessonsAreGeneralAndFew()
    {
        SeenAttempt seen = attempt(1, Bad, false);
        seen.reflection = Reflection{};
        seen.reflection->statedCause = u"boundary"_s;
        seen.reflection->lessons = {lesson(u"Bounds"_s, u"Check whether the last element belongs to the range."_s),
            lesson(u"Own name"_s, u"In total_of add one."_s), lesson({}, u"No title."_s), lesson(u"Types"_s, u"Divide whole numbers with the integer operator."_s)};
        SeenAttempt second = seen;
        second.attempt.place.attempt = 2;
        second.reflection->lessons = {lesson(u"Dates"_s, u"Leap years have one more day."_s), lesson(u"Copies"_s, u"Copy the argument in front of changing it."_s)};
        const auto changes = remember({outcome(1, {seen, second})});
        QStringList titles;
        for (const MemoryChange &change : changes) {
            if (change.memory.kind == MemoryKind::Lesson) {
                titles.append(change.memory.title);
                QCOMPARE(change.memory.tags, QStringList{u"boundary"_s});
            }
        }
        QCOMPARE(titles, (QStringList{u"Dates"_s, u"Copies"_s, u"Bounds"_s}));
    }

    void nearDuplicatesAreCounted()
    {
        SeenAttempt seen = attempt(1, Bad, false);
        seen.reflection = Reflection{};
        seen.reflection->lessons = {lesson(u"Bounds"_s, u"Check whether the last element belongs to the range."_s)};
        const auto first = remember({outcome(1, {seen}), outcome(2, {seen}, u"Parse a date"_s)});
        const auto added = std::ranges::find(first, MemoryKind::Lesson, [](const MemoryChange &change) { return change.memory.kind; });
        QCOMPARE(std::ranges::count(first, MemoryKind::Lesson, [](const MemoryChange &change) { return change.memory.kind; }), 1);
        QCOMPARE(seenCount(added->memory), 2);

        const auto later = remember({outcome(3, {seen}, u"Rotate a matrix"_s)}, {stored(added->memory, 9)}, 4);
        const auto counted = std::ranges::find(later, MemoryId{9}, [](const MemoryChange &change) { return change.memory.id; });
        QCOMPARE(counted->act, u"count"_s);
        QCOMPARE(seenCount(counted->memory), 3);
        QCOMPARE(counted->memory.content, added->memory.content);
    }

    void oneProgramPerTask()
    {
        const Memory code = stored(remember({outcome(1, {attempt(1, Good, true)})}).first().memory, 3);
        const QString other = u"def total(n):\n    return n * (n + 1) // 2\n"_s;
        const auto same = remember({outcome(1, {attempt(1, other, true)})}, {code}, 4);
        QCOMPARE(same.size(), 1);
        QCOMPARE(same.first().act, u"count"_s);
        QCOMPARE(same.first().memory.content, Good);

        const auto drifted = remember({outcome(1, {attempt(1, other, true)}, u"Sum the whole numbers below a bound"_s)}, {code}, 4);
        QCOMPARE(drifted.size(), 1);
        QCOMPARE(drifted.first().act, u"edit"_s);
        QCOMPARE(drifted.first().memory.content, other);
        QCOMPARE(drifted.first().memory.visibleFromRound, 5);

        Memory pinned = code;
        pinned.pinned = true;
        const auto kept = remember({outcome(1, {attempt(1, other, true)}, u"Sum the whole numbers below a bound"_s)}, {pinned}, 4);
        QCOMPARE(kept.first().memory.content, Good);
    }

    void usesAreCounted()
    {
        const Memory known = test::memory(6, MemoryKind::Lesson, u"Something else"_s, u"dates"_s, u"Leap years"_s);
        SeenAttempt red = attempt(1, Bad, false);
        red.attempt.memories = {{.memory = {6}}, {.memory = {777}}};
        SeenAttempt green = attempt(2, Good, true);
        green.attempt.memories = {{.memory = {6}}};
        const auto changes = remember({outcome(2, {red, green})}, {known}, 7);
        const auto counted = std::ranges::find(changes, MemoryId{6}, [](const MemoryChange &change) { return change.memory.id; });
        QCOMPARE(counted->act, u"count"_s);
        QCOMPARE(counted->memory.uses, 2);
        QCOMPARE(counted->memory.successesAfterUse, 1);
        QCOMPARE(counted->memory.lastUsedRound, 7);
        QCOMPARE(counted->reason, u"used by 2 attempts, 1 of them green"_s);
    }

    void whatTeachesNothing_data()
    {
        QTest::addColumn<Split>("split");
        QTest::addColumn<ErrorClass>("errorClass");
        QTest::newRow("select") << Split::Select << ErrorClass::Logic;
        QTest::newRow("report") << Split::Report << ErrorClass::Logic;
        QTest::newRow("a fault of the machine") << Split::Learn << ErrorClass::Infrastructure;
    }

    void whatTeachesNothing()
    {
        QFETCH(const Split, split);
        QFETCH(const ErrorClass, errorClass);
        TaskOutcome quiet = outcome(1, {attempt(1, Bad, false)});
        quiet.split = split;
        quiet.attempts[0].verdict.errorClass = errorClass;
        QVERIFY(remember({quiet, {.task = task(2, u"x"_s), .split = Split::Learn}}).isEmpty());
    }

    void hiddenRedIsAFailureWithoutItsOutput()
    {
        SeenAttempt seen = attempt(1, Good, true);
        seen.hiddenPassed = false;
        const auto changes = remember({outcome(1, {seen})});
        QCOMPARE(changes.first().memory.term, MemoryTerm::Short);
        QCOMPARE(changes.first().memory.problem, u"passes the visible tests, but not the hidden ones"_s);
    }

    void orderOfOutcomesDoesNotMatter()
    {
        const QStringList topics{u"Count vowels"_s, u"Merge intervals"_s, u"Parse dates"_s, u"Rotate a matrix"_s, u"Find primes"_s};
        QList<TaskOutcome> outcomes;
        for (int i = 0; i < topics.size(); ++i)
            outcomes.append(outcome(i, {attempt(1, Bad, i % 2 == 0), attempt(2, Good, i != 3)}, topics.at(i)));
        const auto expected = remember(outcomes);
        QVERIFY(std::ranges::is_sorted(expected, {}, &MemoryChange::task));
        for (int trial = 0; trial < 10; ++trial) {
            Random random = Random::of({trial}, "order");
            QList<TaskOutcome> shuffled;
            for (const int at : random.permutation(int(outcomes.size())))
                shuffled.append(outcomes.at(at));
            QCOMPARE(remember(shuffled), expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestMemoryKeeper)
#include "tst_memorykeeper.moc"
