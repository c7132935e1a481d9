#include "core/llm/openaimodel.h"

#include "core/llm/baseurl.h"
#include "tests/support/chatbehaviours.h"

#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

const QString Key = u"sk-top-secret"_s;

/// A model on a test server, and what its observer heard.
class Scene
{
public:
    explicit Scene(QList<Behaviour> script, std::chrono::milliseconds timeout = 20s, AnswerForm form = AnswerForm::Streamed)
        : server(std::move(script))
        , m_model(settings(server.url(), timeout, form), std::make_shared<HttpTransport>())
    {
    }

    Result<ChatReply> ask(std::stop_token stop = {}) { return ask(request(), stop); }
    Result<ChatReply> ask(const ChatRequest &chat, std::stop_token stop = {})
    {
        const ChatObserver observer{[this](const QString &text) { chunks.append(text); },
            [this](const QString &what, double, double) { waits.append(what); }};
        return m_model.complete(chat, observer, stop);
    }
    Result<QStringList> models() { return m_model.listModels(5s, {}); }

    static ChatRequest request()
    {
        ChatRequest chat;
        chat.messages = {{ChatRole::System, u"Be brief."_s}, {ChatRole::User, u"Say hello."_s}};
        chat.seed = 5;
        return chat;
    }

    static OpenAiSettings settings(const QString &url, std::chrono::milliseconds timeout, AnswerForm form)
    {
        OpenAiSettings settings;
        settings.model = u"m"_s;
        settings.base = *apiBase(url);
        settings.key = *ApiKey::fromSession(Key);
        settings.keySource = u"THE_VARIABLE"_s;
        settings.timeout = timeout;
        settings.retry = {.retries = 3, .unreachableRetries = 1, .first = 10ms, .longest = 40ms, .jitter = 0.5};
        settings.form = form;
        return settings;
    }

    HttpTestServer server;
    QStringList chunks;
    QStringList waits;

private:
    OpenAiModel m_model;
};

Behaviour cutAfter(const QStringList &pieces)
{
    return [pieces](ServedConnection &connection, const ServedRequest &) {
        connection.beginChunked(200, "text/event-stream");
        for (const QString &piece : pieces)
            connection.chunk(chatEvent(piece));
        connection.stall(20ms);      // let it arrive before the reset throws it away
        connection.cut();
    };
}

Behaviour answers(const QByteArray &type, const QByteArray &body)
{
    return [type, body](ServedConnection &connection, const ServedRequest &) { connection.answer(200, type, body); };
}

QJsonObject bodyOf(const ServedRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

class TestOpenAiModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streams()
    {
        Scene scene({test::streams({u"Hel"_s, u"lo"_s})});
        const auto reply = scene.ask();
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
        QCOMPARE(reply->text, u"Hello"_s);
        QCOMPARE(scene.chunks.join(QString()), u"Hello"_s);
        QCOMPARE(reply->usage, (Usage{11, 5, false, 0, 1}));
        QVERIFY(reply->firstChunkMs > 0 && reply->firstChunkMs <= reply->totalMs);
        const ServedRequest seen = scene.server.requests().first();
        QCOMPARE(seen.path, QByteArray("/v1/chat/completions"));
        QCOMPARE(seen.headers.at("authorization"), QByteArray("Bearer sk-top-secret"));
        QCOMPARE(bodyOf(seen).value("seed"_L1).toInt(), 5);
    }

    void takesWholeAnswers()
    {
        Scene scene({answers("application/json", wholeChat(u"Hello"_s))}, 20s, AnswerForm::Whole);
        QCOMPARE(scene.ask()->text, u"Hello"_s);
        QVERIFY(!bodyOf(scene.server.requests().first()).value("stream"_L1).toBool(true));
    }

    void wrongContentTypesDoNotMatter()
    {
        Scene whole({answers("text/event-stream", wholeChat(u"Hello"_s))});
        QCOMPARE(whole.ask()->text, u"Hello"_s);
        Scene stream({answers("application/json", chatEvent(u"Hello"_s) + chatEnd())});
        QCOMPARE(stream.ask()->text, u"Hello"_s);
    }

    void slowBytes()
    {
        const Behaviour slow = [](ServedConnection &connection, const ServedRequest &) {
            connection.beginChunked(200, "text/event-stream");
            for (const char byte : chatEvent(u"写😀"_s) + chatEnd())
                connection.chunk(QByteArray(1, byte));
            connection.endChunked();
        };
        Scene scene({slow});
        QCOMPARE(scene.ask()->text, u"写😀"_s);
    }

    void estimatesMissingUsage()
    {
        Scene scene({test::streams({u"four words are here"_s}, std::nullopt)});
        const auto reply = scene.ask();
        QVERIFY(reply);
        QVERIFY(reply->usage.estimated);
        QCOMPARE(reply->usage.completionTokens, 5);
        QVERIFY(reply->usage.promptTokens > 8);
    }

    void noticesACutPrompt()
    {
        ChatRequest chat = Scene::request();
        chat.messages.append({ChatRole::User, u"word "_s.repeated(400)});
        Scene cut({test::streams({u"x"_s}, 200), test::streams({u"x"_s}, 380)});
        QVERIFY(cut.ask(chat)->promptCut);
        QVERIFY(!cut.ask(chat)->promptCut);
        Scene small({test::streams({u"x"_s}, 1)});
        QVERIFY(!small.ask()->promptCut);
    }

    void triesAgain_data()
    {
        QTest::addColumn<QList<Behaviour>>("trouble");
        QTest::addColumn<QString>("wait");
        const auto one = [](const Behaviour &behaviour) { return QList<Behaviour>{behaviour}; };
        QTest::newRow("429") << one(refuses(429, u"slow down"_s)) << u"rate-limit"_s;
        QTest::newRow("408") << one(refuses(408, u"timeout"_s)) << u"retry"_s;
        QTest::newRow("500 twice") << QList<Behaviour>{refuses(500, u"oh"_s), refuses(503, u"loading"_s)} << u"retry"_s;
        QTest::newRow("cut before anything") << one([](ServedConnection &connection, const ServedRequest &) { connection.cut(); }) << u"retry"_s;
        QTest::newRow("cut in the middle") << one(cutAfter({u"Wrong "_s, u"start"_s})) << u"retry"_s;
        QTest::newRow("stream without an end") << one(answers("text/event-stream", chatEvent(u"half"_s))) << u"retry"_s;
        QTest::newRow("broken JSON") << one(answers("text/event-stream", "data: {\"choices\n\n" + chatEnd())) << u"retry"_s;
        QTest::newRow("busy, in the stream")
            << one(answers("text/event-stream", chatEvent(u"half"_s) + "data: {\"error\":{\"message\":\"busy\",\"type\":\"server_error\"}}\n\n")) << u"retry"_s;
        QTest::newRow("busy, as 200") << one(answers("application/json", R"({"error":{"message":"busy","code":429}})")) << u"rate-limit"_s;
    }

    void triesAgain()
    {
        QFETCH(QList<Behaviour>, trouble);
        QFETCH(QString, wait);
        Scene scene(trouble + QList<Behaviour>{test::streams({u"Hello"_s})});
        const auto reply = scene.ask();
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
        QCOMPARE(reply->text, u"Hello"_s);
        QCOMPARE(scene.server.requests().size(), trouble.size() + 1);
        // The observer hears of the restart, and of its end.
        QVERIFY2(scene.waits.contains(wait), qPrintable(scene.waits.join(u',')));
        QCOMPARE(scene.waits.last(), QString());
        QCOMPARE(scene.chunks.last(), u"Hello"_s);
    }

    void obeysRetryAfter()
    {
        Scene scene({refuses(429, u"slow"_s, {"Retry-After: 1"}), test::streams({u"Hello"_s})});
        const auto begin = HttpClock::now();
        QVERIFY(scene.ask());
        QVERIFY(HttpClock::now() - begin >= 1s);
        Scene late({refuses(429, u"slow"_s, {"Retry-After: 3600"})}, 2s);
        const auto reply = late.ask();
        QCOMPARE(reply.error().kind, ErrorKind::Model);
        QVERIFY(reply.error().detail.contains(u"slow"_s));
    }

    void givesUpAfterEnoughTries()
    {
        Scene scene({refuses(500, u"always"_s)});
        const auto reply = scene.ask();
        QCOMPARE(reply.error().kind, ErrorKind::Model);
        QVERIFY2(reply.error().detail.contains(u"tried 4 times"_s), qPrintable(reply.error().detail));
        QCOMPARE(scene.server.requests().size(), 4);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<Behaviour>("behaviour");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("400") << refuses(400, u"messages are malformed"_s) << QStringList{u"refused the request (400)"_s, u"messages are malformed"_s};
        QTest::newRow("401") << refuses(401, u"Incorrect API key: sk-top-secret"_s) << QStringList{u"refused the key (401)"_s, u"THE_VARIABLE"_s, u"[key]"_s};
        QTest::newRow("403") << refuses(403, u"no"_s) << QStringList{u"refused the key (403)"_s};
        QTest::newRow("404") << refuses(404, u"model 'm' not found"_s) << QStringList{u"\"m\""_s, u"llm.base_url"_s};
        QTest::newRow("quota") << refuses(429, u"You exceeded your quota"_s, {}, u"insufficient_quota"_s) << QStringList{u"quota is spent"_s};
        QTest::newRow("redirect") << refuses(302, u"moved"_s, {"Location: http://elsewhere/"}) << QStringList{u"sends on to another address"_s};
        QTest::newRow("error as 200") << answers("application/json", R"({"error":{"message":"no such model","code":"model_not_found"}})") << QStringList{u"no such model"_s};
    }

    void saysWhatIsWrong()
    {
        QFETCH(Behaviour, behaviour);
        QFETCH(QStringList, words);
        Scene scene({behaviour});
        const auto reply = scene.ask();
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Model);
        QCOMPARE(scene.server.requests().size(), 1);
        const QString detail = reply.error().detail;
        QVERIFY2(detail.contains(u"127.0.0.1:%1"_s.arg(scene.server.port())), qPrintable(detail));
        QVERIFY2(!detail.contains(Key), qPrintable(detail));
        for (const QString &word : words)
            QVERIFY2(detail.contains(word), qPrintable(detail));
    }

    void aPageIsNoModel()
    {
        Scene scene({answers("text/html", "<html>Welcome</html>")});
        const auto reply = scene.ask();
        QVERIFY2(!reply && reply.error().detail.contains(u"did not answer as a model server"_s), qPrintable(reply.error().detail));
    }

    void nobodyListens()
    {
        OpenAiModel model(Scene::settings(u"http://127.0.0.1:1"_s, 10s, AnswerForm::Streamed), std::make_shared<HttpTransport>());
        const auto reply = model.complete(Scene::request(), {}, {});
        QCOMPARE(reply.error().kind, ErrorKind::Model);
        QVERIFY2(reply.error().detail.contains(u"127.0.0.1:1 cannot be reached"_s), qPrintable(reply.error().detail));
        QVERIFY2(reply.error().detail.contains(u"tried 2 times"_s), qPrintable(reply.error().detail));
    }

    void learnsWhatAServerTakes()
    {
        ChatRequest chat = Scene::request();
        chat.schema = QJsonObject{{u"type"_s, u"object"_s}};
        Scene scene({refuses(400, u"response_format is not supported"_s), refuses(400, u"Use max_completion_tokens"_s), test::streams({u"{}"_s})});
        QVERIFY(scene.ask(chat));
        QCOMPARE(scene.server.requests().size(), 3);
        QVERIFY(scene.ask(chat));
        QCOMPARE(scene.server.requests().size(), 4);
        const QJsonObject last = bodyOf(scene.server.requests().last());
        QVERIFY(!last.contains("response_format"_L1) && !last.contains("max_tokens"_L1));
        QVERIFY(last.contains("max_completion_tokens"_L1));
    }

    void aRefusalThatStaysTeachesNothing()
    {
        ChatRequest chat = Scene::request();
        chat.schema = QJsonObject{{u"type"_s, u"object"_s}};
        Scene scene({refuses(400, u"bad request"_s), refuses(400, u"bad request"_s), test::streams({u"{}"_s})});
        QVERIFY(!scene.ask(chat));
        QVERIFY(scene.ask(chat));
        QVERIFY(bodyOf(scene.server.requests().last()).contains("response_format"_L1));
    }

    void oneDeadlineOverAll()
    {
        const Behaviour stall = [](ServedConnection &connection, const ServedRequest &) {
            connection.stall(60s);
            connection.cut();
        };
        Scene scene({refuses(500, u"oh"_s), stall}, 1500ms);
        const auto begin = HttpClock::now();
        const auto reply = scene.ask();
        QCOMPARE(reply.error().kind, ErrorKind::Model);
        QVERIFY(HttpClock::now() - begin < 3s);
        QVERIFY2(scene.waits.contains(u"first-token"_s), qPrintable(scene.waits.join(u',')));
    }

    void stopsAtOnce_data()
    {
        QTest::addColumn<Behaviour>("behaviour");
        QTest::newRow("while the model is silent") << Behaviour([](ServedConnection &connection, const ServedRequest &) { connection.stall(60s); });
        QTest::newRow("while it waits for a retry") << refuses(429, u"slow"_s, {"Retry-After: 15"});
        QTest::newRow("in the middle of a stream") << Behaviour([](ServedConnection &connection, const ServedRequest &) {
            connection.beginChunked(200, "text/event-stream");
            connection.chunk(chatEvent(u"a"_s));
            connection.stall(60s);
        });
    }

    void stopsAtOnce()
    {
        QFETCH(Behaviour, behaviour);
        Scene scene({behaviour});
        std::stop_source source;
        HttpClock::time_point stopped;
        std::jthread stopper([&] {
            while (scene.server.requests().isEmpty())
                std::this_thread::yield();
            stopped = HttpClock::now();
            source.request_stop();
        });
        const auto reply = scene.ask(source.get_token());
        const auto ended = HttpClock::now();
        stopper.join();
        QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
        QVERIFY(ended - stopped < 100ms);
    }

    void listsModels()
    {
        Scene scene({answers("application/json", R"({"object":"list","data":[{"id":"b"},{"id":"a"}]})"), answers("text/html", "<html>")});
        QCOMPARE(*scene.models(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(scene.server.requests().first().path, QByteArray("/v1/models"));
        QVERIFY(!scene.models());
    }

    void severalThreadsShareOneModel()
    {
        Scene scene({test::streams({u"Hel"_s, u"lo"_s})});
        OpenAiModel model(Scene::settings(scene.server.url(), 20s, AnswerForm::Streamed), std::make_shared<HttpTransport>());
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 6; ++t) {
                threads.emplace_back([&] {
                    for (int i = 0; i < 10; ++i) {
                        const auto reply = model.complete(Scene::request(), {}, {});
                        right += reply && reply->text == u"Hello"_s ? 1 : 0;
                    }
                });
            }
        }
        QCOMPARE(right.load(), 60);
    }
};

QTEST_APPLESS_MAIN(TestOpenAiModel)
#include "tst_openaimodel.moc"
