#include "core/storage/memoryrebase.h"

#include "tests/events/filler.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestMemoryRebase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every field is looked at: a filled value differs from another one in all of them.
    void withoutAChangeMeanwhileItIsAsWanted()
    {
        const Memory base = Filler::filled<Memory>(1);
        Memory wanted = Filler::filled<Memory>(2);
        Memory expected = wanted;
        expected.id = base.id;                       // what storing decides
        expected.set = base.set;
        expected.revision = base.revision;
        expected.visibleFromRound = base.visibleFromRound;
        expected.createdAt = base.createdAt;
        QCOMPARE(rebased(wanted, base, base), expected);
    }

    void withoutAWishItStaysAsItIs()
    {
        const Memory base = Filler::filled<Memory>(1);
        const Memory now = Filler::filled<Memory>(2);
        QCOMPARE(rebased(base, base, now), now);
    }

    void bothCountAndTheLaterWordWins()
    {
        Memory base;
        base.title = u"title"_s;
        base.content = u"content"_s;
        base.tags = {u"a"_s, u"b"_s};
        base.uses = 4;
        base.successesAfterUse = 1;
        Memory wanted = base;
        wanted.title = u"wanted"_s;
        wanted.content = u"wanted"_s;
        wanted.tags = {u"a"_s, u"c"_s};
        wanted.uses = 6;
        wanted.successesAfterUse = 2;
        wanted.state = MemoryState::Superseded;
        wanted.supersededBy = {9};
        wanted.contradicts = {MemoryId{7}};
        Memory now = base;
        now.content = u"a person's"_s;
        now.tags = {u"a"_s, u"b"_s, u"d"_s};
        now.uses = 5;
        now.state = MemoryState::Archived;
        now.archiveReason = u"old"_s;
        const Memory memory = rebased(wanted, base, now);
        QCOMPARE(memory.title, u"wanted"_s);
        QCOMPARE(memory.content, u"a person's"_s);
        QCOMPARE(memory.tags, (QStringList{u"a"_s, u"d"_s, u"c"_s}));
        QCOMPARE(memory.uses, 7);
        QCOMPARE(memory.successesAfterUse, 2);
        QVERIFY(memory.state == MemoryState::Archived);
        QCOMPARE(memory.archiveReason, u"old"_s);
        QVERIFY(!memory.supersededBy.isValid());
        QCOMPARE(memory.contradicts, QList<MemoryId>{MemoryId{7}});
    }
};

QTEST_GUILESS_MAIN(TestMemoryRebase)
#include "tst_memoryrebase.moc"
