#include "core/runners/projects/testnames.h"
#include "tests/runners/runnerfixture.h"


using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

struct Tests {
    QString path;
    QString content;
};

const Tests nodeTests{u"test/a.test.js"_s, u"const test = require('node:test');\nconst assert = require('node:assert');\n"
                      "const { add } = require('../solution');\n"
                      "test('adds', () => { assert.strictEqual(add(1, 2), 3); });\ntest('nothing', () => { assert.strictEqual(add(0, 0), 0); });\n"_s};
const Tests tapTests{u"test/a.test.js"_s, u"const t = require('tap');\nconst { add } = require('../solution');\n"
                     "t.test('adds', (t) => { t.equal(add(1, 2), 3); t.end(); });\nt.test('nothing', (t) => { t.equal(add(0, 0), 0); t.end(); });\n"_s};
const Tests jestTests{u"a.test.js"_s, u"const { add } = require('./solution');\n"
                      "test('adds', () => { expect(add(1, 2)).toBe(3); });\ntest('nothing', () => { expect(add(0, 0)).toBe(0); });\n"_s};
const Tests cargoTests{u"tests/a.rs"_s, u"use attempt::add;\n#[test]\nfn adds() { assert_eq!(add(1, 2), 3); }\n#[test]\nfn nothing() { assert_eq!(add(0, 0), 0); }\n"_s};
const Tests mavenTests{u"src/test/java/SolutionTest.java"_s, u"import static org.junit.jupiter.api.Assertions.assertEquals;\nimport org.junit.jupiter.api.Test;\n"
                       "class SolutionTest {\n    @Test void adds() { assertEquals(3, Solution.add(1, 2)); }\n    @Test void nothing() { assertEquals(0, Solution.add(0, 0)); }\n}\n"_s};

QString javascript(const QString &body)
{
    return u"exports.add = (a, b) => {\n%1\n};\n"_s.arg(body);
}

QString rust(const QString &body)
{
    return u"pub fn add(a: i64, b: i64) -> i64 {\n%1\n}\n"_s.arg(body);
}

QString java(const QString &body)
{
    return u"public class Solution {\n    public static int add(int a, int b) {\n%1\n    }\n}\n"_s.arg(body);
}

Execution execution(Language language, const Tests &tests, const QString &code)
{
    Execution execution;
    execution.language = language;
    execution.kind = TaskKind::Files;
    execution.code = code;
    execution.limits.cpuMs = 2000;
    execution.testFiles = {{tests.path, tests.content}};
    return execution;
}

} // namespace
Q_DECLARE_METATYPE(Tests)

/// Files tasks with the test frameworks of Java, JavaScript and Rust.
class TestProjects : public QObject
{
    Q_OBJECT

private:
    RunnerFixture m_runner;

private Q_SLOTS:
    void initTestCase()
    {
        const QString trouble = m_runner.start();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void classes_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<Tests>("tests");
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorClass>("errorClass");
        QTest::addColumn<bool>("tampering");
        const auto row = [](const char *name, Language language, const Tests &tests, const QString &code, ErrorClass errorClass, bool tampering = false) {
            QTest::newRow(name) << language << tests << code << errorClass << tampering;
        };
        for (const auto &[name, tests] : {std::pair("node", nodeTests), {"tap", tapTests}, {"jest", jestTests}}) {
            const QByteArray prefix = name + QByteArray(": ");
            const auto js = [&](const char *what, const QString &code, ErrorClass errorClass, bool tampering = false) {
                row((prefix + what).constData(), Language::JavaScript, tests, code, errorClass, tampering);
            };
            js("right", javascript(u"return a + b;"_s), ErrorClass::None);
            js("wrong", javascript(u"return a - b;"_s), ErrorClass::Logic);
            js("throws", javascript(u"return null.x;"_s), ErrorClass::Runtime);
            js("syntax", u"exports.add = (a, b => {"_s, ErrorClass::Syntax);
            js("endless", javascript(u"for (;;) {}"_s), ErrorClass::Timeout);
            js("exit 0", javascript(u"process.exit(0);"_s), ErrorClass::Logic, true);
        }
        row("cargo: right", Language::Rust, cargoTests, rust(u"a + b"_s), ErrorClass::None);
        row("cargo: wrong", Language::Rust, cargoTests, rust(u"a - b"_s), ErrorClass::Logic);
        row("cargo: panics", Language::Rust, cargoTests, rust(u"panic!(\"no\")"_s), ErrorClass::Runtime);
        row("cargo: syntax", Language::Rust, cargoTests, rust(u"a +"_s), ErrorClass::Syntax);
        row("cargo: compile", Language::Rust, cargoTests, rust(u"\"text\""_s), ErrorClass::Compile);
        row("cargo: exit 0", Language::Rust, cargoTests, rust(u"std::process::exit(0)"_s), ErrorClass::Logic, true);
        row("maven: right", Language::Java, mavenTests, java(u"return a + b;"_s), ErrorClass::None);
        row("maven: wrong", Language::Java, mavenTests, java(u"return a - b;"_s), ErrorClass::Logic);
        row("maven: throws", Language::Java, mavenTests, java(u"throw new IllegalStateException();"_s), ErrorClass::Runtime);
        row("maven: syntax", Language::Java, mavenTests, java(u"return a +;"_s), ErrorClass::Syntax);
        row("maven: exit 0", Language::Java, mavenTests, java(u"System.exit(0); return 0;"_s), ErrorClass::Logic, true);
        row("maven: compile", Language::Java, mavenTests, java(u"return \"text\";"_s), ErrorClass::Compile);
    }

    void classes()
    {
        QFETCH(Language, language);
        QFETCH(Tests, tests);
        QFETCH(QString, code);
        QFETCH(ErrorClass, errorClass);
        QFETCH(bool, tampering);
        const Result<Verdict> verdict = m_runner->run(execution(language, tests, code), {});
        if (!verdict && verdict.error().kind == ErrorKind::Missing)
            QSKIP(qPrintable(verdict.error().detail));
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
        VERIFY_CLASS(*verdict, errorClass);
        QCOMPARE(verdict->tampering, tampering);
        if (errorClass == ErrorClass::None || errorClass == ErrorClass::Logic)
            QVERIFY(tampering || verdict->tests.size() == 2);
        if (errorClass == ErrorClass::Syntax || errorClass == ErrorClass::Compile)
            QVERIFY(verdict->diagnostics.value(0).line > 0);
    }

    void measuresLines_data()
    {
        QTest::addColumn<Execution>("program");
        QTest::addColumn<QList<int>>("covered");
        QTest::addColumn<QList<int>>("missed");
        const QString branch = u"  if (a > 100) {\n    return 0;\n  }\n  return a + b;"_s;
        for (const auto &[name, tests] : {std::pair("node", nodeTests), {"tap", tapTests}, {"jest", jestTests}})
            QTest::newRow(name) << execution(Language::JavaScript, tests, javascript(branch)) << QList{1, 2, 5} << QList{3};
        QTest::newRow("cargo") << execution(Language::Rust, cargoTests, rust(branch)) << QList{1, 2, 4, 5, 6} << QList{3};
        QTest::newRow("maven") << execution(Language::Java, mavenTests, java(branch)) << QList{3, 6} << QList{1, 4}; // 1: nobody made an object
        QTest::newRow("maven: helpers beside the program") << execution(Language::Java, mavenTests,
            u"class Adder {\n    int add(int a, int b) { return a + b; }\n    int other() { return 1; }\n}\n"_s + java(u"return new Adder().add(a, b);"_s))
            << QList{1, 2, 7} << QList{3, 5};
        QTest::newRow("maven: a test fails") << execution(Language::Java, mavenTests, java(u"return a - b;"_s)) << QList{3} << QList{1};
        QTest::newRow("node: forged") << execution(Language::JavaScript, nodeTests, u"const fs = require('fs');\n"
            "fs.mkdirSync('autodidact-coverage', {recursive: true});\nfs.writeFileSync('autodidact-coverage/coverage-0.json', JSON.stringify({result: [{url: 'file:///work/solution.js',\n"
            "  functions: [{ranges: [{startOffset: -1e9, endOffset: 1e15, count: 1}]}]}]}));\n"_s + javascript(branch)) << QList{1, 2, 3, 4, 5, 6, 7, 9} << QList<int>();
    }

    void measuresLines()
    {
        QFETCH(Execution, program);
        const Result<Verdict> plain = m_runner->run(program, {});
        if (!plain && plain.error().kind == ErrorKind::Missing)
            QSKIP(qPrintable(plain.error().detail));
        program.coverage = true;
        const Result<Verdict> verdict = m_runner->run(program, {});
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
        QVERIFY2(verdict->errorClass == plain->errorClass, qPrintable(verdict->errorDetail + u'\n' + verdict->output.left(1500)));
        QCOMPARE(verdict->tests.size(), 2);
        QTEST(verdict->coveredLines, "covered");
        QTEST(verdict->missedLines, "missed");
        QVERIFY(plain->coveredLines.isEmpty());
    }

    void knowsTheNamesOfTests()
    {
        QCOMPARE(testNames(Language::JavaScript, nodeTests.content), (QStringList{u"adds"_s, u"nothing"_s}));
        QCOMPARE(testNames(Language::Rust, cargoTests.content), (QStringList{u"adds"_s, u"nothing"_s}));
        QCOMPARE(testNames(Language::Java, mavenTests.content), (QStringList{u"adds"_s, u"nothing"_s}));
        QCOMPARE(testNames(Language::Java, u"class A {\n  @Before void no() {}\n  @Deprecated\n  @org.junit.Test(timeout = 3) public void old() {}\n"
                                           "  @TestFactory void neither() {}\n}\n"_s), QStringList{u"old"_s});
    }
};

QTEST_GUILESS_MAIN(TestProjects)
#include "tst_projects.moc"
