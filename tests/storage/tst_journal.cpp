#include "core/events/codec.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/journalexport.h"
#include "core/storage/memorystore.h"
#include "core/storage/query.h"
#include "core/storage/safetystore.h"
#include "core/storage/updatestore.h"
#include "core/storage/verdictstore.h"
#include "core/storage/versionstore.h"
#include "tests/storage/story.h"

#include <QElapsedTimer>

using namespace autodidact;

namespace {

class RecordingSink : public LiveSink
{
public:
    void published(const Event &event) override { events.append(event); }
    void noted(const LiveNote &) override { }

    QList<Event> events;
};

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBackFromItsRows()
    {
        Fixture fixture;
        RecordingSink sink;
        Journal journal(*fixture.database, &sink);
        QList<Event> story = wholeStory(fixture, Order::Forward);
        tell(journal, story);
        VALUE(events, EventStore(*fixture.database).after(fixture.run.id, 0, 1000));
        QCOMPARE(events.size(), sink.events.size());
        QSet<EventKind> kinds;
        for (qsizetype i = 0; i < events.size(); ++i) {
            kinds.insert(kindOf(events.at(i).payload));
            QVERIFY2(toJsonLine(eventToJson(events.at(i))) == toJsonLine(eventToJson(sink.events.at(i))),
                toJsonLine(eventToJson(events.at(i))) + "\n" + toJsonLine(eventToJson(sink.events.at(i))));
        }
        QCOMPARE(kinds.size(), EventKindCount);
    }

    void idsStepsAndPlacesAreFilledIn()
    {
        Fixture fixture;
        Journal journal(*fixture.database, nullptr);
        const Place place{1, Phase::Learn, 0, 1};
        QList<Event> events{fixture.event(place, AttemptAnswered{someAttempt(fixture, 0)}),
            fixture.event(place, RunStatusChanged{RunStatus::Running, {}})};
        VERIFY_OK(journal.append(events));
        const Attempt &attempt = std::get<AttemptAnswered>(events.first().payload).attempt;
        QVERIFY(attempt.id.isValid());
        QCOMPARE(attempt.place, place);
        QCOMPARE(attempt.run, fixture.run.id);
        QCOMPARE(events.at(0).step, 0);
        QCOMPARE(events.at(1).step, 1);
        QVERIFY(events.at(1).sequence > events.at(0).sequence);
        QVERIFY(events.at(0).at.isValid());
        VALUE(run, RunStore(*fixture.database).byId(fixture.run.id));
        QVERIFY(run.status == RunStatus::Running);
    }

    void aFailedBatchChangesNothing()
    {
        Fixture fixture;
        RecordingSink sink;
        Journal journal(*fixture.database, &sink);
        QList<Event> events{fixture.event({1, Phase::Learn, 0, 1}, AttemptAnswered{someAttempt(fixture, 0)}),
            fixture.event({1, Phase::Learn, 0, 1}, VerdictReached{AttemptId{4711}, {}})};
        const QList<Event> before = events;
        QVERIFY(!journal.append(events).has_value());
        QCOMPARE(events, before);
        QVERIFY(sink.events.isEmpty());
        QCOMPARE(EventStore(*fixture.database).count(fixture.run.id).value_or(-1), 0);
        VALUE(rows, AttemptStore(*fixture.database).rows(fixture.run.id));
        QVERIFY(rows.isEmpty());
    }

    void updatesVersionsAndDecisionsFollowTheirEvents()
    {
        Fixture fixture;
        Journal journal(*fixture.database, nullptr);
        QList<Event> story = wholeStory(fixture, Order::Forward);
        tell(journal, story);
        VALUE(updates, UpdateStore(*fixture.database).all(fixture.run.id));
        QCOMPARE(updates.size(), 2);
        QVERIFY(updates.at(0).decision == Decision::Accepted);
        QCOMPARE(updates.at(0).newVersion, 2);
        QVERIFY(updates.at(1).decision == Decision::Rejected);
        QCOMPARE(updates.at(1).reason, u"too long"_s);
        VALUE(run, RunStore(*fixture.database).byId(fixture.run.id));
        QCOMPARE(run.currentVersion, 1);   // rolled back
        QCOMPARE(run.roundsDone, 1);
        QVERIFY(run.status == RunStatus::Finished);
        VALUE(decision, SafetyStore(*fixture.database).last(fixture.run.id));
        QVERIFY(decision->action == SafetyAction::RollBack);
        VALUE(versions, VersionStore(*fixture.database).all(fixture.run.id));
        QCOMPARE(versions.size(), 2);
    }

    void resumingFindsWhatHappened()
    {
        Fixture fixture;
        Journal journal(*fixture.database, nullptr);
        const Place place{1, Phase::Learn, 2, 1};
        Event event = fixture.event(place, AttemptAnswered{someAttempt(fixture, 2)});
        VERIFY_OK(journal.append(event));
        EventStore store(*fixture.database);
        VALUE(found, store.find<AttemptAnswered>(fixture.run.id, place));
        QVERIFY(found.has_value());
        QCOMPARE(*found, std::get<AttemptAnswered>(event.payload));
        VALUE(verdict, store.find<VerdictReached>(fixture.run.id, place));
        QVERIFY(!verdict.has_value());
        VALUE(elsewhere, store.find<AttemptAnswered>(fixture.run.id, Place{1, Phase::Learn, 2, 2}));
        QVERIFY(!elsewhere.has_value());
    }

    void eventsHoldNoLongTexts()
    {
        Fixture fixture;
        Journal journal(*fixture.database, nullptr);
        QList<Event> story = wholeStory(fixture, Order::Forward);
        tell(journal, story);
        VALUE(lines, exportJournal(*fixture.database, fixture.run.id));
        QVERIFY(lines.contains("\"completion\":{\"sha256\":\""));
        QVERIFY(!lines.contains("a long completion"));
        for (const QByteArray &line : lines.split('\n'))
            QVERIFY2(line.size() < 6'000, line);
    }

    void equalRunsExportEqualBytes()
    {
        // Another database with other ids, other times, and the jobs finishing in the opposite order.
        Fixture first;
        Fixture second(5);
        VERIFY_OK(RunStore(*second.database).remove(second.run.id));
        second.suite = SuiteStore(*second.database).add(Suite{.name = u"again"_s}, Fixture::tasks(3)).value();
        second.run = RunStore(*second.database).create({.name = u"other"_s}, second.suite.id).value();
        VERIFY_OK(MemoryStore(*second.database).createSet(u"unrelated"_s));
        Journal firstJournal(*first.database, nullptr);
        Journal secondJournal(*second.database, nullptr);
        QList<Event> forward = wholeStory(first, Order::Forward);
        QList<Event> backward = wholeStory(second, Order::Backward);
        tell(firstJournal, forward);
        tell(secondJournal, backward);
        VALUE(a, exportJournal(*first.database, first.run.id));
        VALUE(b, exportJournal(*second.database, second.run.id));
        const QList<QByteArray> left = a.split('\n');
        const QList<QByteArray> right = b.split('\n');
        for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i)
            QCOMPARE(right.at(i), left.at(i));
        QCOMPARE(a, b);
        QVERIFY(left.size() > 20);
    }

    void appendingIsFastAndReadingPages()
    {
        Fixture fixture;
        Journal journal(*fixture.database, nullptr);
        constexpr int count = 20'000;
        QElapsedTimer timer;
        timer.start();
        for (int done = 0; done < count; done += 500) {
            QList<Event> batch;
            for (int i = 0; i < 500; ++i) {
                const int task = (done + i) / 2;
                batch.append(fixture.event({1, Phase::Learn, task, 0},
                    i % 2 == 0 ? EventPayload(TaskStarted{TaskId{1}, u"task/0"_s, Split::Learn})
                               : EventPayload(TaskFinished{TaskId{1}, u"task/0"_s, {}, 1, true, false, true, {}})));
            }
            VERIFY_OK(journal.append(batch));
        }
        const double perSecond = count * 1000.0 / double(timer.elapsed());
        qInfo("%.0f events a second", perSecond);
        QVERIFY2(perSecond > 500, "an order of magnitude below what it should be");

        EventStore store(*fixture.database);
        timer.restart();
        qint64 last = 0;
        int read = 0;
        for (;;) {
            VALUE(page, store.rowsAfter(fixture.run.id, last, 1000));
            if (page.isEmpty())
                break;
            read += int(page.size());
            last = page.last().sequence;
        }
        qInfo("%d rows in %lld ms", read, timer.elapsed());
        QCOMPARE(read, count);
        QCOMPARE(store.lastSequence(fixture.run.id).value_or(0), last);
        // The last page must come through an index, however many events lie before it.
        Query plan(*fixture.database, u"EXPLAIN QUERY PLAN SELECT id FROM event WHERE run = 1 AND id > 5 ORDER BY id LIMIT 9"_s);
        QVERIFY(plan.first().value());
        QVERIFY2(plan.text(3).contains(u"event_commit"_s), qPrintable(plan.text(3)));
        QVERIFY(!plan.next());   // one step: no sorting
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
