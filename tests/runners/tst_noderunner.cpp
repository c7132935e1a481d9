#include "core/runners/exceptionclass.h"
#include "tests/runners/runnerfixture.h"

#include <QStandardPaths>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

Execution execution(const QString &code, const QStringList &tests, Isolation isolation = Isolation::Split)
{
    Execution execution;
    execution.language = Language::JavaScript;
    execution.isolation = isolation;
    execution.code = code;
    execution.entryPoint = u"f"_s;
    execution.limits.cpuMs = 1000;
    execution.tests = numbered(tests);
    return execution;
}

const QStringList plusOne{u"console.assert(f(1) === 2);"_s};

} // namespace

/// JavaScript programs: classes, values that cross, and what a failure tells.
class TestNodeRunner : public QObject
{
    Q_OBJECT

private:
    Verdict run(const QString &code, const QStringList &tests = plusOne, Isolation isolation = Isolation::Split)
    {
        return m_runner.run(execution(code, tests, isolation));
    }

    void passes(const QString &code, const QString &test, Isolation isolation = Isolation::Split)
    {
        const Verdict verdict = run(code, {test}, isolation);
        QVERIFY2(verdict.passed, qPrintable(verdict.errorDetail + verdict.output));
    }

    RunnerFixture m_runner;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
            QSKIP("Node.js is not installed");
        const QString trouble = m_runner.start();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void tellsWhatIsMissing()
    {
        const Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 1, .nodePath = u"/nowhere/node"_s});
        QVERIFY(runner); // only JavaScript needs it
        const Result<Verdict> verdict = (*runner)->run(execution(u"const f = n => n + 1"_s, plusOne), {});
        QVERIFY(!verdict);
        QVERIFY(verdict.error().kind == ErrorKind::Missing);
        QVERIFY(verdict.error().detail.contains(u"nodejs"));
    }

    void classes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorClass>("errorClass");
        const auto row = [](const char *name, const QString &code, ErrorClass errorClass) { QTest::newRow(name) << code << errorClass; };
        row("right", u"function f(n) { return n + 1; }"_s, ErrorClass::None);
        row("arrow", u"const f = (n) => n + 1;"_s, ErrorClass::None);
        row("exported object", u"module.exports = { f: n => n + 1 };"_s, ErrorClass::None);
        row("exported name", u"exports.f = n => n + 1;"_s, ErrorClass::None);
        row("exported function", u"module.exports = n => n + 1;"_s, ErrorClass::None);
        row("own names for built-in ones", u"class Map {} const JSON = null, Object = 3; var Array = 2; function f(n) { return n + 1; }"_s, ErrorClass::None);
        row("changed built-in objects", u"Object.prototype.x = 4; JSON.stringify = () => 'x'; Array.prototype.last = 3; const f = n => n + 1;"_s, ErrorClass::None);
        row("uses a child process", u"const f = n => Number(require('child_process').execSync('echo 2'));"_s, ErrorClass::None);
        row("empty", QString(), ErrorClass::Runtime);
        row("no entry point", u"const g = n => n + 1;"_s, ErrorClass::Runtime);
        row("syntax", u"function f(n) { return n +; }"_s, ErrorClass::Syntax);
        row("unclosed", u"function f(n) {\n  return n + 1;\n"_s, ErrorClass::Syntax);
        row("declared twice", u"const f = 1; const f = 2;"_s, ErrorClass::Syntax);
        row("import of a module", u"import fs from 'fs'; function f(n) { return n + 1; }"_s, ErrorClass::Syntax);
        row("missing module", u"const x = require('no-such-module'); const f = n => n + 1;"_s, ErrorClass::Import);
        row("late require", u"const f = n => require('./other').g(n);"_s, ErrorClass::Import);
        row("wrong value", u"const f = n => n;"_s, ErrorClass::Logic);
        row("no value", u"function f(n) {}"_s, ErrorClass::Logic);
        row("own assertion", u"const assert = require('assert'); const f = n => assert(false);"_s, ErrorClass::Logic);
        row("object as result", u"class A {} const f = n => new A();"_s, ErrorClass::Logic);
        row("function as result", u"const f = n => () => 2;"_s, ErrorClass::Logic);
        row("type error", u"const f = n => n.a.b;"_s, ErrorClass::Runtime);
        row("reference error", u"const f = n => zz;"_s, ErrorClass::Runtime);
        row("error while loading", u"null.x;\nconst f = n => n + 1;"_s, ErrorClass::Runtime);
        row("unreadable JSON", u"const f = n => JSON.parse('{');"_s, ErrorClass::Runtime);
        row("thrown text", u"const f = n => { throw 'bad'; };"_s, ErrorClass::Runtime);
        row("recursion", u"const f = n => f(n) + 1;"_s, ErrorClass::Runtime);
        row("missing file", u"const f = n => require('fs').readFileSync('missing');"_s, ErrorClass::Runtime);
        row("rejection that nobody handles", u"const f = n => { Promise.reject(new Error('x')); return n + 1; };"_s, ErrorClass::Runtime);
        row("exit with an error", u"const f = n => process.exit(3);"_s, ErrorClass::Runtime);
        row("exit with success", u"const f = n => process.exit(0);"_s, ErrorClass::Logic);
        row("endless", u"function f(n) { for (;;); }"_s, ErrorClass::Timeout);
        row("endless while loading", u"for (;;);"_s, ErrorClass::Timeout);
        row("memory in steps", u"function f(n) { const a = []; for (;;) a.push(new Array(100000).fill(a.length)); }"_s, ErrorClass::Memory);
        row("memory at once", u"const f = n => [1, 2, 3].map(() => new Array(3e7).fill(1.5)).length;"_s, ErrorClass::Memory);
        row("memory outside the heap", u"const f = n => new Uint8Array(2e9).fill(1).length;"_s, ErrorClass::Memory);
        row("memory beyond the machine", u"const f = n => new ArrayBuffer(1e13).byteLength;"_s, ErrorClass::Memory);
        row("network", u"const f = n => { require('net').connect(80, '1.1.1.1').on('error', () => {}); return 2; };"_s, ErrorClass::Forbidden);
    }

    void classes()
    {
        QFETCH(QString, code);
        QFETCH(ErrorClass, errorClass);
        for (const Isolation isolation : {Isolation::Split, Isolation::InProcess}) {
            const Verdict verdict = run(code, plusOne, isolation);
            QVERIFY2(verdict.errorClass == errorClass, qPrintable(toString(verdict.errorClass) + u": "_s + verdict.errorDetail + verdict.output));
            QCOMPARE(verdict.passed, errorClass == ErrorClass::None);
            QCOMPARE(verdict.tampering, code.contains(u"exit(0)"));
            QCOMPARE(verdict.errorDetail.isEmpty(), verdict.passed);
        }
    }

    void crossing_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value : {"undefined", "null", "true", "0", "-0", "NaN", "-Infinity", "1.5e300", "10n ** 40n", "''", "'a\\u20ac\\ud800'",
                 "[]", "[1, [2, [undefined]]]", "[1, , 3]", "Object.assign([1], {extra: 2})", "{}", "{a: {1: [null]}}", "{__proto__: null, a: 1}",
                 "JSON.parse('{\"__proto__\": 1}')", "new Map([[{a: 1}, new Set([NaN])]])", "new Set([[1], 'b'])", "new Date(5)",
                 "/a\\/b/giu", "new Float32Array([1.5, NaN])", "new BigInt64Array([-1n])", "Buffer.from('hi')", "new Uint8Array([1, 2]).buffer",
                 "new RangeError('no')"})
            QTest::newRow(value) << QString::fromLatin1(value);
    }

    void crossing()
    {
        QFETCH(QString, value);
        // There, as a copy that the program compares with its own, and back.
        const QString code = u"const {deepStrictEqual} = require('assert');\nfunction f(x) { deepStrictEqual(x, %1); return x; }\nfunction g() { return %1; }"_s.arg(
            value.startsWith(u'{') ? u'(' + value + u')' : value);
        passes(code, u"assert.deepStrictEqual(f(%1), %1);\nassert.deepStrictEqual(g(), %1);"_s.arg(value));
    }

    void refusesWhatIsNotPlain_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("name");
        QTest::newRow("function") << u"() => 1"_s << u"function"_s;
        QTest::newRow("symbol") << u"Symbol('a')"_s << u"symbol"_s;
        QTest::newRow("own class") << u"new (class A {})()"_s << u"A"_s;
        QTest::newRow("subclass of Array") << u"new (class B extends Array {})()"_s << u"B"_s;
        QTest::newRow("subclass of Map") << u"new (class C extends Map {})()"_s << u"C"_s;
        QTest::newRow("proxy") << u"new Proxy({}, {})"_s << u"Proxy"_s;
        QTest::newRow("valueOf") << u"({valueOf: () => 2})"_s << u"function"_s;
        QTest::newRow("getter") << u"({get a() { return 1; }})"_s << u"Object with a hidden or computed property"_s;
        QTest::newRow("boxed") << u"new Number(2)"_s << u"Number"_s;
        QTest::newRow("own method") << u"Object.assign(new Map(), {get: () => 2})"_s << u"Map with properties of its own"_s;
        QTest::newRow("deep") << u"(() => { let a = []; for (let i = 0; i < 5000; ++i) a = [a]; return a; })()"_s << u"value that is too deeply nested"_s;
    }

    void refusesWhatIsNotPlain()
    {
        QFETCH(QString, value);
        QFETCH(QString, name);
        const Verdict verdict = run(u"const f = n => %1;"_s.arg(value), {u"assert(f(1) == 2);"_s});
        QVERIFY(verdict.errorClass == ErrorClass::Logic);
        QCOMPARE(verdict.tests.first().message, u"the result holds a %1, which is no plain value"_s.arg(name));
    }

    void tellsExpectedAndActual_data()
    {
        QTest::addColumn<QString>("test");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("actual");
        const auto row = [](const QString &test, const QString &expected, const QString &actual) {
            QTest::newRow(qPrintable(test)) << test << expected << actual;
        };
        row(u"console.assert(f([1, 2]) === 3);"_s, u"3"_s, u"[ 1, 2 ]"_s);
        row(u"console.assert(3 === f(1), 'with a message');"_s, u"3"_s, u"1"_s);
        row(u"console.assert(f(1) !== 1);"_s, u"!== 1"_s, u"1"_s);
        row(u"console.assert(JSON.stringify(f([1])) ===\n  JSON.stringify([2]));"_s, u"'[2]'"_s, u"'[1]'"_s);
        row(u"console.assert(f('a,b)(').length == /[)/]/.test(')') + 3);"_s, u"4"_s, u"5"_s);
        row(u"console.assert(f(`x${'`'}y`) === 'z');"_s, u"'z'"_s, u"'x`y'"_s);
        row(u"console.assert(f(0));"_s, u"a true value"_s, u"0"_s);
        row(u"console.assert(f(0) === 1 || f(2) === 3);"_s, u"a true value"_s, u"false"_s);
        row(u"assert(f(1) === 2);"_s, u"2"_s, u"1"_s);
        row(u"assert.ok(f(null));"_s, u"a true value"_s, u"null"_s);
        row(u"assert.equal(f(1), 2);"_s, u"2"_s, u"1"_s);
        row(u"assert.deepStrictEqual(f([1]), [2]);"_s, u"[ 2 ]"_s, u"[ 1 ]"_s);
        row(u"assert.notStrictEqual(f(1), 1);"_s, u"not 1"_s, u"1"_s);
        row(u"const assert = require('assert/strict');\nassert.equal(f(1), '1', 'text');"_s, u"'1'"_s, u"1"_s);
        row(u"const check = g => { console.assert(g(1) === 4); };\ncheck(f);"_s, u"4"_s, u"1"_s);
    }

    void tellsExpectedAndActual()
    {
        QFETCH(QString, test);
        QFETCH(QString, expected);
        QFETCH(QString, actual);
        for (const Isolation isolation : {Isolation::Split, Isolation::InProcess}) {
            const Verdict verdict = run(u"const f = n => n;"_s, {test}, isolation);
            const TestResult &result = verdict.tests.first();
            QVERIFY(result.status == TestStatus::Failed);
            QCOMPARE(result.expected, expected);
            QCOMPARE(result.actual, actual);
            QVERIFY2(result.testCode.contains(u"assert"), qPrintable(result.testCode));
            QVERIFY(test.contains(result.testCode.left(20)));
        }
    }

    void pointsToTheLine()
    {
        for (const Isolation isolation : {Isolation::Split, Isolation::InProcess}) {
            const Verdict verdict = run(u"// text\n\nfunction g(n) {\n  return n.x.y;\n}\nconst f = n => g(n);\n"_s, plusOne, isolation);
            QCOMPARE(verdict.tests.first().line, 4);
            QCOMPARE(verdict.tests.first().exceptionType, u"TypeError"_s);
        }
    }

    void reportsSyntaxErrors()
    {
        const Verdict verdict = run(u"function f(n) {\n  return (n + ;\n}\n"_s, plusOne + plusOne);
        QVERIFY(!verdict.compiled());
        QCOMPARE(verdict.diagnostics.size(), 1);
        QCOMPARE(verdict.diagnostics.first().line, 2);
        QCOMPARE(verdict.diagnostics.first().column, 15);
        QVERIFY(verdict.tests.at(1).status == TestStatus::NotRun);
    }

    void runsEveryTest()
    {
        const Verdict verdict = run(u"const f = n => { if (n === 0) throw new RangeError('zero'); return 10 / n; };"_s,
            {u"console.assert(f(1) === 10)"_s, u"f(0)"_s, u"try { console.assert(f(5) === 3); } catch {}"_s, u"assert(f(10) === 1)"_s});
        QList<TestStatus> seen;
        for (const TestResult &test : verdict.tests)
            seen << test.status;
        QVERIFY(seen == (QList{TestStatus::Passed, TestStatus::Errored, TestStatus::Failed, TestStatus::Passed}));
        QVERIFY(verdict.errorClass == ErrorClass::Runtime); // of the first test that failed
    }

    void copiesChangedArgumentsBack()
    {
        passes(u"function f(a, o, m, s, t) { a.sort(); a[0].push(9); o.k = 1; delete o.x; m.set('a', a); s.add(5); t[0] = 7; return a; }"_s,
            u"const inner = [1], a = [[2], inner], o = {x: 1}, m = new Map(), s = new Set([1]), t = new Uint8Array(1);\n"
             "assert(f(a, o, m, s, t) === a);\n"
             "assert(a[0] === inner);\n"
             "assert.deepStrictEqual(a, [[1, 9], [2]]);\n"
             "assert.deepStrictEqual(o, {k: 1});\n"
             "assert(m.get('a') === a);\n"
             "assert.deepStrictEqual([[...s], t[0]], [[1, 5], 7]);"_s);
        passes(u"function f(o) { o.next.next = o; return o.next; }"_s, u"const o = {next: {}};\nconst n = f(o);\nassert(n === o.next && n.next === o);"_s);
    }

    void offersOtherNames()
    {
        const QString code = u"const path = require('path');\nconst LIMIT = {a: [1]};\nlet {x, y} = {x: 1, y: 2}, z = 3;\nvar tools = {twice: n => 2 * n};\n"
                              "class Broken extends RangeError { constructor(n) { super('broken ' + n); this.n = n; } }\n"
                              "const g = n => n * 2;\nfunction f(n) { if (n < 0) throw new Broken(n); return n; }"_s;
        passes(code, u"assert.deepEqual([g(2), LIMIT, x + y + z, tools.twice(4), path.basename('a/b')], [4, {a: [1]}, 6, 8, 'b']);\n"
                      "assert.throws(() => f(-1), Broken);\nassert.throws(() => f(-1), RangeError);\nassert.throws(() => f(-1), {message: 'broken -1', n: -1});"_s);
        passes(u"module.exports = {f: n => n, g: n => n + 1};"_s, u"const {f, g} = require('./solution');\nassert.equal(f(1) + g(1), 3);"_s);
    }

    void neverHidesBuiltins()
    {
        passes(u"const f = n => n;\nfunction parseInt() { return 7; }\nvar isNaN = () => true;\nconst assert = () => {};"_s,
            u"assert.equal(f(parseInt('3')), 3);\nassert(!isNaN(1));"_s);
    }

    void waitsForPromises()
    {
        passes(u"async function f(n) { await null; return n + 1; }"_s, u"console.assert(await f(1) === 2);"_s);
        passes(u"const f = n => new Promise(done => setTimeout(done, 20, n + 1));"_s, u"return f(1).then(value => assert.equal(value, 2));"_s);
        passes(u"const fs = require('fs/promises');\nasync function f(n) { await fs.writeFile('a', 'text'); return fs.readFile('a', 'utf8'); }"_s,
            u"assert.equal(await f(1), 'text');"_s);
        passes(u"async function f(n) { throw new TypeError('no'); }"_s, u"await assert.rejects(f(1), TypeError);"_s);
        QVERIFY(run(u"async function f(n) { return n; }"_s, {u"f(1).then(value => console.assert(value === 2));"_s}).errorClass == ErrorClass::Logic);
        QVERIFY(run(u"async function f(n) { return n; }"_s, {u"(async () => { assert.equal(await f(1), 2); })();"_s}).errorClass == ErrorClass::Logic);
        const Verdict never = run(u"const f = n => new Promise(() => {});"_s, {u"await f(1);"_s});
        QVERIFY2(never.errorDetail.contains(u"never settled"), qPrintable(never.errorDetail));
        QVERIFY(never.errorClass == ErrorClass::Runtime);
    }

    void leavesObjectsToOneProcess()
    {
        const QString code = u"class Stack { items = []; push(x) { this.items.push(x); return this; } }\nconst f = g => g(1);"_s;
        const QString test = u"assert.equal(new Stack().push(1).items.length, 1);\nassert.equal(f(n => n + 1), 2);"_s;
        passes(code, test, Isolation::InProcess);
        const Verdict split = run(code, {test});
        QVERIFY(split.errorClass == ErrorClass::Infrastructure);
        const QString told = u"test 1 needs a new object of the class Stack, which cannot cross to the program's process: "
                              "the suite must mark the task in-process"_s;
        QCOMPARE(split.errorDetail, told);
        QVERIFY2(split.tests[0].message.contains(u"new object of the class Stack"), qPrintable(split.tests[0].message));
    }

    void takesNoModulesFromTheWorkFolder()
    {
        const QString code = u"const fs = require('fs');\nfor (const folder of ['node_modules', '.node_modules', '.node_libraries']) {\n"
                              "  fs.mkdirSync(`${folder}/helper`, {recursive: true});\n  fs.writeFileSync(`${folder}/helper/index.js`, 'module.exports = 42');\n}\n"
                              "const f = n => [require('helper'), require('path').resolve('a'), __dirname];"_s;
        passes(code, u"assert.deepEqual(f(1), [42, '/work/a', '/work']);\nassert.throws(() => require('helper'), {code: 'MODULE_NOT_FOUND'});"_s);
    }

    void capturesOutput()
    {
        const QString code = u"console.log('loaded', {a: 1});\nfunction f(n) { console.error('called %d', n); process.stdout.write('w\\n'); return n; }"_s;
        const Verdict verdict = run(code, {u"console.log('of the test');\nconsole.assert(f(1) === 1);"_s});
        QCOMPARE(verdict.output, u"loaded { a: 1 }\ncalled 1\nw\n"_s);
        const Verdict endless = run(u"function f(n) { for (;;) console.log('x'.repeat(100)); }"_s);
        QVERIFY(endless.outputTruncated);
        QVERIFY(endless.errorClass == ErrorClass::Forbidden);
        QCOMPARE(endless.output.size(), 256 * 1024);
    }

    void chanceRepeats()
    {
        QStringList seen;
        for (int i = 0; i < 3; ++i) {
            if (i == 2) // another server
                QVERIFY(m_runner.start().isEmpty());
            const Verdict verdict = run(u"const f = n => [Math.random(), Math.random(), [3, 1, 2].sort(() => Math.random() - 0.5)];"_s, {u"assert.equal(f(1), Math.random());"_s});
            seen << verdict.tests.first().actual + verdict.tests.first().expected;
        }
        QVERIFY2(seen.first().contains(u"0."), qPrintable(seen.first()));
        QCOMPARE(seen.at(1), seen.at(0));
        QCOMPARE(seen.at(2), seen.at(0));
    }

    void setUpRunsBeforeEveryTest()
    {
        Execution twice = execution(u"const f = n => n;"_s, {u"items.push(f(1));\nassert.deepEqual(items, [1]);"_s, u"assert.deepEqual(items, []);"_s});
        twice.testSetup = u"const items = [];"_s;
        const Result<Verdict> verdict = m_runner->run(twice, {});
        QVERIFY(verdict);
        QVERIFY2(verdict->passed, qPrintable(verdict->errorDetail));
    }

    void runsInEveryGear()
    {
        for (const SandboxGear gear : {SandboxGear::Single, SandboxGear::None}) {
            const Result<std::unique_ptr<Runner>> runner = makeRunner({.gear = gear, .jobs = 1});
            QVERIFY(runner);
            const Result<Verdict> right = (*runner)->run(execution(u"const f = n => n + 1;"_s, plusOne), {});
            QVERIFY(right);
            QVERIFY2(right->passed, qPrintable(right->errorDetail));
            QCOMPARE(right->gear, toString(gear));
            const Result<Verdict> endless = (*runner)->run(execution(u"function f(n) { for (;;); }"_s, plusOne), {});
            QVERIFY(endless->errorClass == ErrorClass::Timeout);
        }
    }

    void exceptionsHaveClasses()
    {
        QVERIFY(classOfException(Language::JavaScript, u"SyntaxError") == ErrorClass::Runtime);
        QVERIFY(classOfLoadFailure(Language::JavaScript, u"SyntaxError", false) == ErrorClass::Syntax);
        QVERIFY(classOfException(Language::Python, u"SyntaxError") == ErrorClass::Syntax);
        QVERIFY(classOfException(Language::JavaScript, u"MemoryError") == ErrorClass::Runtime); // a name of Python's
    }
};

QTEST_GUILESS_MAIN(TestNodeRunner)
#include "tst_noderunner.moc"
