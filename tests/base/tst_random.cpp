#include "core/base/random.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace autodidact;

/// The generator against published vectors, the samplers against their distributions.
class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void philoxMatchesPublishedVectors()
    {
        // Known answers of the Random123 distribution: philox4x32-10, counter 0, key 0.
        Random zero(0);
        QCOMPARE(zero.next32(), 0x6627e8d5U);
        QCOMPARE(zero.next32(), 0xe169c58dU);
        QCOMPARE(zero.next32(), 0xbc57ac4cU);
        QCOMPARE(zero.next32(), 0x9b00dbd8U);
    }

    void equalSeedsGiveEqualStreams()
    {
        Random a = Random::of({1, 2, 3}, "purpose");
        Random b = Random::of({1, 2, 3}, "purpose");
        for (int i = 0; i < 100; ++i)
            QCOMPARE(a.next64(), b.next64());
    }

    void everyPartOfTheKeyMatters()
    {
        const quint64 seed = Random::seedOf({1, 2, 3}, "purpose");
        QVERIFY(seed != Random::seedOf({1, 2, 4}, "purpose"));
        QVERIFY(seed != Random::seedOf({2, 1, 3}, "purpose"));
        QVERIFY(seed != Random::seedOf({1, 2, 3}, "purposf"));
        QVERIFY(seed != Random::seedOf({1, 2}, "purpose"));
    }

    void copiesGoOnIndependently()
    {
        Random a(7);
        (void)a.next32();
        Random b = a;
        QCOMPARE(a.next64(), b.next64());
        (void)a.next32();
        Random c = b;
        QCOMPARE(b.next64(), c.next64());
    }

    void belowIsInRangeAndEven()
    {
        Random random(11);
        std::array<int, 7> counts{};
        for (int i = 0; i < 70'000; ++i) {
            const qint64 value = random.below(7);
            QVERIFY(value >= 0 && value < 7);
            ++counts[size_t(value)];
        }
        for (const int count : counts)
            QVERIFY2(std::abs(count - 10'000) < 500, qPrintable(QString::number(count)));   // over five sigma
        QCOMPARE(random.below(1), 0);
    }

    void momentsOfTheSamplers()
    {
        Random random(13);
        constexpr int count = 40'000;
        double uniform = 0, normal = 0, square = 0, poisson = 0;
        int chances = 0;
        for (int i = 0; i < count; ++i) {
            const double u = random.uniform();
            QVERIFY(u >= 0 && u < 1);
            uniform += u;
            const double n = random.normal();
            normal += n;
            square += n * n;
            poisson += random.poisson(2.0);
            chances += random.chance(0.3) ? 1 : 0;
        }
        QVERIFY(std::abs(uniform / count - 0.5) < 0.01);
        QVERIFY(std::abs(normal / count) < 0.03);
        QVERIFY(std::abs(square / count - 1) < 0.05);
        QVERIFY(std::abs(poisson / count - 2) < 0.05);
        QVERIFY(std::abs(double(chances) / count - 0.3) < 0.02);
    }

    void weightedNeverPicksWeightZero()
    {
        Random random(17);
        const std::array<double, 3> weights{0, 3, 1};
        std::array<int, 3> counts{};
        for (int i = 0; i < 8'000; ++i)
            ++counts[random.weighted(weights)];
        QCOMPARE(counts[0], 0);
        QVERIFY(std::abs(counts[1] - 6'000) < 250);
    }

    void permutationHoldsEveryNumberOnce()
    {
        Random random(19);
        std::vector<int> order = random.permutation(50);
        std::vector<int> sorted = order;
        std::ranges::sort(sorted);
        std::vector<int> expected(50);
        std::iota(expected.begin(), expected.end(), 0);
        QVERIFY(sorted == expected);
        QVERIFY(order != expected);
    }

    void stableHashStaysStable()
    {
        QVERIFY(stableHash("a") != stableHash("b"));
        QVERIFY(stableHash("a", 1) != stableHash("a", 2));
        QCOMPARE(stableHash("autodidact"), stableHash(QByteArray("autodidact")));
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
