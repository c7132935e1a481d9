#include "builders.h"
#include "core/memory/evidence.h"
#include "core/memory/housekeeping.h"

#include <algorithm>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

Memory lesson(qint64 id, const QString &content, const QString &group = u"g"_s)
{
    return test::memory(
        id, MemoryKind::Lesson, u"Ranges"_s, u"when a loop has an upper bound"_s, content, group);
}

const QString Inclusive = u"Always include the last element of the range in the loop."_s;
const QString Exclusive = u"Never include the last element of the range in the loop."_s;

Memory used(Memory memory, int green, int uses)
{
    memory.successesAfterUse = green;
    memory.uses = uses;
    return memory;
}

QList<MemoryChange> tidy(const QList<Memory> &after, const QList<Memory> &before = {})
{
    return Tidying().tidy(*test::snapshot(before), *test::snapshot(after)).value();
}

const Memory *find(const QList<MemoryChange> &changes, qint64 id)
{
    const auto found = std::ranges::find(
        changes, MemoryId{id}, [](const MemoryChange &change) { return change.memory.id; });
    return found == changes.cend() ? nullptr : &found->memory;
}

} // namespace

class TestTidying : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nearDuplicatesBecomeOne()
    {
        Memory one = used(lesson(1, Inclusive, u"a"_s), 1, 4);
        one.tags = {u"bounds"_s, u"seen:2"_s};
        one.createdRound = 2;
        Memory other = used(lesson(2, Inclusive + u" "_s, u"b"_s), 6, 7);
        other.tags = {u"loops"_s};
        other.createdRound = 4;
        other.lastUsedRound = 5;
        const auto changes = tidy({one, other});
        QCOMPARE(changes.size(), 2);
        const Memory *kept = find(changes, 2); // the better evidence
        const Memory *gone = find(changes, 1);
        QVERIFY(kept && gone);
        QCOMPARE(gone->state, MemoryState::Superseded);
        QCOMPARE(gone->supersededBy, MemoryId{2});
        QCOMPARE(gone->why.code, ReasonCode::NearDuplicate);
        QVERIFY(gone->why.values.value(u"similarity"_s).toDouble() >= 0.92);
        QCOMPARE(kept->state, MemoryState::Active);
        QCOMPARE(kept->uses, 11);
        QCOMPARE(kept->successesAfterUse, 7);
        QCOMPARE(kept->otherGroups, QStringList{u"a"_s});
        QCOMPARE(kept->createdRound, 2);
        QCOMPARE(kept->lastUsedRound, 5);
        QCOMPARE(seenCount(*kept), 3);
        QVERIFY(kept->tags.contains(u"bounds"_s) && kept->tags.contains(u"loops"_s));
        QCOMPARE(kept->why, (Reason{ReasonCode::Merged, {{u"entries"_s, 1}}}));
    }

    void leavesAlone_data()
    {
        QTest::addColumn<QList<Memory>>("before");
        QTest::addColumn<QList<Memory>>("after");
        const QList<Memory> twins{lesson(1, Inclusive), lesson(2, Inclusive)};
        QTest::newRow("compared in an earlier round") << twins << twins;
        QList<Memory> changed = twins;
        changed[0].pinned = true;
        QTest::newRow("a person's") << QList<Memory>() << changed;
        changed = twins;
        changed[0].language = Language::Rust;
        QTest::newRow("other language") << QList<Memory>() << changed;
        changed = twins;
        for (Memory &memory : changed) {
            memory.kind = MemoryKind::Error;
            memory.term = MemoryTerm::Short;
        }
        QTest::newRow("failures that wait") << QList<Memory>() << changed;
        QTest::newRow("unlike") << QList<Memory>()
                                << QList<Memory>{lesson(1, Inclusive),
                                       test::memory(2, MemoryKind::Lesson, u"Dates"_s,
                                           u"when dates are compared"_s,
                                           u"Leap years have one more day."_s)};
    }

    void leavesAlone()
    {
        QFETCH(const QList<Memory>, before);
        QFETCH(const QList<Memory>, after);
        QVERIFY(tidy(after, before).isEmpty());
    }

    void oppositesAreMarkedNotMerged()
    {
        const auto changes = tidy({lesson(1, Inclusive), lesson(2, Exclusive)});
        QCOMPARE(changes.size(), 2);
        for (const MemoryChange &change : changes) {
            QCOMPARE(change.act, u"contradict"_s);
            QCOMPARE(change.memory.state, MemoryState::Active);
            QCOMPARE(change.memory.why.code, ReasonCode::SaysTheOpposite);
            QCOMPARE(change.memory.why.values.value(u"cue"_s).toString(), u"never"_s);
        }
        QCOMPARE(find(changes, 1)->contradicts, QList<MemoryId>{MemoryId{2}});
        QCOMPARE(find(changes, 2)->contradicts, QList<MemoryId>{MemoryId{1}});
        // Marked once, never again.
        QVERIFY(tidy({*find(changes, 1), *find(changes, 2)}).isEmpty());
    }

    void evidenceDecides_data()
    {
        QTest::addColumn<int>("green");
        QTest::addColumn<int>("uses");
        QTest::addColumn<int>("otherGreen");
        QTest::addColumn<int>("otherUses");
        QTest::addColumn<qint64>("loser");
        QTest::newRow("apart") << 2 << 20 << 18 << 20 << qint64(1);
        QTest::newRow("apart, the other way") << 18 << 20 << 2 << 20 << qint64(2);
        QTest::newRow("too few uses") << 0 << 2 << 2 << 2 << qint64(0);
        QTest::newRow("overlap") << 9 << 20 << 12 << 20 << qint64(0);
    }

    void evidenceDecides()
    {
        QFETCH(const int, green);
        QFETCH(const int, uses);
        QFETCH(const int, otherGreen);
        QFETCH(const int, otherUses);
        QFETCH(const qint64, loser);
        Memory one = used(lesson(1, Inclusive), green, uses);
        Memory other = used(lesson(2, Exclusive), otherGreen, otherUses);
        one.contradicts = {MemoryId{2}};
        other.contradicts = {MemoryId{1}};
        const QList<Memory> all{one, other};
        const auto changes = tidy(all, all); // long known: settled all the same
        QCOMPARE(changes.size(), loser ? 1 : 0);
        if (!loser)
            return;
        QCOMPARE(changes.first().memory.id, MemoryId{loser});
        QCOMPARE(changes.first().memory.state, MemoryState::Superseded);
        QCOMPARE(changes.first().memory.supersededBy, MemoryId{3 - loser});
        QCOMPARE(changes.first().memory.why.code, ReasonCode::ContradictionLost);
        QVERIFY(changes.first().memory.why.values.value(u"high"_s).toDouble()
            < changes.first().memory.why.values.value(u"other_low"_s).toDouble());

        QList<Memory> guarded = all;
        guarded[loser - 1].pinned = true;
        QVERIFY(tidy(guarded, guarded).isEmpty());
    }

    void forgettingSeesWhatTidyingLeft()
    {
        HashingEmbedder embedder = test::embedder();
        const IdfTable idf = test::idf();
        const Forgetting forgetting(ForgettingOptions{.capacity = 2});
        const Housekeeping house(embedder, idf, forgetting);
        const QList<Memory> all{lesson(1, Inclusive), lesson(2, Inclusive),
            test::memory(3, MemoryKind::Lesson, u"Dates"_s, u"when dates are compared"_s,
                u"Leap years have one more day."_s)};
        const auto changes = house.keep(test::snapshot({}), test::snapshot(all), 5, {}).value();
        // Three entries, one of them a duplicate: nothing is over the capacity any more.
        QCOMPARE(changes.size(), 2);
        QVERIFY(std::ranges::none_of(
            changes, [](const MemoryChange &change) { return change.act == u"forget"; }));
    }

    void evidenceIsAStrictOrder()
    {
        QList<Memory> all;
        for (int i = 1; i <= 24; ++i)
            all.append(used(lesson(i, Inclusive), i % 4, 3 + i % 5));
        all[3].pinned = true;
        all[7].edited = true;
        for (const Memory &a : all) {
            QVERIFY(!outweighs(a, a));
            for (const Memory &b : all) {
                QVERIFY(a.id == b.id || outweighs(a, b) != outweighs(b, a));
                for (const Memory &c : all)
                    QVERIFY(!(outweighs(a, b) && outweighs(b, c)) || outweighs(a, c));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTidying)
#include "tst_tidying.moc"
