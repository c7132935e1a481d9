#include "core/base/random.h"
#include "core/memory/retriever.h"

#include "builders.h"

#include <algorithm>
#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

/// A few entries around strings and intervals, as runs leave them.
QList<Memory> library()
{
    return {
        test::memory(1, MemoryKind::Code, u"Count vowels"_s, u"Return how many vowels the string has"_s, u"def count_vowels(s):\n    return sum(c in 'aeiou' for c in s)"_s, u"vowels"_s),
        test::memory(2, MemoryKind::Code, u"Merge intervals"_s, u"Merge the overlapping intervals of a list"_s, u"def merge(intervals):\n    intervals.sort()"_s, u"intervals"_s),
        test::memory(3, MemoryKind::Lesson, u"Letter case"_s, u"when letters of a string are counted or compared"_s, u"Compare letters in one case: lower the string first"_s, u"vowels"_s),
        test::memory(4, MemoryKind::Error, u"logic error: case"_s, u"expected 2 vowels, got 1: upper case letters missed"_s, u"-c in 'aeiou'\n+c.lower() in 'aeiou'"_s, u"consonants"_s),
        test::memory(5, MemoryKind::Code, u"Count consonants"_s, u"Return how many consonants the string has"_s, u"def count_consonants(s):\n    return sum(c.isalpha() and c not in 'aeiou' for c in s)"_s, u"consonants"_s),
    };
}

RecallQuery vowelQuery()
{
    RecallQuery query;
    query.text = u"Return how many vowels the string has, in either case"_s;
    query.group = u"vowels"_s;
    query.taskKey = u"vowels"_s;
    return query;
}

Recall recall(const QList<Memory> &memories, const RecallQuery &query)
{
    HashingEmbedder embedder = test::embedder();
    return Retriever(embedder).recall(*test::snapshot(memories), query).value();
}

QList<qint64> ids(const Recall &recall)
{
    QList<qint64> ids;
    for (const Recalled &entry : recall.taken)
        ids.append(entry.memory.id.value);
    return ids;
}

/// Why an entry was left out; empty when it was not.
QString reasonOf(const Recall &recall, qint64 id)
{
    for (const LeftOut &entry : recall.leftOut) {
        if (entry.entry.memory.id.value == id)
            return toString(entry.reason);
    }
    return {};
}

QList<Memory> randomLibrary(Random &random, int count)
{
    const QStringList words{u"vowel"_s, u"string"_s, u"interval"_s, u"merge"_s, u"date"_s, u"parse"_s, u"matrix"_s, u"queue"_s, u"sum"_s, u"prime"_s};
    QList<Memory> memories;
    for (int i = 1; i <= count; ++i) {
        QString text;
        for (int w = 0; w < 6; ++w)
            text += words.at(random.below(words.size())) + u' ';
        const auto kind = MemoryKind(1 + random.below(3));
        memories.append(test::memory(i, kind, text.section(u' ', 0, 1), text, text, u"g%1"_s.arg(random.below(5))));
        memories.last().pinned = random.chance(0.05);
        memories.last().language = random.chance(0.2) ? Language::Rust : Language::Python;
        memories.last().tokens = 10 + int(random.below(60));
    }
    return memories;
}

RecallQuery randomQuery(Random &random)
{
    RecallQuery query;
    query.text = u"merge the intervals of a date and sum each prime"_s;
    query.group = u"g%1"_s.arg(random.below(5));
    query.tokenBudget = 40 + int(random.below(200));
    query.count = int(1 + random.below(8));
    query.minScore = 0;
    return query;
}

} // namespace

class TestRetriever : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameTaskDecidesWhatTheGroupGives_data()
    {
        QTest::addColumn<SameTask>("sameTask");
        QTest::addColumn<bool>("code");
        QTest::addColumn<bool>("lesson");
        QTest::newRow("lessons") << SameTask::Lessons << false << true;
        QTest::newRow("all") << SameTask::All << true << true;
        QTest::newRow("none") << SameTask::None << false << false;
    }

    void sameTaskDecidesWhatTheGroupGives()
    {
        QFETCH(const SameTask, sameTask);
        QFETCH(const bool, code);
        QFETCH(const bool, lesson);
        RecallQuery query = vowelQuery();
        query.sameTask = sameTask;
        const Recall found = recall(library(), query);
        QCOMPARE(ids(found).contains(1), code);
        QCOMPARE(ids(found).contains(3), lesson);
        QVERIFY(ids(found).contains(5));
        QCOMPARE(reasonOf(found, 1), code ? QString() : u"same task"_s);
        for (const Recalled &entry : found.taken)
            QCOMPARE(entry.sameGroup, entry.memory.group == u"vowels"_s);
    }

    void filtersWithReasons_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("reason");
        QTest::newRow("language") << u"language"_s << u"language"_s;
        QTest::newRow("kind") << u"kind"_s << u"kind"_s;
        QTest::newRow("round") << u"round"_s << u"not yet visible"_s;
        QTest::newRow("short") << u"short"_s << u"no fix yet"_s;
        QTest::newRow("score") << u"score"_s << u"little in common"_s;
        QTest::newRow("budget") << u"budget"_s << u"token budget"_s;
        QTest::newRow("count") << u"count"_s << u"count"_s;
    }

    void filtersWithReasons()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, reason);
        QList<Memory> memories = library();
        Memory &memory = memories[3];
        RecallQuery query = vowelQuery();
        query.round = 3;
        QVERIFY(ids(recall(memories, query)).contains(4));
        if (change == u"language"_s)
            memory.language = Language::Java;
        else if (change == u"kind"_s)
            query.kinds = {MemoryKind::Code, MemoryKind::Lesson};
        else if (change == u"round"_s)
            memory.visibleFromRound = 4;
        else if (change == u"short"_s)
            memory.term = MemoryTerm::Short;
        else if (change == u"score"_s)
            query.minScore = 0.99;
        else if (change == u"budget"_s)
            memory.tokens = 1201;
        else if (change == u"count"_s)
            query.count = 0;
        const Recall found = recall(memories, query);
        QVERIFY(!ids(found).contains(4));
        QCOMPARE(reasonOf(found, 4), reason);
    }

    void lessonsCrossLanguages()
    {
        RecallQuery query = vowelQuery();
        query.language = Language::Rust;
        QCOMPARE(ids(recall(library(), query)), QList<qint64>{3});
        query.acrossLanguages = AcrossLanguages::None;
        QVERIFY(ids(recall(library(), query)).isEmpty());
        query.acrossLanguages = AcrossLanguages::All;
        QVERIFY(ids(recall(library(), query)).contains(5));
    }

    void pinnedComeFirst()
    {
        QList<Memory> memories = library();
        memories[1].pinned = true;
        const Recall found = recall(memories, vowelQuery());
        QCOMPARE(ids(found).first(), 2);
        QCOMPARE(found.taken.size(), 4);
        memories[0].pinned = true;   // the task's own code: a pin does not lift the rule
        QVERIFY(!ids(recall(memories, vowelQuery())).contains(1));
    }

    void repeatsAreRedundant()
    {
        QList<Memory> memories = library();
        Memory twin = memories.at(4);
        twin.id = {6};
        twin.group = u"another"_s;
        twin.taskKey = u"another"_s;
        memories.append(twin);
        const Recall found = recall(memories, vowelQuery());
        QVERIFY(ids(found).contains(5));
        QCOMPARE(reasonOf(found, 6), u"redundant"_s);
    }

    void diversityTurnsToOtherThings()
    {
        QList<Memory> memories = library();
        Memory variant = memories.at(4);
        variant.id = {6};
        variant.content = u"found = 0\nfor letter in text.lower():\n    if letter.isalpha() and not is_vowel(letter):\n        found += 1\nreturn found"_s;
        memories.append(variant);
        RecallQuery query = vowelQuery();
        query.text = u"Return how many consonants the string has"_s;
        query.sameTask = SameTask::None;
        query.count = 2;
        query.minScore = 0;
        query.diversity = 0;
        QCOMPARE(ids(recall(memories, query)), (QList<qint64>{5, 6}));
        query.diversity = 0.6;
        const Recall diverse = recall(memories, query);
        QCOMPARE(ids(diverse).first(), 5);
        QVERIFY(!ids(diverse).contains(6));
        QCOMPARE(reasonOf(diverse, 6), u"count"_s);
    }

    void scoresAreShown()
    {
        QList<Memory> memories = library();
        memories[2].tags = {u"strings"_s};
        memories[4].tags = {u"counting"_s, u"strings"_s};
        RecallQuery query = vowelQuery();
        query.tags = {u"counting"_s};
        const Recall found = recall(memories, query);
        QVERIFY(!found.taken.isEmpty());
        for (const Recalled &entry : found.taken) {
            QVERIFY(entry.meaning > 0 && entry.meaning <= 1);
            const double score = 0.3 * entry.meaning + 0.5 * entry.words + 0.2 * entry.tags + 0.15 * entry.kin;
            QVERIFY(std::abs(entry.score - score) < 1e-6);
        }
        QVERIFY(!found.approximate);
        HashingEmbedder embedder = test::embedder();
        const auto approximate = Retriever(embedder).recall(*test::snapshot(memories, {.exactLimit = 1}), query);
        QVERIFY(approximate->approximate);
        QCOMPARE(ids(*approximate), ids(found));
    }

    /// What a task declares of itself speaks for what declares the same.
    void tagsCount()
    {
        QList<Memory> memories = library();
        memories[1].tags = {u"sorting"_s, u"counting"_s};
        memories[4].tags = {u"counting"_s};
        RecallQuery query = vowelQuery();
        query.minScore = 0;
        const auto tagsOf = [&](qint64 id) {
            const Recall found = recall(memories, query);
            const auto entry = std::ranges::find(found.taken, MemoryId{id}, [](const Recalled &taken) { return taken.memory.id; });
            return entry == found.taken.cend() ? -1.0 : entry->tags;
        };
        QCOMPARE(tagsOf(5), 0.0);
        query.tags = {u"counting"_s};
        QCOMPARE(tagsOf(5), 1.0);
        // Of the four that are not barred two count, and one sorts.
        QVERIFY(std::abs(tagsOf(2) - std::sqrt(std::log(2.5) / (std::log(2.5) + std::log(5)))) < 1e-6);
        query.tags = {u"recursion"_s};
        QCOMPARE(tagsOf(2), 0.0);
        memories[4].tags = {u"slices"_s};
        query.tags = {u"lists"_s};
        QCOMPARE(tagsOf(5), 1.0);    // what Rust calls them
    }

    /// What a query does not declare is guessed from the best of what it finds.
    void kinCount()
    {
        QList<Memory> memories = library();
        memories[1].tags = {u"greedy"_s};
        memories[4].tags = {u"greedy"_s};
        RecallQuery query = vowelQuery();
        query.minScore = 0;
        const auto entryOf = [&](qint64 id) {
            const Recall found = recall(memories, query);
            return *std::ranges::find(found.taken, MemoryId{id}, [](const Recalled &taken) { return taken.memory.id; });
        };
        const Recalled intervals = entryOf(2);
        QVERIFY(intervals.kin > 0.3 && intervals.kin <= 1);     // one of the three best has the same tags
        QCOMPARE(entryOf(3).kin, 0.0);
        memories[1].tags = {u"recursion"_s};
        QCOMPARE(entryOf(2).kin, 0.0);
        QCOMPARE(entryOf(5).kin, 0.0);      // nobody is one's own kin
        query.searchBy = SearchBy::Words;
        QCOMPARE(entryOf(2).score, entryOf(2).words);
    }

    /// The task's own code is barred, and says nothing about what else may help.
    void barredEntriesChangeNoScore_data()
    {
        QTest::addColumn<QString>("bar");
        for (const QString &bar : {u"same task"_s, u"kind"_s, u"not yet visible"_s, u"no fix yet"_s})
            QTest::newRow(qPrintable(bar)) << bar;
    }

    void barredEntriesChangeNoScore()
    {
        QFETCH(const QString, bar);
        QList<Memory> memories = library();
        for (Memory &memory : memories)
            memory.tags = {u"greedy"_s, u"tag%1"_s.arg(memory.id.value % 2)};
        RecallQuery query = vowelQuery();
        query.minScore = 0;
        query.round = 3;
        if (bar == u"kind"_s)
            query.kinds = {MemoryKind::Lesson, MemoryKind::Error};
        memories[0].kind = bar == u"no fix yet"_s ? MemoryKind::Error : MemoryKind::Code;
        memories[0].term = bar == u"no fix yet"_s ? MemoryTerm::Short : MemoryTerm::Long;
        memories[0].visibleFromRound = bar == u"not yet visible"_s ? 4 : 0;
        if (bar != u"same task"_s)
            memories[0].group = memories[0].taskKey = u"another"_s;
        const Recall with = recall(memories, query);
        QCOMPARE(reasonOf(with, 1), bar);
        memories.removeFirst();
        const Recall without = recall(memories, query);
        QVERIFY(!without.taken.isEmpty());
        QCOMPARE(with.taken, without.taken);
    }

    void searchesByOneSideAlone()
    {
        RecallQuery query = vowelQuery();
        query.minScore = 0;
        query.searchBy = SearchBy::Meaning;
        const Recall byMeaning = recall(library(), query);
        QVERIFY(!byMeaning.taken.isEmpty());
        for (const Recalled &entry : byMeaning.taken)
            QCOMPARE(entry.score, std::max(0.0, entry.meaning));
        query.searchBy = SearchBy::Words;
        const Recall byWords = recall(library(), query);
        QVERIFY(!byWords.taken.isEmpty());
        for (const Recalled &entry : byWords.taken)
            QCOMPARE(entry.score, entry.words);
    }

    /// Of two that are alike, the one in the task's own language goes first.
    void otherLanguagesRankLower()
    {
        QList<Memory> memories = library();
        memories[4].language = Language::Rust;
        Memory own = memories.at(4);
        own.id = {6};
        own.language = Language::Python;
        memories.append(own);
        RecallQuery query = vowelQuery();
        query.acrossLanguages = AcrossLanguages::All;
        query.diversity = 0;
        query.minScore = 0;
        const Recall found = recall(memories, query);
        const QList<qint64> order = ids(found);
        QCOMPARE(order.indexOf(6) + 1, order.indexOf(5));
        const auto score = [&](qint64 id) { return found.taken.at(order.indexOf(id)).score; };
        QVERIFY(std::abs(score(5) - 0.97 * score(6)) < 2e-6);
        query.language = Language::Rust;
        QCOMPARE(ids(recall(memories, query)).indexOf(5) + 1, ids(recall(memories, query)).indexOf(6));
    }

    void emptyQueriesAndSnapshots()
    {
        RecallQuery query = vowelQuery();
        QVERIFY(recall({}, query).taken.isEmpty());
        query.text.clear();
        QVERIFY(recall(library(), query).taken.isEmpty());
        HashingEmbedder small(test::idf(), 64);
        const auto other = Retriever(small).recall(*test::snapshot(library()), query);
        QCOMPARE(other.error().kind, ErrorKind::BadUsage);
    }

    /// Whatever the order of insertion, and within every promise, for random libraries.
    void holdsForRandomLibraries()
    {
        HashingEmbedder embedder = test::embedder();
        const Retriever retriever(embedder);
        for (int trial = 0; trial < 60; ++trial) {
            Random random = Random::of({trial}, "library");
            const QList<Memory> memories = randomLibrary(random, 80);
            QList<Memory> shuffled;
            for (const int at : random.permutation(80))
                shuffled.append(memories.at(at));
            const RecallQuery query = randomQuery(random);
            const Recall first = retriever.recall(*test::snapshot(memories), query).value();
            const Recall second = retriever.recall(*test::snapshot(shuffled), query).value();
            QCOMPARE(first, second);
            QVERIFY(first.taken.size() <= query.count);
            QVERIFY(first.tokens <= query.tokenBudget);
            int tokens = 0;
            bool pinnedEnded = false;
            for (const Recalled &entry : first.taken) {
                tokens += entry.memory.tokens;
                QVERIFY(entry.memory.group != query.group || entry.memory.kind == MemoryKind::Lesson);
                QVERIFY(entry.memory.language == Language::Python || entry.memory.kind == MemoryKind::Lesson);
                QVERIFY(!(pinnedEnded && entry.memory.pinned));
                pinnedEnded = pinnedEnded || !entry.memory.pinned;
            }
            QCOMPARE(first.tokens, tokens);
        }
    }

    void takesOneOfAContradictingPair_data()
    {
        QTest::addColumn<int>("green");      // of the first one's 10 uses; the other has 5
        QTest::addColumn<bool>("pinOther");
        QTest::addColumn<qint64>("taken");
        QTest::newRow("better evidence") << 9 << false << qint64(3);
        QTest::newRow("worse evidence") << 1 << false << qint64(6);
        QTest::newRow("a person's word") << 9 << true << qint64(6);
    }

    void takesOneOfAContradictingPair()
    {
        QFETCH(const int, green);
        QFETCH(const bool, pinOther);
        QFETCH(const qint64, taken);
        QList<Memory> all = library();
        Memory opposite = all.at(2);
        opposite.id = {6};
        opposite.content = u"Never compare letters in one case: keep the string as it is"_s;
        opposite.uses = 10;
        opposite.successesAfterUse = 5;
        opposite.pinned = pinOther;
        all[2].uses = 10;
        all[2].successesAfterUse = green;
        all[2].contradicts = {MemoryId{6}};      // one side is enough
        all.append(opposite);
        RecallQuery query = vowelQuery();
        query.diversity = 0;
        query.count = 6;
        const Recall made = recall(all, query);
        QVERIFY(ids(made).contains(taken));
        QVERIFY(!ids(made).contains(9 - taken));
        QCOMPARE(reasonOf(made, 9 - taken), u"contradicted"_s);
        // Nothing hides an entry whose opposite is barred.
        query.kinds = {MemoryKind::Code};
        QVERIFY(!ids(recall(all, query)).contains(3));
    }

    void otherGroupsCountAsTheTasksOwn()
    {
        QList<Memory> all = library();
        all[3].otherGroups = {u"vowels"_s};
        const Recall made = recall(all, vowelQuery());
        QVERIFY(!ids(made).contains(4));
        QCOMPARE(reasonOf(made, 4), u"same task"_s);
        QVERIFY(ids(recall(library(), vowelQuery())).contains(4));
    }
};

QTEST_GUILESS_MAIN(TestRetriever)
#include "tst_retriever.moc"
