#include "app/composition.h"
#include "core/student/simulatedstudent.h"
#include "core/tasks/importer.h"
#include "tests/support/commandline.h"

#include <QJsonArray>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// The student's commands, as a person calls them, and how a run's settings reach the student.
class TestStudentCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void calibrationWritesItsReports();
    void calibrationIsTheSameAgain();
    void teachShowsWhatARuleDoes();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void settingsReachTheStudent();
};

void TestStudentCommands::calibrationWritesItsReports()
{
    const CommandLine cli;
    const Answer answer = cli.call(
        {u"student"_s, u"calibration"_s, u"--seeds"_s, u"2"_s, u"--runs"_s, u"1"_s, u"--skill"_s,
            u"average"_s, u"--skill"_s, u"deaf"_s, u"--out"_s, cli.file(u"made"_s), u"--json"_s});
    QCOMPARE(answer.code, 0);
    const QJsonObject json = answer.json();
    const StudentStamp stamp = StudentParameters::bundled().value().stamp;
    QCOMPARE(json["student"_L1]["version"_L1].toInt(), stamp.version);
    QCOMPARE(json["student"_L1]["sha256"_L1].toString(), stamp.sha256);
    QCOMPARE(json["rates"_L1].toArray().size(), 2);
    QCOMPARE(json["rates"_L1][1]["skill"_L1].toString(), u"deaf"_s);
    QCOMPARE(json["flows"_L1].toArray().size(), 3);
    const QJsonObject mbpp = json["flows"_L1][0].toObject();
    for (const QString &count : {u"fixed"_s, u"broken"_s})
        QCOMPARE(mbpp["predicted"_L1][count]["published"_L1].toString(), u"covered"_s);
    QFile page(cli.file(u"made/student-calibration.html"_s));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains(stamp.sha256.toUtf8()));
    QFile document(cli.file(u"made/student-calibration.json"_s));
    QVERIFY(document.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(document.readAll()).object(), json);
}

void TestStudentCommands::calibrationIsTheSameAgain()
{
    const CommandLine cli;
    const auto call = [&](const QString &jobs) {
        return cli.call({u"student"_s, u"calibration"_s, u"--seeds"_s, u"2"_s, u"--runs"_s, u"0"_s,
            u"--skill"_s, u"careless"_s, u"--suite"_s, u"starter-rust"_s, u"--world"_s,
            u"drifting"_s, u"--jobs"_s, jobs, u"--out"_s, cli.folder(), u"--json"_s});
    };
    const Answer alone = call(u"1"_s);
    QCOMPARE(alone.code, 0);
    QCOMPARE(call(u"3"_s).out, alone.out);
}

void TestStudentCommands::teachShowsWhatARuleDoes()
{
    const CommandLine cli;
    const Answer answer = cli.call({u"student"_s, u"teach"_s, u"--rule"_s,
        u"Check for empty input before anything else."_s, u"--seeds"_s, u"4"_s, u"--json"_s});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.json()["helps"_L1].toArray().contains(u"empty_input"_s));
    QVERIFY(answer.json()["mended"_L1].toInt() > 0);
    const Answer text = cli.call({u"student"_s, u"teach"_s, u"--rule"_s, u"Write with joy."_s,
        u"--seeds"_s, u"1"_s, u"--suite"_s, u"starter-java"_s});
    QVERIFY(text.out.contains("finds no mistake") && text.out.contains("not language models"));
}

void TestStudentCommands::mistakesAreNamed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    QTest::newRow("skill") << QStringList{u"calibration"_s, u"--skill"_s, u"genius"_s}
                           << u"stubborn"_s;
    QTest::newRow("world") << QStringList{u"calibration"_s, u"--world"_s, u"flat"_s}
                           << u"drifting"_s;
    QTest::newRow("suite") << QStringList{u"calibration"_s, u"--suite"_s, u"nothing"_s,
        u"--seeds"_s, u"1"_s}
                           << u"nothing"_s;
    QTest::newRow("seeds") << QStringList{u"calibration"_s, u"--seeds"_s, u"-1"_s} << u"seeds"_s;
    QTest::newRow("no rule") << QStringList{u"teach"_s} << u"one line"_s;
    QTest::newRow("skill of a pupil") << QStringList{u"teach"_s, u"--rule"_s, u"Be brief."_s,
        u"--skill"_s, u"genius"_s} << u"careless"_s;
    QTest::newRow("word") << QStringList{u"examine"_s} << u"calibration"_s;
}

void TestStudentCommands::mistakesAreNamed()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const CommandLine cli;
    const Answer answer = cli.call(QStringList{u"student"_s} + words);
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.err.contains(named), qPrintable(answer.err));
}

void TestStudentCommands::settingsReachTheStudent()
{
    const QStringList paths = bundledSuites();
    const auto path = std::ranges::find_if(
        paths, [](const QString &name) { return name.contains(u"starter-python"_s); });
    QVERIFY(path != paths.end());
    const QList<Task> tasks = importSuite(u"jsonl"_s, *path).value().tasks;
    const auto made = [&](const QString &model, const QString &calibration) {
        RunConfig config;
        config.model = model;
        config.calibration = calibration;
        return sessionParts().makeModels(config, tasks);
    };
    const auto calibrationOf = [](const Result<RunModels> &models) {
        return dynamic_cast<const SimulatedStudent &>(*models.value().coder).calibration();
    };
    const StudentParameters parameters = StudentParameters::bundled().value();
    QCOMPARE(calibrationOf(made(u"student"_s, {})), parameters.calibration(u"mbpp"_s).value());
    QCOMPARE(calibrationOf(made(u"student"_s, u"humaneval"_s)),
        parameters.calibration(u"humaneval"_s).value());
    QCOMPARE(calibrationOf(made(u"student:stubborn"_s, u"humaneval"_s)).fix, 0.26);
    QCOMPARE(made(u"student:deaf"_s, {}).value().coder->name(), u"student:deaf"_s);
    QVERIFY(made(u"student:genius"_s, {}).error().detail.contains(u"careless"_s));
    QVERIFY(!made(u"student"_s, u"other"_s).has_value());
}

QTEST_GUILESS_MAIN(TestStudentCommands)
#include "tst_studentcommands.moc"
