#include "core/syntax/syntaxtree.h"
#include "core/tasks/program.h"
#include "core/tasks/selftests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

Task taskIn(Language language, TaskKind kind = TaskKind::Function)
{
    Task task;
    task.language = language;
    task.kind = kind;
    task.entryPoint = u"add"_s;
    return task;
}

QStringList codes(const OwnTests &own)
{
    QStringList codes;
    for (const TestCase &test : own.tests)
        codes.append(test.code.trimmed());
    return codes;
}

QString answer(const QString &info, const QString &tests)
{
    return u"First my tests.\n\n```%1\n%2\n```\n\nNow the program:\n```\nPROGRAM\n```\n"_s.arg(info, tests);
}

} // namespace

class TestSelfTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEveryAssert_data();
    void takesEveryAssert();
    void takesInputAndOutput();
    void numbersAndLimitsThem();
    void leavesAnswersWithoutTestsAlone_data();
    void leavesAnswersWithoutTestsAlone();
    void aBlockThatNeverEnds();
    void theProgramIsFoundBehindThem();
    void asksOnlyWhereItCan();
};

void TestSelfTests::takesEveryAssert_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("block");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("python") << Language::Python << u"# empty first\nassert add(0, 0) == 0\nprint('x')\nassert add(1, 2) == 3, 'three'"_s
                            << QStringList{u"assert add(0, 0) == 0"_s, u"assert add(1, 2) == 3, 'three'"_s};
    QTest::newRow("python over lines") << Language::Python << u"assert add(\n    1,\n    2,\n) == 3"_s
                                       << QStringList{u"assert add(\n    1,\n    2,\n) == 3"_s};
    QTest::newRow("python in a function") << Language::Python << u"def test_add():\n    assert add(1, 1) == 2"_s
                                          << QStringList{u"assert add(1, 1) == 2"_s};
    QTest::newRow("python broken line") << Language::Python << u"assert add(1, == 3\nassert add(1, 1) == 2"_s
                                        << QStringList{u"assert add(1, 1) == 2"_s};
    QTest::newRow("javascript") << Language::JavaScript
                                << u"assert.strictEqual(add(1, 2), 3);\nassert.throws(() => {\n  add();\n}, RangeError);"_s
                                << QStringList{u"assert.strictEqual(add(1, 2), 3);"_s, u"assert.throws(() => {\n  add();\n}, RangeError);"_s};
    QTest::newRow("java") << Language::Java << u"assertEquals(3, Solution.add(1, 2));\nint x = 4;\nassertTrue(Solution.add(0, 0) == 0);"_s
                          << QStringList{u"assertEquals(3, Solution.add(1, 2));"_s, u"assertTrue(Solution.add(0, 0) == 0);"_s};
    QTest::newRow("rust") << Language::Rust << u"assert_eq!(add(1, 2), 3);\nassert!(add(0, 0) == 0);"_s
                          << QStringList{u"assert_eq!(add(1, 2), 3);"_s, u"assert!(add(0, 0) == 0);"_s};
}

void TestSelfTests::takesEveryAssert()
{
    QFETCH(const Language, language);
    QFETCH(const QString, block);
    QFETCH(const QStringList, expected);
    if (!hasGrammar(language))
        QSKIP("this build has no grammar for it");
    for (const QString &info : {u"tests"_s, toString(language) + u" tests"_s, u" Tests "_s}) {
        const OwnTests own = takeSelfTests(taskIn(language), answer(info, block));
        QCOMPARE(codes(own), expected);
        QCOMPARE(own.rest, u"First my tests.\n\n\nNow the program:\n```\nPROGRAM\n```\n"_s);
    }
}

void TestSelfTests::takesInputAndOutput()
{
    const QString block = uR"({"input": "1 2\n", "output": "3\n"}
not json
{"input": "1 1"}
{"input": "", "output": "none"})"_s;
    const OwnTests own = takeSelfTests(taskIn(Language::Java, TaskKind::Program), answer(u"tests"_s, block));
    QCOMPARE(own.tests.size(), 2);
    QCOMPARE(own.tests[0].input, u"1 2\n"_s);
    QCOMPARE(own.tests[0].outputs, QStringList{u"3\n"_s});
    QCOMPARE(own.tests[1].outputs, QStringList{u"none"_s});
}

void TestSelfTests::numbersAndLimitsThem()
{
    QString block = u"assert add(0, 0) == "_s + QString(5000, u'1') + u'\n';
    for (int i = 0; i < 30; ++i)
        block += u"assert add(%1, 0) == %1\n"_s.arg(i);
    const OwnTests own = takeSelfTests(taskIn(Language::Python), answer(u"tests"_s, block));
    QCOMPARE(own.tests.size(), 12);
    QCOMPARE(own.tests.first().name, u"own test 1"_s);
    QCOMPARE(own.tests.first().code.trimmed(), u"assert add(0, 0) == 0"_s);
    QCOMPARE(own.tests.last().name, u"own test 12"_s);
}

void TestSelfTests::leavesAnswersWithoutTestsAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("only a program") << u"```python\ndef add(a, b):\n    return a + b\n```\n"_s;
    QTest::newRow("another info string") << u"```python-tests\nassert add(1, 1) == 2\n```\n"_s;
    QTest::newRow("the word in prose") << u"My tests\nassert add(1, 1) == 2\n"_s;
}

void TestSelfTests::leavesAnswersWithoutTestsAlone()
{
    QFETCH(const QString, text);
    QCOMPARE(takeSelfTests(taskIn(Language::Python), text), (OwnTests{{}, text}));
}

void TestSelfTests::aBlockThatNeverEnds()
{
    const OwnTests own = takeSelfTests(taskIn(Language::Python), u"~~~tests\r\nassert add(1, 1) == 2\r\n"_s);
    QCOMPARE(codes(own), QStringList{u"assert add(1, 1) == 2"_s});
    QCOMPARE(own.rest, QString());
}

void TestSelfTests::theProgramIsFoundBehindThem()
{
    // Without taking them out, the longer block of tests that define a helper could pass for the program.
    const QString text = u"```tests\ndef add(a, b):\n    return 0\nassert add(1, 1) == 2\n```\n"
                         "```python\ndef add(a, b):\n    return a + b\n```\n"_s;
    const Task task = taskIn(Language::Python);
    QCOMPARE(assembleProgram(task, takeSelfTests(task, text).rest, AnswerKind::Answer).code.trimmed(),
             u"def add(a, b):\n    return a + b"_s);
}

void TestSelfTests::asksOnlyWhereItCan()
{
    for (const Language language : {Language::Python, Language::Java, Language::JavaScript, Language::Rust}) {
        QVERIFY(selfTestRequest(taskIn(language)).contains(u"add(...)"_s));
        QVERIFY(selfTestRequest(taskIn(language, TaskKind::Program)).contains(u"\"input\""_s));
    }
    for (const TaskKind kind : {TaskKind::Files, TaskKind::Repository}) {
        QVERIFY(selfTestRequest(taskIn(Language::Python, kind)).isEmpty());
        const QString text = answer(u"tests"_s, u"assert add(1, 1) == 2"_s);
        QCOMPARE(takeSelfTests(taskIn(Language::Python, kind), text), (OwnTests{{}, text}));
    }
}

QTEST_GUILESS_MAIN(TestSelfTests)
#include "tst_selftests.moc"
