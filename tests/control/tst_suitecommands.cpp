#include "core/control/suitecommands.h"
#include "core/control/runcommands.h"
#include "core/tasks/suitefile.h"
#include "tests/storage/fixture.h"

using namespace autodidact;

namespace {

/// One task of every kind, with every field that its kind has.
QList<Task> everyKind()
{
    Task function = Fixture::tasks(1).first();
    function.isolation = Isolation::InProcess;
    function.starter = u"def add(n):\n\treturn 0\u00a0# \u754c\n"_s;
    function.prefix = u"def add(n):\n"_s;
    function.suffix = u"}\n"_s;
    function.stopTokens = {u"\ndef "_s};
    function.testSetup = u"import math\n"_s;
    function.visibleTests = {{u"two"_s, u"assert add(2) == 3"_s, {}, {}}};
    function.references = {u"def add(n):\n    return n + 1\n"_s, u"add = lambda n: n + 1"_s};
    function.group = u"sums"_s;
    function.families = {u"boundary"_s, u"operator"_s};
    function.tags = {u"\u8fb9\u754c"_s};
    function.difficulty = 3;
    function.released = u"2026-01-31"_s;
    function.limits = {1500, 4000, 128, 8, 4, 64};
    Task repeat = function;
    repeat.key = u"again"_s;
    repeat.repeatOf = function.key;
    repeat.repeatKind = RepeatKind::Near;
    Task program = Fixture::tasks(1).first();
    program.key = u"program"_s;
    program.kind = TaskKind::Program;
    program.language = Language::Rust;
    program.entryPoint.clear();
    program.visibleTests = {{u"one"_s, {}, u"1\r\n"_s, {u"2\n"_s, u"2"_s}}};
    program.hiddenTests = {{u"none"_s, {}, u""_s, {u""_s}}};
    Task files = Fixture::tasks(1).first();
    files.key = u"files"_s;
    files.kind = TaskKind::Files;
    files.hiddenTests.clear();
    files.testFiles = {{u"tests/test_a.py"_s, u"def test_a():\n    pass\n"_s, Visibility::Visible}, {u"tests/test_b.py"_s, u""_s, Visibility::Hidden}};
    Task repository = Fixture::tasks(1).first();
    repository.key = u"owner/project#1"_s;
    repository.kind = TaskKind::Repository;
    repository.hiddenTests.clear();
    repository.repository = {u"owner/project"_s, u"/clone"_s, u"abc"_s, u"diff\n"_s, u"gold\n"_s, {u"t::a"_s}, {u"t::b"_s}, {u"pip install ."_s}, {u"pytest"_s}, u"python 3.13"_s};
    return {function, repeat, program, files, repository};
}

} // namespace

/// A person's acts on suites, on a real file.
class TestSuiteCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewSuiteComesBackAndIsExportedAsTheSame()
    {
        Fixture fixture;
        SuiteStore store(*fixture.database);
        const Suite head{.name = u"mine"_s, .title = u"Mine"_s, .description = u"My own"_s, .licence = u"CC-BY-4.0"_s};
        VALUE(made, SuiteCommands(*fixture.database).store({{}, head, everyKind()}));
        QCOMPARE(made.version, u"1"_s);
        VALUE(tasks, store.tasks(made.id));
        VALUE(again, parseSuite(writeSuite(made, tasks), u"file"_s));
        QCOMPARE(again.suite.hash, made.hash);
        QCOMPARE(again.suite.title, made.title);
        QCOMPARE(again.suite.description, made.description);
        QCOMPARE(again.suite.licence, made.licence);
        QCOMPARE(again.tasks.size(), everyKind().size());
        for (int i = 0; i < again.tasks.size(); ++i) {
            Task wanted = everyKind().at(i);
            wanted.ordinal = i;
            QCOMPARE(again.tasks.at(i), wanted);
            wanted.id = tasks.at(i).id;
            wanted.suite = made.id;
            QCOMPARE(tasks.at(i), wanted);
        }
    }

    void aChangeMakesTheNextVersionAndRunsKeepTheirs()
    {
        Fixture fixture;
        SuiteStore store(*fixture.database);
        QList<Task> tasks = Fixture::tasks(3);
        tasks[1].statement = u"Changed."_s;
        VALUE(next, SuiteCommands(*fixture.database).store({fixture.suite.id, fixture.suite, tasks}));
        QVERIFY(next.id != fixture.suite.id);
        QVERIFY(next.hash != fixture.suite.hash);
        QCOMPARE(next.version, u"2"_s);
        VALUE(current, store.byName(u"small"_s));
        QCOMPARE(current.id, next.id);
        VALUE(all, store.all());
        QCOMPARE(all.size(), 1);
        VALUE(old, store.byId(fixture.suite.id));
        QCOMPARE(old.hash, fixture.suite.hash);
        VALUE(oldTasks, store.tasks(fixture.suite.id));
        QCOMPARE(oldTasks.at(1).statement, Fixture::tasks(2).at(1).statement);
        VALUE(run, RunStore(*fixture.database).byId(fixture.run.id));
        QCOMPARE(run.suite, fixture.suite.id);
        RunConfig config;
        config.suite = u"small"_s;
        VALUE(newRun, createRun(*fixture.database, config));
        QCOMPARE(newRun.suite, next.id);
    }

    void aVersionThatNoRunUsesGoes()
    {
        Fixture fixture;
        SuiteCommands commands(*fixture.database);
        QList<Task> tasks = everyKind();
        VALUE(first, commands.store({{}, Suite{.name = u"mine"_s}, tasks}));
        tasks.removeLast();
        VALUE(second, commands.store({first.id, first, tasks}));
        QVERIFY(!SuiteStore(*fixture.database).byId(first.id));
        QCOMPARE(second.version, u"2"_s);
        VALUE(same, commands.store({second.id, second, tasks}));
        QCOMPARE(same.id, second.id);
    }

    void whoComesTooLateIsTold()
    {
        Fixture fixture;
        SuiteCommands commands(*fixture.database);
        QList<Task> tasks = Fixture::tasks(2);
        VALUE(next, commands.store({fixture.suite.id, fixture.suite, tasks}));
        tasks.append(Fixture::tasks(4).last());
        const auto late = commands.store({fixture.suite.id, fixture.suite, tasks});
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::Conflict);
        VALUE(current, SuiteStore(*fixture.database).byName(u"small"_s));
        QCOMPARE(current.id, next.id);
        QCOMPARE(current.taskCount, 2);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<int>("kind");
        QTest::newRow("bundled") << u"starter-python"_s << true << int(ErrorKind::Conflict);
        QTest::newRow("taken") << u"small"_s << true << int(ErrorKind::Conflict);
        QTest::newRow("bad name") << u"My Suite"_s << true << int(ErrorKind::BadInput);
        QTest::newRow("no hidden test") << u"mine"_s << false << int(ErrorKind::BadInput);
    }

    void refuses()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, whole);
        Fixture fixture;
        QList<Task> tasks = Fixture::tasks(2);
        if (!whole)
            tasks.last().hiddenTests.clear();
        const auto refused = SuiteCommands(*fixture.database).store({{}, Suite{.name = name}, tasks});
        QVERIFY(!refused);
        QTEST(int(refused.error().kind), "kind");
        VALUE(all, SuiteStore(*fixture.database).all());
        QCOMPARE(all.size(), 1);
    }

    void removes()
    {
        Fixture fixture;
        SuiteCommands commands(*fixture.database);
        QVERIFY(!commands.remove(fixture.suite.id));
        VALUE(made, commands.store({{}, Suite{.name = u"mine"_s}, everyKind()}));
        VERIFY_OK(commands.remove(made.id));
        QVERIFY(!SuiteStore(*fixture.database).byName(u"mine"_s));
    }
};

QTEST_MAIN(TestSuiteCommands)
#include "tst_suitecommands.moc"
