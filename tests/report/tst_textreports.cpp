#include "core/evaluation/metrics.h"
#include "core/report/figures.h"
#include "core/report/runreport.h"
#include "tests/report/reportfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestTextReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figures();
    void csvHasOneLineARound();
    void csvQuotes();
    void markdownTablesHold();
    void terminalIsShort();
};

void TestTextReports::figures()
{
    QCOMPARE(percent(0.6349), u"63.5 %"_s);
    QCOMPARE(percent(std::nullopt), u"n/a"_s);
    QCOMPARE(points(0.031), u"+3.1 points"_s);
    QCOMPARE(points(-0.031), u"\u22123.1 points"_s);
    QCOMPARE(points(-0.0001), u"0.0 points"_s);
    QCOMPARE(points(0.0), u"0.0 points"_s);
    QCOMPARE(loss(0.417), u"41.7 points"_s);
    QCOMPARE(counted(1, u"rollback"_s), u"1 rollback"_s);
    QCOMPARE(counted(1200, u"token"_s), u"1,200 tokens"_s);
    QCOMPARE(count(1234567), u"1,234,567"_s);
    QCOMPARE(percentRange(Estimate{0.5, 0.4, 0.6}), u"40.0 to 60.0 %"_s);
    QVERIFY(jsonNumber(std::nan("")).isNull());
    QCOMPARE(jsonNumber(0.12345678).toDouble(), 0.123457);
}

void TestTextReports::csvHasOneLineARound()
{
    const RunRecord record = reportFixture();
    const QStringList lines = csvReport(record, computeMetrics(record)).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 7);
    const QStringList header = lines.first().split(u',');
    for (const QString &line : lines)
        QCOMPARE(line.split(u',').size(), header.size());
    const QStringList third = lines[3].split(u',');
    QCOMPARE(third[header.indexOf(u"round"_s)], u"3"_s);
    QCOMPARE(third[header.indexOf(u"solved"_s)].toInt(), record.rounds[2].solved);
    QVERIFY(!third[header.indexOf(u"gain"_s)].isEmpty());
}

void TestTextReports::csvQuotes()
{
    RunRecord record = reportFixture();
    record.suite.name = u"a \"b\", c"_s;
    QVERIFY(csvReport(record, computeMetrics(record)).contains(u"7,\"a \"\"b\"\", c\",student,"));
}

void TestTextReports::markdownTablesHold()
{
    RunRecord record = reportFixture();
    record.decisions.last().reason = u"a | b\n# no heading <b>"_s;
    const QString text = markdownReport(record, computeMetrics(record));
    QVERIFY(text.contains(u"results test the machinery, not language models"));
    QVERIFY(text.contains(u"a \\| b \\# no heading &lt;b&gt;"));
    QVERIFY(!text.contains(u"<script"));
    // Every row of a table has as many columns as the rule below its header.
    qsizetype columns = 0;
    for (const QString &line : text.split(u'\n')) {
        if (!line.startsWith(u'|')) {
            columns = 0;
            continue;
        }
        const qsizetype bars = line.count(u'|') - line.count(u"\\|"_s);
        QVERIFY2(columns == 0 || bars == columns, qPrintable(line));
        columns = bars;
    }
}

void TestTextReports::terminalIsShort()
{
    const RunRecord record = reportFixture();
    const QString text = terminalSummary(record, computeMetrics(record));
    QVERIFY(text.count(u'\n') < 20);
    QVERIFY(text.contains(u"student on hand-made, seed 1: finished after 6 of 6 rounds"));
    QVERIFY(text.contains(u"4 versions, 1 rollback, "));
}

QTEST_APPLESS_MAIN(TestTextReports)
#include "tst_textreports.moc"
