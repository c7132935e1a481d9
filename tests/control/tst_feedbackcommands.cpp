#include "core/control/feedbackcommands.h"
#include "core/control/recordreader.h"
#include "core/report/feedbackreport.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/memorystore.h"
#include "tests/support/looppieces.h"

#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

const QString goodCode = u"def add(x):\n    return x  # good\n"_s;

/// A run that is over, and what people say of it.
struct FeedbackFixture : LoopFixture {
    explicit FeedbackFixture(SplitMode split = SplitMode::None, bool memory = true) : LoopFixture(split == SplitMode::None ? 4 : 30)
    {
        config.split = split;
        config.memoryEnabled = memory;
        config.rounds = 3;
        run = createRun(*database, config).value();
        played = play(run.id);
        journal = std::make_unique<Journal>(*database, nullptr);
    }

    FeedbackCommands commands() { return FeedbackCommands(*database, *journal); }
    Result<FeedbackEffect> say(AttemptId attempt, const FeedbackDraft &draft)
    {
        std::optional<Verdict> verdict;
        if (!draft.code.isEmpty()) {
            FakeRunner runner;
            verdict = judgeCorrection(taskList(1).first(), draft.code, Judge(runner), {}).value();
        }
        return commands().give(attempt, draft, verdict);
    }

    /// The first attempt that fits.
    AttemptRow attempt(const std::function<bool(const AttemptRow &)> &fits) const
    {
        const QList<AttemptRow> rows = AttemptStore(*database).rows(run.id).value();
        const auto found = std::ranges::find_if(rows, fits);
        return found == rows.cend() ? AttemptRow() : *found;
    }
    AttemptId learnAttempt() const
    {
        return attempt([](const AttemptRow &row) { return row.place.phase == Phase::Learn && row.hidden && !row.hidden->green; }).id;
    }
    QList<Memory> memories() const { return MemoryStore(*database).current(run.memorySet).value(); }
    qsizetype events() const { return EventStore(*database).ofKind(run.id, EventKind::FeedbackGiven).value().size(); }

    Run run;
    RunStatus played = RunStatus::Created;
    std::unique_ptr<Journal> journal;
};

} // namespace

/// What people say of attempts.
class TestFeedbackCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersAComment();
    void remembersCodeThatPasses();
    void refusesCodeThatFails_data();
    void refusesCodeThatFails();
    void saysNothingOfHiddenTests();
    void teachesNothingOfHeldOutTasks_data();
    void teachesNothingOfHeldOutTasks();
    void countsThumbsForMemories();
    void comparesThumbsWithTests();
    void needsSomethingToBeSaid();
    void learnsNothingWithoutMemory();
};

void TestFeedbackCommands::remembersAComment()
{
    FeedbackFixture fixture;
    QCOMPARE(fixture.played, RunStatus::Finished);
    const AttemptId id = fixture.learnAttempt();
    QVERIFY(id.isValid());
    const Attempt attempt = AttemptStore(*fixture.database).byId(id).value();
    const qsizetype before = fixture.memories().size();
    const FeedbackEffect effect = fixture.say(id, {.comment = u"  Look at the sign first.\nIt is easily missed. "_s}).value();
    QCOMPARE(effect.memories.size(), 1);
    const Memory memory = effect.memories.first();
    QCOMPARE(memory.kind, MemoryKind::Lesson);
    QCOMPARE(memory.origin, MemoryOrigin::Person);
    QCOMPARE(memory.title, u"Look at the sign first."_s);
    QCOMPARE(memory.content, u"Look at the sign first.\nIt is easily missed."_s);
    QCOMPARE(memory.taskKey, u"task/%1"_s.arg(attempt.place.task));
    QCOMPARE(memory.group, memory.taskKey);
    QCOMPARE(memory.source, id);
    QCOMPARE(memory.visibleFromRound, 4);    // three rounds were played
    QCOMPARE(fixture.memories().size(), before + 1);

    const Event event = EventStore(*fixture.database).ofKind(fixture.run.id, EventKind::FeedbackGiven).value().first();
    QVERIFY(event.byPerson);
    QCOMPARE(event.place, (Place{attempt.place.round, Phase::Person, attempt.place.task, attempt.place.attempt}));
    QCOMPARE(std::get<FeedbackGiven>(event.payload), effect.given);

    QCOMPARE(MemoryCommands(*fixture.database, *fixture.journal).undo(fixture.run.memorySet).value(), 1);
    QCOMPARE(fixture.memories().size(), before);
}

void TestFeedbackCommands::remembersCodeThatPasses()
{
    FeedbackFixture fixture;
    const AttemptId id = fixture.learnAttempt();
    const FeedbackEffect effect = fixture.say(id, {.thumb = -1, .comment = u"See the mended program."_s, .code = goodCode}).value();
    QCOMPARE(effect.memories.size(), 2);
    QCOMPARE(effect.memories.last().kind, MemoryKind::Code);
    QCOMPARE(effect.memories.last().content, goodCode);
    QVERIFY(effect.memories.last().problem.startsWith(u"Task "));
    QVERIFY(effect.given.verdict && effect.given.verdict->passed);
    QCOMPARE(effect.given.verdict->tests.size(), 2);     // the visible one and the hidden one
    QCOMPARE(fixture.events(), 1);
}

void TestFeedbackCommands::refusesCodeThatFails_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("red") << u"def add(x):\n    return 0\n"_s;
    QTest::newRow("only its own tests") << u"def add(x):\n    return 0  # fooled\n"_s;
}

void TestFeedbackCommands::refusesCodeThatFails()
{
    QFETCH(const QString, code);
    FeedbackFixture fixture;
    const qsizetype before = fixture.memories().size();
    const auto refused = fixture.say(fixture.learnAttempt(), {.thumb = 1, .comment = u"so"_s, .code = code});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::BadInput);
    QVERIFY2(refused.error().detail.contains(u"2 of 2 tests fail (logic)"), qPrintable(refused.error().detail));
    QCOMPARE(fixture.memories().size(), before);
    QCOMPARE(fixture.events(), 0);
}

void TestFeedbackCommands::saysNothingOfHiddenTests()
{
    Verdict verdict;
    verdict.errorClass = ErrorClass::Logic;
    verdict.tests = {{.name = u"seen"_s, .visibility = Visibility::Visible, .status = TestStatus::Passed},
                     {.name = u"secret"_s, .visibility = Visibility::Hidden, .status = TestStatus::Failed, .message = u"expected 42"_s}};
    const QString text = whyRed(verdict);
    QVERIFY(text.contains(u"1 of 2"));
    QVERIFY(!text.contains(u"secret") && !text.contains(u"42"));
    verdict.tests.first() = {.name = u"seen"_s, .visibility = Visibility::Visible, .status = TestStatus::Failed, .message = u"expected 7"_s};
    QVERIFY(whyRed(verdict).contains(u"\"seen\" fails: expected 7"));
    QVERIFY(!whyRed(verdict).contains(u"42"));
}

void TestFeedbackCommands::teachesNothingOfHeldOutTasks_data()
{
    QTest::addColumn<Split>("split");
    QTest::newRow("select") << Split::Select;
    QTest::newRow("report") << Split::Report;
}

void TestFeedbackCommands::teachesNothingOfHeldOutTasks()
{
    QFETCH(const Split, split);
    FeedbackFixture fixture(SplitMode::Auto);
    const AttemptId id = fixture.attempt([&](const AttemptRow &row) { return row.split == split; }).id;
    QVERIFY(id.isValid());
    const QList<Memory> before = fixture.memories();
    for (const FeedbackDraft &draft : {FeedbackDraft{.comment = u"hint"_s}, FeedbackDraft{.code = goodCode}, FeedbackDraft{.thumb = 1, .comment = u"hint"_s}}) {
        QCOMPARE(fixture.commands().check(id, draft).error().kind, ErrorKind::Conflict);
        const auto refused = fixture.say(id, draft);
        QVERIFY(!refused && refused.error().detail.contains(u"held out"));
    }
    QCOMPARE(fixture.events(), 0);
    const FeedbackEffect effect = fixture.say(id, {.thumb = -1}).value();
    QVERIFY(effect.note.contains(u"held out"));
    QCOMPARE(effect.counted, 0);
    QCOMPARE(fixture.events(), 1);
    QCOMPARE(fixture.memories(), before);
}

void TestFeedbackCommands::countsThumbsForMemories()
{
    FeedbackFixture fixture;
    Attempt attempt;
    const QList<AttemptRow> rows = AttemptStore(*fixture.database).rows(fixture.run.id).value();
    for (const AttemptRow &row : rows) {
        const Attempt one = AttemptStore(*fixture.database).byId(row.id).value();
        if (row.place.phase == Phase::Learn && !one.memories.isEmpty())
            attempt = one;
    }
    QVERIFY(attempt.id.isValid());
    const MemoryId carried = attempt.memories.first().memory;
    const auto counts = [&] {
        const Memory memory = MemoryStore(*fixture.database).byId(carried).value();
        return std::pair(memory.uses, memory.successesAfterUse);
    };
    const auto [uses, green] = counts();
    QCOMPARE(fixture.say(attempt.id, {.thumb = 1}).value().counted, int(attempt.memories.size()));
    QCOMPARE(counts(), std::pair(uses + 1, green + 1));
    QCOMPARE(fixture.say(attempt.id, {.thumb = 1}).error().kind, ErrorKind::Conflict);
    QVERIFY(fixture.say(attempt.id, {.thumb = -1}));
    QCOMPARE(counts(), std::pair(uses + 1, green));
    QVERIFY(fixture.say(attempt.id, {.thumb = 1}));
    QCOMPARE(counts(), std::pair(uses + 1, green + 1));
    QVERIFY(MemoryCommands(*fixture.database, *fixture.journal).undo(fixture.run.memorySet).value() > 0);
    QCOMPARE(counts(), std::pair(uses + 1, green));
}

void TestFeedbackCommands::comparesThumbsWithTests()
{
    FeedbackFixture fixture;
    QCOMPARE(feedbackOf(*fixture.database, fixture.run.id).value(), FeedbackTally());
    QCOMPARE(feedbackText({}), QString());
    const auto learnt = [](bool green) {
        return [green](const AttemptRow &row) { return row.place.phase == Phase::Learn && row.hidden && row.hidden->green == green; };
    };
    const AttemptRow green = fixture.attempt(learnt(true));
    const AttemptRow red = fixture.attempt(learnt(false));
    QVERIFY(fixture.say(green.id, {.thumb = -1}));
    QVERIFY(fixture.say(red.id, {.thumb = 1, .comment = u"nearly"_s}));
    FeedbackTally expected{.upRed = 1, .downGreen = 1, .comments = 1};
    QCOMPARE(feedbackOf(*fixture.database, fixture.run.id).value(), expected);
    QVERIFY(fixture.say(green.id, {.thumb = 1}));            // the newest thumb counts
    QVERIFY(fixture.say(red.id, {.thumb = -1, .code = goodCode}));
    expected = {.upGreen = 1, .downRed = 1, .comments = 1, .corrections = 1};
    const RunRecord record = readRecord(*fixture.database, fixture.run.id, {}).value();
    QCOMPARE(record.feedback, expected);
    QCOMPARE(feedbackText(expected), u"2 of 2 thumbs agree with the hidden tests (up and green 1, up and red 0, down and green 0, down and red 1), "
                                     "1 comment, 1 correction"_s);
}

void TestFeedbackCommands::needsSomethingToBeSaid()
{
    FeedbackFixture fixture;
    const AttemptId id = fixture.learnAttempt();
    QCOMPARE(fixture.say(id, {}).error().kind, ErrorKind::BadInput);
    QCOMPARE(fixture.say(id, {.comment = u"  \n"_s}).error().kind, ErrorKind::BadInput);
    QCOMPARE(fixture.commands().give(id, {.code = goodCode}).error().kind, ErrorKind::Sandbox);   // it was not run
    QVERIFY(!fixture.say(AttemptId{99999}, {.thumb = 1}));
    QCOMPARE(fixture.events(), 0);
}

void TestFeedbackCommands::learnsNothingWithoutMemory()
{
    FeedbackFixture fixture(SplitMode::None, false);
    const FeedbackEffect effect = fixture.say(fixture.learnAttempt(), {.thumb = -1, .comment = u"Look again."_s}).value();
    QVERIFY(effect.memories.isEmpty());
    QVERIFY(effect.note.contains(u"without memory"));
    QCOMPARE(fixture.events(), 1);
    QVERIFY(fixture.memories().isEmpty());
}

QTEST_GUILESS_MAIN(TestFeedbackCommands)
#include "tst_feedbackcommands.moc"
