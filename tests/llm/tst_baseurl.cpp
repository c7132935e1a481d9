#include "core/llm/baseurl.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestBaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("base");
        QTest::newRow("nothing") << u""_s << u"https://api.openai.com/v1"_s;
        QTest::newRow("without v1") << u"http://gpu:11434"_s << u"http://gpu:11434/v1"_s;
        QTest::newRow("slash") << u" http://gpu:11434/ "_s << u"http://gpu:11434/v1"_s;
        QTest::newRow("with v1") << u"http://gpu:11434/v1"_s << u"http://gpu:11434/v1"_s;
        QTest::newRow("v1 slash") << u"http://gpu:11434/v1//"_s << u"http://gpu:11434/v1"_s;
        QTest::newRow("whole path") << u"http://gpu:11434/v1/chat/completions"_s << u"http://gpu:11434/v1"_s;
        QTest::newRow("models path") << u"http://gpu:11434/v1/models/"_s << u"http://gpu:11434/v1"_s;
        QTest::newRow("prefix") << u"https://openrouter.ai/api/v1"_s << u"https://openrouter.ai/api/v1"_s;
        QTest::newRow("prefix without v1") << u"https://host/llm"_s << u"https://host/llm/v1"_s;
        QTest::newRow("other version") << u"https://host/v1beta/openai/"_s << u"https://host/v1beta/openai"_s;
        QTest::newRow("localhost") << u"localhost:8080"_s << u"http://localhost:8080/v1"_s;
        QTest::newRow("bare localhost") << u"localhost"_s << u"http://localhost/v1"_s;
        QTest::newRow("address") << u"192.168.1.5:8000"_s << u"http://192.168.1.5:8000/v1"_s;
        QTest::newRow("IPv6") << u"[::1]:8000"_s << u"http://[::1]:8000/v1"_s;
        QTest::newRow("host with a port") << u"gpu:11434"_s << u"http://gpu:11434/v1"_s;
        QTest::newRow("host alone") << u"api.example.org"_s << u"https://api.example.org/v1"_s;
    }

    void accepts()
    {
        QFETCH(QString, typed);
        QFETCH(QString, base);
        const auto result = apiBase(typed);
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        QCOMPARE(*result, base);
        QCOMPARE(*apiBase(*result), base);
    }

    void refuses()
    {
        for (const QString &typed : {u"ftp://host"_s, u"http://"_s, u"http://host/v1?key=1"_s, u"http://ho st"_s, u"file:///etc"_s}) {
            const auto result = apiBase(typed);
            QVERIFY2(!result, qPrintable(typed));
            QCOMPARE(result.error().kind, ErrorKind::BadUsage);
        }
    }

    void namesTheHostAlone()
    {
        QCOMPARE(hostOf(u"http://me:secret@gpu:11434/v1"_s), u"gpu:11434"_s);
        QCOMPARE(hostOf(u"https://api.openai.com/v1"_s), u"api.openai.com"_s);
        QVERIFY(isOpenAi(u"https://eu.api.openai.com/v1"_s));
        QVERIFY(!isOpenAi(u"https://api.openai.com.evil.org/v1"_s));
    }
};

QTEST_APPLESS_MAIN(TestBaseUrl)
#include "tst_baseurl.moc"
