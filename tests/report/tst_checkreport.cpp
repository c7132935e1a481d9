#include "core/report/checkreport.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace autodidact;

static CheckSample sample(const QString &key, bool passed, ErrorClass errorClass = ErrorClass::Logic, Language language = Language::Python)
{
    CheckSample sample;
    sample.taskKey = key;
    sample.language = language;
    sample.completion = u"    return 1\n"_s;
    sample.verdict.passed = passed;
    sample.verdict.errorClass = passed ? ErrorClass::None : errorClass;
    sample.verdict.errorDetail = passed ? QString() : u"detail"_s;
    return sample;
}

static QList<CheckSample> samples()
{
    return {sample(u"a"_s, true), sample(u"a"_s, false), sample(u"a"_s, false, ErrorClass::Timeout),
            sample(u"b"_s, true), sample(u"b"_s, true), sample(u"b"_s, true),
            sample(u"c"_s, false, ErrorClass::Syntax, Language::Rust), sample(u"c"_s, false, ErrorClass::Syntax, Language::Rust),
            sample(u"c"_s, false, ErrorClass::Syntax, Language::Rust)};
}

class TestCheckReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheContractsKeys();
    void saysWhereThereIsNoSandbox();
    void counts();
    void passAtK();
    void linesOfSamples();
    void text();
};

void TestCheckReport::hasTheContractsKeys()
{
    QStringList wanted = u"suite tasks samples passed pass_at_k by_language by_error wall_s jobs sandbox"_s.split(u' ');
    wanted.sort();
    QCOMPARE(checkSummary({}, {}).keys(), wanted);
}

void TestCheckReport::saysWhereThereIsNoSandbox()
{
    QVERIFY(checkText({.sandbox = u"none"_s}, samples()).contains(u"No sandbox: programs were executed without protection."_s));
    QVERIFY(!checkText({.sandbox = u"container"_s}, samples()).contains(u"No sandbox"_s));
}

void TestCheckReport::counts()
{
    const QJsonObject summary = checkSummary({.suite = u"s"_s, .jobs = 4, .sandbox = u"bubblewrap"_s, .wallS = 1.5}, samples());
    QCOMPARE(summary[u"tasks"_s].toInt(), 3);
    QCOMPARE(summary[u"samples"_s].toInt(), 9);
    QCOMPARE(summary[u"passed"_s].toInt(), 4);
    QCOMPARE(summary[u"by_language"_s].toObject()[u"rust"_s].toObject()[u"samples"_s].toInt(), 3);
    QCOMPARE(summary[u"by_error"_s].toObject()[u"syntax"_s].toInt(), 3);
    QCOMPARE(summary[u"by_error"_s].toObject()[u"timeout"_s].toInt(), 1);
    QCOMPARE(summary[u"by_error"_s].toObject()[u"none"_s].toInt(), 4);
    QCOMPARE(summary[u"jobs"_s].toInt(), 4);
    QCOMPARE(summary[u"wall_s"_s].toDouble(), 1.5);
}

void TestCheckReport::passAtK()
{
    const QJsonObject passAt = checkSummary({.ks = {1, 2, 10}}, samples())[u"pass_at_k"_s].toObject();
    QVERIFY(std::abs(passAt[u"1"_s].toDouble() - (1.0 / 3 + 1 + 0) / 3) < 1e-6);
    QVERIFY(std::abs(passAt[u"2"_s].toDouble() - (2.0 / 3 + 1 + 0) / 3) < 1e-6);
    QVERIFY(!passAt.contains(u"10"_s));
}

void TestCheckReport::linesOfSamples()
{
    const QJsonObject passed = sampleLine(samples()[0]);
    QCOMPARE(passed.keys(), (QStringList{u"completion"_s, u"passed"_s, u"result"_s, u"task_id"_s}));
    QCOMPARE(passed[u"result"_s].toString(), u"passed"_s);
    QCOMPARE(sampleLine(samples()[1])[u"result"_s].toString(), u"failed: logic: detail"_s);
    QCOMPARE(sampleLine(samples()[2])[u"result"_s].toString(), u"timed out"_s);
    QVERIFY(!sampleLine(samples()[2])[u"passed"_s].toBool());
}

void TestCheckReport::text()
{
    const QString text = checkText({.suite = u"s"_s, .sandbox = u"bubblewrap"_s}, samples());
    QVERIFY(text.startsWith(u"s: 4 of 9 samples passed (3 tasks)"));
    QVERIFY(text.contains(u"pass@1  44.4 %"));
    QVERIFY(text.contains(u"syntax          3"));
}

QTEST_APPLESS_MAIN(TestCheckReport)
#include "tst_checkreport.moc"
