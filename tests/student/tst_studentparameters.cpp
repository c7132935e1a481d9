#include "core/base/json.h"
#include "core/student/studentparameters.h"
#include "fixtures.h"

#include <QJsonDocument>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// The student is frozen before studies are run, and they name it by this hash. Whoever changes a
/// parameter on purpose raises "version" in resources/student/parameters.json, puts the new hash
/// here ("autodidact-cli student report" and "sha256sum" print it), and runs the studies anew:
/// their old figures belong to another student.
constexpr int frozenVersion = 1;
constexpr auto frozenParameters =
    "170e5348c2cd03faabb3ab6456288526447d3d94d5d06d8f14de5ac1ec5478fe";
constexpr auto frozenTexts = "d7c4f7d98a519426190fee316c4026789c3d99818b16cb06da80c2dab4308984";

class TestStudentParameters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areTheFrozenOnes();
    void holdWhatScienceSays();
    void averageIsTheDefault();
    void skillsDifferAsTheirNamesSay();
    void deafIsDeaf();
    void unknownNamesAreRefused();
    void damageIsNamed_data();
    void damageIsNamed();

private:
    static QByteArray file()
    {
        QFile file(u":/student/parameters.json"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestStudentParameters::areTheFrozenOnes()
{
    const StudentStamp stamp = StudentParameters::bundled().value().stamp;
    QCOMPARE(stamp.version, frozenVersion);
    QCOMPARE(stamp.sha256, QString::fromLatin1(frozenParameters));
    QCOMPARE(stamp.textsSha256, QString::fromLatin1(frozenTexts));
}

void TestStudentParameters::holdWhatScienceSays()
{
    const StudentParameters &all = fixtures::parameters();
    QCOMPARE(all.faults.temperatureFloor, 0.05);
    QCOMPARE(all.faults.extraFamiliesMean, 2.0);
    QCOMPARE(all.calibration(u"humaneval"_s).value(), (Calibration{0.04, 0.17, 0.52, 0.40}));
    QCOMPARE(all.calibration(u"mbpp"_s).value(), (Calibration{0.31, 0.37, 0.30, 0.29}));
    QCOMPARE(all.calibration(u"mbpp-rust"_s).value(), (Calibration{0.25, 0.37, 0.42, 0.24}));
    QCOMPARE(all.calibration({}).value(), all.calibration(u"mbpp"_s).value());
    const PublishedFlow mbpp{
        .tasks = 397, .rightAtFirst = 318, .fixed = 17, .broken = 29, .net = 306 - 318};
    QCOMPARE(all.calibrations.front().published, mbpp);
    QCOMPARE(all.review.rightFromClass, 0.25);
    QCOMPARE(all.review.rightFromAssertion, 0.45);
    QCOMPARE(all.review.rightFromValues, 0.65);
}

void TestStudentParameters::averageIsTheDefault()
{
    QCOMPARE(fixtures::parameters().skill({}).value(), Skill());
    QCOMPARE(fixtures::parameters().skill(u"average"_s).value(), Skill());
}

void TestStudentParameters::skillsDifferAsTheirNamesSay()
{
    const auto skill = [](const QString &name) {
        return fixtures::parameters().skill(name).value();
    };
    QVERIFY(skill(u"novice"_s).shift > 0);
    QVERIFY(skill(u"expert"_s).shift < 0);
    const Skill careless = skill(u"careless"_s);
    QVERIFY(
        careless.heat > 1 && careless.rule < 1 && careless.memory < 1 && careless.diagnosis < 1);
    const Skill stubborn = skill(u"stubborn"_s);
    QVERIFY(stubborn.fix < 1 && stubborn.memory < 1 && stubborn.diagnosis < 1);
    const Calibration mbpp = fixtures::parameters().calibration(u"mbpp"_s).value();
    QCOMPARE(calibrationWith(mbpp, stubborn).fix, 0.15);
    QCOMPARE(calibrationWith(mbpp, {.fix = 9}).fix, 1.0);
    QCOMPARE(calibrationWith(mbpp, {}), mbpp);
}

void TestStudentParameters::deafIsDeaf()
{
    const Skill deaf = fixtures::parameters().skill(u"deaf"_s).value();
    for (const double factor : {deaf.rule, deaf.memory, deaf.diagnosis, deaf.irrelevant})
        QVERIFY(factor == 0.0);
    QVERIFY(deaf.length == 1.0 && deaf.shift == 0.0 && deaf.heat == 1.0 && deaf.fix == 1.0
        && deaf.spoil == 1.0);
}

void TestStudentParameters::unknownNamesAreRefused()
{
    const Result<Skill> skill = fixtures::parameters().skill(u"genius"_s);
    QCOMPARE(skill.error().kind, ErrorKind::BadUsage);
    QVERIFY(
        skill.error().detail.contains(u"genius"_s) && skill.error().detail.contains(u"stubborn"_s));
    const Result<Calibration> calibration = fixtures::parameters().calibration(u"other"_s);
    QVERIFY(calibration.error().detail.contains(u"mbpp-rust"_s));
}

void TestStudentParameters::damageIsNamed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("named");
    QTest::newRow("missing") << QByteArray("\"base_sd\": 0.6,") << QByteArray()
                             << u"faults.base_sd is missing"_s;
    QTest::newRow("unknown") << QByteArray("\"base_sd\"") << QByteArray("\"base_sdd\"")
                             << u"faults.base_sdd is not known"_s;
    QTest::newRow("no number") << QByteArray("\"free_tokens\": 2000")
                               << QByteArray("\"free_tokens\": \"2000\"")
                               << u"prompt.free_tokens must be a number"_s;
    QTest::newRow("range") << QByteArray("\"fix\": 0.52") << QByteArray("\"fix\": 5.2")
                           << u"calibrations[1].fix must be a number from 0 to 1"_s;
    QTest::newRow("not whole") << QByteArray("\"most_edits\": 4")
                               << QByteArray("\"most_edits\": 4.5")
                               << u"editor.most_edits must be whole"_s;
    QTest::newRow("a null that is none")
        << QByteArray("\"null\": {\"rule_mean\": 0") << QByteArray("\"null\": {\"rule_mean\": 0.1")
        << u"worlds.null must hold nothing but zeros"_s;
    QTest::newRow("family") << QByteArray("\"shallow_copy\"") << QByteArray("\"deep_copy\"")
                            << u"unknown family \"deep_copy\""_s;
    QTest::newRow("net") << QByteArray("\"net\": -12") << QByteArray("\"net\": 12")
                         << u"net must be fixed minus broken"_s;
    QTest::newRow("twice") << QByteArray("\"name\": \"novice\"")
                           << QByteArray("\"name\": \"expert\"") << u"skills has a name twice"_s;
    QTest::newRow("default") << QByteArray("\"default_skill\": \"average\"")
                             << QByteArray("\"default_skill\": \"genius\"")
                             << u"default_skill is not one of the skills"_s;
    QTest::newRow("no JSON") << QByteArray("\"version\"") << QByteArray("version")
                             << u"student/parameters.json"_s;
}

void TestStudentParameters::damageIsNamed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, named);
    QByteArray damaged = file();
    QVERIFY(StudentParameters::fromJson(damaged).has_value());
    QVERIFY(damaged.contains(from));
    damaged.replace(from, to);
    const Result<StudentParameters> read = StudentParameters::fromJson(damaged);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::BadInput);
    QVERIFY2(read.error().detail.contains(named), qPrintable(read.error().detail));
}

QTEST_GUILESS_MAIN(TestStudentParameters)
#include "tst_studentparameters.moc"
