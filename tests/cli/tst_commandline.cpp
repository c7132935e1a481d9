#include "core/base/random.h"
#include "tests/support/commandline.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList shortRun{u"run"_s, u"--name"_s, u"r"_s, u"--rounds"_s, u"2"_s, u"--set"_s, u"run.batch=8"_s,
                           u"--set"_s, u"run.checkpoint_every=2"_s, u"--quiet"_s};

/// One task of every kind; a visible test of the first is a hidden one, too.
constexpr char kinds[] =
    "{\"autodidact_suite\": 1, \"name\": \"kinds\", \"version\": \"3\", \"licence\": \"MIT\"}\n"
    "{\"id\": \"double\", \"language\": \"python\", \"statement\": \"Twice n.\", \"entry_point\": \"double\", "
    "\"starter\": \"def double(n):\\n    pass\\n\", \"visible_tests\": [{\"name\": \"seen\", \"code\": \"assert double(3) == 6\"}], "
    "\"hidden_tests\": [{\"name\": \"of three\", \"code\": \"assert double(3) == 6\"}], "
    "\"references\": [\"def double(n):\\n    return 2 * n\\n\"], \"families\": [\"operator\"], \"difficulty\": 2, \"limits\": {\"cpu_s\": 1.5}}\n"
    "{\"id\": \"echo\", \"language\": \"python\", \"statement\": \"Echo.\", \"hidden_tests\": [{\"name\": \"a\", \"input\": \"a\\n\", "
    "\"outputs\": [\"a\\n\", \"A\\n\"]}], \"references\": [\"print(input())\\n\"]}\n"
    "{\"id\": \"files\", \"language\": \"python\", \"statement\": \"One.\", \"entry_point\": \"one.py\", \"hidden_tests\": [], \"test_files\": "
    "[{\"path\": \"test_one.py\", \"content\": \"from one import one\\n\\n\\ndef test_one():\\n    assert one() == 1\\n\", \"visible\": false}], "
    "\"references\": [\"def one():\\n    return 1\\n\"]}\n"
    "{\"id\": \"o/p#1\", \"language\": \"python\", \"statement\": \"Mend it.\", \"hidden_tests\": [], \"repository\": {\"name\": \"o/p\", "
    "\"base_commit\": \"abc\", \"fail_to_pass\": [\"t::a\"], \"test\": [\"pytest\"]}}\n";

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void explainsEveryCommand_data();
    void explainsEveryCommand();
    void refusesASuiteThatTheStudentCannotWrite();
    void importsAllOrNothing();
    void saysWhatItSkipped();
    void exportsWhatImportsAsTheSame();
    void validatesBothWays();
    void refusesForeignDatabases_data();
    void refusesForeignDatabases();
    void checksHumanEval();
    void checksSamplesOfEveryForm_data();
    void checksSamplesOfEveryForm();
    void givesTheSameJournalForEveryNumberOfJobs();
    void comparesSelfTestsWithHiddenOnes();
    void survivesTwentyKills();
    void saysThatTheDiskIsFull();
    void reportsInEveryFormat();
    void curatesMemoriesAndVersions();
    void tiesMemoriesAndSharesThem();
};

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("no command") << QStringList{u"paint"_s} << u"no command \"paint\""_s;
    QTest::newRow("no subcommand") << QStringList{u"suite"_s, u"burn"_s} << u"import, list, show, validate, export"_s;
    QTest::newRow("unknown option") << QStringList{u"runs"_s, u"list"_s, u"--colour"_s} << u"colour"_s;
    QTest::newRow("missing argument") << QStringList{u"resume"_s} << u"missing"_s;
    QTest::newRow("one too many") << QStringList{u"runs"_s, u"list"_s, u"x"_s} << u"one argument too many"_s;
    QTest::newRow("unknown suite") << QStringList{u"check"_s, u"nowhere"_s} << u"nowhere"_s;
    QTest::newRow("unknown run") << QStringList{u"report"_s, u"r99"_s} << u"r99"_s;
    QTest::newRow("unknown format") << QStringList{u"suite"_s, u"import"_s, u"tarot"_s, u"x"_s} << u"tarot"_s;
    QTest::newRow("missing file") << QStringList{u"suite"_s, u"import"_s, u"jsonl"_s, u"/nowhere/x.jsonl"_s} << u"/nowhere/x.jsonl"_s;
    QTest::newRow("unknown setting") << QStringList{u"run"_s, u"--set"_s, u"agent.atempts=3"_s} << u"agent.attempts"_s;
    QTest::newRow("no equals sign") << QStringList{u"run"_s, u"--set"_s, u"agent.attempts"_s} << u"key=value"_s;
    QTest::newRow("unknown model") << QStringList{u"run"_s, u"--model"_s, u"oracle"_s} << u"oracle"_s;
    QTest::newRow("bad jobs") << QStringList{u"run"_s, u"--jobs"_s, u"0"_s} << u"--jobs"_s;
    QTest::newRow("unknown sandbox") << QStringList{u"check"_s, u"starter-python"_s, u"--sandbox"_s, u"jar"_s} << u"\"jar\" is no sandbox"_s;
    QTest::newRow("image without a container") << QStringList{u"check"_s, u"starter-python"_s, u"--image"_s, u"x"_s} << u"container"_s;
    QTest::newRow("unknown format of a report") << QStringList{u"report"_s, u"1"_s, u"--format"_s, u"doc"_s} << u"html, md, csv or json"_s;
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const CommandLine cli;
    const Answer answer = cli.call(arguments);
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
    QVERIFY(answer.out.isEmpty());
    if (arguments.first() == u"run")
        QVERIFY(cli.call({u"runs"_s, u"list"_s, u"--json"_s}).json()[u"runs"_s].toArray().isEmpty());
}

void TestCommandLine::explainsEveryCommand_data()
{
    QTest::addColumn<QStringList>("words");
    for (const QString &words : {u""_s, u"doctor"_s, u"suite"_s, u"suite import"_s, u"suite validate"_s, u"check"_s, u"run"_s,
                                 u"resume"_s, u"runs"_s, u"runs export"_s, u"runs add-tasks"_s, u"runs feedback"_s, u"report"_s, u"memory"_s, u"memory add"_s,
                                 u"versions"_s, u"versions diff"_s, u"student"_s, u"student report"_s,
                                 u"student calibration"_s, u"student teach"_s})
        QTest::addRow("%s", qPrintable(words)) << words.split(u' ', Qt::SkipEmptyParts);
}

void TestCommandLine::explainsEveryCommand()
{
    QFETCH(const QStringList, words);
    QProcess process;
    process.start(QStringLiteral(AUTODIDACT_CLI), words + QStringList{u"--help"_s});
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardError().isEmpty());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(text.contains(words.join(u' ')) && text.contains(u"--help"_s), qPrintable(text));
}

void TestCommandLine::refusesASuiteThatTheStudentCannotWrite()
{
    const CommandLine cli;
    cli.write(u"bare.jsonl"_s, "{\"autodidact_suite\": 1, \"name\": \"bare\", \"version\": \"1\", \"licence\": \"MIT\"}\n"
                               "{\"id\": \"double\", \"language\": \"javascript\", \"statement\": \"Twice n.\", \"entry_point\": \"twice\", "
                               "\"hidden_tests\": [{\"name\": \"a\", \"code\": \"assert.strictEqual(twice(3), 6);\"}]}\n");
    const Answer imported = cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(u"bare.jsonl"_s)});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
    const Answer answer = cli.call({u"run"_s, u"--suite"_s, u"bare"_s});
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.err.contains(u"reference solutions"_s), qPrintable(answer.err));
}

void TestCommandLine::importsAllOrNothing()
{
    const CommandLine cli;
    cli.write(u"broken.jsonl"_s, "{\"autodidact_suite\": 1, \"name\": \"broken\"}\n{\"id\": \"a\", \"statement\": \"x\"\n");
    const Answer answer = cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(u"broken.jsonl"_s)});
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.err.contains(u"broken.jsonl:2"_s), qPrintable(answer.err));
    const Answer list = cli.call({u"suite"_s, u"list"_s, u"--json"_s});
    QCOMPARE(list.code, 0);
    QVERIFY(!list.out.contains("broken"));
    QVERIFY(list.out.contains("starter-python"));
}

void TestCommandLine::saysWhatItSkipped()
{
    const CommandLine cli;
    cli.write(u"contest.jsonl"_s,
        "{\"name\": \"a\", \"description\": \"Double.\", \"public_tests\": {\"input\": [\"1\"], \"output\": [\"2\"]}, \"private_tests\": {\"input\": [], \"output\": []}}\n"
        "{\"name\": \"b\", \"description\": \"Double.\", \"public_tests\": {}, \"private_tests\": {}}\n");
    const Answer answer = cli.call({u"suite"_s, u"import"_s, u"codecontests"_s, cli.file(u"contest.jsonl"_s), u"--json"_s});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json()[u"imported"_s].toInt(), 1);
    const QString skipped = cli.file(u"contest.jsonl"_s) + u":2: b: it has no tests"_s;
    QCOMPARE(answer.json()[u"skipped"_s].toArray(), QJsonArray{skipped});
    QVERIFY2(answer.err.contains(u"skipped: "_s + skipped), qPrintable(answer.err));
}

void TestCommandLine::exportsWhatImportsAsTheSame()
{
    const CommandLine cli;
    cli.write(u"kinds.jsonl"_s, kinds);
    QCOMPARE(cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(u"kinds.jsonl"_s)}).code, 0);
    const Answer out = cli.call({u"suite"_s, u"export"_s, u"kinds"_s, u"--out"_s, cli.file(u"out.jsonl"_s)});
    QVERIFY2(out.code == 0, qPrintable(out.err));
    QCOMPARE(cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(u"out.jsonl"_s), u"--name"_s, u"again"_s}).code, 0);
    QMap<QString, QString> hashes;
    for (const QJsonValue &suite : cli.call({u"suite"_s, u"list"_s, u"--json"_s}).json().value(u"suites"_s).toArray())
        hashes[suite[u"name"_s].toString()] = suite[u"hash"_s].toString();
    QVERIFY(!hashes[u"kinds"_s].isEmpty());
    QCOMPARE(hashes[u"again"_s], hashes[u"kinds"_s]);
    QCOMPARE(cli.call({u"suite"_s, u"export"_s, u"again"_s}).out.split('\n').sliced(1), cli.call({u"suite"_s, u"export"_s, u"kinds"_s}).out.split('\n').sliced(1));
}

void TestCommandLine::validatesBothWays()
{
    const CommandLine cli;
    cli.write(u"kinds.jsonl"_s, kinds);
    QByteArray red(kinds);
    cli.write(u"red.jsonl"_s, red.replace("\"kinds\"", "\"red\"").replace("2 * n", "n * n"));
    for (const QString &name : {u"kinds"_s, u"red"_s})
        QCOMPARE(cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(name + u".jsonl"_s)}).code, 0);
    const Answer good = cli.call({u"suite"_s, u"validate"_s, u"kinds"_s, u"--json"_s});
    if (good.code == 3)
        QSKIP(qPrintable(good.err));
    QVERIFY2(good.code == 0, good.out.constData());
    QCOMPARE(good.json().value(u"empty_runs"_s).toInt(), 3);
    const QString warnings = QString::fromUtf8(QJsonDocument(good.json().value(u"warnings"_s).toArray()).toJson());
    QVERIFY2(warnings.contains(u"is a hidden test, too") && warnings.contains(u"local clone"), qPrintable(warnings));
    const Answer bad = cli.call({u"suite"_s, u"validate"_s, u"red"_s});
    QCOMPARE(bad.code, 2);
    QVERIFY2(bad.out.contains("double: reference 1 is red on the hidden test \"of three\""), bad.out.constData());
}

void TestCommandLine::refusesForeignDatabases_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear diary, this is no database at all, but it is long enough to be read as one.\n").repeated(20);
    QTest::newRow("cut") << QByteArray("SQLite format 3\0", 16);
}

void TestCommandLine::refusesForeignDatabases()
{
    QFETCH(QByteArray, content);
    const CommandLine cli;
    cli.write(u"cli.sqlite"_s, content);
    const Answer answer = cli.call({u"runs"_s, u"list"_s});
    QVERIFY2(answer.code == 2 || answer.code == 5, qPrintable(answer.err));
    QVERIFY2(answer.err.contains(u"cli.sqlite"_s), qPrintable(answer.err));
    QFile file(cli.database());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestCommandLine::checksSamplesOfEveryForm_data()
{
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("passed");
    QTest::newRow("HumanEval") << "{\"task_id\": \"next\", \"completion\": \"def f(n):\\n    return n + 1\\n\"}"_ba << 0 << 1;
    QTest::newRow("HumanEval-X") << "{\"task_id\": \"next\", \"generation\": \"def f(n):\\n    return n + 1\\n\"}"_ba << 0 << 1;
    QTest::newRow("SWE-bench") << "{\"instance_id\": \"next\", \"model_name_or_path\": \"m\", \"model_patch\": \"def f(n): return 0\\n\"}"_ba << 0 << 0;
    QTest::newRow("no text") << "{\"task_id\": \"next\", \"generation\": 7}"_ba << 2 << 0;
    QTest::newRow("no name") << "{\"completion\": \"\"}"_ba << 2 << 0;
    QTest::newRow("another name") << "{\"instance_id\": \"other\", \"completion\": \"\"}"_ba << 2 << 0;
}

void TestCommandLine::checksSamplesOfEveryForm()
{
    QFETCH(const QByteArray, sample);
    QFETCH(const int, code);
    const CommandLine cli;
    cli.write(u"small.jsonl"_s, "{\"autodidact_suite\": 1, \"name\": \"small\"}\n"
        "{\"id\": \"next\", \"language\": \"python\", \"statement\": \"Write f(n): the next number.\", \"entry_point\": \"f\","
        " \"hidden_tests\": [{\"name\": \"one\", \"code\": \"assert f(1) == 2\"}]}\n");
    const Answer imported = cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(u"small.jsonl"_s)});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
    cli.write(u"samples.jsonl"_s, sample + '\n');
    const Answer answer = cli.call({u"check"_s, u"small"_s, u"--solutions"_s, cli.file(u"samples.jsonl"_s), u"--json"_s});
    QVERIFY2(answer.code == code, qPrintable(answer.err));
    QTEST(answer.code == 0 ? answer.json()[u"passed"_s].toInt() : 0, "passed");
    QVERIFY2(code == 0 || answer.err.contains(u"samples.jsonl:1"), qPrintable(answer.err));
}

void TestCommandLine::checksHumanEval()
{
    const QString data = qEnvironmentVariable("AUTODIDACT_DATA");
    const QString path = data + u"/humaneval/HumanEval.jsonl.gz"_s;
    if (data.isEmpty() || !QFile::exists(path))
        QSKIP("AUTODIDACT_DATA does not hold the HumanEval file");
    const CommandLine cli;
    QCOMPARE(cli.call({u"suite"_s, u"import"_s, u"humaneval"_s, path, u"--name"_s, u"humaneval"_s}).code, 0);
    const Answer references = cli.call({u"check"_s, u"humaneval"_s, u"--solutions"_s, u"reference"_s, u"--json"_s});
    QCOMPARE(references.json()[u"passed"_s].toInt(), 164);

    QByteArray samples;
    for (int i = 0; i < 164; ++i)
        samples += "{\"task_id\": \"HumanEval/" + QByteArray::number(i) + "\", \"completion\": \"    pass\\n\"}\n";
    cli.write(u"pass.jsonl"_s, samples);
    const Answer empty = cli.call({u"check"_s, u"humaneval"_s, u"--solutions"_s, cli.file(u"pass.jsonl"_s), u"--json"_s});
    QCOMPARE(empty.json()[u"passed"_s].toInt(), 0);
    const QJsonObject classes = empty.json()[u"by_error"_s].toObject();
    QCOMPARE(classes[u"logic"_s].toInt() + classes[u"runtime"_s].toInt(), 164);
    QVERIFY(classes[u"logic"_s].toInt() > 100);
}

void TestCommandLine::givesTheSameJournalForEveryNumberOfJobs()
{
    QByteArray journals[2];
    for (int i = 0; i < 2; ++i) {
        const CommandLine cli;
        const Answer run = cli.call(shortRun + QStringList{u"--jobs"_s, i == 0 ? u"1"_s : u"2"_s, u"--json"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QCOMPARE(run.json()[u"status"_s].toString(), u"finished"_s);
        journals[i] = cli.call({u"runs"_s, u"export"_s, u"r"_s}).out;
    }
    QVERIFY(journals[0].count('\n') > 100);
    QCOMPARE(journals[0], journals[1]);
}

void TestCommandLine::comparesSelfTestsWithHiddenOnes()
{
    const CommandLine cli;
    const Answer run = cli.call(shortRun + QStringList{u"--set"_s, u"agent.self_tests=true"_s, u"--json"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    int attempts = 0;
    const QJsonArray rounds = run.json()[u"rounds"_s].toArray();
    for (const QJsonValue &round : rounds) {
        const QJsonObject matrix = round[u"self_tests"_s].toObject();
        QCOMPARE(matrix.size(), 4);
        for (const QJsonValue &cell : matrix)
            attempts += cell.toInt();
    }
    QVERIFY(attempts > 8);
    QVERIFY(cli.call({u"report"_s, u"r"_s}).out.contains("own green, hidden red (false green)"));
    QVERIFY(cli.call({u"report"_s, u"r"_s, u"--format"_s, u"md"_s}).out.contains("## Self-tests"));
}

void TestCommandLine::survivesTwentyKills()
{
    // One job, and no other test beside it (RUN_SERIAL): an endless loop that hardly gets the processor ends by the clock on the
    // wall instead of its CPU time, and its verdict says so.
    const QStringList run = shortRun + QStringList{u"--jobs"_s, u"1"_s};
    const CommandLine whole;
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(whole.call(run).code, 0);
    const int wholeMs = int(clock.elapsed()); // what is early and late on this machine
    const QByteArray expected = whole.call({u"runs"_s, u"export"_s, u"r"_s}).out;

    const CommandLine cli;
    Random random(20);
    cli.callAndKill(run, std::max(400, wholeMs / 5));
    for (int kill = 1; kill < 20; ++kill)
        cli.callAndKill({u"resume"_s, u"r"_s, u"--quiet"_s, u"--jobs"_s, u"1"_s}, wholeMs / 20 + int(random.below(std::max(1, wholeMs / 2))));
    const Answer last = cli.call({u"resume"_s, u"r"_s, u"--json"_s, u"--jobs"_s, u"1"_s});
    QVERIFY2(last.code == 0, qPrintable(last.err));
    const QByteArray journal = cli.call({u"runs"_s, u"export"_s, u"r"_s}).out;
    const QList<QByteArray> ours = journal.split('\n');
    const QList<QByteArray> theirs = expected.split('\n');
    for (qsizetype line = 0; line < std::min(ours.size(), theirs.size()); ++line)
        QVERIFY2(ours[line] == theirs[line], (ours[line].left(2000) + "\nexpected: " + theirs[line].left(2000)).constData());
    QCOMPARE(journal.size(), expected.size());
    QJsonObject metrics = last.json();
    QJsonObject once = whole.call({u"resume"_s, u"r"_s, u"--json"_s}).json();
    metrics.remove(u"wall_s"_s);
    once.remove(u"wall_s"_s);
    QCOMPARE(metrics, once);
}

void TestCommandLine::saysThatTheDiskIsFull()
{
    const QString bubblewrap = QStandardPaths::findExecutable(u"bwrap"_s);
    if (bubblewrap.isEmpty())
        QSKIP("bwrap is not installed; it makes the small disk");
    QTemporaryDir folder;
    QProcess process;
    process.start(bubblewrap, QStringList{u"--dev-bind"_s, u"/"_s, u"/"_s, u"--size"_s, u"2000000"_s, u"--tmpfs"_s, folder.path(),
                                  QStringLiteral(AUTODIDACT_CLI), u"--db"_s, folder.filePath(u"small.sqlite"_s)} + shortRun);
    QVERIFY(process.waitForFinished(120'000));
    const QString text = QString::fromUtf8(process.readAllStandardError());
    if (text.contains(u"No permissions to create"_s) || text.contains(u"Can't mount"_s))
        QSKIP("no small disk can be made here");
    QCOMPARE(process.exitCode(), 5);
    QVERIFY2(text.contains(u"disk is full"_s), qPrintable(text));
}

void TestCommandLine::reportsInEveryFormat()
{
    const CommandLine cli;
    QCOMPARE(cli.call(shortRun).code, 0);
    const QList<std::pair<QString, QByteArray>> starts{
        {u"html"_s, "<!DOCTYPE html>"}, {u"md"_s, "#"}, {u"csv"_s, "run_id,"}, {u"json"_s, "{"}};
    for (const auto &[format, start] : starts) {
        const Answer answer = cli.call({u"report"_s, u"r"_s, u"--format"_s, format});
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.out.trimmed().toLower().startsWith(start.toLower()), answer.out.left(80).constData());
    }
    const Answer html = cli.call({u"report"_s, u"r"_s});
    QVERIFY(html.out.contains("<svg"));
    QVERIFY(!html.out.contains("<script"));
    QVERIFY(html.out.contains("not language models"));
}

void TestCommandLine::curatesMemoriesAndVersions()
{
    const CommandLine cli;
    // A trial promotes too rarely for a test; without one every valid update becomes a version.
    QCOMPARE(cli.call(shortRun + QStringList{u"--set"_s, u"safety.rule=window"_s}).code, 0);
    const Answer tree = cli.call({u"versions"_s, u"tree"_s, u"r"_s, u"--json"_s});
    QVERIFY(tree.json()[u"versions"_s].toArray().size() >= 2);
    QCOMPARE(cli.call({u"versions"_s, u"rollback"_s, u"r"_s, u"1"_s, u"--reason"_s, u"a test"_s}).code, 0);
    QCOMPARE(cli.call({u"versions"_s, u"rollback"_s, u"r"_s, u"1"_s}).code, 2);
    QCOMPARE(cli.call({u"versions"_s, u"undo"_s, u"r"_s}).code, 0);

    const Answer added = cli.call({u"memory"_s, u"add"_s, u"--set"_s, u"r"_s, u"--title"_s, u"边界检查"_s,
                                   u"--content"_s, u"Check the first and the last element."_s, u"--json"_s});
    QVERIFY2(added.code == 0, qPrintable(added.err));
    const QString id = QString::number(added.json()[u"memories"_s][0][u"id"_s].toInt());
    QVERIFY(cli.call({u"memory"_s, u"search"_s, u"--set"_s, u"r"_s, u"边界"_s, u"--json"_s}).out.contains("边界检查"));
    QCOMPARE(cli.call({u"memory"_s, u"archive"_s, id, u"--reason"_s, u"doubtful"_s}).code, 0);
    QVERIFY(!cli.call({u"memory"_s, u"list"_s, u"--set"_s, u"r"_s}).out.contains("边界检查"));
    QCOMPARE(cli.call({u"memory"_s, u"restore"_s, id}).code, 0);
    QVERIFY(cli.call({u"memory"_s, u"list"_s, u"--set"_s, u"r"_s}).out.contains("边界检查"));
    QCOMPARE(cli.call({u"memory"_s, u"export"_s, cli.file(u"m.jsonl"_s), u"--set"_s, u"r"_s}).code, 0);
    QCOMPARE(cli.call({u"memory"_s, u"import"_s, cli.file(u"m.jsonl"_s), u"--set"_s, u"r"_s}).code, 0);
}

void TestCommandLine::tiesMemoriesAndSharesThem()
{
    const CommandLine cli;
    QCOMPARE(cli.call(shortRun).code, 0);
    const auto memory = [&cli](const QStringList &words) { return cli.call(QStringList{u"memory"_s} + words + QStringList{u"--json"_s}); };
    const auto add = [&](const QString &title) {
        return QString::number(memory({u"add"_s, u"--set"_s, u"r"_s, u"--title"_s, title, u"--content"_s, u"Do it."_s}).json()[u"memories"_s][0][u"id"_s].toInt());
    };
    const QString one = add(u"One"_s);
    const QString two = add(u"Two"_s);
    const QString three = add(u"Three"_s);
    QCOMPARE(memory({u"tag"_s, one, two, u"--add"_s, u"mine"_s}).json()[u"memories"_s].toArray().size(), 2);
    QCOMPARE(memory({u"tag"_s, one}).code, 2);
    QCOMPARE(memory({u"contradict"_s, one, three}).json()[u"memories"_s].toArray().size(), 2);
    QCOMPARE(memory({u"merge"_s, one, u"--into"_s, two}).code, 0);
    QCOMPARE(memory({u"merge"_s, one, u"--into"_s, two}).code, 2);                // it is no longer active
    QCOMPARE(memory({u"supersede"_s, two, u"--by"_s, three}).code, 0);
    const QJsonObject chain = memory({u"show"_s, one}).json();
    QCOMPARE(chain[u"newer"_s].toArray(), (QJsonArray{two.toInt(), three.toInt()}));
    QCOMPARE(chain[u"contradicts"_s].toArray(), QJsonArray{three.toInt()});
    QCOMPARE(chain[u"history"_s].toArray().size(), 4);
    QCOMPARE(memory({u"undo"_s, u"--set"_s, u"r"_s}).json()[u"changed"_s].toInt(), 1);
    QCOMPARE(memory({u"undo"_s, u"--set"_s, u"r"_s}).json()[u"changed"_s].toInt(), 2);
    QCOMPARE(memory({u"show"_s, one}).json()[u"state"_s].toString(), u"active"_s);
    QCOMPARE(memory({u"undo"_s, u"--set"_s, u"r"_s, u"--redo"_s}).json()[u"changed"_s].toInt(), 2);
    QCOMPARE(memory({u"review"_s, two, three}).code, 0);
    QCOMPARE(memory({u"revert"_s, two, u"--revision"_s, u"1"_s}).code, 0);
    QCOMPARE(memory({u"scope"_s, three, u"--language"_s, u"rust"_s}).code, 0);
    QCOMPARE(memory({u"scope"_s, three, u"--language"_s, u"cobol"_s}).code, 2);

    QCOMPARE(memory({u"search"_s, u"--set"_s, u"r"_s, u"--meaning"_s, u"Two"_s}).code, 0);
    const QJsonObject forecast = memory({u"forecast"_s, u"r"_s, u"--capacity"_s, u"2"_s, u"--all"_s}).json();
    QCOMPARE(forecast[u"excess"_s].toInt(), forecast[u"entries"_s].toInt() - 2);
    QVERIFY(forecast[u"next"_s][0][u"terms"_s][u"utility"_s].isDouble());

    // An entry that attempts carried: what measuring takes, and what it finds.
    QString carried;
    for (const QJsonValue &entry : memory({u"list"_s, u"--set"_s, u"r"_s, u"--all"_s}).json()[u"memories"_s].toArray()) {
        const QString id = QString::number(entry[u"id"_s].toInt());
        if (carried.isEmpty() && memory({u"credit"_s, u"r"_s, id}).code == 0)
            carried = id;
    }
    QVERIFY(!carried.isEmpty());
    QVERIFY(memory({u"credit"_s, u"r"_s, carried}).json()[u"calls"_s].toInt() > 0);
    const QJsonObject credit = memory({u"credit"_s, u"r"_s, carried, u"--draws"_s, u"1"_s, u"--yes"_s}).json();
    QCOMPARE(credit[u"pairs"_s].toInt() + credit[u"faults"_s].toInt(), 2 * credit[u"attempts"_s].toInt());
    QCOMPARE(memory({u"show"_s, carried}).json()[u"credit"_s][0][u"pairs"_s].toInt(), credit[u"pairs"_s].toInt());

    QCOMPARE(memory({u"sets"_s, u"fork"_s, u"r"_s, u"copy"_s}).code, 0);
    QStringList readerRun = shortRun;
    readerRun.replace(readerRun.indexOf(u"r"_s), u"reader"_s);
    QCOMPARE(cli.call(QStringList(readerRun) << u"--set"_s << u"memory.set=copy"_s).code, 2);
    QCOMPARE(memory({u"sets"_s, u"freeze"_s, u"copy"_s}).code, 0);
    const Answer reader = cli.call(QStringList(readerRun) << u"--set"_s << u"memory.set=copy"_s);
    QVERIFY2(reader.code == 0, qPrintable(reader.err));
    QCOMPARE(memory({u"sets"_s, u"delete"_s, u"copy"_s}).code, 2);
    QCOMPARE(memory({u"sets"_s, u"unfreeze"_s, u"copy"_s}).code, 0);
    QCOMPARE(memory({u"sets"_s, u"list"_s}).json()[u"sets"_s].toArray().size(), 3);
    QCOMPARE(memory({u"sets"_s, u"melt"_s, u"copy"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
