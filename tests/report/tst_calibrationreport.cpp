#include "core/report/calibrationreport.h"

#include <QJsonArray>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestCalibrationReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonTellsRatesAndCoverage();
    void textMarksWhatMisses();
    void pageStandsAlone();
    void taughtRules();
};

static FaultRate rate(int made, int asked, double predicted)
{
    return {.made = made, .asked = asked, .expected = predicted * asked};
}

static CalibrationReport report()
{
    CalibrationReport all{.student = {3, u"abc"_s, u"def"_s},
        .build = u"1.0"_s,
        .world = u"helpful"_s,
        .calibration = u"mbpp"_s,
        .seeds = 4,
        .rates = {},
        .flowTasks = u"a <suite>"_s,
        .flows = {}};
    SkillRates skill{.suite = u"s<b>"_s, .skill = u"deaf"_s, .families = {}};
    skill.families[0].of(HelpKind::None) = rate(20, 100, 0.21);
    skill.families[0].of(HelpKind::RightRule) = rate(20, 100, 0.5);
    skill.families[0].byLength[3] = rate(0, 40, 0.0);
    all.rates.append(skill);
    const CalibrationPreset preset{u"mbpp"_s, {0.31, 0.37, 0.30, 0.29},
        {.tasks = 397, .rightAtFirst = 318, .fixed = 17, .broken = 60, .net = -43}};
    all.flows.append({predictFlow(preset, 2), predictFlow(preset, 3),
        {{WorldKind::Null, 2, {{10, 61}, {12, 58}, {14, 59}}}}});
    return all;
}

void TestCalibrationReport::jsonTellsRatesAndCoverage()
{
    const QJsonObject json = calibrationJson(report());
    QCOMPARE(json["student"_L1]["version"_L1].toInt(), 3);
    QCOMPARE(json["student"_L1]["sha256"_L1].toString(), u"abc"_s);
    const QJsonObject family = json["rates"_L1][0]["families"_L1][0].toObject();
    QCOMPARE(family["no_help"_L1]["asked"_L1].toInt(), 100);
    QCOMPARE(family["no_help"_L1]["prediction_in_interval"_L1].toBool(), true);
    QCOMPARE(family["right_rule"_L1]["prediction_in_interval"_L1].toBool(true), false);
    QCOMPARE(family["by_length"_L1][3]["length"_L1].toDouble(), 3.0);
    QCOMPARE(family["retry_cause_named"_L1]["asked"_L1].toInt(-1), 0);
    QCOMPARE(json["rates"_L1][0]["cells"_L1].toInt(), 3);
    QCOMPARE(json["rates"_L1][0]["predictions_outside"_L1].toInt(), 1);
    const QJsonObject flow = json["flows"_L1][0].toObject();
    QCOMPARE(flow["predicted"_L1]["fixed"_L1]["published"_L1].toString(), u"covered"_s);
    QCOMPARE(flow["predicted"_L1]["broken"_L1]["published"_L1].toString(), u"missed"_s);
    QCOMPARE(flow["simulated"_L1][0]["fixed"_L1]["published"_L1].toString(), u"missed"_s);
    QCOMPARE(flow["simulated"_L1][0]["fixed"_L1]["value"_L1].toDouble(), 12.0);
    QCOMPARE(flow["simulated"_L1][0]["broken"_L1]["published"_L1].toString(), u"covered"_s);
}

void TestCalibrationReport::textMarksWhatMisses()
{
    const QString text = calibrationText(report());
    QVERIFY(text.contains(u"20.0 (21.0) "_s) && text.contains(u"20.0 (50.0)*"_s));
    QVERIFY(text.contains(u"parameters version 3, SHA-256 abc"_s));
    QVERIFY(text.contains(u"Nothing was executed"_s) && text.contains(u"not language models"_s));
    QVERIFY(text.contains(u"missed"_s) && text.contains(u"covered"_s));
}

void TestCalibrationReport::pageStandsAlone()
{
    const QString page = calibrationHtml(report());
    QVERIFY(!page.contains(u"http://"_s) && !page.contains(u"https://"_s)
        && !page.contains(u"<script"_s));
    QVERIFY(!page.contains(u"s<b>"_s) && page.contains(u"s&lt;b&gt;"_s)
        && page.contains(u"a &lt;suite&gt;"_s));
    QVERIFY(page.contains(u"not language models"_s) && page.contains(u"Nothing was executed"_s)
        && page.contains(u"SHA-256 abc"_s));
    QCOMPARE(page, calibrationHtml(report()));
}

void TestCalibrationReport::taughtRules()
{
    TaughtRule taught{.rule = u"Be brief."_s,
        .meaning = {},
        .families = {{FaultFamily::Boundary, rate(10, 50, 0.2), rate(5, 50, 0.1)}},
        .wrongWithout = rate(20, 50, 0.4),
        .wrongWith = rate(15, 50, 0.3),
        .mended = 6,
        .spoilt = 1};
    QVERIFY(taughtRuleText(taught).contains(u"finds no mistake"_s));
    taught.meaning.helps = only(FaultFamily::Boundary);
    const QString text = taughtRuleText(taught);
    QVERIFY(text.contains(u"It helps against: boundary"_s) && text.contains(u"−10.0 points"_s)
        && text.contains(u"6 programs became right, 1 became wrong"_s));
    const QJsonObject json = taughtRuleJson(taught, {1, u"x"_s, u"y"_s});
    QCOMPARE(json["helps"_L1][0].toString(), u"boundary"_s);
    QCOMPARE(json["families"_L1][0]["measured_change"_L1].toDouble(), -0.1);
    QCOMPARE(json["student"_L1]["version"_L1].toInt(), 1);
}

QTEST_GUILESS_MAIN(TestCalibrationReport)
#include "tst_calibrationreport.moc"
