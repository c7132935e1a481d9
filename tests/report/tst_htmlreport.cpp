#include "core/evaluation/metrics.h"
#include "core/report/htmlpage.h"
#include "core/report/htmlsections.h"
#include "core/report/runreport.h"
#include "core/report/svgtree.h"
#include "tests/report/reportfixture.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestHtmlReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void standsAlone();
    void escapesWhatModelsWrote();
    void isWellFormed();
    void saysWhatMustBeSaid();
    void drawsTheRun();
    void promptDiffsMarkLines();
    void emptyRunIsAPage();
    void escapesControlCharacters();
    void isDeterministic();
    void isRedWithoutASandbox();

private:
    RunRecord m_record;
    QString m_page;
};

void TestHtmlReport::initTestCase()
{
    m_record = reportFixture();
    m_page = htmlReport(m_record, computeMetrics(m_record));
    // For a look at the page: AUTODIDACT_REPORT_OUT=FILE tst_htmlreport
    if (qEnvironmentVariableIsSet("AUTODIDACT_REPORT_OUT")) {
        QFile file(qEnvironmentVariable("AUTODIDACT_REPORT_OUT"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_page.toUtf8());
    }
}

void TestHtmlReport::isRedWithoutASandbox()
{
    QVERIFY(!m_page.contains(u"No sandbox"_s));
    RunRecord open = m_record;
    open.run.config.sandbox = u"none"_s;
    const QString page = htmlReport(open, computeMetrics(open));
    QVERIFY(page.contains(u"<p class=\"remark danger\">No sandbox: programs were executed without protection.</p>"_s));
    static const QRegularExpression red(u"\\.remark\\.danger\\{[^}]*color:var\\(--fail\\)"_s);
    QVERIFY(red.match(page).hasMatch());
}

void TestHtmlReport::standsAlone()
{
    QVERIFY(m_page.startsWith(u"<!DOCTYPE html>"));
    QVERIFY(m_page.contains(u"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\""));
    static const QRegularExpression outside(u"(src|href)\\s*=\\s*\"(?!#)|url\\(|@import|https?://|<script|<iframe|<object|\\son[a-z]+="_s);
    const auto match = outside.match(m_page);
    QVERIFY2(!match.hasMatch(), qPrintable(m_page.mid(qMax(0, match.capturedStart() - 60), 160)));
    QVERIFY(m_page.contains(u"prefers-color-scheme:dark"));
}

void TestHtmlReport::escapesWhatModelsWrote()
{
    QVERIFY(!m_page.contains(u"<script"));
    QVERIFY(m_page.count(escapedHtml(hostileText)) >= 10);
}

void TestHtmlReport::isWellFormed()
{
    // Our pages close every element but meta: as XML they tell every slip.
    QString xml = m_page.mid(m_page.indexOf(u"<html"));
    static const QRegularExpression meta(u"<meta([^>]*)>"_s);
    xml.replace(meta, u"<meta\\1/>"_s);
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(u"%1 at line %2"_s.arg(reader.errorString()).arg(reader.lineNumber())));
}

void TestHtmlReport::saysWhatMustBeSaid()
{
    QVERIFY(m_page.contains(u"Effects of rules, memories and diagnoses are inputs; results test the machinery, not language models."));
    QVERIFY(m_page.contains(u"simulated student, not a language model"));
    QVERIFY(m_page.contains(u"held-out tasks"));
    QVERIFY(!m_page.contains(u"Not held out"));
    RunRecord record = m_record;
    record.splits.clear();
    record.simulated = false;
    record.run.config.feedback = Feedback::Hidden;
    const QString other = htmlReport(record, computeMetrics(record));
    QVERIFY(other.contains(u"Not held out"));
    QVERIFY(other.contains(u"Oracle feedback"));
    QVERIFY(!other.contains(u"results test the machinery"));
}

void TestHtmlReport::drawsTheRun()
{
    QCOMPARE(m_page.count(u"<svg "), 4);    // success, gain, window, versions
    QCOMPARE(m_page.count(u"class=\"rollback\""), 1);
    QVERIFY(m_page.count(u"class=\"hollow\"") >= 2);
    QCOMPARE(m_page.count(u"class=\"dot\""), 6);
    QVERIFY(m_page.contains(u"class=\"trust\""));
    QVERIFY(!m_page.contains(u"nan") && !m_page.contains(u"\"inf\"") && !m_page.contains(u"inf,"));
    QCOMPARE(versionOutcomes(m_record)[3].tasks, 48);
    QCOMPARE(versionTree(m_record).count(u"<rect"), 4);
}

void TestHtmlReport::promptDiffsMarkLines()
{
    const QString section = updatesSection(m_record);
    QCOMPARE(section.count(u"<details>"), 4);
    QVERIFY(section.contains(u"<span class=\"add\">+ - [r1] Rule 1"));
    // From v2 to v4 rule r1 stays and r2 comes.
    QVERIFY(section.contains(u"✕ rejected"));
}

void TestHtmlReport::emptyRunIsAPage()
{
    const RunRecord record;
    const QString page = htmlReport(record, computeMetrics(record));
    QVERIFY(page.contains(u"No round was judged yet."));
    QVERIFY(page.contains(u"No update was proposed."));
    QVERIFY(page.contains(u"n/a"));
}

void TestHtmlReport::escapesControlCharacters()
{
    QCOMPARE(escapedHtml(u"a\u0000b\u001b[31m\u202e'"_s), u"a\ufffdb\ufffd[31m\ufffd&#39;"_s);
    QCOMPARE(escapedHtml(u"line\n\ttab"_s), u"line\n\ttab"_s);
}

void TestHtmlReport::isDeterministic()
{
    QCOMPARE(htmlReport(reportFixture(), computeMetrics(reportFixture())), m_page);
}

QTEST_APPLESS_MAIN(TestHtmlReport)
#include "tst_htmlreport.moc"
