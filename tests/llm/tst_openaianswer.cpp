#include "core/llm/openaianswer.h"

#include "tests/support/chatbehaviours.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

using Kind = AnswerFault::Kind;

std::expected<ChatReply, AnswerFault> read(const QByteArray &bytes)
{
    OpenAiAnswer answer;
    answer.feed(bytes);
    return answer.finish();
}

} // namespace

class TestOpenAiAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAStreamSplitAnywhere()
    {
        const QByteArray stream = ": ping\n\n" + chatEvent(u"think"_s, u"reasoning_content"_s) + chatEvent(u"Grüße "_s) + chatEvent(u"写😀"_s) + chatEnd(17, u"length"_s);
        for (qsizetype split = 0; split <= stream.size(); ++split) {
            OpenAiAnswer answer;
            QString chunks = answer.feed(stream.first(split));
            chunks += answer.feed(stream.sliced(split));
            const auto reply = answer.finish();
            QVERIFY2(reply, qPrintable(QString::number(split)));
            QCOMPARE(chunks, u"Grüße 写😀"_s);
            QCOMPARE(reply->text, chunks);
            QCOMPARE(reply->reasoning, u"think"_s);
            QCOMPARE(reply->finishReason, u"length"_s);
            QCOMPARE(reply->usage, (Usage{17, 5, false, 0, 1}));
        }
    }

    void readsAWholeAnswer()
    {
        const auto reply = read("\xef\xbb\xbf\n" + wholeChat(u"hello"_s, 9));
        QVERIFY(reply);
        QCOMPARE(reply->text, u"hello"_s);
        QCOMPARE(reply->usage.promptTokens, 9);
        QCOMPARE(read(wholeChat(u"x"_s, std::nullopt))->usage.calls, 0);
        QCOMPARE(read(R"({"choices":[{"message":{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}}]})")->text, u"ab"_s);
        QCOMPARE(read(R"({"choices":[{"message":{"content":null,"refusal":"no"}}]})")->text, u"no"_s);
    }

    void thoughtsInTagsAreKeptApart()
    {
        const auto reply = read(wholeChat(u"<think>\nfirst\n</think>\n\nanswer"_s));
        QCOMPARE(reply->text, u"answer"_s);
        QCOMPARE(reply->reasoning, u"first"_s);
        QCOMPARE(read(wholeChat(u"a <think>b</think>"_s))->text, u"a <think>b</think>"_s);
        QCOMPARE(read(wholeChat(u"<think>never closed"_s))->text, u"<think>never closed"_s);
    }

    void readsSurrogatesOverEvents()
    {
        const auto reply = read("data: {\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"\\ude00 \\ud83d!\"}}]}\n\n" + chatEnd());
        QVERIFY(reply);
        QCOMPARE(reply->text, u"😀 \ufffd!"_s);
    }

    void brokenBytesBecomeReplacements()
    {
        const auto reply = read("data: {\"choices\":[{\"delta\":{\"content\":\"a\xff\xc3z\"}}]}\n\n" + chatEnd());
        QVERIFY(reply);
        QCOMPARE(reply->text, u"a\ufffd\ufffdz"_s);
    }

    void theEndMustBeThere()
    {
        const auto cut = read(chatEvent(u"half"_s));
        QVERIFY(!cut && cut.error().kind == Kind::Cut);
        const auto nothing = read("");
        QVERIFY(!nothing && nothing.error().kind == Kind::Cut);
        QVERIFY(read(chatEvent(u"x"_s) + "data: [DONE]"));
    }

    void findsErrors_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("transient");
        QTest::newRow("object") << QByteArray(R"({"error":{"message":"no","type":"invalid_request_error"}})") << u"no"_s << false;
        QTest::newRow("text") << QByteArray(R"({"error":"model not found"})") << u"model not found"_s << false;
        QTest::newRow("vllm") << QByteArray(R"({"object":"error","message":"bad","code":503})") << u"bad"_s << true;
        QTest::newRow("detail") << QByteArray(R"({"detail":"Not Found"})") << u"Not Found"_s << false;
        QTest::newRow("rate") << QByteArray(R"({"error":{"message":"slow","code":429}})") << u"slow"_s << true;
        QTest::newRow("quota") << QByteArray(R"({"error":{"message":"spent","type":"insufficient_quota","code":"insufficient_quota"}})") << u"spent"_s << false;
        QTest::newRow("in a stream") << chatEvent(u"half"_s) + "data: {\"error\":{\"message\":\"busy\",\"type\":\"overloaded_error\"}}\n\n" << u"busy"_s << true;
    }

    void findsErrors()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        QFETCH(bool, transient);
        const auto reply = read(bytes);
        QVERIFY(!reply);
        QVERIFY(reply.error().kind == Kind::Server);
        QCOMPARE(reply.error().server.message, message);
        QCOMPARE(reply.error().server.isTransient(), transient);
    }

    void saysWhatItIsNot()
    {
        const auto page = read("<html><body>Welcome to nginx</body></html>");
        QVERIFY(!page && page.error().kind == Kind::NotUnderstood);
        QVERIFY(page.error().detail.contains(u"Welcome to nginx"_s));
        const auto torn = read("data: {\"choices\":[\n\n" + chatEnd());
        QVERIFY(!torn && torn.error().kind == Kind::NotUnderstood);
        const auto empty = read("{}");
        QVERIFY(!empty && empty.error().kind == Kind::NotUnderstood);
    }
};

QTEST_APPLESS_MAIN(TestOpenAiAnswer)
#include "tst_openaianswer.moc"
