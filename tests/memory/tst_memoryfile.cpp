#include "core/memory/memoryfile.h"

#include "builders.h"

#include <QTemporaryDir>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestMemoryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackWithoutItsHistory()
    {
        Memory memory = test::memory(7, MemoryKind::Error, u"元音 \"quoted\""_s, u"line\nbreak"_s, u"-a\n+b"_s, u"vowels"_s);
        memory.term = MemoryTerm::Short;
        memory.state = MemoryState::Archived;
        memory.language = Language::Rust;
        memory.tags = {u"case"_s, u"seen:3"_s};
        memory.pinned = true;
        memory.uses = 9;
        memory.successesAfterUse = 4;
        memory.createdRound = 5;
        memory.tokens = 0;

        const QTemporaryDir folder;
        const QString path = folder.filePath(u"memories.jsonl"_s);
        QVERIFY(exportMemories({memory, memory}, path));
        const auto read = importMemories(path);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        Memory expected = memory;
        expected.id = {};
        expected.origin = MemoryOrigin::Import;
        expected.uses = 0;
        expected.successesAfterUse = 0;
        expected.createdRound = 0;
        QCOMPARE(*read, (QList<Memory>{expected, expected}));
    }

    void defaultsAreThoseOfMemory()
    {
        const auto read = fromMemoryLines("\n{\"kind\":\"lesson\",\"language\":\"python\",\"title\":\"T\",\"content\":\"C\"}\n\n", u"f"_s);
        QVERIFY(read);
        Memory expected;
        expected.origin = MemoryOrigin::Import;
        expected.title = u"T"_s;
        expected.content = u"C"_s;
        QCOMPARE(*read, QList<Memory>{expected});
        QVERIFY(fromMemoryLines({}, u"f"_s)->isEmpty());
    }

    void faultsNameLineAndRemedy_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        QTest::newRow("no JSON") << QByteArray("{\"kind\"") << u"m.jsonl:2: not valid JSON"_s;
        QTest::newRow("no object") << QByteArray("[]") << u"m.jsonl:2: a JSON object is expected"_s;
        QTest::newRow("kind") << QByteArray(R"({"kind":"tip","language":"python","title":"T","content":"C"})")
                              << u"m.jsonl:2: \"kind\" must be one of lesson, code, error"_s;
        QTest::newRow("language") << QByteArray(R"({"kind":"code","language":"cobol","title":"T","content":"C"})")
                                  << u"m.jsonl:2: \"language\" must be one of python, java"_s;
        QTest::newRow("missing") << QByteArray(R"({"kind":"code","language":"rust","title":"T"})")
                                 << u"m.jsonl:2: \"content\" must be a text that is not empty"_s;
        QTest::newRow("type") << QByteArray(R"({"kind":"code","language":"rust","title":"T","content":"C","pinned":"yes"})")
                              << u"m.jsonl:2: \"pinned\" must be true or false"_s;
        QTest::newRow("tags") << QByteArray(R"({"kind":"code","language":"rust","title":"T","content":"C","tags":[1]})")
                              << u"m.jsonl:2: \"tags\" must be a list of strings"_s;
    }

    void faultsNameLineAndRemedy()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, message);
        const QByteArray good = toMemoryLines({test::memory(1, MemoryKind::Lesson, u"T"_s, {}, u"C"_s)});
        const auto read = fromMemoryLines(good + line + '\n' + good, u"m.jsonl"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadInput);
        QVERIFY2(read.error().detail.startsWith(message), qPrintable(read.error().detail));
    }

    void missingFilesAreNamed()
    {
        const auto read = importMemories(u"/no/such/file"_s);
        QCOMPARE(read.error().kind, ErrorKind::NotFound);
        QCOMPARE(exportMemories({}, u"/proc/no/file"_s).error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestMemoryFile)
#include "tst_memoryfile.moc"
