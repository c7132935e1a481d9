#include "core/base/random.h"
#include "core/report/studynumbers.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

static StudyRun studyRun(const QString &suite, const QString &world, qint64 seed, double gain, bool excludesZero)
{
    StudyRun run{suite, world, seed, {}};
    run.metrics.improvement.endGain = Estimate{gain, gain - 0.1, gain + 0.1};
    run.metrics.improvement.slope = excludesZero ? Estimate{0.02, 0.01, 0.03} : Estimate{0.01, -0.01, 0.03};
    run.metrics.improvement.heldOut = true;
    return run;
}

static QList<StudyRun> study()
{
    QList<StudyRun> runs;
    Random random(4);
    for (int seed = 40; seed >= 1; --seed)
        runs.append(studyRun(u"starter"_s, u"null"_s, seed, 0.04 * random.normal(), seed % 20 == 0));
    for (int seed = 1; seed <= 10; ++seed)
        runs.append(studyRun(u"starter"_s, u"helpful"_s, seed, 0.15 + 0.04 * random.normal(), true));
    for (int seed = 1; seed <= 3; ++seed)
        runs.append(studyRun(u"small <b>"_s, u"helpful"_s, seed, 0.2, true));
    return runs;
}

class TestStudyReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreOrdered();
    void verdicts_data();
    void verdicts();
    void jsonTellsEverySeed();
    void pageStandsAlone();
};

void TestStudyReport::cellsAreOrdered()
{
    const auto cells = studyCells(study(), {.plantedEffect = {{u"starter"_s, 0.12}}});
    QCOMPARE(cells.size(), 3);
    QCOMPARE(cells[0].world, u"helpful"_s);
    QCOMPARE(cells[1].world, u"null"_s);
    QCOMPARE(cells[1].seeds.first(), 1);
    QCOMPARE(cells[1].endGains.size(), 40);
    QCOMPARE(cells[1].slopeExcludesZero, (QList<qint64>{20, 40}));
    QCOMPARE(cells[0].verdict, u"machinery: detected (planted effect +12.0 points)"_s);
    QCOMPARE(cells[2].verdict, u"demonstration: no test (fewer than six seeds)"_s);
    QVERIFY(cells[0].mean->low > 0.1 && cells[0].mean->high < 0.2);
    QVERIFY(cells[0].test.exact && !cells[1].test.exact);
}

void TestStudyReport::verdicts_data()
{
    QTest::addColumn<QString>("world");
    QTest::addColumn<double>("gain");
    QTest::addColumn<bool>("alternating");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("detected") << u"helpful"_s << 0.1 << false << u"machinery: detected (planted effect of unknown size)"_s;
    QTest::newRow("missed") << u"helpful"_s << 0.1 << true << u"machinery: missed (planted effect of unknown size)"_s;
    QTest::newRow("worse is not detected") << u"helpful"_s << -0.1 << false << u"machinery: missed (planted effect of unknown size)"_s;
    QTest::newRow("false alarm") << u"null"_s << 0.1 << false << u"machinery: false alarm (planted effect 0.0 points)"_s;
    QTest::newRow("false alarm downwards") << u"null"_s << -0.1 << false << u"machinery: false alarm (planted effect 0.0 points)"_s;
    QTest::newRow("no alarm") << u"null"_s << 0.1 << true << u"machinery: no alarm (planted effect 0.0 points)"_s;
}

void TestStudyReport::verdicts()
{
    QFETCH(QString, world);
    QFETCH(double, gain);
    QFETCH(bool, alternating);
    QList<StudyRun> runs;
    for (int seed = 1; seed <= 8; ++seed)
        runs.append(studyRun(u"s"_s, world, seed, alternating && seed % 2 == 0 ? -gain : gain, false));
    QTEST(studyCells(runs, {}).first().verdict, "verdict");
}

void TestStudyReport::jsonTellsEverySeed()
{
    QList<StudyRun> runs = study();
    runs.append(StudyRun{u"starter"_s, u"helpful"_s, 11, {}});
    const QJsonObject document = studyJson(runs, {.title = u"t"_s});
    QVERIFY(document[u"note"_s].toString().contains(u"not language models"));
    const QJsonObject helpful = document[u"cells"_s].toArray().first().toObject();
    QCOMPARE(helpful[u"per_seed"_s].toArray().size(), 10);
    QCOMPARE(helpful[u"without_gain"_s].toArray(), QJsonArray{11});
    QVERIFY(helpful[u"p_value"_s].toDouble() < 0.01);
    QVERIFY(document[u"cells"_s].toArray().last().toObject()[u"p_value"_s].isNull());
}

void TestStudyReport::pageStandsAlone()
{
    const QString page = studyHtml(study(), {.title = u"Study"_s, .rounds = 6, .build = u"0.1.0"_s});
    if (qEnvironmentVariableIsSet("AUTODIDACT_REPORT_OUT")) {
        QFile file(qEnvironmentVariable("AUTODIDACT_REPORT_OUT"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(page.toUtf8());
    }
    QVERIFY(page.contains(u"results test the machinery, not language models"));
    const StudySettings frozen{.title = u"Study"_s, .plantedEffect = {}, .build = {}, .student = {.version = 4, .sha256 = u"abc"_s, .textsSha256 = u"def"_s}};
    QVERIFY(studyHtml(study(), frozen).contains(u"parameters version 4, SHA-256 abc; texts SHA-256 def"));
    const QJsonObject stamp = studyJson(study(), frozen)[u"student"_s].toObject();
    QCOMPARE(stamp, (QJsonObject{{u"version"_s, 4}, {u"sha256"_s, u"abc"_s}, {u"texts_sha256"_s, u"def"_s}}));
    QCOMPARE(page.count(u"class=\"hollow\""), 53);
    QCOMPARE(page.count(u"<svg "), 2);
    QVERIFY(page.contains(u"small &lt;b&gt;") && !page.contains(u"small <b>"));
    QVERIFY(!page.contains(u"<script"));
    QVERIFY(page.contains(u"slope intervals exclude zero in 2 of 40 runs (seeds: 20, 40)"));
}

QTEST_APPLESS_MAIN(TestStudyReport)
#include "tst_studyreport.moc"
