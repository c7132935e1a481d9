#include "core/calibration/taughtrule.h"
#include "suites.h"

#include <QTest>

#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestTaughtRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_tasks = fixtures::bundledTasks(u"starter-python"_s); }
    void aRemedyLowersItsFamily();
    void aContraryRuleRaisesIt();
    void aUselessRuleIsSeenAsSuch();
    void sayingItTwiceAddsNothing();
    void nothingChangesForTheDeaf();
    void stopsWhenAsked();
    void unusableRulesAreRefused_data();
    void unusableRulesAreRefused();

private:
    TaughtRule teach(const QString &rule,
        const TeachSettings &settings = {
            .skill = {}, .otherRules = {}, .seeds = 12, .jobs = 2}) const
    {
        return teachRule(rule, m_tasks, settings).value();
    }

    QList<Task> m_tasks;
};

void TestTaughtRule::aRemedyLowersItsFamily()
{
    const TaughtRule taught = teach(u"Check for empty input before anything else."_s);
    QVERIFY(holds(taught.meaning.helps, FaultFamily::EmptyInput));
    QVERIFY(taught.meaning.hurts.none());
    const FamilyChange &first = taught.families.first();
    QVERIFY(holds(taught.meaning.helps, first.family));
    QVERIFY(first.measured() < -0.03 && first.predicted() < -0.03);
    QVERIFY(std::abs(first.measured() - first.predicted()) < 0.04);
    for (const FamilyChange &change : taught.families) {
        if (!holds(taught.meaning.helps, change.family))
            QVERIFY2(std::abs(change.with.made - change.without.made) <= 2
                    && std::abs(change.predicted()) < 1e-9,
                qPrintable(u"%1 %2 %3 %4"_s.arg(toString(change.family))
                        .arg(change.with.made)
                        .arg(change.without.made)
                        .arg(change.predicted())));
    }
    QCOMPARE(taught.wrongWithout.asked, 12 * m_tasks.size());
    QCOMPARE(taught.wrongWithout.made - taught.wrongWith.made, taught.mended - taught.spoilt);
    QVERIFY(taught.mended > taught.spoilt);
}

void TestTaughtRule::aContraryRuleRaisesIt()
{
    const TaughtRule taught = teach(u"Do not bother about empty input."_s);
    QVERIFY(holds(taught.meaning.hurts, FaultFamily::EmptyInput));
    QVERIFY(taught.families.first().measured() > 0.03 && taught.spoilt > taught.mended);
}

void TestTaughtRule::aUselessRuleIsSeenAsSuch()
{
    const TaughtRule taught = teach(u"Write with joy."_s);
    QVERIFY(taught.meaning.none());
    QVERIFY(
        taught.wrongWith.predicted() > taught.wrongWithout.predicted()); // one more irrelevant rule
}

void TestTaughtRule::sayingItTwiceAddsNothing()
{
    const QString rule = u"Check for empty input before anything else."_s;
    const TaughtRule taught = teach(rule, {.skill = {}, .otherRules = {rule}, .seeds = 3});
    QCOMPARE(taught.wrongWith, taught.wrongWithout);
}

void TestTaughtRule::nothingChangesForTheDeaf()
{
    for (const QString &rule : {u"Check for empty input before anything else."_s,
             u"Do not bother about empty input."_s, u"Write with joy."_s}) {
        const TaughtRule taught = teach(rule, {.skill = u"deaf"_s, .otherRules = {}, .seeds = 3});
        QCOMPARE(taught.wrongWith, taught.wrongWithout);
        QCOMPARE(taught.mended + taught.spoilt, 0);
    }
}

void TestTaughtRule::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    const auto taught = teachRule(u"Be brief."_s, m_tasks,
        {.skill = {}, .otherRules = {}, .seeds = 1000}, source.get_token());
    QCOMPARE(taught.error().kind, ErrorKind::Cancelled);
    const auto unknown = teachRule(u"Be brief."_s, {}, {.skill = {}, .otherRules = {}});
    QVERIFY(unknown.error().detail.contains(u"another suite"_s));
}

void TestTaughtRule::unusableRulesAreRefused_data()
{
    QTest::addColumn<QString>("rule");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u"  "_s;
    QTest::newRow("two lines") << u"One.\nTwo."_s;
}

void TestTaughtRule::unusableRulesAreRefused()
{
    QFETCH(QString, rule);
    QCOMPARE(teachRule(rule, m_tasks, {.skill = {}, .otherRules = {}}).error().kind,
        ErrorKind::BadUsage);
}

QTEST_GUILESS_MAIN(TestTaughtRule)
#include "tst_taughtrule.moc"
