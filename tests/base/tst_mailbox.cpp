#include "core/base/mailbox.h"

#include <QTest>

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
        for (int i = 0; i < 5; ++i)
            QVERIFY(mailbox.runOne({}));
        QCOMPARE(seen, QList<int>({0, 1, 2, 3, 4}));
    }

    void waitingIsOverWhenStopped()
    {
        Mailbox mailbox;
        std::stop_source stop;
        const std::jthread stopper([&stop] { stop.request_stop(); });
        QVERIFY(!mailbox.runOne(stop.get_token()));
    }

    void lateLettersComeInOrderOfTheirTime()
    {
        Mailbox mailbox;
        QList<int> seen;
        mailbox.postAfter(std::chrono::milliseconds(30), [&seen] { seen.append(3); });
        mailbox.postAfter(std::chrono::milliseconds(10), [&seen] { seen.append(2); });
        mailbox.post([&seen] { seen.append(1); });
        for (int i = 0; i < 3; ++i)
            QVERIFY(mailbox.runOne({}));
        QCOMPARE(seen, QList<int>({1, 2, 3}));
    }

    void runWaitingLeavesWhatIsNotDue()
    {
        Mailbox mailbox;
        int count = 0;
        mailbox.post([&count] { ++count; });
        mailbox.postAfter(std::chrono::hours(1), [&count] { count += 100; });
        mailbox.runWaiting();
        QCOMPARE(count, 1);
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
            QVERIFY(mailbox.runOne({}));
        QCOMPARE(count, senders * each);
    }
};

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
