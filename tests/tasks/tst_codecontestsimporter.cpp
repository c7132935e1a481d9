#include "core/tasks/codecontestsimporter.h"

#include "core/base/json.h"
#include "tests/tasks/importfixture.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

QJsonObject pairs(const QStringList &inputs, const QStringList &outputs)
{
    return {{u"input"_s, toJsonArray(inputs)}, {u"output"_s, toJsonArray(outputs)}};
}

QJsonObject problem(const QString &name)
{
    return {{u"name"_s, name}, {u"description"_s, u"Double it.\r\n"_s}, {u"public_tests"_s, pairs({u"1\n"_s}, {u"2\n"_s})},
        {u"private_tests"_s, pairs({u"4\r\n"_s}, {u"8\n"_s})}, {u"generated_tests"_s, pairs({u"5\n"_s, u"6\n"_s}, {u"10\n"_s, u"12\n"_s})},
        {u"solutions"_s, QJsonObject{{u"language"_s, QJsonArray{1, 3, 2, 3}},
                             {u"solution"_s, QJsonArray{u"print 2 * input()"_s, u"print(2 * int(input()))"_s, u"int main() {}"_s, u"print 3"_s}}}},
        {u"time_limit"_s, QJsonObject{{u"seconds"_s, 1}, {u"nanos"_s, 500'000'000}}}, {u"memory_limit_bytes"_s, 268'435'456},
        {u"cf_rating"_s, 1700}, {u"cf_tags"_s, QJsonArray{u""_s, u"math"_s}}, {u"input_file"_s, u""_s}, {u"output_file"_s, u""_s}};
}

QByteArray line(const QJsonObject &object)
{
    return toJsonLine(object) + '\n';
}

QByteArray changed(const QString &key, const QJsonValue &value)
{
    QJsonObject object = problem(u"1_A. Twice"_s);
    object.insert(key, value);
    return line(object);
}

} // namespace

class TestCodeContestsImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesATask()
    {
        const auto content = parseCodeContests(line(problem(u"1_A. Twice"_s)), u"c"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.kind, TaskKind::Program);
        QCOMPARE(task.key, u"1_A. Twice"_s);
        QCOMPARE(task.statement, u"Double it."_s);
        QCOMPARE(task.visibleTests, (QList<TestCase>{{u"public 1"_s, {}, u"1\n"_s, {u"2\n"_s}}}));
        QCOMPARE(task.hiddenTests.size(), 3);
        QCOMPARE(task.hiddenTests.first(), (TestCase{u"private 1"_s, {}, u"4\n"_s, {u"8\n"_s}}));
        QCOMPARE(task.references, QStringList{u"print(2 * int(input()))\n"_s});
        QCOMPARE(task.limits.cpuMs, 1500);
        QCOMPARE(task.limits.memoryMb, 256);
        QCOMPARE(task.difficulty, 3);
        QCOMPARE(task.tags, QStringList{u"math"_s});
        VERIFY_SURVIVES_A_FILE(*content);
    }

    void limitsMayBeMissing()
    {
        const auto content = parseCodeContests(changed(u"time_limit"_s, QJsonValue()).replace("268435456", "0"), u"c"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.first().limits, Limits());
    }

    void publicTestsJudgeWhereThereAreNoOthers()
    {
        QJsonObject object = problem(u"a"_s);
        object.insert(u"private_tests"_s, pairs({}, {}));
        object.remove(u"generated_tests"_s);
        const auto content = parseCodeContests(line(object), u"c"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.first().hiddenTests, content->tasks.first().visibleTests);
    }

    void skipsWhatCannotBeJudged()
    {
        QJsonObject files = problem(u"b"_s);
        files.insert(u"input_file"_s, u"input.txt"_s);
        QJsonObject empty = problem(u"c"_s);
        for (const QString &key : {u"public_tests"_s, u"private_tests"_s, u"generated_tests"_s})
            empty.insert(key, pairs({}, {}));
        const auto content = parseCodeContests(line(problem(u"a"_s)) + line(files) + line(empty), u"c"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 1);
        QCOMPARE(content->skipped, (QStringList{u"c:2: b: it reads or writes the file \"input.txt\" instead of standard input and output"_s, u"c:3: c: it has no tests"_s}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("unequal tests") << changed(u"private_tests"_s, pairs({u"1"_s}, {})) << u"c:1: \"private_tests\" has 1 inputs and 0 outputs"_s;
        QTest::newRow("no text") << changed(u"private_tests"_s, QJsonObject{{u"input"_s, QJsonArray{1}}, {u"output"_s, QJsonArray{1}}}) << u"c:1: \"private_tests.input\" must be a list of texts"_s;
        QTest::newRow("unequal solutions") << changed(u"solutions"_s, QJsonObject{{u"language"_s, QJsonArray{3}}, {u"solution"_s, QJsonArray{}}}) << u"c:1: \"solutions\" has 1 languages and 0 solutions"_s;
        QTest::newRow("time") << changed(u"time_limit"_s, 2) << u"c:1: \"time_limit\" must be an object"_s;
        QTest::newRow("no name") << changed(u"name"_s, QJsonValue()) << u"c:1: \"name\" is missing"_s;
        QTest::newRow("cut off") << line(problem(u"a"_s)) + line(problem(u"b"_s)).first(99) << u"c:2: not valid JSON"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = parseCodeContests(bytes, u"c"_s);
        VERIFY_REFUSED(content, startsWith, message);
    }
};

QTEST_APPLESS_MAIN(TestCodeContestsImporter)
#include "tst_codecontestsimporter.moc"
