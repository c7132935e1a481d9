#include "core/base/random.h"
#include "core/control/memorycommands.h"
#include "core/control/memorysetcommands.h"
#include "core/memory/hashingembedder.h"
#include "core/memory/memoryfile.h"
#include "core/memory/tidying.h"
#include "core/storage/journalexport.h"
#include "core/storage/query.h"
#include "tests/storage/fixture.h"

#include <QSet>

#include <algorithm>

using namespace autodidact;

namespace {

MemoryDraft draft(const QString &title)
{
    return {MemoryKind::Lesson, Language::Python, title, u"when a list may be empty"_s,
        u"Test the empty list first."_s, {title}};
}

struct Desk {
    Desk() { set = fixture.run.memorySet; }

    QList<MemoryId> addMany(int count)
    {
        QList<MemoryId> ids;
        for (int i = 0; i < count; ++i)
            ids.append(commands.add(set, draft(u"Lesson %1"_s.arg(i))).value().id);
        return ids;
    }

    Memory get(MemoryId id) { return MemoryStore(*fixture.database).byId(id).value(); }

    QList<Memory> all()
    {
        MemoryFilter everything;
        everything.state.reset();
        return MemoryStore(*fixture.database).current(set, everything).value();
    }

    Fixture fixture;
    Journal journal{*fixture.database, nullptr};
    MemoryCommands commands{*fixture.database, journal};
    MemorySetId set;
};

/// What a person wrote and decided; what every revision changes is left out.
QByteArray content(QList<Memory> memories)
{
    for (Memory &memory : memories) {
        memory.revision = 1;
        memory.why = {};
    }
    return toMemoryLines(memories);
}

/// The newest of every chain is reached, and no chain leads back.
void checkChains(Desk &desk)
{
    MemoryStore store(*desk.fixture.database);
    for (const Memory &memory : desk.all()) {
        QCOMPARE(memory.state == MemoryState::Superseded, memory.supersededBy.isValid());
        QSet<qint64> passed{memory.id.value};
        for (MemoryId next = memory.supersededBy; next.isValid();
            next = desk.get(next).supersededBy) {
            QVERIFY2(!passed.contains(next.value), "a circle");
            passed.insert(next.value);
        }
        VALUE(chain, store.successorsOf(memory.id));
        QCOMPARE(chain.size(), passed.size() - 1);
        QVERIFY(chain.isEmpty() || !chain.last().supersededBy.isValid());
    }
}

void checkRevisions(Desk &desk)
{
    for (const Memory &memory : desk.all()) {
        VALUE(history, MemoryStore(*desk.fixture.database).history(memory.id));
        QCOMPARE(history.size(), memory.revision);
        for (qsizetype i = 0; i < history.size(); ++i)
            QCOMPARE(history.at(i).memory.revision, int(i) + 1);
    }
}

} // namespace

class TestMemoryLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergeUnitesAndUndoParts()
    {
        Desk desk;
        const QList<MemoryId> ids = desk.addMany(3);
        for (int i = 0; i < 3; ++i) {
            Memory memory = desk.get(ids.at(i));
            memory.uses = 4 + i;
            memory.successesAfterUse = i;
            memory.group = u"g%1"_s.arg(i);
            VERIFY_OK(
                MemoryStore(*desk.fixture.database).store(memory, {u"count"_s, {}, 0, false}));
        }
        const QByteArray before = content(desk.all());
        VALUE(changed,
            desk.commands.merge({ids.at(0), ids.at(2)}, ids.at(1), draft(u"All of them"_s)));
        QCOMPARE(changed.size(), 3);
        const Memory kept = desk.get(ids.at(1));
        QCOMPARE(kept.title, u"All of them"_s);
        QCOMPARE(kept.uses, 15);
        QCOMPARE(kept.successesAfterUse, 3);
        QCOMPARE(kept.otherGroups, (QStringList{u"g0"_s, u"g2"_s}));
        QCOMPARE(desk.get(ids.at(0)).supersededBy, ids.at(1));
        VALUE(older, MemoryStore(*desk.fixture.database).predecessorsOf(ids.at(1)));
        QCOMPARE(older.size(), 2);

        // What the loop counted since the merge stays counted.
        Memory used = desk.get(ids.at(1));
        ++used.uses;
        VERIFY_OK(MemoryStore(*desk.fixture.database).store(used, {u"count"_s, {}, 0, false}));
        QCOMPARE(desk.commands.undo(desk.set).value(), 3);
        QCOMPARE(desk.get(ids.at(1)).uses, 6);
        used = desk.get(ids.at(1));
        --used.uses;
        VERIFY_OK(MemoryStore(*desk.fixture.database).store(used, {u"count"_s, {}, 0, false}));
        QCOMPARE(content(desk.all()), before);
    }

    void chainsAreWalkedAndNeverClosed()
    {
        Desk desk;
        const QList<MemoryId> ids = desk.addMany(4);
        VERIFY_OK(desk.commands.supersede({ids.at(0)}, ids.at(1)));
        VERIFY_OK(desk.commands.supersede({ids.at(1)}, ids.at(2)));
        QCOMPARE(desk.commands.supersede({ids.at(2)}, ids.at(0)).error().kind, ErrorKind::Conflict);
        QCOMPARE(desk.commands.supersede({ids.at(2)}, ids.at(2)).error().kind, ErrorKind::BadInput);
        QCOMPARE(desk.commands.merge({ids.at(0)}, ids.at(2)).error().kind, ErrorKind::Conflict);
        VALUE(newer, MemoryStore(*desk.fixture.database).successorsOf(ids.at(0)));
        QCOMPARE(newer.size(), 2);
        QCOMPARE(newer.last().id, ids.at(2));
        VALUE(older, MemoryStore(*desk.fixture.database).predecessorsOf(ids.at(2)));
        QCOMPARE(older.size(), 2);
        // A restored one is back, and stands for itself.
        QCOMPARE(desk.commands.restore({ids.at(0)}).value().size(), 1);
        QVERIFY(desk.get(ids.at(0)).edited && !desk.get(ids.at(0)).supersededBy.isValid());
        checkChains(desk);
    }

    void anUndoThatWouldCloseACircleIsRefused()
    {
        Desk desk;
        const QList<MemoryId> ids = desk.addMany(2);
        VERIFY_OK(desk.commands.supersede({ids.at(0)}, ids.at(1)));
        VERIFY_OK(desk.commands.restore({ids.at(0)}));
        Memory other = desk.get(ids.at(1)); // the loop settles it the other way round
        other.state = MemoryState::Superseded;
        other.supersededBy = ids.at(0);
        VERIFY_OK(MemoryStore(*desk.fixture.database).store(other, {u"supersede"_s, {}, 0, false}));
        QCOMPARE(desk.commands.undo(desk.set).error().kind, ErrorKind::Conflict);
        checkChains(desk);
        QCOMPARE(desk.get(ids.at(0)).state, MemoryState::Active);
    }

    void contradictionsAreMutualAndLifted()
    {
        Desk desk;
        const QList<MemoryId> ids = desk.addMany(2);
        QCOMPARE(desk.commands.contradict(ids.at(0), ids.at(1)).value().size(), 2);
        QCOMPARE(desk.get(ids.at(0)).contradicts, QList<MemoryId>{ids.at(1)});
        QCOMPARE(desk.get(ids.at(1)).contradicts, QList<MemoryId>{ids.at(0)});
        QCOMPARE(desk.commands.contradict(ids.at(0), ids.at(1)).value().size(), 0);
        QCOMPARE(desk.commands.contradict(ids.at(0), ids.at(0)).error().kind, ErrorKind::BadInput);
        QCOMPARE(desk.commands.reconcile(ids.at(1), ids.at(0)).value().size(), 2);
        QCOMPARE(desk.commands.undo(desk.set).value(), 2);
        QCOMPARE(desk.get(ids.at(1)).contradicts, QList<MemoryId>{ids.at(0)});
    }

    void otherSetsAreRefused()
    {
        Desk desk;
        const MemoryId here = desk.addMany(1).first();
        VALUE(set, MemoryStore(*desk.fixture.database).createSet(u"other"_s));
        VALUE(there, desk.commands.add(set.id, draft(u"There"_s)));
        QCOMPARE(desk.commands.merge({there.id}, here).error().kind, ErrorKind::BadInput);
        QCOMPARE(desk.commands.supersede({there.id}, here).error().kind, ErrorKind::BadInput);
        QCOMPARE(desk.commands.contradict(there.id, here).error().kind, ErrorKind::BadInput);
        QCOMPARE(desk.get(here).revision, 1);
    }

    void scopeIsOneStep()
    {
        Desk desk;
        const QList<MemoryId> ids = desk.addMany(3);
        QCOMPARE(desk.commands.reclassify(ids, {}).error().kind, ErrorKind::BadInput);
        QCOMPARE(desk.commands
                     .reclassify(ids,
                         {.kind = MemoryKind::Error,
                             .term = {},
                             .language = Language::Java,
                             .group = u"sums"_s})
                     .value()
                     .size(),
            3);
        const Memory changed = desk.get(ids.last());
        QVERIFY(changed.kind == MemoryKind::Error && changed.language == Language::Java
            && changed.group == u"sums" && changed.edited);
        QCOMPARE(desk.commands.undo(desk.set).value(), 3);
        QCOMPARE(desk.get(ids.last()).kind, MemoryKind::Lesson);
    }

    void importKeepsWhatTheFileSaysOfItself_data()
    {
        QTest::addColumn<ImportCounts>("counts");
        QTest::newRow("reset") << ImportCounts::Reset;
        QTest::newRow("keep") << ImportCounts::Keep;
    }

    void importKeepsWhatTheFileSaysOfItself()
    {
        QFETCH(const ImportCounts, counts);
        Desk desk;
        const QList<MemoryId> ids = desk.addMany(4);
        VERIFY_OK(desk.commands.supersede({ids.at(0)}, ids.at(2)));
        VERIFY_OK(desk.commands.contradict(ids.at(1), ids.at(3)));
        VERIFY_OK(desk.commands.archive({ids.at(3)}, u"old"_s));
        Memory used = desk.get(ids.at(1));
        used.uses = 5;
        used.successesAfterUse = 2;
        VERIFY_OK(MemoryStore(*desk.fixture.database).store(used, {u"count"_s, {}, 0, false}));
        const QByteArray lines = toMemoryLines(desk.all());
        VALUE(read, fromMemoryLines(lines, u"f"_s));
        VALUE(set, MemoryStore(*desk.fixture.database).createSet(u"copy"_s));
        VALUE(imported, desk.commands.import(set.id, read, counts));
        QCOMPARE(imported.size(), 4);
        QCOMPARE(imported.at(0).supersededBy, imported.at(2).id);
        QCOMPARE(imported.at(1).contradicts, QList<MemoryId>{imported.at(3).id});
        QCOMPARE(imported.at(1).uses, counts == ImportCounts::Keep ? 5 : 0);
        QVERIFY(imported.at(1).edited && imported.at(1).origin == MemoryOrigin::Import);
        if (counts == ImportCounts::Keep)
            QCOMPARE(toMemoryLines(imported),
                QByteArray(lines).replace("\"origin\":\"person\"", "\"origin\":\"import\""));
        QCOMPARE(desk.commands.undo(set.id).value(), 4);
        QCOMPARE(MemoryStore(*desk.fixture.database).count(set.id).value(), 0);
    }

    void forksKeepContradictions()
    {
        Desk desk;
        const QList<MemoryId> ids = desk.addMany(3);
        VERIFY_OK(desk.commands.contradict(ids.at(0), ids.at(2)));
        VERIFY_OK(desk.commands.contradict(ids.at(0), ids.at(1)));
        VERIFY_OK(desk.commands.archive({ids.at(1)}, {}));
        MemorySetCommands sets(*desk.fixture.database);
        VALUE(fork, sets.fork(desk.fixture.run.name, u"fork"_s));
        QCOMPARE(fork.active, 2);
        VALUE(copies, MemoryStore(*desk.fixture.database).current(fork.set.id));
        QCOMPARE(copies.at(0).contradicts, QList<MemoryId>{copies.at(1).id});
        QCOMPARE(copies.at(1).contradicts, QList<MemoryId>{copies.at(0).id});
    }

    void exportsHoldNoRowIds()
    {
        QByteArray journals[2];
        for (int first : {0, 1}) {
            Desk desk;
            if (first) { // other row ids for the same story
                VALUE(set, MemoryStore(*desk.fixture.database).createSet(u"other"_s));
                VERIFY_OK(desk.commands.add(set.id, draft(u"There"_s)));
            }
            const QList<MemoryId> ids = desk.addMany(4);
            VERIFY_OK(desk.commands.contradict(ids.at(3), ids.at(1)));
            VERIFY_OK(desk.commands.merge({ids.at(0)}, ids.at(2)));
            VERIFY_OK(desk.commands.supersede({ids.at(3)}, ids.at(1)));
            journals[first] = exportJournal(*desk.fixture.database, desk.fixture.run.id).value();
            QVERIFY(journals[first].contains("\"contradicts\":[4]"));
        }
        QCOMPARE(journals[0], journals[1]);
    }

    /// What tidying and people do to the same entries, in any order.
    void tidyingAndPeopleNeverCloseACircle_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void tidyingAndPeopleNeverCloseACircle()
    {
        QFETCH(const int, seed);
        Desk desk;
        MemoryStore store(*desk.fixture.database);
        Random random = Random::of({seed}, "tidying and people");
        const IdfTable idf = IdfTable::builtIn().value();
        HashingEmbedder embedder(idf);
        const QStringList contents{u"Always include the last element of the range in the loop."_s,
            u"Never include the last element of the range in the loop."_s};
        QList<MemoryId> ids;
        for (int i = 0; i < 10; ++i) {
            Memory memory;
            memory.set = desk.set;
            memory.title = u"Ranges"_s;
            memory.problem = u"when a loop has an upper bound"_s;
            memory.content = contents.at(i % 2);
            ids.append(store.store(memory, {}).value().id);
        }
        const auto any = [&] { return ids.at(random.below(ids.size())); };
        int superseded = 0;
        for (int step = 0; step < 40; ++step) {
            switch (random.below(6)) {
            case 0:
                (void)desk.commands.supersede({any()}, any());
                break;
            case 1:
                (void)desk.commands.merge({any()}, any());
                break;
            case 2:
                (void)desk.commands.restore({any()});
                break;
            case 3:
                (void)desk.commands.undo(desk.set);
                break;
            case 4:
                (void)desk.commands.redo(desk.set);
                break;
            case 5: {
                for (const MemoryId id : std::as_const(ids)) {
                    Memory memory = desk.get(id);
                    memory.uses += 4;
                    memory.successesAfterUse += int(random.below(5));
                    memory.edited = memory.edited && random.chance(0.5);
                    VERIFY_OK(store.store(memory, {u"count"_s, {}, 0, false}));
                }
                VALUE(current, store.current(desk.set));
                VALUE(after, MemorySnapshot::build(current, embedder, idf, {}));
                VALUE(before, MemorySnapshot::build({}, embedder, idf, {}));
                VALUE(changes, Tidying().tidy(*before, *after));
                for (const MemoryChange &change : changes) {
                    superseded += change.act == u"supersede" ? 1 : 0;
                    VERIFY_OK(store.store(change.memory, {change.act, change.reason, 0, false}));
                }
                break;
            }
            }
            checkChains(desk);
            QVERIFY(store.count(desk.set).value() > 0); // something is always left to retrieve
        }
        QVERIFY(superseded > 0);
        checkRevisions(desk);
        QCOMPARE(desk.all().size(), 10);
    }

    /// Any sequence of acts: nothing lost, no circle, revisions appended, and undoing all of it
    /// gives the beginning.
    void randomSequencesKeepTheInvariants_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void randomSequencesKeepTheInvariants()
    {
        QFETCH(const int, seed);
        Desk desk;
        Random random = Random::of({seed}, "memory acts");
        const QList<MemoryId> ids = desk.addMany(8);
        QList<QByteArray> states{content(desk.all())};
        const auto any = [&] { return ids.at(random.below(ids.size())); };
        const auto some = [&] {
            QList<MemoryId> picked;
            for (qint64 i = random.below(3); i >= 0; --i) {
                if (const MemoryId id = any(); !picked.contains(id))
                    picked.append(id);
            }
            return picked;
        };
        for (int step = 0; step < 60; ++step) {
            Result<QList<Memory>> changed = QList<Memory>();
            switch (random.below(9)) {
            case 0:
                changed = desk.commands.merge(some(), any());
                break;
            case 1:
                changed = desk.commands.supersede(some(), any());
                break;
            case 2:
                changed = desk.commands.contradict(any(), any());
                break;
            case 3:
                changed = desk.commands.reconcile(any(), any());
                break;
            case 4:
                changed = desk.commands.archive(some(), u"reason %1"_s.arg(step));
                break;
            case 5:
                changed = desk.commands.restore(some());
                break;
            case 6:
                changed = desk.commands.tag(
                    some(), {u"t%1"_s.arg(random.below(4))}, {u"t%1"_s.arg(random.below(4))});
                break;
            case 7:
                changed = desk.commands.setPinned(some(), random.chance(0.5));
                break;
            case 8:
                if (states.size() > 1) {
                    VERIFY_OK(desk.commands.undo(desk.set));
                    const QByteArray undone = states.takeLast();
                    QCOMPARE(content(desk.all()), states.last());
                    if (random.chance(0.5)) {
                        VERIFY_OK(desk.commands.redo(desk.set));
                        states.append(undone);
                        QCOMPARE(content(desk.all()), states.last());
                    }
                }
                break;
            }
            if (changed && !changed->isEmpty())
                states.append(content(desk.all()));
            QCOMPARE(content(desk.all()), states.last()); // a refused act changes nothing
            checkChains(desk);
        }
        checkRevisions(desk);
        QCOMPARE(desk.all().size(), 8);

        // A restart, then everything is taken back.
        VALUE(again, Database::open(desk.fixture.path(), OpenMode::ReadWrite));
        Journal journal(*again, nullptr);
        MemoryCommands commands(*again, journal);
        while (states.size() > 1) {
            VERIFY_OK(commands.undo(desk.set));
            states.removeLast();
            QCOMPARE(content(desk.all()), states.last());
        }
        checkRevisions(desk);
    }
};

QTEST_GUILESS_MAIN(TestMemoryLinks)
#include "tst_memorylinks.moc"
