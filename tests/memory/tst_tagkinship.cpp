#include "core/memory/tagkinship.h"

#include <QTest>

#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestTagKinship : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsByRareTags()
    {
        const TagKinship kinship({{u"lists"_s, u"dates"_s}, {u"lists"_s}, {u"lists"_s, u"dates"_s},
            {u"lists"_s, u"heaps"_s}});
        QCOMPARE(kinship.between({u"lists"_s, u"dates"_s}, {u"dates"_s, u"lists"_s}), 1.0);
        QCOMPARE(kinship.between({u"lists"_s}, {u"dates"_s}), 0.0);
        QCOMPARE(kinship.between({}, {u"lists"_s}), 0.0);
        QCOMPARE(kinship.between({}, {}), 0.0);
        // Weights: ln(5/4) of lists, ln(5/2) of dates, ln 5 of heaps.
        const double lists = std::log(5.0 / 4);
        const double dates = std::log(5.0 / 2);
        const double heaps = std::log(5.0);
        const double both = kinship.between({u"lists"_s, u"dates"_s}, {u"lists"_s, u"heaps"_s});
        QVERIFY(std::abs(both - lists / std::sqrt((lists + dates) * (lists + heaps))) < 1e-6);
        QVERIFY(kinship.between({u"lists"_s, u"dates"_s}, {u"heaps"_s, u"dates"_s}) > 2 * both);
    }

    /// Where everybody has a tag, it still makes them alike, and strangers count as the rarest.
    void holdsForFew()
    {
        QCOMPARE(TagKinship({{u"lists"_s}}).between({u"lists"_s}, {u"lists"_s}), 1.0);
        const TagKinship kinship({{u"lists"_s}, {u"lists"_s}, {}});
        QVERIFY(kinship.between({u"lists"_s, u"new"_s}, {u"lists"_s}) > 0);
        QVERIFY(kinship.between({u"lists"_s, u"new"_s}, {u"lists"_s})
            < kinship.between({u"lists"_s, u"new"_s}, {u"new"_s}));
        QCOMPARE(TagKinship({}).between({u"lists"_s}, {u"lists"_s}), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestTagKinship)
#include "tst_tagkinship.moc"
