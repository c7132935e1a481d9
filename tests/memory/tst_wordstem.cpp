#include "core/memory/concepts.h"
#include "core/memory/wordstem.h"

#include <QTest>

#include <algorithm>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestWordStem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formsMeet_data()
    {
        QTest::addColumn<QString>("forms");
        QTest::addColumn<QString>("stem");
        QTest::newRow("verb") << u"sort sorts sorted sorting"_s << u"sort"_s;
        QTest::newRow("doubled letter") << u"stop stopped stopping stops"_s << u"stop"_s;
        QTest::newRow("silent e") << u"divide divides divided dividing"_s << u"divid"_s;
        QTest::newRow("y") << u"entry entries"_s << u"entri"_s;
        QTest::newRow("sibilants") << u"box boxes"_s << u"box"_s;
        QTest::newRow("comparison") << u"high higher highest"_s << u"high"_s;
        QTest::newRow("short words stay") << u"bed"_s << u"bed"_s;
        QTest::newRow("no word") << u"i32s"_s << u"i32s"_s;
        QTest::newRow("identifier") << u"merge_lists"_s << u"merge_lists"_s;
        QTest::newRow("han") << u"区间合并"_s << u"区间合并"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void formsMeet()
    {
        QFETCH(const QString, forms);
        QFETCH(const QString, stem);
        for (const QString &form : forms.split(u' '))
            QCOMPARE(stemOf(form), stem);
    }

    void unlikeWordsStayApart()
    {
        QVERIFY(stemOf(u"sting"_s) != stemOf(u"string"_s));
        QVERIFY(stemOf(u"class"_s) != stemOf(u"clas"_s));
        QVERIFY(stemOf(u"bus"_s) == u"bus"_s && stemOf(u"axis"_s) == u"axis"_s);
    }

    void wordsOfOneMeaningShareAConcept()
    {
        const Concepts concepts;
        QVERIFY(concepts.size() > 100);
        const auto share = [&](const QString &a, const QString &b) {
            const QList<Concept> left = concepts.of(stemOf(a));
            return std::ranges::any_of(
                concepts.of(stemOf(b)), [&](const Concept &found) { return left.contains(found); });
        };
        QVERIFY(share(u"none"_s, u"null"_s));
        QVERIFY(share(u"dictionary"_s, u"hashmap"_s));
        QVERIFY(share(u"raises"_s, u"throws"_s));
        QVERIFY(share(u"largest"_s, u"maximum"_s));
        QVERIFY(!share(u"matrix"_s, u"weekday"_s));
        QVERIFY(concepts.of(u"zyzzyva"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWordStem)
#include "tst_wordstem.moc"
