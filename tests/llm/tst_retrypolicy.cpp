#include "core/llm/retrypolicy.h"

#include <QTest>
#include <QTimeZone>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace autodidact;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsUpToItsLimit()
    {
        const RetryPolicy policy({.retries = 8, .first = 100ms, .longest = 1000ms, .jitter = 0.0}, 1);
        QList<qint64> delays;
        for (int retry = 1; const auto delay = policy.delay(retry, {}); ++retry)
            delays.append(delay->count());
        QCOMPARE(delays, (QList<qint64>{100, 200, 400, 800, 1000, 1000, 1000, 1000}));
    }

    void jitterShortensByItsShare()
    {
        int different = 0;
        for (quint64 seed = 0; seed < 200; ++seed) {
            const RetryPolicy policy({.retries = 1, .first = 1000ms, .longest = 1000ms, .jitter = 0.25}, seed);
            const auto delay = policy.delay(1, {});
            QVERIFY(*delay >= 750ms && *delay <= 1000ms);
            QCOMPARE(policy.delay(1, {}), delay);
            different += *delay < 900ms ? 1 : 0;
        }
        QVERIFY(different > 80 && different < 160);
    }

    void theServerIsObeyed()
    {
        const RetryPolicy policy({.retries = 2, .first = 100ms, .longest = 200ms, .jitter = 0.0}, 1);
        QCOMPARE(policy.delay(1, 5000ms), std::optional(5000ms));
        QCOMPARE(policy.delay(1, 0ms), std::optional(100ms));
        QVERIFY(!policy.delay(3, 5000ms));
    }

    void knowsWhatMaySucceedLater()
    {
        for (const int status : {408, 425, 429, 500, 502, 503, 504, 529})
            QVERIFY2(RetryPolicy::isTransient(status), qPrintable(QString::number(status)));
        for (const int status : {0, 200, 301, 400, 401, 403, 404, 413, 422, 501, 505, 600})
            QVERIFY2(!RetryPolicy::isTransient(status), qPrintable(QString::number(status)));
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("with a fraction") << QByteArray(" 1.5 ") << qint64(1500);
        QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(37'000);
        QTest::newRow("past date") << QByteArray("Sun, 06 Nov 1994 08:48:37 GMT") << qint64(0);
        QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
    }

    void readsRetryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        const QDateTime now(QDate(1994, 11, 6), QTime(8, 49), QTimeZone::UTC);
        const auto after = RetryPolicy::parseRetryAfter(value, now);
        QCOMPARE(after ? after->count() : -1, milliseconds);
    }
};

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
