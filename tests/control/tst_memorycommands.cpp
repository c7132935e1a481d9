#include "core/control/memorycommands.h"
#include "core/storage/eventstore.h"
#include "core/storage/memorysearch.h"
#include "core/storage/memorystore.h"
#include "core/storage/memoryundo.h"
#include "tests/storage/fixture.h"

using namespace autodidact;

namespace {

/// Counts what is published, and whether it was committed by then.
class Listener : public LiveSink
{
public:
    explicit Listener(const QString &path) : m_other(Database::open(path, OpenMode::ReadOnly).value()) {}

    void published(const Event &event) override
    {
        const auto &memory = std::get<MemoryStored>(event.payload).memory;
        const auto seen = MemoryStore(*m_other).byId(memory.id);
        committed = committed && seen && seen->revision >= memory.revision;
        ++events;
    }
    void noted(const LiveNote &) override {}

    int events = 0;
    bool committed = true;

private:
    std::unique_ptr<Database> m_other;
};

MemoryDraft draft(const QString &title)
{
    return {MemoryKind::Lesson, Language::Python, title, u"when a list may be empty"_s, u"Test the empty list first."_s, {u"lists"_s}};
}

/// A database with commands on it; \p set is the run's, or one that no run watches.
struct Desk {
    enum class Kind { OfRun, Shared };

    explicit Desk(Kind kind)
    {
        set = kind == Kind::OfRun ? fixture.run.memorySet : MemoryStore(*fixture.database).createSet(u"shared"_s).value().id;
    }

    QList<MemoryId> addMany(int count)
    {
        QList<MemoryId> ids;
        for (int i = 0; i < count; ++i)
            ids.append(commands.add(set, draft(u"Lesson %1"_s.arg(i))).value().id);
        return ids;
    }

    Memory get(MemoryId id) { return MemoryStore(*fixture.database).byId(id).value(); }

    Fixture fixture;
    Listener listener{fixture.path()};
    Journal journal{*fixture.database, &listener};
    MemoryCommands commands{*fixture.database, journal};
    MemorySetId set;
};

} // namespace

class TestMemoryCommands : public QObject
{
    Q_OBJECT

private:
    static void bothKinds()
    {
        QTest::addColumn<bool>("watched");
        QTest::newRow("set of a run") << true;
        QTest::newRow("shared set") << false;
    }

    static Desk::Kind kind()
    {
        QFETCH_GLOBAL(bool, watched);
        return watched ? Desk::Kind::OfRun : Desk::Kind::Shared;
    }

private Q_SLOTS:
    void initTestCase_data() { bothKinds(); }

    void addsWhatAPersonWrote()
    {
        Desk desk(kind());
        VALUE(memory, desk.commands.add(desk.set, draft(u"  Empty lists  "_s)));
        QCOMPARE(memory.title, u"Empty lists"_s);
        QVERIFY(memory.edited && memory.origin == MemoryOrigin::Person && memory.tokens > 0);
        QCOMPARE(desk.get(memory.id), memory);
    }

    void refusesWhatIsIncomplete()
    {
        Desk desk(kind());
        MemoryDraft empty = draft(u" "_s);
        QCOMPARE(desk.commands.add(desk.set, empty).error().kind, ErrorKind::BadInput);
        empty = draft(u"Title"_s);
        empty.content = u"\n"_s;
        QCOMPARE(desk.commands.add(desk.set, empty).error().kind, ErrorKind::BadInput);
        QCOMPARE(MemoryStore(*desk.fixture.database).count(desk.set).value(), 0);
    }

    void editMakesARevisionAndRevertAnother()
    {
        Desk desk(kind());
        const MemoryId id = desk.addMany(1).first();
        MemoryDraft changed = draft(u"Other title"_s);
        changed.kind = MemoryKind::Error;
        VALUE(edited, desk.commands.edit(id, changed));
        QCOMPARE(edited.revision, 2);
        QCOMPARE(desk.commands.edit(id, changed).error().kind, ErrorKind::Conflict);
        VALUE(reverted, desk.commands.revert(id, 1));
        QCOMPARE(reverted.revision, 3);
        QCOMPARE(reverted.title, u"Lesson 0"_s);
        QCOMPARE(reverted.kind, MemoryKind::Lesson);
        QCOMPARE(desk.commands.revert(id, 1).error().kind, ErrorKind::Conflict);
        QCOMPARE(desk.commands.revert(id, 9).error().kind, ErrorKind::NotFound);
    }

    void leavesAloneWhatWouldNotChange()
    {
        Desk desk(kind());
        const QList<MemoryId> ids = desk.addMany(3);
        QCOMPARE(desk.commands.setPinned(ids.first(1), true).value().size(), 1);
        QCOMPARE(desk.commands.setPinned(ids, true).value().size(), 2);
        QCOMPARE(desk.get(ids.first()).revision, 2);
        QCOMPARE(desk.commands.tag(ids, {u"lists"_s}, {}).value().size(), 0);
        QCOMPARE(desk.commands.tag(ids, {u"new"_s}, {u"lists"_s}).value().size(), 3);
        QCOMPARE(desk.get(ids.last()).tags, QStringList{u"new"_s});
    }

    void reviewSetsTheTimeAndNothingElse()
    {
        Desk desk(kind());
        const MemoryId id = desk.addMany(1).first();
        Memory before = desk.get(id);
        VERIFY_OK(desk.commands.markReviewed({id}));
        Memory after = desk.get(id);
        QVERIFY(after.reviewedAt.isValid() && !before.reviewedAt.isValid());
        before.reviewedAt = after.reviewedAt;
        before.revision = after.revision;
        QCOMPARE(after, before);
    }

    void bulkIsOneStepOfUndoThatSurvivesARestart()
    {
        Desk desk(kind());
        const QList<MemoryId> ids = desk.addMany(200);
        VERIFY_OK(desk.commands.setPinned(ids.first(5), true));
        VERIFY_OK(desk.commands.archive(ids, u"outdated"_s));
        MemoryStore store(*desk.fixture.database);
        QCOMPARE(store.count(desk.set).value(), 0);
        QCOMPARE(desk.get(ids.last()).archiveReason, u"outdated"_s);

        VALUE(again, Database::open(desk.fixture.path(), OpenMode::ReadWrite));
        Journal journal(*again, nullptr);
        MemoryCommands commands(*again, journal);
        QCOMPARE(commands.undo(desk.set).value(), 200);
        QCOMPARE(store.count(desk.set).value(), 200);
        QVERIFY(desk.get(ids.first()).pinned);
        QCOMPARE(desk.get(ids.first()).tags, QStringList{u"lists"_s});
        QCOMPARE(commands.redo(desk.set).value(), 200);
        QCOMPARE(store.count(desk.set).value(), 0);
        QCOMPARE(commands.undo(desk.set).value(), 200);
        QCOMPARE(commands.undo(desk.set).value(), 5);      // the pins
        QVERIFY(!desk.get(ids.first()).pinned);
    }

    void undoOfAnAddArchivesAndRedoBringsBack()
    {
        Desk desk(kind());
        const MemoryId id = desk.addMany(1).first();
        QCOMPARE(desk.commands.undo(desk.set).value(), 1);
        QCOMPARE(desk.get(id).state, MemoryState::Archived);
        QCOMPARE(desk.commands.undo(desk.set).error().kind, ErrorKind::NotFound);
        QCOMPARE(desk.commands.redo(desk.set).value(), 1);
        QCOMPARE(desk.get(id).state, MemoryState::Active);
        QCOMPARE(desk.commands.redo(desk.set).error().kind, ErrorKind::NotFound);
    }

    void publishesWhatIsCommittedAndOnlyForRuns()
    {
        Desk desk(kind());
        const QList<MemoryId> ids = desk.addMany(3);
        VERIFY_OK(desk.commands.archive(ids, {}));
        VERIFY_OK(desk.commands.undo(desk.set));
        QVERIFY(desk.listener.committed);
        QCOMPARE(desk.listener.events, kind() == Desk::Kind::OfRun ? 9 : 0);
    }

    void isVisibleFromTheNextRound()
    {
        Desk desk(kind());
        Round round;
        round.run = desk.fixture.run.id;
        round.number = 4;
        Event event = desk.fixture.event({4}, RoundStarted{round, {}});
        Journal silent(*desk.fixture.database, nullptr);
        VERIFY_OK(silent.append(event));
        const Memory memory = desk.get(desk.addMany(1).first());
        QCOMPARE(memory.visibleFromRound, kind() == Desk::Kind::OfRun ? 5 : 1);
    }

    void importsAsOneStep()
    {
        Desk desk(kind());
        Memory foreign;
        foreign.id = {77};
        foreign.source = {12};
        foreign.title = u"边界"_s;
        foreign.content = u"检查空列表"_s;
        VALUE(imported, desk.commands.import(desk.set, {foreign, foreign}));
        QCOMPARE(imported.size(), 2);
        QVERIFY(imported.first().origin == MemoryOrigin::Import && !imported.first().source.isValid());
        QCOMPARE(MemorySearch(*desk.fixture.database).search(desk.set, u"边界"_s, {}, 10).value().size(), 2);
        QCOMPARE(desk.commands.undo(desk.set).value(), 2);
        QCOMPARE(MemoryStore(*desk.fixture.database).count(desk.set).value(), 0);
    }

    void aFailureChangesNothing()
    {
        Desk desk(kind());
        const QList<MemoryId> ids = desk.addMany(2);
        const int events = desk.listener.events;
        QCOMPARE(desk.commands.archive({ids.first(), {9999}}, {}).error().kind, ErrorKind::NotFound);
        VERIFY_OK(MemoryStore(*desk.fixture.database).freeze(desk.set));
        QCOMPARE(desk.commands.archive(ids, {}).error().kind, ErrorKind::Conflict);
        QCOMPARE(desk.get(ids.first()).state, MemoryState::Active);
        QCOMPARE(desk.listener.events, events);
    }
};

QTEST_GUILESS_MAIN(TestMemoryCommands)
#include "tst_memorycommands.moc"
