#include "widgets/codediff/worddiff.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

/// The line with its spans in brackets.
QString marked(const QString &line, const QList<WordSpan> &spans)
{
    QString text = line;
    for (auto it = spans.crbegin(); it != spans.crend(); ++it) {
        text.insert(it->start + it->length, u']');
        text.insert(it->start, u'[');
    }
    return text;
}

} // namespace

class TestDiffWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWhatDiffers_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("equal") << u"a = b"_s << u"a = b"_s;
        QTest::newRow("one word") << u"return [low]"_s << u"return [high]"_s;
        QTest::newRow("insertion") << u"range(len(values))"_s << u"range(len(values)[ - width + 1])"_s;
        QTest::newRow("removal at the start") << u"[not ]done"_s << u"done"_s;
        QTest::newRow("two places") << u"for [i] in [xs]:"_s << u"for [j] in [ys]:"_s;
        QTest::newRow("blanks between changes are taken along") << u"if [a b]:"_s << u"if [c d]:"_s;
        QTest::newRow("names stay whole") << u"[list_window]()"_s << u"[list_windows]()"_s;
        QTest::newRow("operator") << u"a [<] b"_s << u"a [>] b"_s;
        QTest::newRow("Chinese") << u"s = \"[边界]\""_s << u"s = \"[范围]\""_s;
        QTest::newRow("outside the basic plane") << u"s = \"[😀]\""_s << u"s = \"[😁]\""_s;
        QTest::newRow("from nothing") << u""_s << u"[pass]"_s;
        QTest::newRow("indent") << u"[  ]x"_s << u"[    ]x"_s;
    }

    void marksWhatDiffers()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto bare = [](QString text) { return text.remove(u'[').remove(u']'); };
        const WordChanges changes = WordDiff::compare(bare(before), bare(after));
        QCOMPARE(marked(bare(before), changes.removed), before);
        QCOMPARE(marked(bare(after), changes.added), after);
    }

    void likenessIsAShare()
    {
        QCOMPARE(WordDiff::compare(u"abc", u"abc").likeness, 1.0);
        QCOMPARE(WordDiff::compare(u"abc", u"xyz").likeness, 0.0);
        QCOMPARE(WordDiff::compare(u"ab cd", u"ab ef").likeness, 0.5);
        QCOMPARE(WordDiff::compare(u"", u"").likeness, 1.0);
    }

    void spansCoverExactlyWhatIsNotCommon()
    {
        // Taking the marked parts out of both lines leaves the same words.
        const QStringList lines{u"for a, b in zip(xs, ys): print(a + b)"_s, u"for b in ys: print(b, a * 2)"_s, u""_s, u"x"_s,
                                u"print(  a + b )"_s};
        const auto without = [](QString line, const QList<WordSpan> &spans) {
            for (auto it = spans.crbegin(); it != spans.crend(); ++it)
                line.remove(it->start, it->length);
            return line.remove(u' ');
        };
        for (const QString &before : lines) {
            for (const QString &after : lines) {
                const WordChanges changes = WordDiff::compare(before, after);
                QCOMPARE(without(before, changes.removed), without(after, changes.added));
            }
        }
    }

    void veryLongLinesEnd()
    {
        const QString before = u"a b "_s.repeated(20'000);
        const QString after = u"c d "_s.repeated(20'000);
        const WordChanges changes = WordDiff::compare(before, after);
        QCOMPARE(changes.removed.size(), 1);
        QCOMPARE(changes.likeness, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestDiffWords)
#include "tst_diffwords.moc"
