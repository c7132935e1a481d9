#include "core/llm/modelfactory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace autodidact;

/// Against a real model server, where AUTODIDACT_LLM_URL names one: any model does, one with random
/// weights too, as nothing is asked of what it says.
class TestRealServer : public QObject
{
    Q_OBJECT

    std::shared_ptr<OpenAiModel> model(const QString &name = u"any"_s, int timeoutS = 60) const
    {
        const auto made = makeHttpModel({ModelKind::OpenAi, name},
            {.baseUrl = qEnvironmentVariable("AUTODIDACT_LLM_URL"), .timeoutS = timeoutS}, m_transport);
        return made ? *made : nullptr;
    }

    static ChatRequest request(int tokens)
    {
        ChatRequest chat;
        chat.messages = {{ChatRole::System, u"You write Python."_s}, {ChatRole::User, u"Write a function that adds."_s}};
        chat.maxTokens = tokens;
        chat.seed = 42;
        chat.temperature = 0.7;
        return chat;
    }

    std::shared_ptr<HttpTransport> m_transport;

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariable("AUTODIDACT_LLM_URL").isEmpty())
            QSKIP("no model server: set AUTODIDACT_LLM_URL, for example to http://localhost:8080");
        m_transport = std::make_shared<HttpTransport>();
        QVERIFY(model());
    }

    void listsModels()
    {
        const auto names = model()->listModels(10s, {});
        QVERIFY2(names, names ? "" : qPrintable(names.error().detail));
        QVERIFY(!names->isEmpty());
    }

    void streamsWithUsage()
    {
        QString chunks;
        const auto reply = model()->complete(request(60), {[&](const QString &text) { chunks += text; }, {}}, {});
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
        QVERIFY(!reply->usage.estimated);
        QVERIFY(reply->usage.promptTokens > 0);
        QVERIFY(reply->usage.completionTokens > 0 && reply->usage.completionTokens <= 60);
        QVERIFY(!reply->promptCut);
        QCOMPARE(reply->text.size(), chunks.size());
        qInfo() << reply->finishReason << reply->usage.promptTokens << reply->usage.completionTokens << reply->firstChunkMs << reply->text.left(60);
    }

    void theSeedCounts()
    {
        const auto first = model()->complete(request(40), {}, {});
        const auto second = model()->complete(request(40), {}, {});
        QVERIFY(first && second);
        QCOMPARE(first->text, second->text);
    }

    void keepsToASchema()
    {
        ChatRequest chat = request(400);
        chat.schema = QJsonObject{{u"type"_s, u"object"_s}, {u"additionalProperties"_s, false}, {u"required"_s, QJsonArray{u"ok"_s}},
            {u"properties"_s, QJsonObject{{u"ok"_s, QJsonObject{{u"type"_s, u"boolean"_s}}}}}};
        const auto reply = model()->complete(chat, {}, {});
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
        if (reply->finishReason == "stop"_L1)
            QVERIFY2(QJsonDocument::fromJson(reply->text.toUtf8()).object().value("ok"_L1).isBool(), qPrintable(reply->text));
        qInfo() << reply->finishReason << reply->text.left(60);
    }

    void stopsAtOnce()
    {
        std::stop_source source;
        HttpClock::time_point stopped;
        const ChatObserver observer{[&](const QString &) {
            if (!source.stop_requested()) {
                stopped = HttpClock::now();
                source.request_stop();
            }
        }, {}};
        const auto reply = model()->complete(request(4000), observer, source.get_token());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
        QVERIFY(HttpClock::now() - stopped < 100ms);
    }

    void aLongPromptIsReadRefusedOrSeenCut()
    {
        ChatRequest chat = request(10);
        chat.messages.append({ChatRole::User, u"lorem ipsum "_s.repeated(3'000)});
        const auto reply = model()->complete(chat, {}, {});
        if (reply) {
            QVERIFY(reply->promptCut || reply->usage.promptTokens > 3'000);
        } else {
            QCOMPARE(reply.error().kind, ErrorKind::Model);
            QVERIFY2(reply.error().detail.contains(u"refused the request"_s), qPrintable(reply.error().detail));
            qInfo().noquote() << reply.error().detail;
        }
    }
};

QTEST_APPLESS_MAIN(TestRealServer)
#include "tst_realserver.moc"
