#include "builders.h"

#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestHashingEmbedder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalisesAndRepeats()
    {
        HashingEmbedder embedder = test::embedder();
        QCOMPARE(embedder.dimension(), 384);
        const auto first = embedder.embed({u"Count the vowels of a string"_s, u""_s, u"求字符串的元音数"_s}, {});
        const auto second = embedder.embed({u"Count the vowels of a string"_s, u""_s, u"求字符串的元音数"_s}, {});
        QVERIFY(first && second);
        QCOMPARE(*first, *second);
        QVERIFY(first->at(1).isEmpty());
        for (const int row : {0, 2}) {
            QCOMPARE(first->at(row).size(), 384);
            QCOMPARE(similarity(first->at(row), first->at(row)), 1.0);
        }
    }

    void goldenValues()
    {
        // Frozen: stored embeddings of older runs must stay comparable. A change needs a new name().
        const Embedding embedding = test::embedder().embedOne(u"def count_vowels(text): return sum(c in 'aeiou' for c in text)");
        double weighted = 0;
        for (qsizetype i = 0; i < embedding.size(); ++i)
            weighted += double(embedding.at(i)) * double(i % 17);
        QCOMPARE(QString::number(weighted, 'f', 4), u"-1.0357"_s);
        QCOMPARE(test::embedder().name(), u"hashing-3:384"_s);
    }

    void likeTextsAreNear_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("near");
        QTest::addColumn<QString>("far");
        QTest::newRow("prose") << u"Return how many vowels the string has"_s << u"Count vowels in a given text string"_s
                               << u"Merge overlapping intervals of meetings"_s;
        QTest::newRow("identifiers meet words") << u"count_vowels"_s << u"vowels are to be counted"_s << u"merge_intervals"_s;
        QTest::newRow("camel meets snake") << u"mergeIntervals"_s << u"merge_intervals"_s << u"count_vowels"_s;
        QTest::newRow("forms of a word") << u"sorting arrays"_s << u"sorted array"_s << u"parsing dates"_s;
        QTest::newRow("other words") << u"Delete the last entry of the vector"_s << u"strike the final item from an array"_s << u"Convert kilometres to miles"_s;
        QTest::newRow("other languages") << u"throws IllegalArgumentException where the HashMap is null"_s << u"raise ValueError if the dict is None"_s << u"Sort the rows of a matrix"_s;
        QTest::newRow("han") << u"合并重叠的区间"_s << u"区间合并"_s << u"统计元音字母"_s;
    }

    void likeTextsAreNear()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, near);
        QFETCH(const QString, far);
        const HashingEmbedder embedder = test::embedder();
        const Embedding point = embedder.embedOne(text);
        const double close = similarity(point, embedder.embedOne(near));
        const double distant = similarity(point, embedder.embedOne(far));
        QVERIFY2(close > distant + 0.15, qPrintable(u"%1 against %2"_s.arg(close).arg(distant)));
    }

    /// Most code looks alike: what is said about it counts more.
    void codeCountsLess()
    {
        const HashingEmbedder embedder = test::embedder();
        const QString code = u"\ndef solve(values):\n    result = []\n    for value in values:\n        result.append(value)\n    return result"_s;
        const auto near = [&](const QString &a, const QString &b) { return similarity(embedder.embedOne(a), embedder.embedOne(b)); };
        const double sameCode = near(u"Rotate a matrix to the right"_s + code, u"When is the next holiday?"_s + code);
        const double sameTask = near(u"Rotate a matrix to the right"_s + code, u"Rotate the matrix by quarters"_s);
        QVERIFY2(sameTask > sameCode, qPrintable(u"%1 against %2"_s.arg(sameTask).arg(sameCode)));
    }

    /// Words and n-grams that are hashed would meet one another by chance if few places were left for them.
    void conceptsLeaveRoom()
    {
        QVERIFY(Concepts().size() < HashingEmbedder::LeastDimension * 2 / 3);
        const HashingEmbedder small(test::idf(), 1);
        QCOMPARE(small.dimension(), HashingEmbedder::LeastDimension);
        QCOMPARE(small.embedOne(u"vowels").size(), HashingEmbedder::LeastDimension);
    }

    void similarityHandlesStrangers()
    {
        const Embedding point = test::embedder().embedOne(u"text");
        QCOMPARE(similarity({}, point), 0.0);
        QCOMPARE(similarity(Embedding{1, 0}, point), 0.0);
        QCOMPARE(similarity(Embedding{0.6f, 0.8f}, Embedding{0.8f, 0.6f}), 0.96);
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        HashingEmbedder embedder = test::embedder();
        const auto result = embedder.embed({u"text"_s}, source.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestHashingEmbedder)
#include "tst_hashingembedder.moc"
