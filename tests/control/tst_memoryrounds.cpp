#include "core/control/memorycommands.h"
#include "core/control/memorylook.h"
#include "core/control/memorysetcommands.h"
#include "core/memory/hashingembedder.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/journalexport.h"
#include "core/storage/memorystore.h"
#include "core/storage/runstore.h"
#include "tests/support/looppieces.h"

#include <QTest>

#include <algorithm>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

/// Has a lesson for what turned a task green.
class TeachingModel : public RuleModel {
public:
    Result<ChatReply> complete(
        const ChatRequest &request, const ChatObserver &observer, std::stop_token stop) override
    {
        Result<ChatReply> reply = RuleModel::complete(request, observer, stop);
        if (reply && request.messages.last().text.contains(u"## What mended it"))
            reply->text =
                u"{\"lessons\": [{\"title\": \"Cases\", \"when\": \"always\", \"content\": \"Think "
                u"of the empty case first.\"}, "
                "{\"title\": \"Own\", \"when\": \"\", \"content\": \"Call `add` twice.\"}]}"_s;
        return reply;
    }
};

QList<QList<int>> tasksByRound(Database &database, RunId run)
{
    QList<QList<int>> tasks;
    const QList<Event> events = EventStore(database).ofKind(run, EventKind::RoundStarted).value();
    for (const Event &event : events)
        tasks.append(std::get<RoundStarted>(event.payload).tasks);
    return tasks;
}

QList<LessonsDistilled> distilled(Database &database, RunId run)
{
    QList<LessonsDistilled> all;
    QList<Event> events =
        EventStore(database).ofKind(run, EventKind::LessonsDistilled).value();
    std::ranges::stable_sort(events, {}, &Event::place); // two jobs commit in any order
    for (const Event &event : std::as_const(events))
        all.append(std::get<LessonsDistilled>(event.payload));
    return all;
}

/// A person who rewrites an entry while a round runs that carries it.
class Meddler : public LiveSink {
public:
    explicit Meddler(const QString &path)
        : m_database(Database::open(path, OpenMode::ReadWrite).value())
    {
    }

    void published(const Event &event) override
    {
        const auto *answered = std::get_if<AttemptAnswered>(&event.payload);
        if (!answered || event.place.round < 2 || edited.isValid()
            || answered->attempt.memories.isEmpty())
            return;
        edited = answered->attempt.memories.first().memory;
        Journal journal(*m_database, nullptr);
        MemoryCommands commands(*m_database, journal);
        QVERIFY(commands.edit(edited,
            {MemoryKind::Lesson, Language::Python, u"A person's words"_s, {}, u"Think."_s,
                {u"mine"_s}}));
        uses = MemoryStore(*m_database).byId(edited).value().uses;
    }
    void noted(const LiveNote &) override {}

    MemoryId edited;
    int uses = 0;

private:
    std::unique_ptr<Database> m_database;
};

/// Hard tasks stay red: one attempt, no rules.
void streamOfFailures(LoopFixture &fixture)
{
    fixture.config.rounds = 4;
    fixture.config.schedule = Schedule::Stream;
    fixture.config.batch = 2;
    fixture.config.attempts = 1;
    fixture.config.updateStrategy = u"none"_s;
    fixture.config.retryShare = 0.5;
}

} // namespace

class TestMemoryRounds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failuresAreTriedAgainInLaterRounds()
    {
        LoopFixture fixture(8);
        streamOfFailures(fixture);
        const Run run = createRun(*fixture.database, fixture.config).value();
        QCOMPARE(fixture.play(run.id), RunStatus::Finished);
        const QList<QList<int>> withRetries = tasksByRound(*fixture.database, run.id);

        fixture.config.retryShare = 0;
        fixture.config.name = u"without"_s;
        const Run plain = createRun(*fixture.database, fixture.config).value();
        QCOMPARE(fixture.play(plain.id), RunStatus::Finished);
        const QList<QList<int>> batches = tasksByRound(*fixture.database, plain.id);

        QCOMPARE(withRetries.size(), 4);
        QCOMPARE(withRetries.first(), batches.first());
        QSet<int> failed;
        int retried = 0;
        for (int round = 0; round < 4; ++round) {
            QCOMPARE(batches.at(round).size(), 2);
            QVERIFY(withRetries.at(round).size() <= 3);
            for (const int task : withRetries.at(round)) {
                const bool fresh = batches.at(round).contains(task);
                QVERIFY2(fresh || failed.contains(task), qPrintable(QString::number(task)));
                retried += fresh ? 0 : 1;
            }
            for (const int task : batches.at(round)) {
                QVERIFY(withRetries.at(round).contains(task));
                if (task % 2)
                    failed.insert(task);
            }
        }
        QVERIFY(retried >= 2);
    }

    void retriesSurviveInterruption_data()
    {
        QTest::addColumn<int>("stopAfter");
        for (int executions = 1; executions < 20; executions += 3)
            QTest::addRow("after %d executions", executions) << executions;
    }

    void retriesSurviveInterruption()
    {
        QFETCH(const int, stopAfter);
        QByteArray whole;
        for (const bool interrupted : {false, true}) {
            LoopFixture fixture(8);
            streamOfFailures(fixture);
            fixture.config.attempts = 2;
            fixture.model = std::make_shared<TeachingModel>();
            const Run run = createRun(*fixture.database, fixture.config).value();
            if (interrupted)
                fixture.play(run.id, nullptr, {.jobs = 1}, stopAfter);
            QCOMPARE(fixture.play(run.id, nullptr, {.jobs = 2}), RunStatus::Finished);
            const QByteArray journal = exportJournal(*fixture.database, run.id).value();
            if (interrupted)
                QCOMPARE(journal, whole);
            whole = journal;
        }
    }

    void successesAreDistilledOnce()
    {
        LoopFixture fixture(4);
        fixture.config.rounds = 1;
        fixture.config.updateStrategy = u"none"_s;
        fixture.model = std::make_shared<TeachingModel>();
        const Run run = createRun(*fixture.database, fixture.config).value();
        QCOMPARE(fixture.play(run.id), RunStatus::Finished);
        const QList<LessonsDistilled> calls = distilled(*fixture.database, run.id);
        QCOMPARE(calls.size(), 2); // one a task that turned green after red
        QCOMPARE(calls.first().lessons.size(), 2);
        QCOMPARE(calls.first().usage.promptTokens, 10);

        QStringList titles;
        const QList<Memory> memories =
            MemoryStore(*fixture.database).current(run.memorySet).value();
        for (const Memory &memory : memories) {
            if (memory.kind == MemoryKind::Lesson) {
                titles.append(memory.title);
                QCOMPARE(memory.tags.value(0), u"success"_s);
                const QString kept = MemoryStore(*fixture.database).revision(memory.id, 1).value().note.reason;
                QVERIFY2(kept.contains(u"lesson of what made attempt 2 green"_s), qPrintable(kept));
                QVERIFY(memory.source == calls.first().attempt);
                QCOMPARE(memory.otherGroups.size(), 1); // both tasks taught it
            }
        }
        QCOMPARE(
            titles, QStringList{u"Cases"_s}); // the one that names the task's function is refused

        fixture.config.distil = false;
        fixture.config.name = u"without"_s;
        const Run without = createRun(*fixture.database, fixture.config).value();
        QCOMPARE(fixture.play(without.id), RunStatus::Finished);
        QVERIFY(distilled(*fixture.database, without.id).isEmpty());
    }

    void aFrozenSetIsSharedAndNeverWritten()
    {
        LoopFixture fixture(4);
        const Run first = createRun(*fixture.database, fixture.config).value();
        fixture.config.memorySet = first.name;
        fixture.config.name = u"second"_s;
        QCOMPARE(createRun(*fixture.database, fixture.config).error().kind,
            ErrorKind::Conflict); // not frozen
        MemorySetCommands sets(*fixture.database);
        QCOMPARE(sets.freeze(first.name).error().kind, ErrorKind::Conflict); // still to be played
        QCOMPARE(fixture.play(first.id), RunStatus::Finished);
        QVERIFY(sets.freeze(first.name));
        MemoryStore store(*fixture.database);
        const QList<Memory> before = store.current(first.memorySet).value();
        QVERIFY(std::ranges::any_of(
            before, [](const Memory &memory) { return memory.visibleFromRound > 1; }));

        QByteArray journals[2];
        for (int i = 0; i < 2; ++i) {
            fixture.config.name = u"second %1"_s.arg(i);
            fixture.config.memoryStart = first.name;
            QCOMPARE(createRun(*fixture.database, fixture.config).error().kind,
                ErrorKind::BadInput); // one or the other
            fixture.config.memoryStart.clear();
            const Run second = createRun(*fixture.database, fixture.config).value();
            QCOMPARE(sets.unfreeze(first.name).error().kind, ErrorKind::Conflict);
            QCOMPARE(fixture.play(second.id), RunStatus::Finished);
            journals[i] = exportJournal(*fixture.database, second.id).value();
            QCOMPARE(store.count(second.memorySet).value(), 0);
            int uses = 0;
            const QList<AttemptRow> rows = AttemptStore(*fixture.database).rows(second.id).value();
            for (const AttemptRow &row : rows) {
                const QList<MemoryUse> carried =
                    AttemptStore(*fixture.database).byId(row.id).value().memories;
                uses += row.place.round == 1 ? int(carried.size()) : 0;
                for (const MemoryUse &use : carried)
                    QVERIFY(store.byId(use.memory).value().set == first.memorySet);
            }
            QVERIFY(uses > 0); // from round 1 on
        }
        QCOMPARE(journals[0], journals[1]);
        QCOMPARE(store.current(first.memorySet).value(), before);
        QCOMPARE(RunStore(*fixture.database).remove(first.id).error().kind, ErrorKind::Conflict);
        QCOMPARE(sets.list().value().first().readers.size(), 2);
        QVERIFY(sets.unfreeze(first.name)); // all readers are over
    }

    void whatAPersonDoesDuringARoundStays()
    {
        LoopFixture fixture(6);
        const Run run = createRun(*fixture.database, fixture.config).value();
        Meddler meddler(fixture.path());
        QCOMPARE(fixture.play(run.id, &meddler, {.jobs = 1}), RunStatus::Finished);
        QVERIFY(meddler.edited.isValid());
        const Memory memory = MemoryStore(*fixture.database).byId(meddler.edited).value();
        QCOMPARE(memory.title, u"A person's words"_s);
        QVERIFY(memory.edited && memory.tags.contains(u"mine"_s));
        QVERIFY(memory.uses > meddler.uses); // and what the round counted is counted
    }

    void looksAnswerAboutASet()
    {
        LoopFixture fixture(6);
        const Run run = createRun(*fixture.database, fixture.config).value();
        QCOMPARE(fixture.play(run.id), RunStatus::Finished);
        const IdfTable idf = IdfTable::builtIn().value();
        HashingEmbedder embedder(idf);
        MemoryLook look(*fixture.database, embedder, idf);
        const MemorySet set = MemoryStore(*fixture.database).setById(run.memorySet).value();
        const Forecast forecast = look.forecast(set, -1, 2).value();
        QCOMPARE(forecast.excess, forecast.entries - 2);
        QCOMPARE(forecast.next.size(), forecast.entries);
        QCOMPARE(look.forecast(set, 3).value().capacity, 2000);
        const Run stored = RunStore(*fixture.database).byId(run.id).value();
        const Recall recall = look.recall(stored, set, u"task/1"_s).value();
        QVERIFY(!recall.taken.isEmpty());
        QCOMPARE(look.recall(stored, set, u"task/99"_s).error().kind, ErrorKind::NotFound);

        Journal journal(*fixture.database, nullptr);
        MemoryCommands commands(*fixture.database, journal);
        const MemoryDraft draft{MemoryKind::Lesson, Language::Python, u"Empty"_s,
            u"when lists are read"_s, u"Test the empty list first."_s, {}};
        const MemoryId one = commands.add(run.memorySet, draft).value().id;
        const MemoryId other = commands.add(run.memorySet, draft).value().id;
        const auto pairs = look.duplicates(set).value();
        QVERIFY(std::ranges::any_of(pairs, [&](const MemoryPair &pair) {
            return pair.one.id == one && pair.other.id == other && pair.similarity > 0.999;
        }));
        const auto nearest = look.nearest(set, u"test an empty list"_s, 2).value();
        QCOMPARE(nearest.size(), 2);
        QVERIFY(nearest.first().first.id == one && nearest.first().second >= nearest.last().second);
        QVERIFY(look.contradictions(set).value().isEmpty());
        QVERIFY(commands.contradict(one, other));
        QCOMPARE(look.contradictions(set).value().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMemoryRounds)
#include "tst_memoryrounds.moc"
