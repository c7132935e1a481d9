#include "core/llm/httptransport.h"

#include "tests/support/httptestserver.h"

#include <QTest>

#include <zlib.h>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

struct Answer {
    QByteArray body;
    HttpHead head;
    HttpEnd end = HttpEnd::Broken;
    QString detail;
    int pieces = 0;
};

HttpRequest to(const QString &url, std::chrono::milliseconds timeout = 10s)
{
    HttpRequest request;
    request.url = url.toUtf8();
    request.deadline = HttpClock::now() + timeout;
    return request;
}

Answer fetch(HttpTransport &transport, HttpRequest request, std::stop_token stop = {})
{
    const auto call = transport.start(std::move(request));
    Answer answer;
    for (;;) {
        const HttpNews news = call->next(1s, stop);
        answer.body += news.bytes;
        answer.pieces += news.bytes.isEmpty() ? 0 : 1;
        if (news.end) {
            answer.head = call->head();
            answer.end = *news.end;
            answer.detail = news.detail;
            return answer;
        }
    }
}

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(plain.size()))), 0);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

Behaviour says(const QByteArray &body, const QList<QByteArray> &headers = {})
{
    return [=](ServedConnection &connection, const ServedRequest &) { connection.answer(200, "text/plain", body, headers); };
}

Behaviour stalls()
{
    return [](ServedConnection &connection, const ServedRequest &) {
        connection.stall(60s);
        connection.cut();
    };
}

} // namespace

class TestHttpTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsAndReads()
    {
        const HttpTestServer server({says("hello", {"X-One: 1"})});
        HttpTransport transport;
        HttpRequest request = to(server.url() + u"/v1/chat"_s);
        request.body = QByteArray(200'000, 'x');
        request.headers = {"Content-Type: application/json"};
        const Answer answer = fetch(transport, request);
        QVERIFY2(answer.end == HttpEnd::Whole, qPrintable(answer.detail));
        QCOMPARE(answer.head.status, 200);
        QCOMPARE(answer.head.header("x-one"), std::optional<QByteArray>("1"));
        QCOMPARE(answer.body, QByteArray("hello"));
        const ServedRequest seen = server.requests().first();
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.path, QByteArray("/v1/chat"));
        QCOMPARE(seen.body, request.body);
        QVERIFY(!seen.headers.contains("expect"));
    }

    void getsAndReusesTheConnection()
    {
        const HttpTestServer server({says("a"), says("b")});
        HttpTransport transport;
        QCOMPARE(fetch(transport, to(server.url())).body, QByteArray("a"));
        QCOMPARE(fetch(transport, to(server.url())).body, QByteArray("b"));
        QCOMPARE(server.requests().at(1).method, QByteArray("GET"));
    }

    void unpacks()
    {
        const QByteArray text = QByteArray("compressed ").repeated(5000);
        const HttpTestServer server({says(gzipped(text), {"Content-Encoding: gzip"})});
        HttpTransport transport;
        QCOMPARE(fetch(transport, to(server.url())).body, text);
        QVERIFY(server.requests().first().headers.at("accept-encoding").contains("gzip"));
    }

    void streamsAsItComes()
    {
        std::atomic<int> seen = 0;
        const Behaviour slow = [&seen](ServedConnection &connection, const ServedRequest &) {
            connection.beginChunked(200, "text/plain");
            for (int i = 0; i < 5; ++i) {
                connection.chunk("piece ");
                while (seen.load() <= i && connection.isOpen())
                    connection.stall(1ms);       // the next piece leaves once this one is seen
            }
            connection.endChunked();
        };
        const HttpTestServer server({slow});
        HttpTransport transport;
        const auto call = transport.start(to(server.url()));
        QByteArray body;
        for (;;) {
            const HttpNews news = call->next(5s, {});
            body += news.bytes;
            seen = int(body.size() / 6);
            if (news.end)
                break;
            QVERIFY(!news.isQuiet());
        }
        QCOMPARE(body, QByteArray("piece ").repeated(5));
    }

    void tellsHowItEnds_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("end");
        QTest::newRow("nobody listens") << u"http://127.0.0.1:1/"_s << int(HttpEnd::Unreachable);
        QTest::newRow("unknown host") << u"http://no-such-host.invalid/"_s << int(HttpEnd::Unresolved);
        QTest::newRow("other scheme") << u"file:///etc/passwd"_s << int(HttpEnd::BadUrl);
    }

    void tellsHowItEnds()
    {
        QFETCH(QString, url);
        QFETCH(int, end);
        HttpTransport transport;
        const Answer answer = fetch(transport, to(url));
        QCOMPARE(int(answer.end), end);
        QVERIFY(!answer.detail.isEmpty());
    }

    void seesACutConnection()
    {
        const Behaviour cut = [](ServedConnection &connection, const ServedRequest &) {
            connection.beginChunked(200, "text/plain");
            connection.chunk("half");
            connection.cut();
        };
        const HttpTestServer server({cut});
        HttpTransport transport;
        const Answer answer = fetch(transport, to(server.url()));
        QVERIFY(answer.end == HttpEnd::Broken);
    }

    void refusesTooMuch()
    {
        const HttpTestServer server({says(QByteArray(100'000, 'x'))});
        HttpTransport transport;
        HttpRequest request = to(server.url());
        request.largestBody = 50'000;
        QVERIFY(fetch(transport, request).end == HttpEnd::TooLarge);
    }

    void tlsToAPlainServerIsUntrusted()
    {
        const HttpTestServer server({says("x")});
        HttpTransport transport;
        const Answer answer = fetch(transport, to(QString(server.url()).replace("http:"_L1, "https:"_L1), 3s));
        QVERIFY2(answer.end == HttpEnd::Untrusted, qPrintable(answer.detail));
    }

    void keepsTheDeadline()
    {
        const HttpTestServer server({stalls()});
        HttpTransport transport;
        const auto begin = HttpClock::now();
        QVERIFY(fetch(transport, to(server.url(), 300ms)).end == HttpEnd::Deadline);
        const auto took = HttpClock::now() - begin;
        QVERIFY(took >= 290ms && took < 2s);
    }

    void cancelsAtOnce()
    {
        const HttpTestServer server({stalls()});
        HttpTransport transport;
        std::stop_source source;
        HttpClock::time_point stopped;
        std::jthread stopper([&] {
            while (server.requests().isEmpty())
                std::this_thread::yield();
            stopped = HttpClock::now();
            source.request_stop();
        });
        QVERIFY(fetch(transport, to(server.url(), 60s), source.get_token()).end == HttpEnd::Cancelled);
        const auto ended = HttpClock::now();
        stopper.join();
        QVERIFY2(ended - stopped < 100ms, "a cancelled call must come back within 100 ms");
    }

    void manyThreadsAtOnce()
    {
        const Behaviour echo = [](ServedConnection &connection, const ServedRequest &request) {
            connection.answer(200, "text/plain", request.body);
        };
        const HttpTestServer server({echo});
        HttpTransport transport;
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 8; ++t) {
                threads.emplace_back([&, t] {
                    for (int i = 0; i < 25; ++i) {
                        HttpRequest request = to(server.url());
                        request.body = QByteArray::number(t) + '/' + QByteArray::number(i);
                        right += fetch(transport, request).body == request.body ? 1 : 0;
                    }
                });
            }
        }
        QCOMPARE(right.load(), 200);
    }

    void endsWithRequestsUnderWay()
    {
        const HttpTestServer server({stalls()});
        const auto begin = HttpClock::now();
        {
            HttpTransport transport;
            for (int i = 0; i < 5; ++i)
                transport.start(to(server.url(), 60s));
        }
        QVERIFY(HttpClock::now() - begin < 2s);
    }
};

QTEST_APPLESS_MAIN(TestHttpTransport)
#include "tst_httptransport.moc"
