#include "core/tasks/appsimporter.h"

#include "core/base/json.h"
#include "core/tasks/program.h"
#include "tests/tasks/importfixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

const QByteArray Stdin = R"({"inputs": ["2\r\n3 4\r\n", ["1", "5"]], "outputs": ["7\n", ["5"]]})";
const QByteArray Call = R"({"fn_name": "pick", "inputs": [[[2, 3], true], [[], null], [{"1": 123456789012345678901}, 1.50]], "outputs": [9, ["a\"b"], [1, 2]]})";

QJsonObject record(int number, const QByteArray &tests, const QStringList &solutions, const QString &starter = {})
{
    return {{u"problem_id"_s, number}, {u"question"_s, u"Add them.\r\n\n-----Example-----\nInput\n2\n3 4\n\nOutput\n7\n\nInput: xs = [2, 3], sure = true\nOutput: 9\n"_s},
        {u"solutions"_s, QString::fromUtf8(QJsonDocument(toJsonArray(solutions)).toJson())}, {u"input_output"_s, QString::fromUtf8(tests)},
        {u"difficulty"_s, u"interview"_s}, {u"url"_s, u"https://example.org/p/1"_s}, {u"starter_code"_s, starter}};
}

QByteArray lines(const QList<QJsonObject> &records)
{
    QByteArray bytes;
    for (const QJsonObject &object : records)
        bytes += toJsonLine(object) + '\n';
    return bytes;
}

QStringList codesOf(const Task &task)
{
    QStringList codes;
    for (const TestCase &test : task.hiddenTests)
        codes.append(test.code);
    return codes;
}

} // namespace

class TestAppsImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programsReadStandardInput()
    {
        const auto content = parseApps(lines({record(7, Stdin, {u"print input()"_s, u"print(sum(map(int, input().split())))"_s})}), u"a"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.key, u"APPS/0007"_s);
        QCOMPARE(task.kind, TaskKind::Program);
        QCOMPARE(task.hiddenTests, (QList<TestCase>{{u"test 1"_s, {}, u"2\n3 4\n"_s, {u"7\n"_s}}, {u"test 2"_s, {}, u"1\n5"_s, {u"5"_s}}}));
        QCOMPARE(task.visibleTests, QList<TestCase>{task.hiddenTests.first()});
        QCOMPARE(task.references.size(), 1);
        QVERIFY(task.references.first().endsWith(u"print(sum(map(int, input().split())))\n"_s));
        QCOMPARE(task.tags, (QStringList{u"interview"_s, u"example.org"_s}));
        QCOMPARE(task.limits.cpuMs, 4000);
        QCOMPARE(assembleProgram(task, u"```python\nprint(1)\n```"_s, AnswerKind::Answer).code, task.prefix + u"print(1)\n"_s);
    }

    void functionsGetAsserts()
    {
        const auto content = parseApps(lines({record(7, Call, {}, u"def pick(xs, sure):\n\t"_s)}), u"a"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.kind, TaskKind::Function);
        QCOMPARE(task.entryPoint, u"pick"_s);
        QCOMPARE(task.isolation, Isolation::Split);
        QCOMPARE(codesOf(task), (QStringList{u"assert pick([2, 3], True) == 9\n"_s, u"assert plain(pick([], None)) in ([\"a\\\"b\"], \"a\\\"b\")\n"_s,
                                    u"assert plain(pick({1: 123456789012345678901}, 1.50)) == [1, 2]\n"_s}));
        QCOMPARE(task.visibleTests, QList<TestCase>{task.hiddenTests.first()});
        QVERIFY(task.starter.endsWith(u"def pick(xs, sure):\n    raise NotImplementedError\n"_s));
    }

    void methodsNeedTheirClass()
    {
        const QString starter = u"class Solution:\n    def pick(self, xs: List[int], sure: bool) -> int:\n        "_s;
        const auto content = parseApps(lines({record(7, Call, {starter + u"return 1"_s}, starter)}), u"a"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.entryPoint, u"Solution"_s);
        QCOMPARE(task.isolation, Isolation::InProcess);
        QCOMPARE(task.hiddenTests.first().code, u"assert Solution().pick([2, 3], True) == 9\n"_s);
        QVERIFY(task.starter.endsWith(u"-> int:\n        raise NotImplementedError\n"_s));
    }

    void keepsThreeReferences()
    {
        const QStringList solutions{u"a = 1"_s, u"a = 2"_s, u"raw_input()"_s, u"a = 3"_s, u"a = 4"_s};
        const auto content = parseApps(lines({record(7, Stdin, solutions), record(8, "{\"inputs\": [], \"outputs\": []}", {})}), u"a"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.first().references.size(), 3);
        QVERIFY(content->tasks.first().references.at(2).endsWith(u"a = 3\n"_s));
        QCOMPARE(content->warnings, QStringList{u"a: 1 problems have more than 3 solutions; the first 3 in Python 3 are kept"_s});
        QCOMPARE(content->skipped, QStringList{u"a:2: APPS/0008: it has no tests"_s});
    }

    void readsFolders()
    {
        const ImportFolder folder;
        folder.write(u"train/0003/question.txt"_s, "Add them.");
        folder.write(u"train/0003/input_output.json"_s, Stdin);
        folder.write(u"train/0003/metadata.json"_s, R"({"difficulty": "introductory"})");
        folder.write(u"train/0004/question.txt"_s, "No tests.");
        const auto content = importApps(folder.path());
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.first().key, u"APPS/train/0003"_s);
        QCOMPARE(content->tasks.first().difficulty, 2);
        QCOMPARE(content->skipped.size(), 1);
        folder.write(u"train/0004/solutions.json"_s, "[1]");
        QVERIFY2(importApps(folder.path()).error().detail.contains(u"0004/solutions.json:1: the solutions are not a JSON list of texts"_s), "");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("broken tests") << lines({record(7, "{\"inputs\": [", {})}) << u"a:1: input and output: not valid JSON"_s;
        QTest::newRow("unequal") << lines({record(7, R"({"inputs": ["1"], "outputs": []})", {})}) << u"a:1: there are 1 inputs and 0 outputs"_s;
        QTest::newRow("no lists") << lines({record(7, R"({"inputs": "1", "outputs": []})", {})}) << u"a:1: \"inputs\" and \"outputs\" must be lists"_s;
        QTest::newRow("no question") << lines({record(7, Stdin, {})}).replace("question", "query") << u"a:1: \"question\" is missing"_s;
        QTest::newRow("no records") << QByteArray("\n") << u"a: it holds no record"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = parseApps(bytes, u"a"_s);
        VERIFY_REFUSED(content, startsWith, message);
    }

    void readsTheOfficialFolders()
    {
        NEEDS_PUBLIC_DATA(path, u"apps"_s);
        const auto content = importApps(path);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 2);
        QCOMPARE(content->tasks.at(0).kind, TaskKind::Program);
        QCOMPARE(content->tasks.at(0).visibleTests.size(), 1);
        QCOMPARE(content->tasks.at(1).entryPoint, u"Solution"_s);
        QCOMPARE(content->tasks.at(1).visibleTests.size(), 1);
        for (const Task &task : content->tasks)
            QCOMPARE(task.references.size(), 3);
        QCOMPARE(importApps(path + u"/0001"_s)->tasks.first().key, u"APPS/0001"_s);
    }
};

QTEST_APPLESS_MAIN(TestAppsImporter)
#include "tst_appsimporter.moc"
