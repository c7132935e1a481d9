#include "core/control/runconfig.h"
#include "core/storage/eventstore.h"
#include "core/storage/journalexport.h"
#include "core/storage/query.h"
#include "core/storage/roundstore.h"
#include "tests/support/looppieces.h"

#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

/// Copies the database after commits, with its log: what kill -9 would leave behind there.
class Kills : public LiveSink
{
public:
    /// Of what belongs to single tasks every \p stride-th commit, of what belongs to the round all.
    Kills(const QString &database, const QString &folder, int stride)
        : m_database(database)
        , m_folder(folder)
        , m_stride(stride)
    {
    }

    void published(const Event &event) override
    {
        if (event.place.task >= 0 && ++m_ofTasks % m_stride != 0)
            return;
        const QString copy = m_folder + u"/%1.sqlite"_s.arg(files.size());
        if (QFile::copy(m_database, copy) && QFile::copy(m_database + u"-wal"_s, copy + u"-wal"_s))
            files.append({copy, u"round %1, phase %2, task %3, attempt %4, kind %5"_s.arg(event.place.round).arg(int(event.place.phase))
                                    .arg(event.place.task).arg(event.place.attempt).arg(event.payload.index())});
        else
            complete = false;
    }
    void noted(const LiveNote &) override {}

    struct File {
        QString path;
        QString after;               ///< the last committed event
    };
    QList<File> files;
    bool complete = true;

private:
    QString m_database;
    QString m_folder;
    int m_stride;
    int m_ofTasks = 0;
};

/// The first line that differs, of both.
QByteArray difference(const QByteArray &expected, const QByteArray &got)
{
    const QList<QByteArray> left = expected.split('\n');
    const QList<QByteArray> right = got.split('\n');
    qsizetype line = 0;
    while (line < std::min(left.size(), right.size()) && left[line] == right[line])
        ++line;
    return "line " + QByteArray::number(line + 1) + "\nexpected: " + left.value(line).left(600) + "\n     got: " + right.value(line).left(600);
}

} // namespace

/// A run that was killed goes on to the same journal, wherever that was.
class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsTheSame_data();
    void endsTheSame();
};

/// A row for whatever adds steps to the journal.
void TestResume::endsTheSame_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("jobs");
    QTest::addColumn<int>("stride");         // 1: after every commit
    QTest::addColumn<QString>("settings");
    QTest::addColumn<int>("kind");           // a kind of event that the run must have, or the row shows nothing

    const int remembers = int(EventKind::MemoryStored);
    const int admits = int(EventKind::VersionAdmitted);
    const int decides = int(EventKind::GuardDecided);
    QTest::newRow("memory") << 4 << 1 << 1 << u"agent.attempts=2"_s << remembers;
    QTest::newRow("memory, two jobs") << 4 << 2 << 1 << u"agent.attempts=2"_s << remembers;
    QTest::newRow("forgetting") << 6 << 1 << 1 << u"memory.capacity=3 run.rounds=3"_s << remembers;
    QTest::newRow("no memory") << 4 << 1 << 1 << u"memory.enabled=false agent.attempts=1 run.rounds=3"_s << admits;
    QTest::newRow("self-tests") << 4 << 2 << 1 << u"agent.self_tests=true"_s << remembers;
    QTest::newRow("harmful, rolled back") << 12 << 2 << 9
                                          << u"agent.attempts=1 memory.enabled=false safety.window=12 run.rounds=4"_s << decides;
    QTest::newRow("budget of attempts") << 4 << 1 << 1 << u"budget.attempts=9"_s << remembers;
    QTest::newRow("budget of tokens") << 4 << 1 << 1 << u"budget.tokens=160"_s << remembers;
    QTest::newRow("trials and shadows") << 70 << 2 << 97 << u"run.split=auto agent.attempts=1 memory.enabled=false"_s << admits;
    QTest::newRow("race") << 70 << 2 << 97
                          << u"run.split=auto agent.attempts=1 memory.enabled=false update.strategy=meta update.rewrite=true"_s
                          << int(EventKind::SearchLearnt);
    QTest::newRow("no updates") << 4 << 1 << 1 << u"update.strategy=none"_s << remembers;
}

void TestResume::endsTheSame()
{
    QFETCH(const int, tasks);
    QFETCH(const int, jobs);
    QFETCH(const int, stride);
    QFETCH(const QString, settings);
    QFETCH(const int, kind);
    LoopFixture fixture(tasks);
    if (QByteArrayView(QTest::currentDataTag()).startsWith("harmful"))
        fixture.model = std::make_shared<HarmfulModel>();
    for (const QString &setting : settings.split(u' '))
        QVERIFY(setConfigValue(fixture.config, setting.section(u'=', 0, 0), setting.section(u'=', 1)));
    const Run run = createRun(*fixture.database, fixture.config).value();
    const QTemporaryDir folder;
    Kills kills(fixture.path(), folder.path(), stride);
    const RunStatus status = fixture.play(run.id, &kills, {.jobs = jobs});
    QVERIFY(status == RunStatus::Finished || status == RunStatus::BudgetReached);
    QVERIFY(kills.complete);
    const QByteArray expected = exportJournal(*fixture.database, run.id).value();
    const QList<Round> rounds = RoundStore(*fixture.database).all(run.id).value();
    QVERIFY(!EventStore(*fixture.database).ofKind(run.id, EventKind(kind)).value().isEmpty());

    kills.files.removeLast();        // the run had finished
    QVERIFY(kills.files.size() > 20);
    for (const Kills::File &file : std::as_const(kills.files)) {
        fixture.database = Database::open(file.path, OpenMode::ReadWrite).value();
        QVERIFY(execute(*fixture.database, u"DELETE FROM run_lease"_s));     // the process that holds it is this one
        QCOMPARE(fixture.play(run.id, nullptr, {.jobs = jobs}), status);
        const QByteArray got = exportJournal(*fixture.database, run.id).value();
        QVERIFY2(got == expected, (file.after.toUtf8() + ": " + difference(expected, got)).constData());
        QCOMPARE(RoundStore(*fixture.database).all(run.id).value(), rounds);
        fixture.database.reset();
        QFile::remove(file.path);
    }
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
