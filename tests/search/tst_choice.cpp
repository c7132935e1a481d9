#include "core/search/choice.h"
#include "core/search/reward.h"

#include <QJsonArray>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standardSpaceIsSound();
    void picksBecomeAStrategy();
    void whatIsNotPickedStays();
    void badPicksAreRefused();
    void badSpacesAreRefused_data();
    void badSpacesAreRefused();
    void rewardsAreSuccessMinusCost_data();
    void rewardsAreSuccessMinusCost();
};

void TestChoice::standardSpaceIsSound()
{
    const ChoiceSpace space = ChoiceSpace::standard();
    QVERIFY(space.check());
    QCOMPARE(space.dimensions.size(), 6);
    // The strategy that runs begin with can be reached.
    const Picks picks{{u"plan_first"_s, 0}, {u"self_tests"_s, 0}, {u"memories"_s, 1}, {u"temperature"_s, 1},
                      {u"tools"_s, 0}, {u"attempts"_s, 2}};
    QVERIFY(space.applied(picks, {}) == Strategy{});
}

void TestChoice::picksBecomeAStrategy()
{
    const Picks picks{{u"plan_first"_s, 1}, {u"self_tests"_s, 1}, {u"memories"_s, 2}, {u"temperature"_s, 2},
                      {u"tools"_s, 1}, {u"attempts"_s, 0}};
    const Result<Strategy> strategy = ChoiceSpace::standard().applied(picks);
    QVERIFY(strategy);
    QVERIFY((*strategy == Strategy{true, true, 8, 0.7, 1, {u"syntax"_s}}));
}

void TestChoice::whatIsNotPickedStays()
{
    Strategy base;
    base.temperature = 1.1;
    const Result<Strategy> strategy = ChoiceSpace::standard().applied({{u"attempts"_s, 0}}, base);
    QVERIFY(strategy);
    QCOMPARE(strategy->temperature, 1.1);
    QCOMPARE(strategy->attempts, 1);
}

void TestChoice::badPicksAreRefused()
{
    const ChoiceSpace space = ChoiceSpace::standard();
    for (const Picks &picks : {Picks{{u"attempts"_s, 3}}, Picks{{u"attempts"_s, -1}}, Picks{{u"colour"_s, 0}}}) {
        const Result<Strategy> strategy = space.applied(picks);
        QVERIFY(!strategy && strategy.error().kind == ErrorKind::BadInput);
    }
}

void TestChoice::badSpacesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonArray>("options");
    QTest::newRow("unknown") << u"colour"_s << QJsonArray{1};
    QTest::newRow("empty") << u"attempts"_s << QJsonArray{};
    QTest::newRow("no attempt") << u"attempts"_s << QJsonArray{1, 0};
    QTest::newRow("half a memory") << u"memories"_s << QJsonArray{0.5};
    QTest::newRow("text for a switch") << u"plan_first"_s << QJsonArray{u"yes"_s};
    QTest::newRow("negative temperature") << u"temperature"_s << QJsonArray{-0.1};
    QTest::newRow("a tool without a list") << u"tools"_s << QJsonArray{u"syntax"_s};
    QTest::newRow("twice") << u"self_tests"_s << QJsonArray{true};
}

void TestChoice::badSpacesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QJsonArray, options);
    Dimension dimension{name, {}};
    for (const QJsonValue &option : options)
        dimension.options.append(option);
    const Status status = ChoiceSpace{{{u"self_tests"_s, {false, true}}, dimension}}.check();
    QVERIFY(!status && status.error().kind == ErrorKind::BadInput);
    QVERIFY2(status.error().detail.contains(name), qPrintable(status.error().detail));
}

void TestChoice::rewardsAreSuccessMinusCost_data()
{
    QTest::addColumn<double>("success");
    QTest::addColumn<double>("tokens");
    QTest::addColumn<double>("weight");
    QTest::addColumn<double>("reward");
    QTest::newRow("free success") << 1.0 << 0.0 << 0.2 << 1.0;
    QTest::newRow("half the scale") << 1.0 << 2000.0 << 0.2 << 0.9;
    QTest::newRow("over the scale") << 1.0 << 9e9 << 0.2 << 0.8;
    QTest::newRow("failure") << 0.0 << 2000.0 << 0.2 << 0.0;
    QTest::newRow("cheap failure") << 0.0 << 0.0 << 0.2 << 0.0;
    QTest::newRow("partial success") << 0.5 << 4000.0 << 0.2 << 0.3;
    QTest::newRow("cost does not count") << 1.0 << 4000.0 << 0.0 << 1.0;
}

void TestChoice::rewardsAreSuccessMinusCost()
{
    QFETCH(double, success);
    QFETCH(double, tokens);
    QFETCH(double, weight);
    QTEST(rewardOf(success, tokens, {weight, 4000}), "reward");
}

QTEST_APPLESS_MAIN(TestChoice)
#include "tst_choice.moc"
