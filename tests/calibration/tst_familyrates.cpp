#include "core/calibration/familyrates.h"
#include "core/calibration/studentprompts.h"
#include "core/student/simulatedstudent.h"
#include "suites.h"

#include <QTest>

#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestFamilyRates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFormulaHolds_data();
    void theFormulaHolds();
    void helpHelpsWhereItIsPlanted();
    void nothingHelpsInTheNullWorld();
    void theDeafHearNothingButLength();
    void jobsChangeNothing();
    void unknownSkillsAreRefused();
    void promptsAreFilledToLength();

private:
    SkillRates rates(const QString &skill, WorldKind world, int seeds = 4, int jobs = 2) const
    {
        return measureFamilies(u"starter-python"_s, m_tasks, skill,
            {.world = world, .calibration = {}, .seeds = seeds, .jobs = jobs})
            .value();
    }

    QList<Task> m_tasks;
};

void TestFamilyRates::initTestCase()
{
    m_tasks = fixtures::bundledTasks(u"starter-python"_s);
    QVERIFY(m_tasks.size() >= 12);
}

void TestFamilyRates::theFormulaHolds_data()
{
    QTest::addColumn<QString>("skill");
    QTest::addColumn<WorldKind>("world");
    const StudentParameters parameters = StudentParameters::bundled().value();
    for (const SkillPreset &preset : parameters.skills)
        QTest::newRow(qPrintable(preset.name)) << preset.name << WorldKind::Helpful;
    for (const WorldKind world :
        {WorldKind::Mixed, WorldKind::Adverse, WorldKind::Null, WorldKind::Drifting})
        QTest::newRow(qPrintable(toString(world))) << QString() << world;
}

/// Measured through the interface, all families together, within 4.5 standard errors of the
/// formula's own variance and two points for mistakes that give way to another in the same place.
void TestFamilyRates::theFormulaHolds()
{
    QFETCH(QString, skill);
    QFETCH(WorldKind, world);
    const SkillRates measured = rates(skill, world);
    const FamilyRates all = measured.all();
    QList<FaultRate> list(all.help.begin(), all.help.end());
    list.append({all.byLength.begin(), all.byLength.end()});
    for (const FaultRate &rate : std::as_const(list)) {
        QVERIFY(rate.asked > 500);
        const double error = std::sqrt(0.25 / rate.asked);
        const double off = rate.measured().value - rate.predicted();
        QVERIFY2(off < 4.5 * error && off > -4.5 * error - 0.02, qPrintable(QString::number(off)));
    }
    // A reading that is wrong for one kind of help would put nearly all of its families outside.
    QVERIFY2(measured.misses() < measured.cells() / 8,
        qPrintable(u"%1 of %2"_s.arg(measured.misses()).arg(measured.cells())));
}

void TestFamilyRates::helpHelpsWhereItIsPlanted()
{
    const FamilyRates all = rates({}, WorldKind::Helpful).all();
    const auto made = [&](HelpKind kind) { return all.of(kind).measured().value; };
    QVERIFY(made(HelpKind::RightRule) < 0.8 * made(HelpKind::None));
    QVERIFY(std::abs(made(HelpKind::WrongRule) - made(HelpKind::None)) < 0.005);
    QVERIFY(made(HelpKind::SimilarMemory) < 0.9 * made(HelpKind::None));
    QVERIFY(made(HelpKind::CauseNamed) < 0.8 * made(HelpKind::PlainRetry));
    for (size_t i = 1; i < all.byLength.size(); ++i)
        QVERIFY(all.byLength.at(i).made > all.byLength.at(i - 1).made);
    QVERIFY(rates({}, WorldKind::Adverse).all().of(HelpKind::RightRule).measured().value
        > made(HelpKind::None));
}

void TestFamilyRates::nothingHelpsInTheNullWorld()
{
    const SkillRates measured = rates({}, WorldKind::Null);
    for (const FaultFamily family : allFaultFamilies()) {
        const FamilyRates &rate = measured.of(family);
        QCOMPARE(rate.of(HelpKind::RightRule), rate.of(HelpKind::None));
        QCOMPARE(rate.of(HelpKind::WrongRule), rate.of(HelpKind::None));
        QCOMPARE(rate.of(HelpKind::CauseNamed), rate.of(HelpKind::PlainRetry));
        for (const FaultRate &length : rate.byLength)
            QCOMPARE(length, rate.of(HelpKind::None));
    }
}

void TestFamilyRates::theDeafHearNothingButLength()
{
    const SkillRates measured = rates(u"deaf"_s, WorldKind::Helpful);
    for (const FaultFamily family : allFaultFamilies()) {
        const FamilyRates &rate = measured.of(family);
        QCOMPARE(rate.of(HelpKind::RightRule), rate.of(HelpKind::None));
        QCOMPARE(rate.of(HelpKind::CauseNamed), rate.of(HelpKind::PlainRetry));
    }
    QVERIFY(measured.all().byLength.back().made > measured.all().of(HelpKind::None).made);
}

void TestFamilyRates::jobsChangeNothing()
{
    const SkillRates alone = rates({}, WorldKind::Mixed, 3, 1);
    const SkillRates shared = rates({}, WorldKind::Mixed, 3, 4);
    QCOMPARE(shared.families, alone.families);
}

void TestFamilyRates::unknownSkillsAreRefused()
{
    const auto measured =
        measureFamilies(u"x"_s, m_tasks, u"genius"_s, {.calibration = {}, .seeds = 2});
    QCOMPARE(measured.error().kind, ErrorKind::BadUsage);
}

void TestFamilyRates::promptsAreFilledToLength()
{
    const StudentPrompts prompts = StudentPrompts::create(0.2).value();
    const ChatRequest plain = prompts.draft(m_tasks[0], {}, 1);
    QVERIFY(promptLength(plain) > 50 && promptLength(plain) < 1500);
    for (const int wanted : {2000, 3000, 6000}) {
        const int got = promptLength(
            prompts.draft(m_tasks[0], {.rules = {}, .memories = {}, .tokens = wanted}, 1));
        QVERIFY2(got >= wanted && got < wanted + 10, qPrintable(QString::number(got)));
    }
    // Nothing hidden is in a prompt.
    for (const ChatMessage &message : plain.messages) {
        QVERIFY(!message.text.contains(m_tasks[0].references[0].trimmed()));
        for (const TestCase &test : std::as_const(m_tasks[0].hiddenTests))
            QVERIFY(!message.text.contains(test.code.trimmed()));
    }
}

QTEST_GUILESS_MAIN(TestFamilyRates)
#include "tst_familyrates.moc"
