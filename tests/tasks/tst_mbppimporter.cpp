#include "core/tasks/mbppimporter.h"

#include "core/base/json.h"
#include "tests/tasks/importfixture.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

QJsonObject full(const QString &code, const QStringList &asserts)
{
    return {{u"text"_s, u"Write a function that doubles.\r"_s}, {u"code"_s, code}, {u"task_id"_s, 12}, {u"test_setup_code"_s, QString()},
        {u"test_list"_s, toJsonArray(asserts)}, {u"challenge_test_list"_s, QJsonArray{u"assert twice(9) == 18"_s}}};
}

QJsonObject simple()
{
    return full(u"import math\r\ndef twice(x):\r\n\treturn 2 * x\r\n"_s, {u"assert twice(1) == 2"_s, u"assert set([twice(4)]) == {8}\r\n"_s});
}

} // namespace

class TestMbppImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAFullRecord()
    {
        const auto content = parseMbpp(toJsonLine(simple()) + "\r\n", u"m"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->suite.name, u"mbpp"_s);
        const Task &task = content->tasks.first();
        QCOMPARE(task.key, u"MBPP/12"_s);
        QCOMPARE(task.entryPoint, u"twice"_s);
        QCOMPARE(task.statement, u"Write a function that doubles.\n\nYour code should pass this test:\n\nassert twice(1) == 2\n"_s);
        QCOMPARE(task.visibleTests, (QList<TestCase>{{u"assert 1"_s, u"assert twice(1) == 2\n"_s}}));
        QCOMPARE(task.hiddenTests, (QList<TestCase>{{u"assert 2"_s, u"assert set([twice(4)]) == {8}\n"_s}, {u"assert 3"_s, u"assert twice(9) == 18\n"_s}}));
        QCOMPARE(task.references, QStringList{u"import math\ndef twice(x):\n\treturn 2 * x\n"_s});
        QCOMPARE(task.tags, QStringList{u"test"_s});
        QCOMPARE(task.isolation, Isolation::Split);
    }

    void readsTheSanitizedArray()
    {
        QJsonObject record = simple();
        record.remove(u"text"_s);
        record.remove(u"challenge_test_list"_s);
        record.insert(u"prompt"_s, u"Double it."_s);
        record.insert(u"test_imports"_s, QJsonArray{u"import math"_s});
        const auto content = parseMbpp("\xef\xbb\xbf[\n" + toJsonLine(record) + "\n]\n", u"m"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->suite.name, u"mbpp-sanitized"_s);
        QCOMPARE(content->tasks.first().testSetup, u"import math\n"_s);
        QCOMPARE(content->tasks.first().hiddenTests.size(), 1);
    }

    void findsTheFunction_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("inProcess");
        QTest::newRow("inside another call") << u"def near(x): return x"_s << u"assert math.isclose(near(1), 1, rel_tol=1)"_s << u"near"_s << false;
        QTest::newRow("not") << u"def odd(x): return x"_s << u"assert not odd(0)"_s << u"odd"_s << true;
        QTest::newRow("two functions") << u"def g(x): return x\ndef f(x): return g(x)"_s << u"assert f(1) == 1"_s << u"f"_s << false;
        QTest::newRow("a helper called too") << u"def g(x): return x\ndef f(x): return g(x)"_s << u"assert f(g(1)) == 1"_s << u"f"_s << true;
        QTest::newRow("a class of the code") << u"class P: pass\ndef f(x): return 1"_s << u"assert f(P()) == 1"_s << u"f"_s << true;
        QTest::newRow("a function handed over") << u"def f(x): return 1"_s << u"assert f(lambda: 1) == 1"_s << u"f"_s << true;
        QTest::newRow("blank before the bracket") << u"f = lambda x: x"_s << u"assert (f (1)) == 1"_s << u"f"_s << false;
    }

    void findsTheFunction()
    {
        QFETCH(QString, code);
        QFETCH(QString, check);
        QFETCH(QString, name);
        QFETCH(bool, inProcess);
        const auto content = parseMbpp(toJsonLine(full(code, {check})).replace("assert twice(9) == 18", ""), u"m"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.first().entryPoint, name);
        QCOMPARE(content->tasks.first().isolation == Isolation::InProcess, inProcess);
        QVERIFY(content->tasks.first().visibleTests.isEmpty());
        QCOMPARE(content->tasks.first().hiddenTests.size(), 1);
    }

    void skipsWhatTestsNothing()
    {
        QJsonObject other = full(u"def g(x): return x"_s, {u"assert f(1) == 1"_s});
        other.insert(u"task_id"_s, 13);
        const auto content = parseMbpp(toJsonLine(simple()) + '\n' + toJsonLine(other), u"m"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->skipped, QStringList{u"m:2: MBPP/13: its asserts call no function that its code defines"_s});
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const QByteArray good = toJsonLine(simple());
        QTest::newRow("empty array") << QByteArray("[ ]") << u"m: it holds no record"_s;
        QTest::newRow("no code") << good + '\n' + QByteArray(good).replace("\"code\"", "\"cod\"") << u"m:2: \"code\" is missing"_s;
        QTest::newRow("id as text") << QByteArray(good).replace("\"task_id\":12", "\"task_id\":\"12\"") << u"m:1: \"task_id\" must be a number"_s;
        QTest::newRow("no assert") << toJsonLine(full(u"def f(): pass"_s, {})) << u"m:1: \"test_list\" holds no assert"_s;
        QTest::newRow("twice in an array") << "[\n" + good + ",\n" + good + "]" << u"m:3: the record \"MBPP/12\" was read before, at m:2"_s;
        QTest::newRow("array cut off") << "[\n" + good + ",\n" + good.first(40) << u"m:3: not valid JSON"_s;
        QTest::newRow("no comma") << "[" + good + "\n" + good + "]" << u"m:2: not valid JSON: a comma is missing"_s;
        QTest::newRow("something behind") << "[" + good + "]\nx" << u"m:2: not valid JSON: there is something behind its end"_s;
        QTest::newRow("broken inside") << "[\n\n" + QByteArray(good).replace("12,", "12,\n}") + "]" << u"m:4: not valid JSON"_s;
        QTest::newRow("no objects") << QByteArray("[1]") << u"m:1: a JSON object is expected"_s;
        QTest::newRow("broken UTF-8") << "[" + QByteArray(good).replace("doubles", "\xff") + "]" << u"m:1: the record is not valid UTF-8"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = parseMbpp(bytes, u"m"_s);
        VERIFY_REFUSED(content, startsWith, message);
    }

    void readsTheOfficialFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("tasks");
        QTest::addColumn<int>("withSetup");
        QTest::addColumn<int>("inProcess");
        QTest::newRow("full") << u"mbpp/mbpp.jsonl"_s << 974 << 2 << 4;
        QTest::newRow("sanitized") << u"mbpp/sanitized-mbpp.json"_s << 427 << 13 << 7;
    }

    void readsTheOfficialFiles()
    {
        QFETCH(QString, name);
        QFETCH(int, tasks);
        QFETCH(int, withSetup);
        QFETCH(int, inProcess);
        NEEDS_PUBLIC_DATA(path, name);
        const auto content = importMbpp(path);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->skipped, QStringList());
        QCOMPARE(content->tasks.size(), tasks);
        const auto count = [&content](auto &&good) { return std::ranges::count_if(content->tasks, good); };
        QCOMPARE(count([](const Task &task) { return task.visibleTests.size() == 1 && task.hiddenTests.size() >= 2; }), tasks);
        QCOMPARE(count([](const Task &task) { return !task.testSetup.isEmpty(); }), withSetup);
        QCOMPARE(count([](const Task &task) { return task.references.first().contains(u'\r'); }), 0);
        QCOMPARE(count([](const Task &task) { return task.isolation == Isolation::InProcess; }), inProcess);
    }
};

QTEST_APPLESS_MAIN(TestMbppImporter)
#include "tst_mbppimporter.moc"
