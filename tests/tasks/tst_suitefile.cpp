#include "core/tasks/suitefile.h"

#include "core/tasks/importer.h"

#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

const QByteArray Header = R"({"autodidact_suite":1,"name":"small","version":"2"})";
const QByteArray Doubling = R"({"id":"a/1","title":"Double","language":"python","statement":"Double it.","entry_point":"double",)"
                            R"("starter":"def double(x):\n    pass\n","visible_tests":[{"name":"two","code":"assert double(2) == 4"}],)"
                            R"("hidden_tests":[{"name":"three","code":"assert double(3) == 6"}],"references":["def double(x):\n    return 2 * x\n"],)"
                            R"("group":"g","difficulty":2,"limits":{"cpu_s":1.5,"memory_mb":64}})";
const QByteArray Repeat = R"({"id":"a/2","language":"rust","statement":"Again.","entry_point":"twice","hidden_tests":[{"code":"assert!(true);"}],)"
                          R"("group":"g","repeat_of":"a/1","repeat_kind":"cross-language","isolation":"in-process","released":"2026-01-31"})";

const QByteArray Doubler = R"({"id":"p","title":"p","language":"python","statement":"Double.","hidden_tests":[{"name":"t","input":"1\n","outputs":["2\n","2"]}]})";
const QByteArray Mending = R"({"id":"r","title":"r","language":"python","statement":"Mend.","hidden_tests":[],"repository":{"name":"a/b","folder":"/c",)"
                              R"("base_commit":"0","test_patch":"t","gold_patch":"g","fail_to_pass":["x"],"pass_to_pass":["y"],"set_up":["s"],"test":["u"],"environment":"e"}})";
const QByteArray CutOff = R"({"id":"c","title":"c","language":"rust","statement":"Cut.","entry_point":"f","suffix":"}","stop_tokens":["\n}"],"hidden_tests":[{"name":"t","code":"assert!(true);"}]})";

QByteArray file(const QList<QByteArray> &lines)
{
    return lines.join('\n') + '\n';
}

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(plain.size()))), 0);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace

class TestSuiteFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField()
    {
        const auto content = parseSuite(file({Header, Doubling, Repeat}), u"f"_s);
        QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
        QCOMPARE(content->suite.name, u"small"_s);
        QCOMPARE(content->suite.version, u"2"_s);
        QCOMPARE(content->suite.taskCount, 2);
        QCOMPARE(content->warnings, QStringList());
        const Task &first = content->tasks.at(0);
        QCOMPARE(first.key, u"a/1"_s);
        QCOMPARE(first.limits.cpuMs, 1500);
        QCOMPARE(first.limits.memoryMb, 64);
        QCOMPARE(first.visibleTests, (QList<TestCase>{{u"two"_s, u"assert double(2) == 4"_s}}));
        QCOMPARE(first.references.size(), 1);
        const Task &second = content->tasks.at(1);
        QCOMPARE(second.ordinal, 1);
        QVERIFY(second.language == Language::Rust);
        QCOMPARE(second.isolation, Isolation::InProcess);
        QCOMPARE(second.repeatKind, RepeatKind::CrossLanguage);
        QCOMPARE(second.repeatOf, u"a/1"_s);
        QCOMPARE(second.hiddenTests.first().name, u"test 1"_s);
        QCOMPARE(second.title, u"a/2"_s);
    }

    void writesWhatItReads()
    {
        const auto content = parseSuite(file({Header, Doubling, Repeat}), u"f"_s);
        QVERIFY(content);
        const QByteArray written = writeSuite(content->suite, content->tasks);
        const auto again = parseSuite(written, u"f"_s);
        QVERIFY(again);
        QCOMPARE(*again, *content);
        QCOMPARE(writeSuite(again->suite, again->tasks), written);
    }

    void programsAndRepositoriesComeBack()
    {
        const auto content = parseSuite(file({Header, Doubler, Mending, CutOff}), u"f"_s);
        QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
        QCOMPARE(content->warnings, QStringList());
        QCOMPARE(content->tasks.at(0).kind, TaskKind::Program);
        QCOMPARE(content->tasks.at(0).hiddenTests, (QList<TestCase>{{u"t"_s, {}, u"1\n"_s, {u"2\n"_s, u"2"_s}}}));
        QCOMPARE(content->tasks.at(1).kind, TaskKind::Repository);
        QVERIFY((content->tasks.at(1).repository == Repository{u"a/b"_s, u"/c"_s, u"0"_s, u"t"_s, u"g"_s, {u"x"_s}, {u"y"_s}, {u"s"_s}, {u"u"_s}, u"e"_s}));
        QCOMPARE(content->tasks.at(2).suffix, u"}"_s);
        QCOMPARE(content->tasks.at(2).stopTokens, QStringList{u"\n}"_s});
        const auto again = parseSuite(writeSuite(content->suite, content->tasks), u"f"_s);
        QVERIFY(again);
        QCOMPARE(*again, *content);
    }

    void hashFollowsTheTests()
    {
        auto content = parseSuite(file({Header, Doubling}), u"f"_s);
        QVERIFY(content);
        const QString before = content->suite.hash;
        QCOMPARE(before.size(), 64);
        content->tasks[0].hiddenTests[0].code += u' ';
        QVERIFY(suiteHash(content->tasks) != before);
        content->tasks[0].hiddenTests[0].code.chop(1);
        content->tasks[0].id = TaskId{7};
        QCOMPARE(suiteHash(content->tasks), before);
    }

    void acceptsMarksAndLineEnds()
    {
        const QByteArray windows = "\xef\xbb\xbf" + Header + "\r\n\r\n" + Doubling + "\r\n";
        const auto content = parseSuite(windows, u"f"_s);
        QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
        QCOMPARE(content->tasks.size(), 1);
    }

    void warnsOfUnknownKeys()
    {
        QByteArray task = Doubling;
        task.replace("\"memory_mb\":64", "\"memory_mb\":64,\"disk\":1");
        task.replace("\"group\":", "\"colour\":\"red\",\"group\":");
        const auto content = parseSuite(file({Header, task}), u"f"_s);
        QVERIFY(content);
        QCOMPARE(content->warnings, (QStringList{u"f:2: the key \"colour\" is not known and was passed over"_s,
                                        u"f:2: the key \"limits.disk\" is not known and was passed over"_s}));
    }

    void refusesWithFileLineAndRemedy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const auto changed = [](QByteArray before, QByteArray after) { return QByteArray(Doubling).replace(before, after); };
        QTest::newRow("empty") << QByteArray() << u"f:1: the file is empty"_s;
        QTest::newRow("no header") << file({Doubling}) << u"f:1: a suite file begins with"_s;
        QTest::newRow("newer format") << file({R"({"autodidact_suite":2,"name":"x"})", Doubling}) << u"f:1: a suite file begins with"_s;
        QTest::newRow("no task") << file({Header}) << u"f:1: the suite has no task"_s;
        QTest::newRow("broken json") << file({Header, "", Doubling, "{\"id\":"}) << u"f:4: not valid JSON"_s;
        QTest::newRow("no object") << file({Header, "[1]"}) << u"f:2: a JSON object is expected"_s;
        QTest::newRow("broken utf-8") << file({Header, changed("Double it", "Double \xc3\x28")}) << u"f:2: the line is not valid UTF-8"_s;
        QTest::newRow("utf-16") << QByteArray("\xff\xfe{\0", 4) << u"f:1: the file is UTF-16"_s;
        QTest::newRow("same id twice") << file({Header, Doubling, Doubling}) << u"f:3: the id \"a/1\" is used twice"_s;
        QTest::newRow("unknown language") << file({Header, changed("python", "cobol")}) << u"f:2: \"language\" is \"cobol\""_s;
        QTest::newRow("wrong type") << file({Header, changed("\"group\":\"g\"", "\"group\":5")}) << u"f:2: \"group\" must be a text"_s;
        QTest::newRow("test without code") << file({Header, changed("assert double(3) == 6", " ")}) << u"f:2: \"hidden_tests\" has a test without code"_s;
        QTest::newRow("no hidden test") << file({Header, changed("hidden_tests", "hidden_test")}) << u"f:2: \"hidden_tests\" is missing"_s;
        QTest::newRow("difficulty") << file({Header, changed("\"difficulty\":2", "\"difficulty\":9")}) << u"f:2: \"difficulty\" must be a number from 0 to 5"_s;
        QTest::newRow("limits") << file({Header, changed("\"cpu_s\":1.5", "\"cpu_s\":-1")}) << u"f:2: \"limits.cpu_s\" must be a number"_s;
        QTest::newRow("repeat of nothing") << file({Header, Repeat}) << u"f:2: \"repeat_of\" names \"a/1\", which is no earlier task"_s;
        QTest::newRow("code and outputs") << file({Header, changed("\"name\":\"three\"", "\"outputs\":[\"6\"]")}) << u"f:2: \"hidden_tests\" has a test with code and outputs"_s;
        QTest::newRow("some outputs") << file({Header, changed("{\"name\":\"three\"", "{\"outputs\":[\"6\"]},{\"name\":\"three\"")}) << u"f:2: some tests have code and others outputs"_s;
        QTest::newRow("no repository") << file({Header, changed("\"group\":", "\"repository\":{},\"group\":")}) << u"f:2: \"repository\" has neither"_s;
        QTest::newRow("path outside") << file({Header, changed("\"group\":", "\"test_files\":[{\"path\":\"../x\",\"content\":\"\"}],\"group\":")})
                                      << u"f:2: \"test_files\" has the path \"../x\""_s;
    }

    void refusesWithFileLineAndRemedy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = parseSuite(bytes, u"f"_s);
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::BadInput);
        QVERIFY2(content.error().detail.contains(message), qPrintable(content.error().detail));
    }

    void tellsSeveralProblemsAtOnce()
    {
        QByteArray bad = Doubling;
        bad.replace("python", "cobol").replace("\"difficulty\":2", "\"difficulty\":\"hard\"");
        const auto content = parseSuite(file({Header, bad, "{}"}), u"f"_s);
        QVERIFY(!content);
        QVERIFY(content.error().detail.split(u'\n').size() >= 4);
        QVERIFY(content.error().detail.contains(u"f:3: "_s));
    }

    void readsCompressedFiles()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"suite.jsonl.gz"_s);
        const QByteArray packed = gzipped(file({Header, Doubling}));
        const auto write = [&path](const QByteArray &bytes) {
            QFile out(path);
            return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
        };
        QVERIFY(write(packed));
        const auto content = importSuite(u"jsonl"_s, path);
        QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
        QCOMPARE(content->tasks.size(), 1);
        QVERIFY(write(packed.first(packed.size() / 2)));
        const auto cut = importSuite(u"jsonl"_s, path);
        QVERIFY(!cut);
        QVERIFY2(cut.error().detail.contains(u"damaged or ends too early"_s), qPrintable(cut.error().detail));
        QVERIFY(write(gzipped(file({Header})) + gzipped(file({Doubling}))));
        QCOMPARE(importSuite(u"jsonl"_s, path)->tasks.size(), 1);
    }

    void namesMissingFilesAndFormats()
    {
        QCOMPARE(importSuite(u"jsonl"_s, u"/nowhere/x.jsonl"_s).error().kind, ErrorKind::NotFound);
        const auto unknown = importSuite(u"csv"_s, u"x"_s);
        QCOMPARE(unknown.error().kind, ErrorKind::BadUsage);
        QVERIFY(unknown.error().detail.contains(u"humaneval, humaneval-x"_s));
    }

    void bundledSuitesAreWhole()
    {
        const QStringList paths = bundledSuites();
        QVERIFY(paths.contains(u":/suites/starter-python.jsonl"_s));
        for (const QString &path : paths) {
            const auto content = readSuiteFile(path);
            QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
            QCOMPARE(content->warnings, QStringList());
            const auto again = parseSuite(writeSuite(content->suite, content->tasks), path);
            QVERIFY(again);
            QCOMPARE(again->suite.hash, content->suite.hash);
        }
    }
};

QTEST_APPLESS_MAIN(TestSuiteFile)
#include "tst_suitefile.moc"
