#include "core/memory/idftable.h"
#include "core/memory/terms.h"

#include <QTemporaryFile>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("prose") << u"Count the vowels, please."_s << QStringList{u"count"_s, u"the"_s, u"vowels"_s, u"please"_s};
        QTest::newRow("snake case") << u"count_vowels(text)"_s << QStringList{u"count_vowels"_s, u"count"_s, u"vowels"_s, u"text"_s};
        QTest::newRow("camel case") << u"parseHTTPHeader"_s << QStringList{u"parsehttpheader"_s, u"parse"_s, u"http"_s, u"header"_s};
        QTest::newRow("digits") << u"i32 10.5"_s << QStringList{u"i32"_s, u"10"_s, u"5"_s};
        QTest::newRow("han") << u"求和sum"_s << QStringList{u"求"_s, u"求和"_s, u"和"_s, u"sum"_s};
        QTest::newRow("beyond the basic plane") << u"𠀀𠀁"_s << QStringList{u"𠀀"_s, u"𠀀𠀁"_s, u"𠀁"_s};
        QTest::newRow("lone surrogate") << QString(QChar(0xd800)) << QStringList{};
        QTest::newRow("only signs") << u"_ -> ()"_s << QStringList{};
    }

    void splitsText()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, terms);
        QCOMPARE(termsOf(text), terms);
    }

    void rareTermsWeighMore()
    {
        const auto table = IdfTable::builtIn();
        QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
        QVERIFY(table->size() > 400);
        QVERIFY(table->idf(u"the"_s) < table->idf(u"return"_s));
        QVERIFY(table->idf(u"return"_s) < table->idf(u"palindrome"_s));
        QVERIFY(table->idf(u"palindrome"_s) < table->idf(u"zyzzyva"_s));
        QVERIFY(table->weight(u"the"_s) < table->weight(u"zyzzyva"_s));
    }

    void brokenTablesAreNamed()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("0.5 the a\nmany words\n");
        file.close();
        const auto table = IdfTable::load(file.fileName());
        QVERIFY(!table);
        QCOMPARE(table.error().kind, ErrorKind::BadInput);
        QVERIFY2(table.error().detail.contains(file.fileName() + u":2"_s), qPrintable(table.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestTerms)
#include "tst_terms.moc"
