#include "core/tasks/pythonliteral.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestPythonLiteral : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translates_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("python");
        QTest::newRow("words") << QByteArray("[true, false, null]") << QByteArray("[True, False, None]");
        QTest::newRow("numbers stay as they are") << QByteArray("[1.50, 123456789012345678901234567890, -0, 1e5]") << QByteArray("[1.50, 123456789012345678901234567890, -0, 1e5]");
        QTest::newRow("whole keys") << QByteArray("{\"1\": \"a\", \"-2\": {}}") << QByteArray("{1: \"a\", -2: {}}");
        QTest::newRow("mixed keys") << QByteArray("{\"1\": 2, \"01\": 3}") << QByteArray("{\"1\": 2, \"01\": 3}");
        QTest::newRow("escapes") << QByteArray("\"\\/\\\"\\\\\\u00e9\\n\\t\\u0000\"") << QByteArray("\"/\\\"\\\\\xc3\xa9\\n\\x09\\x00\"");
        QTest::newRow("beyond 16 bits") << QByteArray("[\"\\ud83d\\ude00\"]") << QByteArray("[\"\xf0\x9f\x98\x80\"]");
        QTest::newRow("signs in texts") << QByteArray("[\"a,b]\", \":{\"]") << QByteArray("[\"a,b]\", \":{\"]");
    }

    void translates()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, python);
        QCOMPARE(pythonLiteral(json).value_or("nothing"), python);
    }

    void refusesWhatIsNoJson()
    {
        for (const char *text : {"", " ", "[1", "nul", "1, 2]", "{\"a\"}", "'a'"})
            QVERIFY2(!pythonLiteral(text), text);
    }

    void readsListsOfTexts()
    {
        QCOMPARE(textsOfLiteral(u"[\"a\", \"b[1]\"]"_s), (QStringList{u"a"_s, u"b[1]"_s}));
        QCOMPARE(textsOfLiteral(u"['a\\'b', \"c'd\", 'e\\\\n\\n']"_s), (QStringList{u"a'b"_s, u"c'd"_s, u"e\\n\n"_s}));
        QCOMPARE(textsOfLiteral(u"[]"_s), QStringList());
        for (const QString &text : {u"['a', b]"_s, u"[1]"_s, u"('a',)"_s, u"[f'{a}']"_s, u"a"_s, u""_s})
            QVERIFY2(!textsOfLiteral(text), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestPythonLiteral)
#include "tst_pythonliteral.moc"
