#include "core/tasks/swebenchimporter.h"

#include "core/base/json.h"
#include "tests/tasks/importfixture.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

QJsonObject instance(const QString &id)
{
    return {{u"repo"_s, u"own/project"_s}, {u"instance_id"_s, id}, {u"base_commit"_s, u"0123456789abcdef0123456789abcdef01234567"_s},
        {u"patch"_s, u"--- a/x.py\n+++ b/x.py\n"_s}, {u"test_patch"_s, u"--- a/tests/test_x.py\n+++ b/tests/test_x.py\n--- /dev/null\n+++ b/tests/test_y.py\n"_s},
        {u"problem_statement"_s, u"It fails\r\nalways.\n"_s}, {u"hints_text"_s, u"no"_s}, {u"created_at"_s, u"2021-08-04T15:22:07Z"_s}, {u"version"_s, u"2.2"_s},
        {u"FAIL_TO_PASS"_s, u"[\"tests/test_x.py::test_a\"]"_s}, {u"PASS_TO_PASS"_s, u"['tests/test_x.py::test_b', \"tests/test_x.py::test_c['\", 'tests/test_x.py::test_d[\\'\\n]']"_s}};
}

QByteArray changed(const QString &key, const QJsonValue &value)
{
    QJsonObject object = instance(u"own__project-1"_s);
    object.insert(key, value);
    return toJsonLine(object);
}

} // namespace

class TestSweBenchImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesATask()
    {
        const auto content = parseSweBench(toJsonLine(instance(u"own__project-1"_s)), u"s"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.kind, TaskKind::Repository);
        QCOMPARE(task.title, u"It fails"_s);
        QCOMPARE(task.statement, u"It fails\nalways."_s);
        QCOMPARE(task.released, u"2021-08-04"_s);
        const Repository &repository = task.repository;
        QCOMPARE(repository.name, u"own/project"_s);
        QCOMPARE(repository.folder, QString());
        QCOMPARE(repository.failToPass, QStringList{u"tests/test_x.py::test_a"_s});
        QCOMPARE(repository.passToPass, (QStringList{u"tests/test_x.py::test_b"_s, u"tests/test_x.py::test_d['\n]"_s}));
        QCOMPARE(repository.testCommands, QStringList{u"python -m pytest -rA tests/test_x.py tests/test_y.py"_s});
        QCOMPARE(repository.environment, u"project 2.2"_s);
        QCOMPARE(content->warnings, (QStringList{u"s:1: own__project-1: 1 names in PASS_TO_PASS are cut off and left out"_s,
                                        u"s: the tasks need a local clone of each repository: own/project"_s}));
        VERIFY_SURVIVES_A_FILE(*content);
    }

    void listsMayBeLists()
    {
        const auto content = parseSweBench('[' + changed(u"FAIL_TO_PASS"_s, QJsonArray{u"a"_s, u"b"_s}) + "]\n", u"s"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.first().repository.failToPass, (QStringList{u"a"_s, u"b"_s}));
    }

    void skips()
    {
        const QByteArray good = toJsonLine(instance(u"own__project-1"_s));
        const QByteArray idle = changed(u"FAIL_TO_PASS"_s, QJsonArray{}).replace("project-1", "project-2");
        const auto content = parseSweBench("[\n" + good + ",\n" + good + ",\n" + idle + "]", u"s"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 1);
        QCOMPARE(content->skipped, (QStringList{u"s:3: own__project-1: the file holds the same record before"_s, u"s:4: own__project-2: no test has to turn green"_s}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const QByteArray good = toJsonLine(instance(u"own__project-1"_s));
        QTest::newRow("no commit") << changed(u"base_commit"_s, u"main"_s) << u"s:1: \"base_commit\" is \"main\", which is no commit"_s;
        QTest::newRow("no list") << changed(u"PASS_TO_PASS"_s, u"['a', b]"_s) << u"s:1: \"PASS_TO_PASS\" is not a list of test names"_s;
        QTest::newRow("numbers") << changed(u"PASS_TO_PASS"_s, u"[1]"_s) << u"s:1: \"PASS_TO_PASS\" is not a list of test names"_s;
        QTest::newRow("no statement") << changed(u"problem_statement"_s, u" "_s) << u"s:1: \"problem_statement\" is empty"_s;
        QTest::newRow("no test patch") << QByteArray(good).replace("test_patch", "patch_test") << u"s:1: \"test_patch\" is missing"_s;
        QTest::newRow("other record of that name") << good + '\n' + changed(u"version"_s, u"3"_s) << u"s:2: the record \"own__project-1\" was read before, at s:1"_s;
        QTest::newRow("cut off") << '[' + good << u"s:1: not valid JSON: it ends too early"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = parseSweBench(bytes, u"s"_s);
        VERIFY_REFUSED(content, startsWith, message);
    }

    void readsTheOfficialFile()
    {
        NEEDS_PUBLIC_DATA(path, u"swe-bench/swe-agent-dev-easy.json"_s);
        const auto content = importSweBench(path);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 4);
        QCOMPARE(content->skipped.size(), 1);
        QVERIFY(content->skipped.first().contains(u"pylint-dev__astroid-1268: the file holds the same record before"_s));
        qsizetype stay = 0;
        for (const Task &task : content->tasks)
            stay += task.repository.passToPass.size();
        QCOMPARE(stay, (159 - 4) + 91 + 162 + (4 - 1));
        QCOMPARE(content->tasks.first().repository.failToPass.size(), 2);
        QVERIFY(content->warnings.last().contains(u"pydicom/pydicom, pylint-dev/astroid, sqlfluff/sqlfluff"_s));
    }
};

QTEST_APPLESS_MAIN(TestSweBenchImporter)
#include "tst_swebenchimporter.moc"
