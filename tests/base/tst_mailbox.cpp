#include "core/base/mailbox.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace autodidact;

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersRunInOrder()
    {
        Mailbox mailbox;
        QList<int> seen;
        for (int i = 0; i < 5; ++i)
            mailbox.post([&seen, i] { seen.append(i); });
        while (mailbox.runOne({}, std::chrono::milliseconds(0))) { }
        QCOMPARE(seen, QList<int>({0, 1, 2, 3, 4}));
    }

    void waitingIsOverWhenStopped()
    {
        Mailbox mailbox;
        std::stop_source stop;
        std::jthread stopper([&stop] { stop.request_stop(); });
        QVERIFY(!mailbox.runOne(stop.get_token()));
    }

    void waitingIsOverAfterTheTimeout()
    {
        Mailbox mailbox;
        QVERIFY(!mailbox.runOne({}, std::chrono::milliseconds(1)));
    }

    void lettersFromManyThreadsAllArrive()
    {
        constexpr int senders = 4;
        constexpr int each = 1000;
        Mailbox mailbox;
        int count = 0;   // touched by the owner's thread only
        std::vector<std::jthread> threads;
        for (int i = 0; i < senders; ++i) {
            threads.emplace_back([&mailbox, &count] {
                for (int k = 0; k < each; ++k)
                    mailbox.post([&count] { ++count; });
            });
        }
        while (count < senders * each)
            QVERIFY(mailbox.runOne({}, std::chrono::seconds(20)));
        QCOMPARE(count, senders * each);
    }

    void runWaitingDoesNotWait()
    {
        Mailbox mailbox;
        int count = 0;
        mailbox.post([&] {
            ++count;
            mailbox.post([&count] { ++count; });
        });
        mailbox.runWaiting();
        QCOMPARE(count, 1);   // what came meanwhile is for the next time
        mailbox.runWaiting();
        QCOMPARE(count, 2);
    }
};

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
