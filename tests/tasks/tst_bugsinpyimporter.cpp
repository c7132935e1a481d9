#include "core/tasks/bugsinpyimporter.h"

#include "core/tasks/keyvaluefile.h"
#include "tests/tasks/importfixture.h"

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

const QByteArray Info = "python_version=\"3.8.3\"\r\nbuggy_commit_id =\"b0b0b0b\"\r\nfixed_commit_id=\"f1f1f1f\"\ntest_file=\"tests/test_a.py;tests/test_b.py\"";

void writeCheckout(const ImportFolder &folder)
{
    folder.write(u"projects/own/project.info"_s, "github_url=\"https://github.com/me/own\"\nstatus=\"OK\" \ncause=\"N.A.\"\n");
    folder.write(u"projects/own/bugs/2/bug.info"_s, Info);
    folder.write(u"projects/own/bugs/2/bug_patch.txt"_s, "diff --git a/x b/x\n");
    folder.write(u"projects/own/bugs/2/run_test.sh"_s, "pytest -q tests/test_a.py::test_one\npytest tests/test_b.py::test_two");
    folder.write(u"projects/own/bugs/10/bug.info"_s, Info + "\npythonpath=\"src;lib\"");
    folder.write(u"projects/own/bugs/10/run_test.sh"_s, "python -m unittest -q tests.test_a.Case.test_one\r\n");
}

} // namespace

class TestBugsInPyImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACheckout()
    {
        const ImportFolder folder;
        writeCheckout(folder);
        const auto content = importBugsInPy(folder.path());
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 2);
        const Task &task = content->tasks.first();
        QCOMPARE(task.key, u"BugsInPy/own/2"_s);
        QCOMPARE(task.kind, TaskKind::Repository);
        const Repository wanted{.name = u"me/own"_s, .baseCommit = u"b0b0b0b"_s, .goldPatch = u"diff --git a/x b/x\n"_s,
            .failToPass = {u"tests/test_a.py::test_one"_s, u"tests/test_b.py::test_two"_s},
            .setUpCommands = {u"git checkout f1f1f1f -- tests/test_a.py"_s, u"git checkout f1f1f1f -- tests/test_b.py"_s},
            .testCommands = {u"pytest -q tests/test_a.py::test_one"_s, u"pytest tests/test_b.py::test_two"_s}, .environment = u"python 3.8.3"_s};
        QVERIFY(task.repository == wanted);
        const Task &second = content->tasks.last();
        QCOMPARE(second.key, u"BugsInPy/own/10"_s);
        QCOMPARE(second.repository.testCommands, QStringList{u"PYTHONPATH=src:lib python -m unittest -q tests.test_a.Case.test_one"_s});
        QCOMPARE(second.repository.failToPass, QStringList{u"tests.test_a.Case.test_one"_s});
        QVERIFY(content->warnings.last().endsWith(u"need a local clone of each repository: me/own"_s));
    }

    void findsTheTests_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("py.test") << u"py.test -x tests/a.py"_s << QStringList{u"tests/a.py"_s};
        QTest::newRow("module") << u"python3 -m pytest  tests/a.py::A::b -q"_s << QStringList{u"tests/a.py::A::b"_s};
        QTest::newRow("tox") << u"tox -e py37 -- tests/a.py::b"_s << QStringList{u"tests/a.py::b"_s};
        QTest::newRow("tox alone") << u"tox"_s << QStringList();
        QTest::newRow("another runner") << u"make test"_s << QStringList();
    }

    void findsTheTests()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, names);
        QCOMPARE(namedTests({command}), names);
    }

    void skips()
    {
        const ImportFolder folder;
        writeCheckout(folder);
        folder.write(u"projects/own/bugs/2/run_test.sh"_s, "# nothing\n");
        folder.write(u"projects/gone/project.info"_s, "github_url='https://github.com/me/gone.git'\nstatus=\"BROKEN\"");
        folder.write(u"projects/gone/bugs/1/bug.info"_s, Info);
        const auto content = importBugsInPy(folder.path());
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 1);
        QCOMPARE(content->skipped.size(), 2);
        QVERIFY(content->skipped.at(0).endsWith(u"BugsInPy/gone/1: its project has the status \"BROKEN\""_s));
        QVERIFY(content->skipped.at(1).endsWith(u"BugsInPy/own/2: it has no test command"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("no pair") << u"projects/own/bugs/2/bug.info"_s << Info + "\nrubbish" << u"bugs/2/bug.info:5: a line key=\"value\" is expected"_s;
        QTest::newRow("open quote") << u"projects/own/bugs/2/bug.info"_s << QByteArray("a=\"b\nc=\"d\"") << u"bug.info:1: a line key=\"value\" is expected"_s;
        QTest::newRow("no commit") << u"projects/own/bugs/2/bug.info"_s << QByteArray(Info).replace("fixed_commit_id", "fixed") << u"bug.info:1: fixed_commit_id is missing"_s;
        QTest::newRow("no address") << u"projects/own/project.info"_s << QByteArray("status=\"OK\"") << u"project.info:1: github_url is missing"_s;
        QTest::newRow("broken UTF-8") << u"projects/own/project.info"_s << QByteArray("a=\"b\"\n\xff") << u"project.info:2: the line is not valid UTF-8"_s;
    }

    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = importedWith(importBugsInPy, writeCheckout, file, bytes);
        VERIFY_REFUSED(content, contains, message);
    }

    void readsKeysLikeAShell()
    {
        const auto values = parseKeyValues("\xef\xbb\xbf# c\na = \"x y\" # why\r\nb='z'\nc=bare\nd=\"\"", u"f"_s);
        QVERIFY(values);
        QCOMPARE(*values, (QHash<QString, QString>{{u"a"_s, u"x y"_s}, {u"b"_s, u"z"_s}, {u"c"_s, u"bare"_s}, {u"d"_s, QString()}}));
    }

    void namesTheFolderItNeeds()
    {
        const ImportFolder folder;
        QVERIFY(importBugsInPy(folder.path()).error().detail.contains(u"Give the folder of a checkout of BugsInPy"_s));
        QCOMPARE(importBugsInPy(folder.file(u"none"_s)).error().kind, ErrorKind::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestBugsInPyImporter)
#include "tst_bugsinpyimporter.moc"
