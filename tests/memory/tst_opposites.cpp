#include "core/memory/opposites.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestOpposites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsOppositesFromOtherAdvice_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("cue");
        QTest::newRow("negation") << u"Sort the list before searching it."_s
                                  << u"Do not sort the list before searching it."_s << u"not"_s;
        QTest::newRow("never") << u"Always include the last element of the range."_s
                               << u"Never include the last element of the range."_s << u"never"_s;
        QTest::newRow("contracted")
            << u"Round the quotient down."_s << u"Don't round the quotient down."_s << u"not"_s;
        QTest::newRow("antonym") << u"Walk the items in ascending order."_s
                                 << u"Walk the items in descending order."_s
                                 << u"ascending/descending"_s;
        QTest::newRow("one clause of several")
            << u"Check the input. Copy the argument list first."_s
            << u"Do not copy the argument list first; it is slow."_s << u"not"_s;
        QTest::newRow("Chinese") << u"先对列表排序"_s << u"不要先对列表排序"_s << u"不"_s;
        QTest::newRow("same") << u"Sort the list before searching it."_s
                              << u"Sort the list before searching it."_s << QString();
        QTest::newRow("twice turned") << u"Do not walk the items in ascending order."_s
                                      << u"Walk the items in descending order."_s << QString();
        QTest::newRow("double negation")
            << u"Check the empty list."_s << u"Do not skip: check the empty list."_s << QString();
        QTest::newRow("both negated") << u"Do not round the quotient down."_s
                                      << u"Never round the quotient down."_s << QString();
        QTest::newRow("other subject")
            << u"Do not divide whole numbers."_s << u"Close the file after reading."_s << QString();
        QTest::newRow("one shared word")
            << u"Never trust the input."_s << u"Sort the input by length and remove repeats."_s
            << QString();
        QTest::newRow("agrees elsewhere")
            << u"Sort the list first."_s
            << u"Do not sort the list first when it is sorted; else sort the list first."_s
            << QString();
        QTest::newRow("empty") << QString() << u"Never do it."_s << QString();
    }

    void tellsOppositesFromOtherAdvice()
    {
        QFETCH(const QString, a);
        QFETCH(const QString, b);
        QFETCH(const QString, cue);
        for (const auto &found : {oppositeCue(a, b), oppositeCue(b, a)})
            QCOMPARE(found.value_or(QString()), cue);
    }
};

QTEST_GUILESS_MAIN(TestOpposites)
#include "tst_opposites.moc"
