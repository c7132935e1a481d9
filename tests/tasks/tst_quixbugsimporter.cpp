#include "core/tasks/quixbugsimporter.h"

#include "core/tasks/suitefile.h"
#include "tests/tasks/importfixture.h"

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

/// A small checkout of our own in the published shape.
void writeCheckout(const ImportFolder &folder)
{
    folder.write(u"python_programs/twice.py"_s, "def twice(x):\r\n    return x\r\n\r\n\"\"\"\nDoubles.\n\nExample:\n    >>> twice(3)\n    6\n\"\"\"\n");
    folder.write(u"correct_python_programs/twice.py"_s, "def twice(x):\n    return 2 * x\n");
    folder.write(u"json_testcases/twice.json"_s, "[[1], 2]\n\n[[[1, \"a\"]], [1, \"a\", 1, \"a\"]]\n[4, 8]\n[[99, [1]], 3]");
    folder.write(u"python_testcases/test_twice.py"_s,
        "import pytest\n\ndef test_twice(input_data, expected):\n    if not pytest.run_slow and input_data == [\n        99,\n        [1],\n    ]:\n        pytest.skip('slow')\n");
    folder.write(u"python_programs/near.py"_s, "def near(x, epsilon):\n    return 0\n");
    folder.write(u"json_testcases/near.json"_s, "[[2, 0.5], 1.25]\n");
    folder.write(u"python_programs/each.py"_s, "def each(xs):\n    yield 1\n");
    folder.write(u"json_testcases/each.json"_s, "[[[2]], [2]]\n");
    folder.write(u"python_programs/node.py"_s, "class Node:\n    pass\n");
    folder.write(u"python_programs/graph.py"_s, "def graph(node):\n    return node\n");
    folder.write(u"correct_python_programs/graph.py"_s, "def graph(node):\n    return None\n");
    folder.write(u"python_testcases/test_graph.py"_s, "from node import Node\n");
    folder.write(u"python_programs/graph_test.py"_s, "\n");
    folder.write(u"python_programs/bare.py"_s, "def bare():\n    pass\n");
    folder.write(u"java_programs/TWICE.java"_s, "class TWICE {}\n");
    folder.write(u"java_programs/Node.java"_s, "class Node {}\n");
}

} // namespace

class TestQuixBugsImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACheckout()
    {
        const ImportFolder folder;
        writeCheckout(folder);
        const auto content = importQuixBugs(folder.path());
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 4);
        const Task *twice = taskOf(*content, u"QuixBugs/twice"_s);
        QVERIFY(twice);
        QCOMPARE(twice->kind, TaskKind::Function);
        QCOMPARE(twice->isolation, Isolation::Split);
        QVERIFY(twice->starter.startsWith(u"def twice(x):\n    return x\n"_s));
        QCOMPARE(twice->references, QStringList{u"def twice(x):\n    return 2 * x\n"_s});
        QStringList codes;
        for (const TestCase &test : twice->hiddenTests)
            codes.append(test.code);
        QCOMPARE(codes, (QStringList{u"assert twice(1) == 2\n"_s, u"assert plain(twice([1, \"a\"])) == [1, \"a\", 1, \"a\"]\n"_s, u"assert twice(4) == 8\n"_s}));
        QCOMPARE(twice->visibleTests.size(), 1);
        QCOMPARE(taskOf(*content, u"QuixBugs/near"_s)->hiddenTests.first().code, u"assert abs(near(2, 0.5) - 1.25) <= 0.5\n"_s);
        QCOMPARE(taskOf(*content, u"QuixBugs/each"_s)->isolation, Isolation::InProcess);
        const Task *graph = taskOf(*content, u"QuixBugs/graph"_s);
        QCOMPARE(graph->kind, TaskKind::Files);
        QCOMPARE(graph->entryPoint, u"python_programs/graph.py"_s);
        QCOMPARE(graph->testFiles.size(), 3);
        QCOMPARE(graph->testFiles.at(2), (TestFile{u"python_testcases/node.py"_s, u"class Node:\n    pass\n"_s}));
        const auto again = parseSuite(writeSuite(content->suite, content->tasks), u"q"_s);
        QVERIFY2(again, problemOf(again));
        QCOMPARE(again->tasks, content->tasks);
    }

    void saysWhatItLeavesOut()
    {
        const ImportFolder folder;
        writeCheckout(folder);
        const auto content = importQuixBugs(folder.path());
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->skipped.size(), 2);
        QVERIFY(content->skipped.at(0).endsWith(u"bare.py:1: QuixBugs/bare: the checkout holds no tests for it"_s));
        QVERIFY(content->skipped.at(1).endsWith(u"TWICE.java:1: QuixBugs/java/TWICE: its tests are JUnit classes of a Gradle build"_s));
        QCOMPARE(content->warnings.filter(u"1 tests are left out"_s).size(), 1);
        QCOMPARE(content->warnings.filter(u"no correct version"_s).size(), 2);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("no pair") << u"json_testcases/twice.json"_s << QByteArray("[[1], 2]\n[[1], 2, 3]\n") << u"twice.json:2: a line must hold"_s;
        QTest::newRow("cut off") << u"json_testcases/twice.json"_s << QByteArray("[[1], 2]\n\n[[1],") << u"twice.json:3: a line must hold"_s;
        QTest::newRow("no list") << u"json_testcases/twice.json"_s << QByteArray("7") << u"twice.json:1: a line must hold"_s;
        QTest::newRow("broken UTF-8") << u"python_programs/twice.py"_s << QByteArray("\xff") << u"twice.py:1: it is not valid UTF-8"_s;
    }

    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const ImportFolder folder;
        writeCheckout(folder);
        folder.write(file, bytes);
        const auto content = importQuixBugs(folder.path());
        QVERIFY(!content);
        QVERIFY2(content.error().detail.contains(message), problemOf(content));
    }

    void namesTheFolderItNeeds()
    {
        const ImportFolder folder;
        QCOMPARE(importQuixBugs(folder.path()).error().kind, ErrorKind::BadInput);
        QCOMPARE(importQuixBugs(folder.file(u"none"_s)).error().kind, ErrorKind::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestQuixBugsImporter)
#include "tst_quixbugsimporter.moc"
