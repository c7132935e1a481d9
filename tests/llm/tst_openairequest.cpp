#include "core/llm/openairequest.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

ChatRequest request()
{
    ChatRequest chat;
    chat.messages = {{ChatRole::System, u"s"_s}, {ChatRole::User, u"u"_s}, {ChatRole::Assistant, u"a"_s}};
    chat.temperature = 0.5;
    chat.maxTokens = 77;
    chat.seed = 0xffffffffffff0001ULL;
    return chat;
}

} // namespace

class TestOpenAiRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEverything()
    {
        ChatRequest chat = request();
        chat.schema = QJsonObject{{u"type"_s, u"object"_s}};
        const QJsonObject body = openAiRequest(chat, u"m"_s, {}, AnswerForm::Streamed);
        QCOMPARE(body.value("model"_L1).toString(), u"m"_s);
        QCOMPARE(body.value("messages"_L1).toArray().size(), 3);
        QCOMPARE(body.value("messages"_L1).toArray().at(2).toObject().value("role"_L1).toString(), u"assistant"_s);
        QCOMPARE(body.value("temperature"_L1).toDouble(), 0.5);
        QCOMPARE(body.value("max_tokens"_L1).toInt(), 77);
        QVERIFY(body.value("stream"_L1).toBool());
        QVERIFY(body.value("stream_options"_L1).toObject().value("include_usage"_L1).toBool());
        QVERIFY(body.value("seed"_L1).toInteger() >= 0 && body.value("seed"_L1).toInteger() <= 0x7fffffff);
        QCOMPARE(body.value("response_format"_L1).toObject().value("json_schema"_L1).toObject().value("schema"_L1).toObject(), *chat.schema);
    }

    void asksForAnAdapter()
    {
        ChatRequest chat = request();
        QVERIFY(!openAiRequest(chat, u"m"_s, {}, AnswerForm::Whole).contains("lora"_L1));
        chat.adapter = u"mine"_s;
        QCOMPARE(openAiRequest(chat, u"m"_s, {}, AnswerForm::Whole).value("model"_L1).toString(), u"mine"_s);
        chat.adapter = u"lora:0,2=0.5"_s;
        const QJsonObject body = openAiRequest(chat, u"m"_s, {}, AnswerForm::Whole);
        QCOMPARE(body.value("model"_L1).toString(), u"m"_s);
        QCOMPARE(body.value("lora"_L1).toArray(), (QJsonArray{QJsonObject{{u"id"_s, 0}, {u"scale"_s, 1.0}}, QJsonObject{{u"id"_s, 2}, {u"scale"_s, 0.5}}}));
    }

    void leavesOutWhatAServerRefuses()
    {
        ChatRequest chat = request();
        chat.schema = QJsonObject{};
        const QJsonObject body = openAiRequest(chat, u"m"_s,
            {.tokenLimit = false, .schema = false, .streamOptions = false, .seed = false, .temperature = false}, AnswerForm::Whole);
        QCOMPARE(body.keys(), (QStringList{u"messages"_s, u"model"_s, u"stream"_s}));
        QVERIFY(!body.value("stream"_L1).toBool());
    }

    void narrows_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("withSchema");
        QTest::addColumn<QString>("gone");
        QTest::newRow("limit's new name") << u"'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."_s << false << u"max_tokens"_s;
        QTest::newRow("unknown field") << u"Unrecognized request argument supplied: stream_options"_s << false << u"stream_options"_s;
        QTest::newRow("schema named") << u"Invalid schema for response_format 'answer'"_s << true << u"response_format"_s;
        QTest::newRow("schema not named") << u"bad request"_s << true << u"response_format"_s;
        QTest::newRow("temperature") << u"Unsupported value: 'temperature' does not support 0.5"_s << false << u"temperature"_s;
        QTest::newRow("seed") << u"seed: extra fields not permitted"_s << false << u"seed"_s;
        QTest::newRow("nothing of ours") << u"messages are malformed"_s << false << u""_s;
        QTest::newRow("too long a prompt") << u"This model's maximum context length is 4096, max_tokens leaves no room"_s << false << u""_s;
    }

    void narrows()
    {
        QFETCH(QString, message);
        QFETCH(bool, withSchema);
        QFETCH(QString, gone);
        ChatRequest chat = request();
        if (withSchema)
            chat.schema = QJsonObject{};
        const auto shape = narrowed({}, message, chat);
        QCOMPARE(shape.has_value(), !gone.isEmpty());
        if (shape)
            QVERIFY(!openAiRequest(chat, u"m"_s, *shape, AnswerForm::Streamed).contains(gone));
    }

    void narrowingEnds()
    {
        ChatRequest chat = request();
        chat.schema = QJsonObject{};
        for (const QString &message : {u"max_tokens max_completion_tokens"_s, u"max_completion_tokens"_s, u"seed temperature stream_options schema"_s}) {
            int steps = 0;
            std::optional<OpenAiShape> shape = OpenAiShape();
            while (shape) {
                QVERIFY2(++steps < 10, qPrintable(message));
                shape = narrowed(*shape, message, chat);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestOpenAiRequest)
#include "tst_openairequest.moc"
