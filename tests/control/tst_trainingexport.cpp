#include "core/control/trainingexport.h"
#include "core/storage/query.h"
#include "tests/support/looppieces.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

struct Exported {
    TrainingCounts counts;
    QList<QJsonObject> lines;
};

Exported exported(LoopFixture &fixture, RunId run, TrainingForm form)
{
    Exported exported;
    exported.counts = exportTraining(*fixture.database, run, form, [&](const QByteArray &line) {
                          exported.lines.append(QJsonDocument::fromJson(line).object());
                          return true;
                      }).value();
    return exported;
}

} // namespace

class TestTrainingExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesSolvedConversations();
    void writesPairsAroundReflections();
    void leavesOutWhatLeaks();
    void refusesOracleRuns();
};

void TestTrainingExport::writesSolvedConversations()
{
    LoopFixture fixture(4);
    fixture.config.memoryEnabled = false;
    fixture.config.rounds = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const Exported sft = exported(fixture, run.id, TrainingForm::Supervised);
    QCOMPARE(sft.counts, (TrainingCounts{4, 0, 0, 0}));
    for (const QJsonObject &line : sft.lines) {
        const QJsonArray messages = line[u"messages"_s].toArray();
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages[0][u"role"_s].toString(), u"system"_s);
        QCOMPARE(messages[2][u"role"_s].toString(), u"assistant"_s);
        QVERIFY(messages[2][u"content"_s].toString().contains(u"good"_s));
        const QJsonObject meta = line[u"meta"_s].toObject();
        QCOMPARE(meta[u"run"_s].toString(), u"loop"_s);
        QVERIFY(meta[u"task"_s].toString().startsWith(u"task/"_s));
        QVERIFY(!meta[u"suite_sha256"_s].toString().isEmpty());
    }
}

void TestTrainingExport::writesPairsAroundReflections()
{
    LoopFixture fixture(4);
    fixture.config.memoryEnabled = false;
    fixture.config.rounds = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const Exported pairs = exported(fixture, run.id, TrainingForm::Preference);
    QCOMPARE(pairs.counts.written, 2);       // the two hard tasks turn green after a reflection
    for (const QJsonObject &line : pairs.lines) {
        QVERIFY(line[u"chosen"_s][0][u"content"_s].toString().contains(u"good"_s));
        QVERIFY(!line[u"rejected"_s][0][u"content"_s].toString().contains(u"good"_s));
        QVERIFY(!line[u"prompt"_s][1][u"content"_s].toString().contains(u"## Reflection"_s));
        QCOMPARE(line[u"meta"_s][u"attempt"_s].toInt(), 2);
    }
}

void TestTrainingExport::leavesOutWhatLeaks()
{
    LoopFixture fixture(4);
    fixture.config.memoryEnabled = false;
    fixture.config.rounds = 2;
    fixture.config.updateStrategy = u"none"_s;
    fixture.config.reflection = ReflectionMode::None;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    // The two easy tasks are solved alike in both rounds.
    QCOMPARE(exported(fixture, run.id, TrainingForm::Supervised).counts, (TrainingCounts{2, 0, 0, 2}));

    // A hidden test that is, blanks aside, part of what was answered.
    Query query(*fixture.database, u"SELECT id, body FROM task ORDER BY id LIMIT 1"_s);
    QVERIFY(query.first().value());
    QByteArray body = qUncompress(query.bytes(1));
    body.replace("assert add(2) == 2", "def add(x):return x");
    QVERIFY(execute(*fixture.database, u"UPDATE task SET body = ? WHERE id = ?"_s, qCompress(body), query.integer(0)));
    QCOMPARE(exported(fixture, run.id, TrainingForm::Supervised).counts, (TrainingCounts{1, 2, 0, 1}));

    QVERIFY(execute(*fixture.database, u"UPDATE attempt SET exposed = 1"_s));
    QCOMPARE(exported(fixture, run.id, TrainingForm::Supervised).counts, (TrainingCounts{0, 0, 4, 0}));
}

void TestTrainingExport::refusesOracleRuns()
{
    LoopFixture fixture(2);
    fixture.config.feedback = Feedback::Hidden;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(exportTraining(*fixture.database, run.id, TrainingForm::Supervised, [](const QByteArray &) { return true; }).error().kind,
             ErrorKind::Conflict);
}

QTEST_GUILESS_MAIN(TestTrainingExport)
#include "tst_trainingexport.moc"
