#include "core/student/lore.h"

#include "core/base/json.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestLore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextMeansItsOwnFamily();
    void contraryRulesAreUnderstood();
    void uselessRulesMeanNothing();
    void understandsOtherWordings_data();
    void understandsOtherWordings();
    void namesOfFamilies();
    void classesHaveFamilies();
    void refusesHalfAFile();
};

static const Lore &lore()
{
    static const Lore bundled = *Lore::bundled();
    return bundled;
}

void TestLore::everyTextMeansItsOwnFamily()
{
    const Result<Lore> loaded = Lore::bundled();
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    for (const FaultFamily family : allFaultFamilies()) {
        QVERIFY(loaded->of(family).remedies.size() >= 5);
        for (const QString &text : loaded->of(family).remedies + loaded->of(family).whys) {
            const Meaning meaning = loaded->meaningOf(text);
            QVERIFY2(meaning.helps == only(family) && meaning.hurts.none(), qPrintable(text));
            QVERIFY2(text.size() <= 200, qPrintable(text));
        }
    }
}

void TestLore::contraryRulesAreUnderstood()
{
    for (const FaultFamily family : allFaultFamilies()) {
        for (QString text : lore().harmfulRules()) {
            text.replace(u"{topic}"_s, lore().of(family).topic);
            const Meaning meaning = lore().meaningOf(text);
            QVERIFY2(meaning.hurts == only(family) && meaning.helps.none(), qPrintable(text));
        }
    }
}

void TestLore::uselessRulesMeanNothing()
{
    for (const QString &text : lore().uselessRules())
        QVERIFY2(lore().meaningOf(text).none(), qPrintable(text));
}

void TestLore::understandsOtherWordings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("family");
    QTest::newRow("none") << u"Check for None before using a value"_s << u"none_handling"_s;
    QTest::newRow("empty") << u"Handle edge cases first."_s << u"empty_input"_s;
    QTest::newRow("case") << u"Strings should be compared case-insensitively: use casefold."_s << u"case_sensitivity"_s;
    QTest::newRow("caller") << u"Don't mutate input lists."_s << u"mutated_argument"_s;
    QTest::newRow("loop") << u"Make sure while loops terminate"_s << u"infinite_loop"_s;
    QTest::newRow("ties") << u"Sort descending, then by name."_s << u"sort_order"_s;
    QTest::newRow("import") << u"Always import what you use."_s << u"missing_import"_s;
    QTest::newRow("off by one") << u"Watch out for off-by-one errors."_s << u"off_by_one_range"_s;
}

void TestLore::understandsOtherWordings()
{
    QFETCH(QString, text);
    QFETCH(QString, family);
    QCOMPARE(lore().meaningOf(text).helps, only(*faultFamilyFromString(family)));
}

void TestLore::namesOfFamilies()
{
    QCOMPARE(lore().meaningOf(u"Cause: operator"_s).helps, only(FaultFamily::Operator));
    QCOMPARE(lore().meaningOf(u"logic error: boundary\nAn error met before."_s).helps, only(FaultFamily::Boundary));
    QCOMPARE(lore().meaningOf(u"It was none_handling again."_s).helps, only(FaultFamily::NoneHandling));
    QVERIFY(lore().meaningOf(u"A telephone operator speaks."_s).none());
    QVERIFY(lore().meaningOf(QString()).none());
}

void TestLore::classesHaveFamilies()
{
    QVERIFY(holds(lore().consistentWith(ErrorClass::Timeout), FaultFamily::InfiniteLoop));
    QCOMPARE(lore().consistentWith(ErrorClass::Timeout).count(), 1U);
    QVERIFY(!holds(lore().consistentWith(ErrorClass::Syntax), FaultFamily::Boundary));
    QVERIFY(lore().consistentWith(ErrorClass::Forbidden).all());
}

void TestLore::refusesHalfAFile()
{
    const Result<Lore> none = Lore::fromJson({});
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().kind, ErrorKind::BadInput);
    const QJsonObject odd{{u"families"_s, QJsonArray{QJsonObject{{u"id"_s, u"nonsense"_s}}}}};
    QVERIFY(Lore::fromJson(odd).error().detail.contains(u"nonsense"_s));
}

QTEST_GUILESS_MAIN(TestLore)
#include "tst_lore.moc"
