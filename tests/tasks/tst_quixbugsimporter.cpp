#include "core/tasks/quixbugsimporter.h"

#include "core/evaluation/judge.h"
#include "core/runners/runnerfactory.h"
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
    folder.write(u"java_programs/TWICE.java"_s,
        "package java_programs;\n\npublic class TWICE {\n    public static int twice(int x) {\n        return x;\n    }\n}\n");
    folder.write(u"correct_java_programs/TWICE.java"_s,
        "package correct_java_programs;\n\npublic class TWICE {\n    public static int twice(int x) {\n        return 2 * x;\n    }\n}\n");
    folder.write(u"java_testcases/junit/TWICE_TEST.java"_s,
        "package java_testcases.junit;\n\npublic class TWICE_TEST {\n    @org.junit.Test(timeout = 3000)\n    public void test_0() throws Exception {\n"
        "        String result = QuixFixOracleHelper.format(java_programs.TWICE.twice(4));\n        org.junit.Assert.assertEquals(\"8\", result);\n    }\n}\n");
    folder.write(u"java_testcases/junit/QuixFixOracleHelper.java"_s,
        "package java_testcases.junit;\n\npublic class QuixFixOracleHelper {\n    public static String format(Object value) {\n        return \"\" + value;\n    }\n}\n");
    folder.write(u"java_programs/GRAPH.java"_s, "package java_programs;\npublic class GRAPH { Node node; }\n");
    folder.write(u"java_programs/Node.java"_s, "package java_programs;\nclass Node {}\n");
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
        QCOMPARE(content->tasks.size(), 5);
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
        VERIFY_SURVIVES_A_FILE(*content);
    }

    void readsJava()
    {
        const ImportFolder folder;
        writeCheckout(folder);
        const auto content = importQuixBugs(folder.path());
        QVERIFY2(content, problemOf(content));
        const Task *twice = taskOf(*content, u"QuixBugs/java/TWICE"_s);
        QVERIFY(twice);
        QVERIFY(twice->language == Language::Java && twice->kind == TaskKind::Files);
        QCOMPARE(twice->group, u"QuixBugs/twice"_s);
        QCOMPARE(twice->entryPoint, u"src/main/java/java_programs/TWICE.java"_s);
        QVERIFY(twice->references.value(0).startsWith(u"package java_programs;"));
        QStringList paths;
        for (const TestFile &file : twice->testFiles)
            paths.append(file.path);
        QCOMPARE(paths, (QStringList{u"pom.xml"_s, u"src/test/java/java_testcases/junit/TWICE_TEST.java"_s,
                            u"src/test/java/java_testcases/junit/QuixFixOracleHelper.java"_s}));
    }

    void runsJava_data()
    {
        QTest::addColumn<bool>("correct");
        QTest::newRow("with its defect") << false;
        QTest::newRow("without") << true;
    }

    void runsJava()
    {
        QFETCH(bool, correct);
        const ImportFolder folder;
        writeCheckout(folder);
        const auto content = importQuixBugs(folder.path());
        const Task *twice = taskOf(*content, u"QuixBugs/java/TWICE"_s);
        const auto runner = makeRunner({.jobs = 1});
        QVERIFY2(runner, runner ? "" : qPrintable(runner.error().detail));
        const auto verdict = Judge(**runner).judge(*twice, correct ? twice->references.first() : twice->starter, Visibility::Hidden, {});
        if (!verdict)
            QSKIP(qPrintable(verdict.error().detail));
        QVERIFY2(verdict->passed == correct, qPrintable(verdict->errorDetail + verdict->output.left(1000)));
        QCOMPARE(verdict->tests.size(), 1);
        QCOMPARE(verdict->missedLines, QList{3});
        QVERIFY(correct || verdict->tests[0].expected == u"8");
    }

    void saysWhatItLeavesOut()
    {
        const ImportFolder folder;
        writeCheckout(folder);
        const auto content = importQuixBugs(folder.path());
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->skipped.size(), 2);
        QVERIFY(content->skipped.at(0).endsWith(u"bare.py:1: QuixBugs/bare: the checkout holds no tests for it"_s));
        QVERIFY(content->skipped.at(1).endsWith(u"GRAPH.java:1: QuixBugs/java/GRAPH: the checkout holds no JUnit class for it"_s));
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
        const auto content = importedWith(importQuixBugs, writeCheckout, file, bytes);
        VERIFY_REFUSED(content, contains, message);
    }

    void namesTheFolderItNeeds()
    {
        const ImportFolder folder;
        QCOMPARE(importQuixBugs(folder.path()).error().kind, ErrorKind::BadInput);
        QCOMPARE(importQuixBugs(folder.file(u"none"_s)).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestQuixBugsImporter)
#include "tst_quixbugsimporter.moc"
