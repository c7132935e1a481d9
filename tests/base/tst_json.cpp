#include "core/base/hash.h"
#include "core/base/json.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesHaveSortedKeys()
    {
        QJsonObject object;
        object.insert("b"_L1, 1);
        object.insert("a"_L1, u"x\ny"_s);
        QCOMPARE(toJsonLine(object), QByteArray(R"({"a":"x\ny","b":1})"));
    }

    void largeNumbersStayExact()
    {
        const qint64 large = 9'007'199'254'740'993;   // 2^53 + 1
        const QByteArray line = toJsonLine({{u"n"_s, large}});
        const auto back = parseJsonObject(line, u"test"_s);
        QVERIFY(back.has_value());
        QCOMPARE(back->value("n"_L1).toInteger(), large);
    }

    void faultsNameThePlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut") << QByteArray(R"({"a": )");
        QTest::newRow("list") << QByteArray("[1]");
        QTest::newRow("empty") << QByteArray();
    }

    void faultsNameThePlace()
    {
        QFETCH(QByteArray, bytes);
        const auto result = parseJsonObject(bytes, u"suite.jsonl:12"_s);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::BadInput);
        QVERIFY(result.error().detail.startsWith(u"suite.jsonl:12: "_s));
    }

    void listsComeBack()
    {
        const QStringList list{u"eins"_s, u"二"_s, QString()};
        QCOMPARE(toStringList(toJsonArray(list)), list);
    }

    void scoresAreRounded()
    {
        QCOMPARE(rounded(0.1234564), 0.123456);
        QCOMPARE(rounded(0.1 + 0.2), 0.3);
        QCOMPARE(rounded(-1.0000006), -1.000001);
    }

    void hashesArePublishedOnes()
    {
        // FIPS 180-4, the message "abc".
        QCOMPARE(sha256Hex(u"abc"_s), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
        QCOMPARE(sha256Hex(u"é"_s), sha256Hex(QByteArray("\xc3\xa9")));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
