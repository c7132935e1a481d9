#include "core/storage/memorysearch.h"
#include "core/storage/memorystore.h"
#include "core/storage/memoryundo.h"
#include "core/storage/transaction.h"
#include "tests/storage/story.h"

#include <QElapsedTimer>

using namespace autodidact;

namespace {

Memory plain(const Fixture &fixture, const QString &title, const QString &content)
{
    Memory memory;
    memory.set = fixture.run.memorySet;
    memory.title = title;
    memory.content = content;
    return memory;
}

QStringList titles(const QList<Memory> &memories)
{
    QStringList list;
    for (const Memory &memory : memories)
        list.append(memory.title);
    return list;
}

} // namespace

class TestMemoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack()
    {
        Fixture fixture;
        MemoryStore store(*fixture.database);
        Memory memory = Filler::filled<Memory>();
        memory.id = {};
        memory.set = fixture.run.memorySet;
        VALUE(stored, store.store(memory, {u"add"_s, u"why"_s, 0, false}));
        memory.id = stored.id;
        memory.revision = 1;
        QCOMPARE(stored, memory);
        QCOMPARE(store.byId(stored.id).value(), memory);
    }

    void revisionsAreAppended()
    {
        Fixture fixture;
        MemoryStore store(*fixture.database);
        VALUE(first, store.store(plain(fixture, u"a"_s, u"old text"_s), {}));
        Memory changed = first;
        changed.content = u"new text"_s;
        changed.pinned = true;
        VALUE(second, store.store(changed, {u"edit"_s, u"clearer"_s, 0, true}));
        QCOMPARE(second.id, first.id);
        QCOMPARE(second.revision, 2);
        VALUE(history, store.history(first.id));
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.at(0).memory, first);
        QCOMPARE(history.at(1).note, (RevisionNote{u"edit"_s, u"clearer"_s, 0, true}));
        QCOMPARE(store.revision(first.id, 1)->memory.content, u"old text"_s);
        QCOMPARE(store.revision(first.id, 3).error().kind, ErrorKind::NotFound);
    }

    void snapshotsSeeWhatWasVisibleThen()
    {
        Fixture fixture;
        MemoryStore store(*fixture.database);
        Memory early = plain(fixture, u"early"_s, u"x"_s);
        early.visibleFromRound = 1;
        VALUE(stored, store.store(early, {}));
        Memory later = plain(fixture, u"later"_s, u"y"_s);
        later.visibleFromRound = 3;
        VERIFY_OK(store.store(later, {}));
        stored.title = u"edited"_s;
        stored.visibleFromRound = 4;
        VERIFY_OK(store.store(stored, {u"edit"_s, {}, 0, true}));
        stored.state = MemoryState::Archived;
        stored.visibleFromRound = 5;
        VERIFY_OK(store.store(stored, {u"archive"_s, {}, 0, true}));

        const auto seen = [&](int round) { return titles(store.snapshot(fixture.run.memorySet, round).value()); };
        QCOMPARE(seen(0), QStringList());
        QCOMPARE(seen(1), QStringList{u"early"_s});
        QCOMPARE(seen(3), QStringList({u"early"_s, u"later"_s}));
        QCOMPARE(seen(4), QStringList({u"edited"_s, u"later"_s}));
        QCOMPARE(seen(5), QStringList{u"later"_s});
        QCOMPARE(titles(store.current(fixture.run.memorySet).value()), QStringList{u"later"_s});
    }

    void filtersNarrowAndOrder()
    {
        Fixture fixture;
        MemoryStore store(*fixture.database);
        for (int i = 0; i < 6; ++i) {
            Memory memory = plain(fixture, u"m%1"_s.arg(i), u"x"_s);
            memory.kind = i % 2 == 0 ? MemoryKind::Code : MemoryKind::Lesson;
            memory.uses = i;
            memory.pinned = i == 3;
            memory.tags = i > 3 ? QStringList{u"boundary"_s} : QStringList();
            VERIFY_OK(store.store(memory, {}));
        }
        const MemorySetId set = fixture.run.memorySet;
        QCOMPARE(titles(store.current(set, {.kind = MemoryKind::Code}).value()), QStringList({u"m0"_s, u"m2"_s, u"m4"_s}));
        QCOMPARE(titles(store.current(set, {.pinned = true}).value()), QStringList{u"m3"_s});
        QCOMPARE(titles(store.current(set, {.tag = u"boundary"_s}).value()), QStringList({u"m4"_s, u"m5"_s}));
        QCOMPARE(titles(store.current(set, {.order = MemoryOrder::Uses, .offset = 1, .limit = 2}).value()),
            QStringList({u"m4"_s, u"m3"_s}));
        QCOMPARE(store.count(set).value(), 6);
        QCOMPARE(store.count(set, {.reviewed = true}).value(), 0);
    }

    void forksAreIndependentCopies()
    {
        Fixture fixture;
        MemoryStore store(*fixture.database);
        Memory memory = plain(fixture, u"kept"_s, u"x"_s);
        memory.pinned = true;
        memory.uses = 7;
        memory.visibleFromRound = 5;
        VALUE(original, store.store(memory, {}));
        memory.state = MemoryState::Archived;
        VERIFY_OK(store.store(memory, {}));
        VALUE(copy, store.fork(fixture.run.memorySet, u"copy"_s));
        QCOMPARE(copy.forkedFrom, fixture.run.memorySet);
        VALUE(copied, store.current(copy.id));
        QCOMPARE(titles(copied), QStringList{u"kept"_s});
        QVERIFY(copied.first().pinned);
        QCOMPARE(copied.first().uses, 0);
        QCOMPARE(copied.first().visibleFromRound, 1);
        original.title = u"changed"_s;
        VERIFY_OK(store.store(original, {}));
        QCOMPARE(titles(store.current(copy.id).value()), QStringList{u"kept"_s});

        VERIFY_OK(store.freeze(copy.id));
        const auto refused = store.store(copied.first(), {});
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(refused.error().detail.contains(u"frozen"_s));
        QCOMPARE(store.createSet(u"copy"_s).error().kind, ErrorKind::Conflict);
        QVERIFY(!store.removeSet(fixture.run.memorySet).has_value());
        VERIFY_OK(store.removeSet(copy.id));
        QCOMPARE(store.setByName(u"copy"_s).error().kind, ErrorKind::NotFound);
    }

    void usesKnowTheirSuccess()
    {
        Fixture fixture;
        Journal journal(*fixture.database, nullptr);
        QList<Event> story = wholeStory(fixture, Order::Forward);
        tell(journal, story);
        MemoryStore store(*fixture.database);
        VALUE(memories, store.current(fixture.run.memorySet));
        VALUE(uses, store.usesOf(memories.first().id));
        QCOMPARE(uses.size(), 1);
        QCOMPARE(uses.first().place, (Place{1, Phase::Watch, 0, 1}));
        QCOMPARE(uses.first().taskKey, u"task/0"_s);
        QVERIFY(!uses.first().success.has_value());
        Verdict verdict;
        verdict.passed = true;
        Event event = fixture.event(uses.first().place, VerdictReached{uses.first().attempt, verdict});
        VERIFY_OK(journal.append(event));
        QCOMPARE(store.usesOf(memories.first().id)->first().success, std::optional(true));
    }

    void searchFindsWordsIdentifiersAndChinese_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("word") << u"empty"_s << QStringList{u"guard"_s};
        QTest::newRow("beginning") << u"emp"_s << QStringList{u"guard"_s};
        QTest::newRow("two words") << u"list empty"_s << QStringList{u"guard"_s};
        QTest::newRow("one is missing") << u"list banana"_s << QStringList();
        QTest::newRow("two characters") << u"边界"_s << QStringList{u"chinese"_s};
        QTest::newRow("not side by side") << u"边件"_s << QStringList();
        QTest::newRow("snake part") << u"window"_s << QStringList{u"snake"_s};
        QTest::newRow("camel part") << u"sub"_s << QStringList{u"camel"_s};
        QTest::newRow("other spelling") << u"listWindow"_s << QStringList{u"snake"_s};
        QTest::newRow("run together") << u"listwindow"_s << QStringList{u"snake"_s};
        QTest::newRow("tag") << u"overflow"_s << QStringList{u"camel"_s};
        QTest::newRow("signs only") << u"\"*( OR"_s << QStringList();
        QTest::newRow("nothing") << QString() << QStringList();
    }

    void searchFindsWordsIdentifiersAndChinese()
    {
        QFETCH(QString, text);
        Fixture fixture;
        MemoryStore store(*fixture.database);
        VERIFY_OK(store.store(plain(fixture, u"guard"_s, u"Return early when the list is empty."_s), {}));
        VERIFY_OK(store.store(plain(fixture, u"chinese"_s, u"注意边界条件"_s), {}));
        VERIFY_OK(store.store(plain(fixture, u"snake"_s, u"def list_window(values): ..."_s), {}));
        Memory camel = plain(fixture, u"camel"_s, u"int maxSubArray(int[] a)"_s);
        camel.tags = {u"overflow"_s};
        VERIFY_OK(store.store(camel, {}));
        VALUE(hits, MemorySearch(*fixture.database).search(fixture.run.memorySet, text, {}, 10));
        QStringList found;
        for (const MemoryHit &hit : hits) {
            QVERIFY(hit.score > 0);
            found.append(hit.memory.title);
        }
        QTEST(found, "found");
    }

    void searchFollowsEditsAndFilters()
    {
        Fixture fixture;
        MemoryStore store(*fixture.database);
        MemorySearch search(*fixture.database);
        const MemorySetId set = fixture.run.memorySet;
        VALUE(memory, store.store(plain(fixture, u"a"_s, u"apple"_s), {}));
        memory.content = u"banana"_s;
        VERIFY_OK(store.store(memory, {u"edit"_s, {}, 0, true}));
        QCOMPARE(search.search(set, u"apple"_s, {}, 10)->size(), 0);
        QCOMPARE(search.search(set, u"banana"_s, {}, 10)->size(), 1);
        QCOMPARE(search.search(set, u"banana"_s, {.kind = MemoryKind::Code}, 10)->size(), 0);
        memory.state = MemoryState::Archived;
        VERIFY_OK(store.store(memory, {u"archive"_s, {}, 0, true}));
        QCOMPARE(search.search(set, u"banana"_s, {}, 10)->size(), 0);
        QCOMPARE(search.search(set, u"banana"_s, {.state = MemoryState::Archived}, 10)->size(), 1);
        VALUE(other, store.createSet(u"other"_s));
        QCOMPARE(search.search(other.id, u"banana"_s, {.state = {}}, 10)->size(), 0);
    }

    void longTextsAreLookedUpByTheirRarestWords()
    {
        Fixture fixture;
        MemoryStore store(*fixture.database);
        {
            Transaction transaction(*fixture.database);
            for (int i = 0; i < 300; ++i) {
                VERIFY_OK(store.store(plain(fixture, u"m%1"_s.arg(i),
                    u"the of and to in is for on with as by at common words only%1"_s.arg(i)), {}));
            }
            VERIFY_OK(transaction.commit());
        }
        const QString text = u"the of and to in is for on with as by at common words only42 only43 边界"_s;
        VALUE(hits, MemorySearch(*fixture.database).search(fixture.run.memorySet, text, {}, 5));
        QCOMPARE(hits.size(), 5);
        QStringList best{hits.at(0).memory.title, hits.at(1).memory.title};
        best.sort();
        QCOMPARE(best, QStringList({u"m42"_s, u"m43"_s}));
    }

    void vectorsAreKeptPerEmbedder()
    {
        Fixture fixture;
        MemoryStore store(*fixture.database);
        MemorySearch search(*fixture.database);
        const MemorySetId set = fixture.run.memorySet;
        VALUE(memory, store.store(plain(fixture, u"a"_s, u"x"_s), {}));
        QCOMPARE(search.withoutVector(set, u"hash"_s).value(), QList<MemoryId>{memory.id});
        const QList<float> values{0.5F, -1.25F, 3.0F};
        VERIFY_OK(search.setVector(memory.id, 1, u"hash"_s, values));
        VALUE(vectors, search.vectors(set, u"hash"_s));
        QCOMPARE(vectors.size(), 1);
        QCOMPARE(vectors.first().values, values);
        QVERIFY(search.withoutVector(set, u"hash"_s)->isEmpty());
        QCOMPARE(search.vectors(set, u"other"_s)->size(), 0);
        VERIFY_OK(store.store(memory, {u"edit"_s, {}, 0, true}));
        QCOMPARE(search.withoutVector(set, u"hash"_s)->size(), 1);
    }

    void bulkActsAreOneStepAndUndoSurvivesRestarts()
    {
        Fixture fixture;
        const MemorySetId set = fixture.run.memorySet;
        auto store = std::make_unique<MemoryStore>(*fixture.database);
        QList<Memory> memories;
        for (int i = 0; i < 200; ++i) {
            Memory memory = plain(fixture, u"m%1"_s.arg(i), u"x"_s);
            memory.pinned = i % 2 == 0;
            memory.tags = {u"tag%1"_s.arg(i)};
            memories.append(store->store(memory, {}).value());
        }
        VALUE(batch, store->newBatch(set));
        for (Memory memory : memories) {
            memory.state = MemoryState::Archived;
            VERIFY_OK(store->store(memory, {u"archive"_s, u"old"_s, batch, true}));
        }
        QCOMPARE(store->count(set).value(), 0);

        store.reset();
        fixture.database.reset();
        fixture.database = Database::open(fixture.path(), OpenMode::ReadWrite).value();
        MemoryUndo undo(*fixture.database);
        MemoryStore again(*fixture.database);
        VALUE(last, undo.lastUndoable(set));
        QCOMPARE(last, std::optional(batch));
        VERIFY_OK(undo.undo(batch, 3));
        VALUE(back, again.current(set));
        QCOMPARE(back.size(), 200);
        for (qsizetype i = 0; i < back.size(); ++i) {
            QCOMPARE(back.at(i).pinned, memories.at(i).pinned);
            QCOMPARE(back.at(i).tags, memories.at(i).tags);
            QCOMPARE(back.at(i).visibleFromRound, 3);
        }
        QVERIFY(!undo.lastUndoable(set)->has_value());
    }

    void undoAndRedoWalkTheStack()
    {
        Fixture fixture;
        const MemorySetId set = fixture.run.memorySet;
        MemoryStore store(*fixture.database);
        MemoryUndo undo(*fixture.database);
        const auto act = [&](Memory memory, const QString &title) {
            memory.title = title;
            return store.store(memory, {u"edit"_s, {}, store.newBatch(set).value(), true}).value();
        };
        const auto shown = [&] { return titles(store.current(set).value()); };
        Memory memory = act(plain(fixture, {}, u"x"_s), u"one"_s);
        memory = act(memory, u"two"_s);
        memory.uses = 9;   // the loop goes on counting
        memory = store.store(memory, {u"count"_s, {}, 0, false}).value();
        VERIFY_OK(undo.undo(undo.lastUndoable(set)->value(), 1));
        QCOMPARE(shown(), QStringList{u"one"_s});
        QCOMPARE(store.byId(memory.id)->uses, 9);
        VERIFY_OK(undo.undo(undo.lastUndoable(set)->value(), 1));
        QCOMPARE(shown(), QStringList());   // the first act had added it
        QVERIFY(!undo.lastUndoable(set)->has_value());
        VERIFY_OK(undo.undo(undo.lastRedoable(set)->value(), 1));
        QCOMPARE(shown(), QStringList{u"one"_s});
        VERIFY_OK(undo.undo(undo.lastRedoable(set)->value(), 1));
        QCOMPARE(shown(), QStringList{u"two"_s});
        QVERIFY(!undo.lastRedoable(set)->has_value());
        VERIFY_OK(undo.undo(undo.lastUndoable(set)->value(), 1));
        QCOMPARE(shown(), QStringList{u"one"_s});
        act(store.byId(memory.id).value(), u"three"_s);
        QVERIFY(!undo.lastRedoable(set)->has_value());   // a new act ends it
        QVERIFY(!undo.planned(4711, 1).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "tst_memorystore.moc"
