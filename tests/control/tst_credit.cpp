#include "core/control/credit.h"
#include "core/control/memorycommands.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/memorystore.h"
#include "core/storage/runstore.h"
#include "tests/support/looppieces.h"

#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

/// Writes a good program where the prompt holds "magic", a poor one where it holds "poison"; else
/// the seed decides: good with one in four.
class MemoryModel : public ChatModel {
public:
    Result<ChatReply> complete(
        const ChatRequest &request, const ChatObserver &, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, u"stopped"_s);
        ++calls;
        const QString user = request.messages.last().text;
        const bool lucky = request.seed % 4 == 0;
        const bool good = !user.contains(u"poison") && (user.contains(u"magic") || lucky);
        ChatReply reply;
        reply.text =
            u"```python\ndef add(x):\n    return x  # %1\n```"_s.arg(good ? u"good" : u"poor");
        reply.usage = {
            .promptTokens = 100, .completionTokens = 20, .estimated = false, .cost = 0, .calls = 1};
        return reply;
    }

    QString name() const override { return u"memory"_s; }

    std::atomic<int> calls = 0;
};

/// A run of one round whose every prompt carries three lessons.
struct CreditFixture {
    CreditFixture()
        : loop(40)
    {
        loop.config.rounds = 1;
        loop.config.attempts = 1;
        loop.config.reflection = ReflectionMode::None;
        loop.config.updateStrategy = u"none"_s;
        loop.config.distil = false;
        run = createRun(*loop.database, loop.config).value();
    }

    MemoryId carry(const QString &content)
    {
        Journal journal(*loop.database, nullptr);
        MemoryCommands commands(*loop.database, journal);
        const Memory memory =
            commands
                .add(run.memorySet,
                    {MemoryKind::Lesson, Language::Python, content, u"always"_s, content, {}})
                .value();
        (void)commands.setPinned({memory.id}, true);
        return memory.id;
    }

    void play()
    {
        Mailbox home;
        SessionParts parts = loop.parts();
        parts.makeModels = [this](const RunConfig &, const QList<Task> &) -> Result<RunModels> {
            return RunModels{model, model, model};
        };
        auto session = RunSession::open(run.id, *loop.database, home, nullptr, parts, {}).value();
        session->start();
        while (!session->isOver())
            home.runOne({});
    }

    Credit measure(const CreditPlan &plan)
    {
        FakeRunner runner;
        const Judge judge(runner);
        return CreditMeter(*model, judge).measure(plan, {}).value();
    }

    LoopFixture loop;
    std::shared_ptr<MemoryModel> model = std::make_shared<MemoryModel>();
    Run run;
};

} // namespace

class TestCredit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsHelpHarmAndNothing()
    {
        for (const QString &what : {u"magic"_s, u"poison"_s, u"plain words"_s}) {
            CreditFixture fixture;
            const MemoryId id = fixture.carry(what);
            (void)fixture.carry(u"another entry"_s);
            fixture.play();
            const CreditPlan plan = planCredit(*fixture.loop.database, fixture.run.id, id).value();
            QCOMPARE(plan.cases.size(), 40);
            QCOMPARE(plan.calls(), 40);
            QCOMPARE(plan.tokens(), 40 * 120);
            QCOMPARE(plan.leftOut, 0);
            fixture.model->calls = 0;
            const Credit credit = fixture.measure(plan);
            QCOMPARE(fixture.model->calls, plan.calls());
            QCOMPARE(credit.pairs, 40);
            const Estimate difference = credit.difference();
            if (what == u"magic") {
                QVERIFY(credit.helped > 20 && credit.harmed == 0);
                QVERIFY(difference.low > 0 && credit.p() < 0.001);
            } else if (what == u"poison") {
                QVERIFY(credit.harmed > 0 && credit.helped == 0);
                QVERIFY(difference.high < 0.1);
            } else {
                // The same seed and a prompt that differs in nothing that counts: no discordant
                // pair at all.
                QCOMPARE(credit.helped + credit.harmed, 0);
                QVERIFY(difference.low < 0 && difference.high > 0);
            }
        }
    }

    void promptsDifferInTheEntryAlone()
    {
        CreditFixture fixture;
        const MemoryId id = fixture.carry(u"magic"_s);
        fixture.play();
        const CreditPlan alone = planCredit(*fixture.loop.database, fixture.run.id, id).value();
        for (const CreditCase &one : alone.cases) {
            QVERIFY(one.with.last().text.contains(u"magic")
                && !one.without.last().text.contains(u"magic"));
            QVERIFY(!one.without.last().text.contains(u"## Memories"));
            QCOMPARE(one.with.first(), one.without.first());
            QVERIFY(one.with.last().text.endsWith(one.without.last().text));
        }
    }

    void moreDrawsUseOneSeedForBothArms()
    {
        CreditFixture fixture;
        const MemoryId id = fixture.carry(u"plain words"_s);
        fixture.play();
        const CreditPlan plan = planCredit(*fixture.loop.database, fixture.run.id, id, 3).value();
        QCOMPARE(plan.calls(), 40 * 7);
        fixture.model->calls = 0;
        int last = 0;
        FakeRunner runner;
        const Judge judge(runner);
        const Credit credit = CreditMeter(*fixture.model, judge)
                                  .measure(plan, {},
                                      [&](int done, int total) {
                                          QVERIFY(done > last && done <= total);
                                          last = done;
                                      })
                                  .value();
        QCOMPARE(fixture.model->calls, plan.calls());
        QCOMPARE(last, plan.calls());
        QCOMPARE(credit.pairs, 160);
        QCOMPARE(credit.helped + credit.harmed, 0);
        QVERIFY(credit.bothSolved > 10
            && credit.bothSolved < 80); // the draws do differ from each other
        QCOMPARE(credit, fixture.measure(plan));
    }

    void writesNothingButTheMeasurement()
    {
        CreditFixture fixture;
        const MemoryId id = fixture.carry(u"magic"_s);
        fixture.play();
        Database &database = *fixture.loop.database;
        const auto attempts = AttemptStore(database).rows(fixture.run.id).value().size();
        const Memory before = MemoryStore(database).byId(id).value();
        const qsizetype events =
            EventStore(database).after(fixture.run.id, 0, 100000).value().size();
        const CreditPlan plan = planCredit(database, fixture.run.id, id).value();
        const Credit credit = fixture.measure(plan);
        QCOMPARE(EventStore(database).after(fixture.run.id, 0, 100000).value().size(), events);
        Journal journal(database, nullptr);
        Event event = creditEvent(plan, credit);
        QVERIFY(journal.append(event));
        QCOMPARE(AttemptStore(database).rows(fixture.run.id).value().size(), attempts);
        QCOMPARE(MemoryStore(database).byId(id).value(), before);
        const QList<Event> stored =
            EventStore(database).ofKind(fixture.run.id, EventKind::CreditMeasured).value();
        QCOMPARE(stored.size(), 1);
        QVERIFY(stored.first().byPerson && stored.first().place.phase == Phase::Person);
        const auto &measured = std::get<CreditMeasured>(stored.first().payload);
        QCOMPARE(measured.memory, id);
        QCOMPARE(measured.revision, 2); // it was pinned before it was carried
        QCOMPARE(creditOf(measured).difference(), credit.difference());
    }

    void saysWhatCannotBeMeasured()
    {
        CreditFixture fixture;
        const MemoryId id = fixture.carry(u"magic"_s);
        QCOMPARE(planCredit(*fixture.loop.database, fixture.run.id, id).error().kind,
            ErrorKind::NotFound);
        QCOMPARE(planCredit(*fixture.loop.database, {99}, id).error().kind, ErrorKind::NotFound);
    }

    void intervalsAreExact_data()
    {
        QTest::addColumn<int>("pairs");
        QTest::addColumn<int>("helped");
        QTest::addColumn<int>("harmed");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Clopper and Pearson for 5 of 6 is 0.3588 to 0.9958; for 10 of 10 0.6915 to 1; for 0 of 20
        // 0 to 0.1684.
        QTest::newRow("five and one")
            << 20 << 5 << 1 << (2 * 0.35877 - 1) * 0.3 << (2 * 0.99579 - 1) * 0.3;
        QTest::newRow("all help") << 10 << 10 << 0 << 2 * 0.69150 - 1 << 1.0;
        QTest::newRow("no discordant pair") << 20 << 0 << 0 << -0.16843 << 0.16843;
        QTest::newRow("nothing") << 0 << 0 << 0 << -1.0 << 1.0;
    }

    void intervalsAreExact()
    {
        QFETCH(const int, pairs);
        QFETCH(const int, helped);
        QFETCH(const int, harmed);
        QFETCH(const double, low);
        QFETCH(const double, high);
        const Estimate difference =
            Credit{.pairs = pairs, .helped = helped, .harmed = harmed}.difference();
        QVERIFY(std::abs(difference.low - low) < 1e-4);
        QVERIFY(std::abs(difference.high - high) < 1e-4);
    }
};

QTEST_GUILESS_MAIN(TestCredit)
#include "tst_credit.moc"
