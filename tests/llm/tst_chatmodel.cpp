#include "core/llm/chatmodel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestChatModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimatesTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tokens");
        QTest::newRow("empty") << u""_s << 0;
        QTest::newRow("short word") << u"the"_s << 1;
        QTest::newRow("long word") << u"extraordinary"_s << 4;
        QTest::newRow("words") << u"one two three"_s << 4;
        QTest::newRow("lines") << u"a\nb\n"_s << 4;
        QTest::newRow("Chinese") << u"写代码"_s << 3;
        QTest::newRow("mixed") << u"用Python写"_s << 4;
        QTest::newRow("one emoji is one") << u"😀"_s << 1;
    }

    void estimatesTokens()
    {
        QFETCH(QString, text);
        QFETCH(int, tokens);
        QCOMPARE(estimateTokens(text), tokens);
    }
};

QTEST_APPLESS_MAIN(TestChatModel)
#include "tst_chatmodel.moc"
