#include "core/runners/reports/testreports.h"
#include "tests/runners/reportsamples.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const QList<TestResult> &results)
{
    QStringList names;
    for (const TestResult &result : results)
        names << result.name;
    return names;
}

} // namespace

/// Reports of test frameworks, good ones and broken ones.
class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNestedTap()
    {
        const auto results = readTap(QString::fromUtf8(samples::tap));
        QVERIFY(results);
        QCOMPARE(namesOf(*results), (QStringList{u"adds"_s, u"group > inner ok"_s, u"group > inner bad"_s, u"later"_s, u"plain"_s}));
        QVERIFY(results->at(0).status == TestStatus::Failed);
        QCOMPARE(results->at(0).exceptionType, u"AssertionError"_s);
        QCOMPARE(results->at(0).expected, u"3"_s);
        QCOMPARE(results->at(0).actual, u"4"_s);
        QVERIFY(results->at(0).message.contains(u"4 !== 3"));
        QCOMPARE(results->at(0).cpuMs, 2.5);
        QVERIFY(results->at(1).passed());
        QVERIFY(results->at(2).status == TestStatus::Errored);
        QCOMPARE(results->at(2).message, u"it's broken"_s);
        QCOMPARE(results->at(2).exceptionType, u"TypeError"_s);
        QVERIFY(results->at(3).status == TestStatus::NotRun);
        QVERIFY(results->at(4).passed());
    }

    void aFailedGroupWithoutFailedTestsCounts()
    {
        const auto results = readTap(u"TAP version 14\n# Subtest: g\n    ok 1 - a\n    1..2\nnot ok 1 - g\n1..1\n"_s);
        QCOMPARE(namesOf(*results), (QStringList{u"g > a"_s, u"g"_s}));
        QVERIFY(results->at(1).status == TestStatus::Failed);
    }

    void readsJunit()
    {
        const auto results = readJunit(samples::junit);
        QVERIFY2(results, results ? "" : qPrintable(results.error().detail));
        QCOMPARE(namesOf(*results), (QStringList{u"demo.T.ok"_s, u"demo.T.wrong"_s, u"demo.T.broken"_s, u"demo.T.later"_s}));
        QCOMPARE(results->at(0).cpuMs, 250.0);
        QCOMPARE(results->at(1).expected, u"3"_s);
        QCOMPARE(results->at(1).actual, u"4"_s);
        QVERIFY(results->at(1).status == TestStatus::Failed);
        QVERIFY(results->at(2).status == TestStatus::Errored);
        QVERIFY(results->at(3).status == TestStatus::NotRun);
    }

    void readsWhatJUnitCompared_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("actual");
        QTest::newRow("JUnit 5") << u"org.opentest4j.AssertionFailedError"_s << u"sum ==> expected: &lt;[1, 2]&gt; but was: &lt;[1]&gt;"_s
                                 << u"[1, 2]"_s << u"[1]"_s;
        QTest::newRow("JUnit 4") << u"java.lang.AssertionError"_s << u"expected:&lt;5&gt; but was:&lt;4&gt;"_s << u"5"_s << u"4"_s;
        QTest::newRow("JUnit 4, texts") << u"org.junit.ComparisonFailure"_s << u"expected:&lt;a[b]c&gt; but was:&lt;a[]c&gt;"_s << u"abc"_s << u"ac"_s;
        QTest::newRow("nothing") << u"java.lang.AssertionError"_s << u"no"_s << QString() << QString();
    }

    void readsWhatJUnitCompared()
    {
        QFETCH(QString, type);
        QFETCH(QString, message);
        const QString xml = u"<testsuite><testcase name=\"a\"><failure type=\"%1\" message=\"%2\"/></testcase></testsuite>"_s.arg(type, message);
        const auto results = readJunit(xml.toUtf8());
        QVERIFY(results && results->size() == 1);
        QTEST(results->first().expected, "expected");
        QTEST(results->first().actual, "actual");
        QCOMPARE(results->first().exceptionType, u"AssertionError"_s);
    }

    void readsPytest()
    {
        const auto results = readPytest(samples::pytest);
        QVERIFY(results);
        const auto is = [&](qsizetype at, const QString &name, TestStatus status, const QString &type) {
            const TestResult &test = results->at(at);
            return test.name == name && test.status == status && test.exceptionType == type;
        };
        QCOMPARE(results->size(), 8);
        QVERIFY(is(0, u"tests/test_x.py::TestA::TestInner::test_b[x[1]]"_s, TestStatus::Passed, QString()));
        QVERIFY(is(1, u"tests/test_x.py::test_plain"_s, TestStatus::Failed, u"AssertionError"_s));
        QVERIFY(is(2, u"tests/test_x.py::test_key"_s, TestStatus::Errored, u"KeyError"_s));
        QVERIFY(is(3, u"tests/test_x.py::test_fix"_s, TestStatus::Errored, u"ValueError"_s));
        QVERIFY(is(4, u"tests/test_x.py::test_raises"_s, TestStatus::Failed, u"AssertionError"_s));
        QVERIFY(is(5, u"tests/test_x.py::test_skip"_s, TestStatus::NotRun, QString()));
        QVERIFY(is(6, u"tests/test_x.py::test_x"_s, TestStatus::Passed, QString()));
        QVERIFY(is(7, u"tests.test_y"_s, TestStatus::Errored, u"ModuleNotFoundError"_s));
    }

    void readsUnittest()
    {
        const auto results = readUnittest(samples::unittest);
        QVERIFY(results);
        QCOMPARE(results->size(), 5);
        QVERIFY(results->at(0).test.status == TestStatus::Failed && results->at(0).test.exceptionType == u"AssertionError");
        QVERIFY(results->at(1).test.passed());
        QCOMPARE(results->at(1).description, u"Nothing stays nothing."_s);
        QCOMPARE(results->at(2).test.name, u"tests.test_y"_s);
        QCOMPARE(results->at(2).test.exceptionType, u"ModuleNotFoundError"_s);
        QVERIFY(results->at(3).test.status == TestStatus::NotRun);
        QVERIFY(results->at(4).test.message.contains(u"expected to fail"));
        QVERIFY(!readUnittest("{\"id\": \"a\", \"stat"));
        QVERIFY(!readUnittest("no report"));
    }

    void readsJest()
    {
        const auto results = readJest(samples::jest);
        QVERIFY2(results, results ? "" : qPrintable(results.error().detail));
        QCOMPARE(namesOf(*results), (QStringList{u"g adds"_s, u"g throws"_s, u"g fine"_s, u"g later"_s, u"/work/b.test.js"_s}));
        QCOMPARE(results->at(0).expected, u"3"_s);
        QCOMPARE(results->at(0).actual, u"[4]"_s);
        QVERIFY(results->at(0).status == TestStatus::Failed);
        QCOMPARE(results->at(1).exceptionType, u"TypeError"_s);
        QVERIFY(results->at(2).passed());
        QVERIFY(results->at(3).status == TestStatus::NotRun);
        QVERIFY(results->at(4).message.contains(u"Cannot find"));
    }

    void readsLibtest()
    {
        const auto results = readLibtest(samples::libtest);
        QVERIFY(results);
        QCOMPARE(namesOf(*results), (QStringList{u"tests::a"_s, u"tests::b"_s, u"tests::c"_s}));
        QCOMPARE(results->at(0).cpuMs, 2.0);
        QCOMPARE(results->at(1).exceptionType, u"AssertionError"_s);
        QVERIFY(results->at(2).status == TestStatus::NotRun);
    }

    void brokenReportsAreErrors_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const QByteArray &bytes : {QByteArray(), QByteArray("no report"), QByteArray("\0\xff\xfe", 3), QByteArray("<a>"), QByteArray("{"),
                                        QByteArray("[]"), QByteArray("{\"testResults\": 3}"), QByteArray("<testsuite><testcase")})
            QTest::addRow("%s", bytes.left(20).toHex().constData()) << bytes;
    }

    void brokenReportsAreErrors()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readTap(QString::fromUtf8(bytes)));
        QVERIFY(!readJest(bytes));
        QVERIFY(!readLibtest(bytes));
        QVERIFY(!readJunit(bytes));
        QVERIFY(!readPytest(bytes));
    }

    void depthIsBounded()
    {
        QString text = u"TAP version 13\n"_s;
        QByteArray xml;
        for (int i = 0; i < 2000; ++i) {
            text += QString(4 * i, u' ') + u"# Subtest: x\n"_s + QString(4 * i, u' ') + u"ok 1 - x\n"_s;
            xml += "<testsuite>";
        }
        QVERIFY(readTap(text));
        QVERIFY(!readJunit(xml));
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_testreports.moc"
