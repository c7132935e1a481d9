#include "core/evaluation/metrics.h"
#include "core/report/jsonreport.h"
#include "tests/report/reportfixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestJsonReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void summaryHasExactlyTheContractsKeys();
    void nestedKeys();
    void valuesComeFromTheRun();
    void absentValuesAreNull();
    void updatesCarryTheExportedKeys();
};

static QStringList keys(const char *list)
{
    QStringList sorted = QString::fromLatin1(list).split(u' ');
    sorted.sort();
    return sorted;
}

static QJsonObject fixtureSummary()
{
    const RunRecord record = reportFixture();
    return runSummary(record, computeMetrics(record));
}

void TestJsonReport::summaryHasExactlyTheContractsKeys()
{
    QCOMPARE(fixtureSummary().keys(),
             keys("run_id suite model seed split rounds final_success_rate end_gain improvement_slope code_similarity "
                  "reflection_accuracy memory_reuse_rate repeat_error_rate safety_drop rollbacks versions tokens cost wall_s status"));
}

void TestJsonReport::nestedKeys()
{
    const QJsonObject summary = fixtureSummary();
    QCOMPARE(summary[u"rounds"_s].toArray().first().toObject().keys(),
             keys("round version tasks solved exposed success_rate pass_at_1 attempts self_tests tokens"));
    QCOMPARE(summary[u"end_gain"_s].toObject().keys(), keys("value low high"));
    QCOMPARE(summary[u"improvement_slope"_s].toObject().keys(), keys("value low high"));
    QCOMPARE(summary[u"code_similarity"_s].toObject().keys(), keys("token ast mean"));
    QCOMPARE(summary[u"reflection_accuracy"_s].toObject().keys(), keys("kappa lines_f1 lift cause"));
    QCOMPARE(summary[u"memory_reuse_rate"_s].toObject().keys(), keys("value precision lift"));
    QCOMPARE(summary[u"safety_drop"_s].toObject().keys(), keys("value severe exposure"));
    QCOMPARE(summary[u"tokens"_s].toObject().keys(), keys("prompt completion"));
}

void TestJsonReport::valuesComeFromTheRun()
{
    const RunRecord record = reportFixture();
    const RunMetrics metrics = computeMetrics(record);
    const QJsonObject summary = runSummary(record, metrics);
    QCOMPARE(summary[u"run_id"_s].toInt(), 7);
    QCOMPARE(summary[u"split"_s].toString(), u"auto"_s);
    QCOMPARE(summary[u"status"_s].toString(), u"finished"_s);
    QCOMPARE(summary[u"rounds"_s].toArray().size(), 6);
    QCOMPARE(summary[u"rollbacks"_s].toInt(), 1);
    QCOMPARE(summary[u"versions"_s].toInt(), 4);
    QCOMPARE(summary[u"wall_s"_s].toDouble(), 42.25);
    const QJsonObject round = summary[u"rounds"_s].toArray()[2].toObject();
    QCOMPARE(round[u"success_rate"_s].toDouble(), double(qRound(record.rounds[2].solved / 24.0 * 1e6)) / 1e6);
    QVERIFY(std::abs(summary[u"final_success_rate"_s].toDouble() - record.rounds[5].checkpointSolved / 18.0) < 1e-6);
    QVERIFY(std::abs(summary[u"end_gain"_s].toObject()[u"value"_s].toDouble() - metrics.improvement.points.last().gain.value) < 1e-6);
    QVERIFY(summary[u"reflection_accuracy"_s].toObject()[u"lift"_s].isNull());
}

void TestJsonReport::absentValuesAreNull()
{
    const RunRecord empty;
    const QJsonObject summary = runSummary(empty, computeMetrics(empty));
    QVERIFY(summary[u"final_success_rate"_s].isNull());
    QVERIFY(summary[u"repeat_error_rate"_s].isNull());
    QVERIFY(summary[u"end_gain"_s].toObject()[u"value"_s].isNull());
    QVERIFY(summary[u"safety_drop"_s].toObject()[u"value"_s].isNull());
    QVERIFY(summary[u"rounds"_s].toArray().isEmpty());
}

void TestJsonReport::updatesCarryTheExportedKeys()
{
    const RunRecord record = reportFixture();
    const QJsonObject report = jsonReport(record, computeMetrics(record));
    const QJsonArray updates = report[u"updates"_s].toArray();
    QCOMPARE(updates.size(), 4);
    const QJsonObject first = updates.first().toObject();
    QCOMPARE(first[u"old_prompt"_s].toObject()[u"number"_s].toInt(), 1);
    QCOMPARE(first[u"new_prompt"_s].toObject()[u"number"_s].toInt(), 2);
    QCOMPARE(first[u"update_action"_s].toArray().first().toObject()[u"action"_s].toString(), u"add"_s);
    QVERIFY(updates.last().toObject()[u"new_prompt"_s].isNull());
    QCOMPARE(updates.last().toObject()[u"decision"_s].toString(), u"rejected"_s);
    QCOMPARE(report[u"safety"_s].toArray()[1].toObject()[u"action"_s].toString(), u"roll back"_s);
    QCOMPARE(report[u"gain_curve"_s].toArray().size(), 6);
    QCOMPARE(report[u"settings"_s].toObject()[u"agent.feedback"_s].toString(), u"visible"_s);
}

QTEST_APPLESS_MAIN(TestJsonReport)
#include "tst_jsonreport.moc"
