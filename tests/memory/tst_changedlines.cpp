#include "core/memory/changedlines.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestChangedLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("lines");
        QTest::newRow("equal") << u"a\nb\n"_s << u"a\nb"_s << QString();
        QTest::newRow("trailing space only") << u"a \nb"_s << u"a\nb\n\n"_s << QString();
        QTest::newRow("one line") << u"def f(n):\n    x = 1\n    return range(n)\n"_s << u"def f(n):\n    x = 1\n    return range(n + 1)\n"_s
                                  << u"     x = 1\n-    return range(n)\n+    return range(n + 1)"_s;
        QTest::newRow("added") << u"a\nb"_s << u"a\nnew\nb"_s << u" a\n+new\n b"_s;
        QTest::newRow("removed") << u"a\nold\nb"_s << u"a\nb"_s << u" a\n-old\n b"_s;
        QTest::newRow("two hunks") << u"1\n2\n3\n4\n5\n6\n7"_s << u"one\n2\n3\n4\n5\n6\nseven"_s << u"-1\n+one\n 2\n@@\n 6\n-7\n+seven"_s;
        QTest::newRow("from nothing") << QString() << u"a"_s << u"+a"_s;
    }

    void showsWhatChanged()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, lines);
        QCOMPARE(changedLines(before, after).value(), lines);
    }

    void isCutWhenLong()
    {
        QStringList before;
        QStringList after;
        for (int i = 0; i < 100; ++i) {
            before.append(u"old %1"_s.arg(i));
            after.append(u"new %1"_s.arg(i));
        }
        const QStringList lines = changedLines(before.join(u'\n'), after.join(u'\n'), 10).value().split(u'\n');
        QCOMPARE(lines.size(), 11);
        QCOMPARE(lines.last(), u"..."_s);
    }
};

QTEST_GUILESS_MAIN(TestChangedLines)
#include "tst_changedlines.moc"
