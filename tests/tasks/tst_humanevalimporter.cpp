#include "core/tasks/humanevalimporter.h"

#include "core/base/json.h"
#include "core/tasks/program.h"
#include "core/tasks/suitefile.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

/// A record of our own in the published form.
QByteArray record()
{
    return toJsonLine({{u"task_id"_s, u"Own/0"_s}, {u"entry_point"_s, u"area"_s},
        {u"prompt"_s, u"import math\n\n\ndef area(r):\n    \"\"\" Area.\n    >>> area(0)\n    0\n    >>> area(1)\n    3\n    \"\"\"\n"_s},
        {u"canonical_solution"_s, u"    return math.floor(math.pi * r * r)\n"_s},
        {u"test"_s, u"METADATA = {}\n\n\ndef check(candidate):\n    assert candidate(1) == math.floor(3.2)\n    assert candidate(0) == 1\n"_s}});
}

class Folder
{
public:
    QString write(const QByteArray &bytes) const
    {
        QFile file(path());
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path() : QString();
    }
    QString path() const { return m_folder.filePath(u"h.jsonl"_s); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestHumanEvalImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesATask()
    {
        const Folder folder;
        const auto content = importHumanEval(folder.write(record()));
        QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
        const Task &task = content->tasks.first();
        QCOMPARE(task.key, u"Own/0"_s);
        QCOMPARE(task.entryPoint, u"area"_s);
        QCOMPARE(task.starter, task.prefix + u"    raise NotImplementedError\n"_s);
        QCOMPARE(task.references, QStringList{task.prefix + u"    return math.floor(math.pi * r * r)\n"_s});
        QCOMPARE(task.hiddenTests.size(), 2);
        QCOMPARE(task.testSetup, u"import math\n"_s);
        // The hidden tests answer area(0) otherwise than the statement does.
        QCOMPARE(task.visibleTests, (QList<TestCase>{{u"area(1)"_s, u"assert (area(1)) == (3)"_s}}));
        QCOMPARE(task.isolation, Isolation::Split);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << u": the file is empty"_s;
        QTest::newRow("twice") << record() + '\n' + record() << u":2: the task_id \"Own/0\" is used twice"_s;
        QTest::newRow("no test") << record().replace("\"test\"", "\"tests\"") << u":1: \"test\" is missing"_s;
        QTest::newRow("wrong entry point") << record().replace("\"entry_point\":\"area\"", "\"entry_point\":\"volume\"")
                                           << u":1: \"prompt\" does not define \"volume\""_s;
        QTest::newRow("cut") << record() + '\n' + record().first(80) << u":2: not valid JSON"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const Folder folder;
        const auto content = importHumanEval(folder.write(bytes));
        QVERIFY(!content);
        QVERIFY2(content.error().detail.startsWith(folder.path() + message), qPrintable(content.error().detail));
    }

    void readsTheOfficialFile()
    {
        const QString path = qEnvironmentVariable("AUTODIDACT_DATA") + u"/humaneval/HumanEval.jsonl.gz"_s;
        if (!QFile::exists(path))
            QSKIP("HumanEval.jsonl.gz is not here: set AUTODIDACT_DATA to the folder with the public data sets");
        const auto content = importHumanEval(path);
        QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
        QCOMPARE(content->tasks.size(), 164);
        const auto count = [&content](auto &&good) { return std::ranges::count_if(content->tasks, good); };
        QCOMPARE(count([](const Task &task) { return task.references.size() == 1 && !task.hiddenTests.isEmpty(); }), 164);
        QVERIFY(count([](const Task &task) { return !task.visibleTests.isEmpty(); }) >= 120);
        QVERIFY(count([](const Task &task) { return task.isolation == Isolation::InProcess; }) <= 5);
        QVERIFY(count([](const Task &task) { return task.hiddenTests.size() > 1; }) >= 150);
        // Four prompts hold a helper function in front of the target; three tests call it.
        QCOMPARE(count([](const Task &task) { return task.testSetup.contains(u"def "_s); }), 3);
        const Task &helped = content->tasks.at(10);
        const Program program = assembleProgram(helped, u"def %1(string):\n    return is_palindrome(string)\n"_s.arg(helped.entryPoint), AnswerKind::Answer);
        QCOMPARE(program.code.count(u"def "_s), 2);
        QVERIFY(program.preambleLines > 2);
        const auto again = parseSuite(writeSuite(content->suite, content->tasks), path);
        QVERIFY(again);
        QCOMPARE(again->suite.hash, content->suite.hash);
    }
};

QTEST_APPLESS_MAIN(TestHumanEvalImporter)
#include "tst_humanevalimporter.moc"
