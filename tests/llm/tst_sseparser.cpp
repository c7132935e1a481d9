#include "core/llm/sseparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

/// A stream with everything that can stand in one.
QByteArray everything()
{
    return "\xef\xbb\xbf: welcome\n\ndata: one\r\n\r\ndata:two\ndata: lines\n\n:keep-alive\n\nevent: x\nid: 7\ndata\n\n"
           "data: \xe5\x86\x99 \xf0\x9f\x98\x80\r\rdata: bad \xff\xe5\x86 end\n\nretry: 5\ndata:  blank\n\nother: no\n\ndata: [DONE]\n\n";
}

const QStringList Events{u"one"_s, u"two\nlines"_s, u""_s, u"写 😀"_s, u"bad \ufffd\ufffd\ufffd end"_s, u" blank"_s, u"[DONE]"_s};

} // namespace

class TestSseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        SseParser parser;
        QCOMPARE(parser.feed(everything()), Events);
        QCOMPARE(parser.finish(), QStringList());
    }

    void anyTwoSplits()
    {
        const QByteArray stream = everything();
        for (qsizetype first = 0; first <= stream.size(); ++first) {
            for (qsizetype second = first; second <= stream.size(); ++second) {
                SseParser parser;
                QStringList events = parser.feed(stream.first(first));
                events += parser.feed(stream.sliced(first, second - first));
                events += parser.feed(stream.sliced(second));
                if (events != Events)
                    QFAIL(qPrintable(u"split at %1 and %2: %3"_s.arg(first).arg(second).arg(events.join(u'|'))));
            }
        }
    }

    void byteByByte()
    {
        SseParser parser;
        QStringList events;
        for (const char byte : everything())
            events += parser.feed({&byte, 1});
        QCOMPARE(events, Events);
    }

    void theEndMayLackItsBlankLine()
    {
        SseParser parser;
        QCOMPARE(parser.feed("data: a\n\ndata: [DONE]"), QStringList{u"a"_s});
        QCOMPARE(parser.finish(), QStringList{u"[DONE]"_s});
        QCOMPARE(parser.finish(), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestSseParser)
#include "tst_sseparser.moc"
