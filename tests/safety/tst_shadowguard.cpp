#include "core/safety/shadowguard.h"

#include "core/base/json.h"

#include "pairworld.h"

#include <QTest>

#include <algorithm>

using namespace autodidact;

namespace {

struct Shadowed {
    int rolledBackAt = 0;    ///< pairs; 0 never
    bool frozen = false;     ///< at the look for it
    int foundAt = 0;         ///< pairs until frozen or rolled back; 0 never
};

Shadowed shadowed(const PairWorld &world, Random random)
{
    ShadowGuard guard;
    Shadowed result;
    while (guard.isOpen()) {
        const SafetyAction action = guard.add(world.draw(random));
        const int pairs = guard.evidence().counts.pairs();
        if (action == SafetyAction::RollBack)
            result.rolledBackAt = pairs;
        result.frozen |= action == SafetyAction::Freeze;
        if (result.foundAt == 0 && (result.frozen || action == SafetyAction::RollBack))
            result.foundAt = pairs;
    }
    return result;
}

struct Figures {
    double rolledBack = 0;   ///< shares of updates
    double rolledBackBy60 = 0;
    double frozen = 0;
    double found = 0;        ///< frozen or rolled back
    int medianRollBack = 0;  ///< pairs, of those rolled back
};

Figures figuresOf(double effect, int updates, double concentration = 1.0)
{
    const PairWorld world(effect, concentration);
    Figures figures;
    std::vector<int> rollBacks;
    for (int i = 0; i < updates; ++i) {
        const Shadowed one = shadowed(world, Random::of({i, qint64(effect * 1000)}, "shadow"));
        if (one.rolledBackAt > 0)
            rollBacks.push_back(one.rolledBackAt);
        figures.rolledBackBy60 += (one.rolledBackAt > 0 && one.rolledBackAt <= 60 ? 1.0 : 0.0) / updates;
        figures.frozen += (one.frozen ? 1.0 : 0.0) / updates;
        figures.found += (one.foundAt > 0 ? 1.0 : 0.0) / updates;
    }
    std::ranges::sort(rollBacks);
    figures.rolledBack = double(rollBacks.size()) / updates;
    figures.medianRollBack = rollBacks.empty() ? 0 : rollBacks[rollBacks.size() / 2];
    qInfo("c = %g, effect %+.1f points (shift %+.3f), %d updates: rolled back %.2f %% (by pair 60 %.2f %%, median pair %d), "
          "frozen %.2f %%, either %.2f %%",
          concentration, 100 * effect, world.shift(), updates, 100 * figures.rolledBack, 100 * figures.rolledBackBy60,
          figures.medianRollBack, 100 * figures.frozen, 100 * figures.found);
    return figures;
}

} // namespace

class TestShadowGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actsByTheRules_data();
    void actsByTheRules();
    void aHeldVersionIsNotRolledBack();
    void sparesEqualVersions();
    void sparesEqualVersionsOfOtherDifficulty();
    void findsADropOf20Points_data();
    void findsADropOf20Points();
    void rollsADropOf30PointsBackBy60();
    void savedAndLoadedAnywhereActsTheSame();
    void impossibleStatesAreRefused_data();
    void impossibleStatesAreRefused();
    void severeNeedsMeanAndInterval();
};

void TestShadowGuard::actsByTheRules_data()
{
    QTest::addColumn<QByteArray>("pairs");     // '+' better, '=' equal, '-' worse
    QTest::addColumn<QByteArray>("actions");   // what is not Continue, with its pair
    const auto equal = [](int count) { return QByteArray(count, '='); };
    QTest::newRow("nothing differs") << equal(130) << QByteArray();
    QTest::newRow("five worse of 50") << "-----" + equal(125) << QByteArray("freeze 50 unfreeze 120");
    QTest::newRow("four worse of 50") << "----" + equal(126) << QByteArray();
    QTest::newRow("five worse after the look") << equal(50) + "-----" + equal(75) << QByteArray();
    QTest::newRow("all worse") << QByteArray(130, '-') << QByteArray("rollback 7");
    QTest::newRow("frozen, then worse") << "-----" + equal(45) + QByteArray(20, '-') << QByteArray("freeze 50 rollback 52");
    QTest::newRow("all better") << QByteArray(130, '+') << QByteArray();
    QTest::newRow("evidence of a small drop") << equal(70) + QByteArray(7, '-') + equal(43) << QByteArray();
    QTest::newRow("evidence, then a drop") << equal(70) + QByteArray(20, '-') << QByteArray("rollback 78");
}

void TestShadowGuard::actsByTheRules()
{
    QFETCH(QByteArray, pairs);
    QFETCH(QByteArray, actions);
    ShadowGuard guard;
    QByteArrayList seen;
    for (const char pair : pairs) {
        const SafetyAction action = guard.add(pair == '+' ? Pair::Better : pair == '-' ? Pair::Worse : Pair::Equal);
        const QByteArray at = ' ' + QByteArray::number(guard.evidence().counts.pairs());
        if (action == SafetyAction::Freeze)
            seen << "freeze" + at;
        else if (action == SafetyAction::Unfreeze)
            seen << "unfreeze" + at;
        else if (action == SafetyAction::RollBack)
            seen << "rollback" + at;
    }
    QCOMPARE(seen.join(' '), actions);
}

void TestShadowGuard::aHeldVersionIsNotRolledBack()
{
    ShadowGuard guard;
    for (int pair = 0; pair < 30; ++pair)
        QVERIFY(guard.add(Pair::Worse, Hold::ByPerson) == SafetyAction::Continue);
    QVERIFY(guard.isOpen());
    QVERIFY(guard.add(Pair::Worse) == SafetyAction::RollBack);   // once it is let go
}

void TestShadowGuard::sparesEqualVersions()
{
    const Figures text = figuresOf(0, 2'000);
    QVERIFY(text.rolledBack <= 0.05);
    const Figures figures = figuresOf(0, 20'000);
    QVERIFY(std::abs(figures.rolledBack - 0.024) <= 0.005);
    QVERIFY(std::abs(figures.frozen - 0.077) <= 0.008);
}

void TestShadowGuard::sparesEqualVersionsOfOtherDifficulty()
{
    for (const double concentration : {0.5, 4.0, 20.0})
        QVERIFY(figuresOf(0, 4'000, concentration).rolledBack <= 0.05);   // by Ville's inequality, whatever the tasks
}

void TestShadowGuard::findsADropOf20Points_data()
{
    QTest::addColumn<double>("effect");
    // SCIENCE section 4: 92 %, median 45 pairs. It lies between the two readings of "20 points".
    QTest::newRow("20 points fewer solved") << -0.20;
    QTest::newRow("chances lowered by 20 points, none below 0") << -0.181;
}

void TestShadowGuard::findsADropOf20Points()
{
    QFETCH(double, effect);
    const Figures figures = figuresOf(effect, 4'000);
    QVERIFY(std::abs(figures.rolledBack - 0.92) <= 0.035);
    QVERIFY(std::abs(figures.medianRollBack - 45) <= 6);
}

void TestShadowGuard::rollsADropOf30PointsBackBy60()
{
    QVERIFY(figuresOf(-0.30, 4'000).rolledBackBy60 >= 0.90);
}

void TestShadowGuard::savedAndLoadedAnywhereActsTheSame()
{
    const PairWorld world(-0.15);
    for (int i = 0; i < 200; ++i) {
        Random random = Random::of({i}, "split");
        ShadowGuard whole, parts;
        while (whole.isOpen()) {
            const Pair pair = world.draw(random);
            QVERIFY(whole.add(pair) == parts.add(pair));
            const Result<ShadowGuard> loaded = ShadowGuard::fromJson(parts.toJson(), QStringLiteral("here"));
            QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
            QVERIFY(*loaded == parts);
            parts = *loaded;
        }
        QVERIFY(whole == parts);
    }
}

void TestShadowGuard::impossibleStatesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("frozen too early") << QByteArray(R"({"worse":9,"equal":3,"better":0,"stage":1})");
    QTest::newRow("rolled back for nothing") << QByteArray(R"({"worse":1,"equal":30,"better":0,"stage":2})");
    QTest::newRow("over too early") << QByteArray(R"({"worse":0,"equal":3,"better":0,"stage":3})");
    QTest::newRow("open too long") << QByteArray(R"({"worse":0,"equal":120,"better":0,"stage":0})");
    QTest::newRow("unknown stage") << QByteArray(R"({"worse":0,"equal":3,"better":0,"stage":4})");
}

void TestShadowGuard::impossibleStatesAreRefused()
{
    QFETCH(QByteArray, json);
    const Result<ShadowGuard> guard = ShadowGuard::fromJson(parseJsonObject(json, {}).value(), QStringLiteral("version 4"));
    QVERIFY(!guard);
    QVERIFY(guard.error().kind == ErrorKind::BadInput);
    QVERIFY(guard.error().detail.startsWith(QStringLiteral("version 4: ")));
}

void TestShadowGuard::severeNeedsMeanAndInterval()
{
    ShadowGuard guard;
    for (int pair = 0; pair < 3; ++pair)
        guard.add(Pair::Worse);
    QVERIFY(!guard.isSevere());   // a mean of -1, yet three pairs prove nothing
    while (guard.isOpen())
        guard.add(Pair::Worse, guard.evidence().counts.pairs() < 40 ? Hold::ByPerson : Hold::None);
    QVERIFY(guard.isSevere());
    QCOMPARE(guard.numbers()[QStringLiteral("severe")].toBool(), true);
}

QTEST_APPLESS_MAIN(TestShadowGuard)
#include "tst_shadowguard.moc"
