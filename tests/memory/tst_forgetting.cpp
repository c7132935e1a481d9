#include "core/memory/forgetting.h"

#include "builders.h"

#include <algorithm>
#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

const QStringList Topics{u"vowels of strings"_s, u"overlapping intervals"_s, u"parsing dates"_s, u"prime numbers"_s, u"matrix rotation"_s, u"bank balances"_s};

QList<Memory> shelf()
{
    QList<Memory> memories;
    for (int i = 0; i < Topics.size(); ++i) {
        memories.append(test::memory(i + 1, MemoryKind::Lesson, Topics.at(i), u"about "_s + Topics.at(i), u"mind "_s + Topics.at(i)));
        memories.last().createdRound = 1;
    }
    return memories;
}

QList<qint64> changedIds(const Forgotten &forgotten, const QString &act)
{
    QList<qint64> ids;
    for (const MemoryChange &change : forgotten.changes) {
        if (change.act == act)
            ids.append(change.memory.id.value);
    }
    return ids;
}

} // namespace

class TestForgetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void utilityFollowsItsFormula()
    {
        QList<Memory> memories = shelf();
        memories[0].uses = 6;
        memories[0].successesAfterUse = 5;
        memories[0].lastUsedRound = 4;
        setSeenCount(memories[0], 3);
        const Forgotten forgotten = Forgetting({.capacity = 10, .halfLife = 8}).forget(*test::snapshot(memories), 12);
        QVERIFY(forgotten.changes.isEmpty());
        const auto utility = std::ranges::find(forgotten.utilities, MemoryId{1}, &Utility::memory);
        const double expected = 6.0 / 8 * (1 + std::log(7.0) / 2) * (1 + std::log(3.0) / 4) * 0.5;
        QVERIFY(std::abs(utility->value - expected) < 1e-6);
        QVERIFY2(utility->explanation.contains(u"5 of 6 uses"_s), qPrintable(utility->explanation));
        QVERIFY(std::ranges::is_sorted(forgotten.utilities, {}, &Utility::value));
    }

    void theLeastUsefulGoes_data()
    {
        QTest::addColumn<int>("capacity");
        QTest::addColumn<QList<qint64>>("gone");
        QTest::newRow("all fit") << 6 << QList<qint64>{};
        QTest::newRow("one over") << 5 << QList<qint64>{4};
        QTest::newRow("three over") << 3 << QList<qint64>{2, 4, 6};
        QTest::newRow("exempt ones stay whatever the capacity") << 0 << QList<qint64>{2, 4, 5, 6};
    }

    void theLeastUsefulGoes()
    {
        QFETCH(const int, capacity);
        QFETCH(const QList<qint64>, gone);
        QList<Memory> memories = shelf();
        memories[0].pinned = true;
        memories[2].edited = true;
        memories[3].uses = 8;            // used often, never helped
        memories[4].uses = 8;
        memories[4].successesAfterUse = 8;
        const Forgotten forgotten = Forgetting({.capacity = capacity}).forget(*test::snapshot(memories), 2);
        QCOMPARE(changedIds(forgotten, u"forget"_s), gone);
        for (const MemoryChange &change : forgotten.changes) {
            QCOMPARE(change.memory.state, MemoryState::Archived);
            QVERIFY(change.reason.contains(u"credit"_s));
            QCOMPARE(change.memory.archiveReason, change.reason);
            QVERIFY(change.memory.utility > 0);
        }
    }

    void repeatsGoBeforeOriginals()
    {
        QList<Memory> memories = shelf();
        Memory twin = memories.at(2);
        twin.id = {50};
        memories.append(twin);
        memories[0].createdRound = 0;    // a little older than the twin, but unlike all others
        const Forgotten forgotten = Forgetting({.capacity = 6}).forget(*test::snapshot(memories), 2);
        QCOMPARE(changedIds(forgotten, u"forget"_s), QList<qint64>{50});
    }

    void failuresExpire_data()
    {
        QTest::addColumn<int>("round");
        QTest::addColumn<bool>("pinned");
        QTest::addColumn<bool>("expires");
        QTest::newRow("young") << 6 << false << false;
        QTest::newRow("due") << 7 << false << true;
        QTest::newRow("pinned") << 20 << true << false;
    }

    void failuresExpire()
    {
        QFETCH(const int, round);
        QFETCH(const bool, pinned);
        QFETCH(const bool, expires);
        QList<Memory> memories = shelf();
        memories[1].kind = MemoryKind::Error;
        memories[1].term = MemoryTerm::Short;
        memories[1].lastUsedRound = 4;
        memories[1].pinned = pinned;
        const Forgotten forgotten = Forgetting({.shortTermRounds = 3}).forget(*test::snapshot(memories), round);
        QCOMPARE(changedIds(forgotten, u"expire"_s), expires ? QList<qint64>{2} : QList<qint64>{});
        QCOMPARE(forgotten.utilities.size(), 5);
    }

    void seenCountsLiveInATag()
    {
        Memory memory;
        memory.tags = {u"case"_s, u"seen:x"_s};
        QCOMPARE(seenCount(memory), 1);
        setSeenCount(memory, 4);
        QCOMPARE(seenCount(memory), 4);
        setSeenCount(memory, 5);
        QCOMPARE(memory.tags, (QStringList{u"case"_s, u"seen:5"_s}));
    }

    void everyForgottenEntryCarriesItsTerms()
    {
        QList<Memory> memories = shelf();
        for (int i = 0; i < int(memories.size()); ++i) {
            memories[i].uses = 3 * i;
            memories[i].successesAfterUse = i;
        }
        const Forgotten forgotten = Forgetting({.capacity = 2}).forget(*test::snapshot(memories), 9);
        QCOMPARE(changedIds(forgotten, u"forget"_s).size(), memories.size() - 2);
        for (const MemoryChange &change : forgotten.changes) {
            const QJsonObject &terms = change.memory.why.values;
            QCOMPARE(change.memory.why.code, ReasonCode::LeastUseful);
            for (const QString &term : {u"uses"_s, u"green"_s, u"seen"_s, u"age"_s, u"redundancy"_s, u"credit"_s, u"evidence"_s, u"recurrence"_s, u"freshness"_s, u"uniqueness"_s, u"utility"_s, u"capacity"_s})
                QVERIFY2(terms.value(term).isDouble(), qPrintable(term));
            QCOMPARE(terms.value(u"uses"_s).toInt(), change.memory.uses);
            QCOMPARE(terms.value(u"age"_s).toInt(), 9 - std::max(change.memory.createdRound, change.memory.lastUsedRound));
            // The sentence and the numbers are one: the product of the terms is the utility.
            double product = 1;
            for (const QString &factor : {u"credit"_s, u"evidence"_s, u"recurrence"_s, u"freshness"_s, u"uniqueness"_s})
                product *= terms.value(factor).toDouble();
            QVERIFY(std::abs(product - terms.value(u"utility"_s).toDouble()) < 1e-4);
        }
    }

    void theForecastComesTrue()
    {
        QList<Memory> memories = shelf();
        for (int i = 0; i < int(memories.size()); ++i) {
            memories[i].uses = 7 * i % 5;
            memories[i].successesAfterUse = memories[i].uses / 2;
        }
        memories[1].pinned = true;
        Memory waiting = memories.last();
        waiting.id = {99};
        waiting.kind = MemoryKind::Error;
        waiting.term = MemoryTerm::Short;
        waiting.createdRound = 8;
        memories.append(waiting);
        const auto snapshot = test::snapshot(memories);
        const Forgetting forgetting({.capacity = 3});
        const Forecast forecast = forgetting.forecast(*snapshot, 9, -1);
        QList<qint64> predicted;
        for (const Prospect &prospect : forecast.next) {
            if (prospect.why.why.code == ReasonCode::LeastUseful)
                predicted.append(prospect.utility.memory.value);
        }
        QCOMPARE(predicted.size(), forecast.excess);
        std::ranges::sort(predicted);
        QCOMPARE(predicted, changedIds(forgetting.forget(*snapshot, 9), u"forget"_s));
        QCOMPARE(forecast.next.size(), forecast.entries);
        QCOMPARE(forecast.next.last().utility.memory, MemoryId{2});
        QCOMPARE(forecast.next.last().why.why.code, ReasonCode::NeverForgotten);
        QCOMPARE(forecast.expiring, (QList<Expiry>{{MemoryId{99}, 2}}));
        // Asked for fewer, it begins the same way.
        QCOMPARE(forgetting.forecast(*snapshot, 9, 2).next, forecast.next.first(2));
        // Without excess the order still says who would be next.
        QCOMPARE(Forgetting({.capacity = 100}).forecast(*snapshot, 9, 1).next.first().why.why.code, ReasonCode::UsefulEnough);
    }
};

QTEST_GUILESS_MAIN(TestForgetting)
#include "tst_forgetting.moc"
