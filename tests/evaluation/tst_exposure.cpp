#include "core/evaluation/exposure.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

static Task clampTask()
{
    Task task;
    task.entryPoint = u"clamp"_s;
    task.references = {u"def clamp(value, low, high):\n    if value < low:\n        return low\n    if value > high:\n"
                       "        return high\n    return value\n"_s};
    task.visibleTests = {{u"v"_s, u"assert clamp(5, 0, 10) == 5"_s}};
    task.hiddenTests = {{u"h1"_s, u"assert clamp(5, 0, 10) == 5"_s},
                        {u"h2"_s, u"assert clamp(-12345, 0, 10) == 0, \"too low\""_s},
                        {u"h3"_s, u"assert clamp([1, 'a'], (2, 3), None) == {'k': [1, 2]}"_s}};
    return task;
}

class TestExposure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRenamedSolutionExposes();
    void aLessonDoesNot();
    void otherCodeDoesNot();
    void nothingCarried();
    void anAcceptedPatchExposes();
    void hiddenAnswers_data();
    void hiddenAnswers();
    void outputsOfPrograms_data();
    void outputsOfPrograms();
};

void TestExposure::aRenamedSolutionExposes()
{
    const Exposure found =
        exposure({u"A past solution:\n```python\ndef limit(x, a, b):\n    if x < a:\n        return a\n    if x > b:\n"
                  "        return b\n    return x\n```\n"_s},
            clampTask());
    QVERIFY2(found.coverage >= 0.9, qPrintable(QString::number(found.coverage)));
    QVERIFY(found.exposed);
    QVERIFY(!found.answerSeen);
}

void TestExposure::anAcceptedPatchExposes()
{
    Task task;
    task.kind = TaskKind::Repository;
    task.repository.goldPatch =
        u"--- a/x.py\n+++ b/x.py\n@@ -1,2 +1,3 @@\n a\n-    return len(prices)\n+    amounts = list(prices)\n+    return sum(amounts)\n"_s;
    QVERIFY(exposure({u"+    amounts = list(prices)\n+    return sum(amounts)\n"_s}, task).exposed);
    QCOMPARE(exposure({u"Say return sum(amounts)."_s}, task).coverage, 0.5);
    QVERIFY(!exposure({u"a\n    return len(prices)"_s}, task).exposed);
}

void TestExposure::aLessonDoesNot()
{
    const Exposure found =
        exposure({u"Compare with both ends before returning a value."_s, u"Check for None first."_s}, clampTask());
    QVERIFY2(found.coverage < 0.3, qPrintable(QString::number(found.coverage)));
    QVERIFY(!found.exposed);
}

void TestExposure::otherCodeDoesNot()
{
    const Exposure found = exposure(
        {u"```python\nimport re\nwords = [w.lower() for w in re.findall('x+', text)]\nprint(len(words))\n```"_s}, clampTask());
    QVERIFY2(found.coverage < 0.4, qPrintable(QString::number(found.coverage)));
    QVERIFY(!found.exposed);
}

void TestExposure::nothingCarried()
{
    QCOMPARE(exposure({}, clampTask()), Exposure{});
}

void TestExposure::hiddenAnswers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("the test itself") << u"assert clamp(-12345, 0, 10) == 0"_s << true;
    QTest::newRow("other spacing") << u"clamp( -12345,0,10 ) gives  0"_s << true;
    QTest::newRow("the input alone") << u"clamp(-12345, 0, 10) raised an error"_s << false;
    QTest::newRow("input and answer without the call") << u"for -12345, 0, 10 the result is 0"_s << true;
    QTest::newRow("other quotes") << u"clamp([1, \"a\"], (2, 3), None) == {\"k\": [1, 2]}"_s << true;
    QTest::newRow("visible anyway") << u"clamp(5, 0, 10) == 5"_s << false;
    QTest::newRow("far behind") << u"clamp(-12345, 0, 1"_s + u"0) is one call of the many that a program may make; n == 0"_s
                                << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestExposure::hiddenAnswers()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(holdsHiddenAnswer(text, clampTask()), found);
    if (found)
        QVERIFY(exposure({text}, clampTask()).exposed);
}

void TestExposure::outputsOfPrograms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("input and output") << u"For the input\n4\n10 20 30 41\nprint 101."_s << true;
    QTest::newRow("another output that is right") << u"Input: 4 10 20 30 41, Output: one hundred and one"_s << true;
    QTest::newRow("the input alone") << u"It failed on 4 10 20 30 41."_s << false;
    QTest::newRow("the output alone") << u"It should have been 101."_s << false;
    QTest::newRow("a long output") << u"Write\nCase 1: impossible Case 2: 17 moves Case 3: 8"_s << true;
    QTest::newRow("a short input") << u"For 7 the answer is 49."_s << false;
    QTest::newRow("an example of the statement") << u"Input: 3 100 200 300, Output: 600"_s << false;
    QTest::newRow("visible anyway") << u"Input: 3 111 222 333, Output: 666"_s << false;
}

void TestExposure::outputsOfPrograms()
{
    Task task;
    task.kind = TaskKind::Program;
    task.statement = u"Add the numbers. For\n3\n100 200 300\nthe answer is 600."_s;
    task.visibleTests = {{u"v"_s, {}, u"3\n111 222 333\n"_s, {u"666\n"_s}}};
    task.hiddenTests = {{u"h0"_s, {}, u"3\n100 200 300\n"_s, {u"600\n"_s}}, {u"h1"_s, {}, u"4\n10 20 30 41\n"_s, {u"101\n"_s, u"one hundred and one"_s}},
                        {u"h2"_s, {}, u"7\n"_s, {u"49\n"_s}}, {u"h3"_s, {}, u"3\n"_s, {u"Case 1: impossible\nCase 2: 17 moves\nCase 3: 8\n"_s}},
                        {u"h4"_s, {}, u"3\n111 222 333\n"_s, {u"666\n"_s}}};
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(holdsHiddenAnswer(text, task), found);
}

QTEST_APPLESS_MAIN(TestExposure)
#include "tst_exposure.moc"
