#include "core/memory/memoryfile.h"

#include "builders.h"

#include <QTemporaryDir>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestMemoryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackWhole()
    {
        Memory memory = test::memory(70, MemoryKind::Error, u"元音 \"quoted\""_s, u"line\nbreak"_s, u"-a\n+b"_s, u"vowels"_s);
        memory.term = MemoryTerm::Short;
        memory.state = MemoryState::Superseded;
        memory.origin = MemoryOrigin::Person;
        memory.language = Language::Rust;
        memory.tags = {u"case"_s, u"seen:3"_s};
        memory.otherGroups = {u"consonants"_s};
        memory.pinned = memory.edited = true;
        memory.archiveReason = u"old"_s;
        memory.uses = 9;
        memory.successesAfterUse = 4;
        memory.createdRound = 5;
        memory.lastUsedRound = 6;
        memory.utility = 0.25;
        memory.reviewedAt = QDateTime::fromString(u"2026-11-30T10:00:00.000Z"_s, Qt::ISODateWithMs);
        memory.why = {ReasonCode::NearDuplicate, {{u"similarity"_s, 0.95}}};
        memory.supersededBy = {80};
        memory.contradicts = {MemoryId{80}, MemoryId{4711}};     // one of them is in the file
        const Memory other = test::memory(80, MemoryKind::Lesson, u"T"_s, {}, u"C"_s);

        const QTemporaryDir folder;
        const QString path = folder.filePath(u"memories.jsonl"_s);
        QVERIFY(exportMemories({memory, other}, path));
        const auto read = importMemories(path);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        Memory expected = memory;
        expected.id = {1};
        expected.supersededBy = {2};
        expected.contradicts = {MemoryId{2}};
        expected.tokens = read->first().tokens;
        QVERIFY(expected.tokens > 0);
        QCOMPARE(read->first(), expected);
        QCOMPARE(toMemoryLines(*read), toMemoryLines({memory, other}));
    }

    void defaultsAreThoseOfMemory()
    {
        const auto read = fromMemoryLines("\n{\"kind\":\"lesson\",\"language\":\"python\",\"title\":\"T\",\"content\":\"C\"}\n\n", u"f"_s);
        QVERIFY(read);
        Memory expected;
        expected.origin = MemoryOrigin::Import;
        expected.title = u"T"_s;
        expected.content = u"C"_s;
        expected.tokens = read->first().tokens;
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
        const auto with = [](const QByteArray &fields) { return QByteArray(R"({"kind":"code","language":"rust","title":"T","content":"C",)") + fields + '}'; };
        QTest::newRow("uses") << with(R"("uses":1.5)") << u"m.jsonl:2: \"uses\" must be a whole number from 0"_s;
        QTest::newRow("successes") << with(R"("uses":1,"successes_after_use":2)") << u"m.jsonl:2: \"successes_after_use\" must be at most \"uses\""_s;
        QTest::newRow("id") << with(R"("id":0)") << u"m.jsonl:2: \"id\" must be a whole number from 1"_s;
        QTest::newRow("id taken") << with(R"("id":1)") << u"m.jsonl:2: the id 1 is taken by an earlier line"_s;
        QTest::newRow("unknown id") << with(R"("id":5,"superseded_by":6)") << u"m.jsonl:2: it names the id 6, which no other line has"_s;
        QTest::newRow("itself") << with(R"("id":5,"contradicts":[5])") << u"m.jsonl:2: it names the id 5, which no other line has"_s;
        QTest::newRow("date") << with(R"("reviewed_at":"yesterday")") << u"m.jsonl:2: \"reviewed_at\" must be an ISO date and time"_s;
    }

    void faultsNameLineAndRemedy()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, message);
        const QByteArray good = toMemoryLines({test::memory(1, MemoryKind::Lesson, u"T"_s, {}, u"C"_s)});
        const auto read = fromMemoryLines(good + line + '\n', u"m.jsonl"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadInput);
        QVERIFY2(read.error().detail.startsWith(message), qPrintable(read.error().detail));
    }

    void circlesAreNamed()
    {
        const auto line = [](int id, int by) {
            return QByteArray(R"({"kind":"code","language":"rust","title":"T","content":"C","id":)") + QByteArray::number(id)
                + R"(,"superseded_by":)" + QByteArray::number(by) + "}\n";
        };
        QVERIFY(fromMemoryLines(line(1, 2) + line(2, 3) + line(3, 1), u"f"_s).error().detail.contains(u"circle"_s));
        QVERIFY(fromMemoryLines(line(1, 2) + line(2, 3) + R"({"kind":"code","language":"rust","title":"T","content":"C","id":3})", u"f"_s));
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
