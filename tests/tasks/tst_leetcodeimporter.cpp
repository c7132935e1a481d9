#include "core/tasks/leetcodeimporter.h"

#include "core/base/json.h"
#include "tests/tasks/importfixture.h"

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

const QString Starter = u"class Solution:\n    def twice(self, x: int) -> int:\n        "_s;

QJsonObject checked()
{
    return {{u"task_id"_s, u"twice-it"_s}, {u"difficulty"_s, u"Easy"_s}, {u"problem_description"_s, u"Double.\n\nExample 1:\nInput: x = 3\nOutput: 6\n"_s},
        {u"starter_code"_s, Starter}, {u"estimated_date"_s, u"2024-05-06"_s}, {u"prompt"_s, u"import math\nfrom typing import *\n"_s},
        {u"completion"_s, Starter + u"return 2 * x\n"_s}, {u"entry_point"_s, u"Solution().twice"_s},
        {u"test"_s, u"def check(candidate):\n    assert candidate(x = 3) == 6\n    assert candidate(x = 4) == 8\n"_s}};
}

QJsonObject topLevel()
{
    return {{u"task_id"_s, u"7. Twice"_s}, {u"prompt"_s, Starter + u"\"\"\"\n        Double.\n        Input: x = 3\n        Output: 6\n        \"\"\"\n"_s},
        {u"test"_s, u"\nmy_solution = Solution()\n\ntest_input = { \"x\": 3 }\nassert my_solution.twice(**test_input) == 6\n\ntest_input = { \"x\": 4 }\nassert my_solution.twice(**test_input) == 8\n"_s}};
}

} // namespace

class TestLeetCodeImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCheckFunctions()
    {
        const auto content = parseLeetCode(toJsonLine(checked()), u"l"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.key, u"LeetCode/twice-it"_s);
        QCOMPARE(task.entryPoint, u"Solution"_s);
        QCOMPARE(task.isolation, Isolation::InProcess);
        QCOMPARE(task.released, u"2024-05-06"_s);
        QCOMPARE(task.difficulty, 2);
        QCOMPARE(task.hiddenTests.size(), 2);
        QCOMPARE(task.hiddenTests.first().code, u"candidate = Solution().twice\nassert candidate(x = 3) == 6\n"_s);
        QCOMPARE(task.visibleTests, QList<TestCase>{task.hiddenTests.first()});
        QCOMPARE(task.prefix, u"import math\nfrom typing import *\n\n\n"_s);
        QCOMPARE(task.references, QStringList{task.prefix + Starter + u"return 2 * x\n"_s});
        QVERIFY(task.starter.endsWith(u"-> int:\n        raise NotImplementedError\n"_s));
    }

    void readsTopLevelAsserts()
    {
        const auto content = parseLeetCode('[' + toJsonLine(topLevel()) + ']', u"l"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.hiddenTests.size(), 2);
        QCOMPARE(task.hiddenTests.at(1).code, u"my_solution = Solution()\ntest_input = { \"x\": 4 }\nassert my_solution.twice(**test_input) == 8\n"_s);
        QCOMPARE(task.visibleTests, QList<TestCase>{task.hiddenTests.first()});
        QVERIFY(task.prefix.contains(u"from typing import *\n"_s));
        QVERIFY(task.starter.endsWith(u"\"\"\"\n        raise NotImplementedError\n"_s));
        QVERIFY(task.references.isEmpty());
    }

    void skipsWhatHasNoTests()
    {
        const QJsonObject bare{{u"slug"_s, u"no-tests"_s}, {u"content"_s, u"Do it."_s}, {u"id"_s, 4}};
        const auto content = parseLeetCode(toJsonLine(checked()) + '\n' + toJsonLine(bare), u"l"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->skipped, QStringList{u"l:2: LeetCode/no-tests: it has no tests, so it cannot be scored"_s});
        QVERIFY(parseLeetCode(toJsonLine(bare), u"l"_s).error().detail.contains(u"none of its 1 records can be judged"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QJsonObject>("record");
        QTest::addColumn<QString>("message");
        const auto with = [](QJsonObject object, const QString &key, const QJsonValue &value) {
            object.insert(key, value);
            return object;
        };
        QTest::newRow("no id") << with(checked(), u"task_id"_s, QJsonValue()) << u"l:1: \"task_id\" is missing"_s;
        QTest::newRow("no statement") << with(topLevel(), u"prompt"_s, u""_s) << u"l:1: \"problem_description\" is missing"_s;
        QTest::newRow("no Python") << with(topLevel(), u"test"_s, u"assert (("_s) << u"l:1: \"test\" is not valid Python"_s;
        QTest::newRow("no assert") << with(topLevel(), u"test"_s, u"x = 1"_s) << u"l:1: \"test\" asserts nothing"_s;
        QTest::newRow("wrong type") << with(checked(), u"test"_s, 3) << u"l:1: \"test\" must be a text"_s;
    }

    void refuses()
    {
        QFETCH(QJsonObject, record);
        QFETCH(QString, message);
        const auto content = parseLeetCode(toJsonLine(record), u"l"_s);
        VERIFY_REFUSED(content, startsWith, message);
    }
};

QTEST_APPLESS_MAIN(TestLeetCodeImporter)
#include "tst_leetcodeimporter.moc"
