#include "core/events/codec.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/query.h"
#include "tests/storage/story.h"

#include <QProcess>

#include <csignal>

using namespace autodidact;

namespace {

/// The child: appends attempts for ever, and says the number of each when it is committed.
int appendForEver(const QString &path, const QString &run)
{
    auto database = Database::open(path, OpenMode::ReadWrite);
    if (!database)
        return 1;
    Journal journal(**database, nullptr);
    QFile out;
    if (!out.open(1, QIODevice::WriteOnly))
        return 2;
    for (int i = 0;; ++i) {
        Event event;
        event.run = RunId{run.toLongLong()};
        event.place = {1, Phase::Learn, i, 1};
        Attempt attempt;
        attempt.task = TaskId{1};
        attempt.completion = u"answer %1 "_s.arg(i).repeated(200);
        event.payload = AttemptAnswered{attempt};
        if (!journal.append(event))
            return 3;
        out.write(QByteArray::number(i) + '\n');
        out.flush();
    }
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasCommittedIsThereOnce_data()
    {
        QTest::addColumn<int>("lines");
        for (const int lines : {1, 17, 60})
            QTest::addRow("killed after %d", lines) << lines;
    }

    void whatWasCommittedIsThereOnce()
    {
        QFETCH(int, lines);
        Fixture fixture;
        fixture.database.reset();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
            {u"--append"_s, fixture.path(), QString::number(fixture.run.id.value)});
        int seen = -1;
        while (seen + 1 < lines) {
            QVERIFY(child.canReadLine() || child.waitForReadyRead(20'000));
            while (child.canReadLine())
                seen = child.readLine().trimmed().toInt();
        }
        QCOMPARE(::kill(pid_t(child.processId()), SIGKILL), 0);
        QVERIFY(child.waitForFinished(20'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        while (child.canReadLine())
            seen = child.readLine().trimmed().toInt();

        VALUE(database, Database::open(fixture.path(), OpenMode::ReadWrite));
        Query check(*database, u"PRAGMA integrity_check"_s);
        QVERIFY(check.first().value());
        QCOMPARE(check.text(0), u"ok"_s);
        VALUE(events, EventStore(*database).after(fixture.run.id, 0, 1'000'000));
        // The last one may have been committed without the child coming round to say so.
        QVERIFY(events.size() == seen + 1 || events.size() == seen + 2);
        for (int i = 0; i < events.size(); ++i) {
            QCOMPARE(events.at(i).place.task, i);
            QCOMPARE(std::get<AttemptAnswered>(events.at(i).payload).attempt.completion,
                u"answer %1 "_s.arg(i).repeated(200));
        }
        VALUE(rows, AttemptStore(*database).rows(fixture.run.id));
        QCOMPARE(rows.size(), events.size());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--append"_L1)
        return appendForEver(arguments.at(2), arguments.at(3));
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
