#include "core/runners/runnerfactory.h"
#include "core/tasks/importer.h"
#include "core/tasks/suitefile.h"

#include <QDir>
#include <QTest>

#include <map>

using namespace autodidact;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(autodidact::WasmWalls)

namespace {

Execution executionOf(const Task &task, const QString &code)
{
    Execution execution;
    execution.language = task.language;
    execution.kind = task.kind;
    execution.isolation = task.isolation;
    execution.code = code;
    execution.entryPoint = task.entryPoint;
    execution.starter = task.starter;
    execution.testSetup = task.testSetup;
    execution.tests = task.visibleTests + task.hiddenTests;
    execution.limits = task.limits;
    return execution;
}

Execution function(Language language, const QString &code, const QStringList &tests, Isolation isolation = Isolation::Split)
{
    Execution execution;
    execution.language = language;
    execution.isolation = isolation;
    execution.code = code;
    execution.entryPoint = u"f"_s;
    for (const QString &test : tests)
        execution.tests << TestCase{.name = u"test %1"_s.arg(execution.tests.size() + 1), .code = test};
    return execution;
}

QString told(const Verdict &verdict)
{
    return toString(verdict.errorClass) + u": "_s + verdict.errorDetail + u" | "_s + verdict.output.left(300);
}

/// Passed and class, and per test whether it passed: what two sandboxes must agree on.
QString judged(const Verdict &verdict)
{
    QString text = toString(verdict.errorClass) + (verdict.tampering ? u" tampering"_s : QString());
    for (const TestResult &test : verdict.tests)
        text += test.passed() ? u'+' : u'-';
    return text;
}

// Tasks that the two sandboxes judge differently, with the reason (also in core/sandbox/README.md).
const std::map<QString, QString> exceptions{};

} // namespace

/// The WebAssembly sandbox judges as bubblewrap does.
class TestWasmRunner : public QObject
{
    Q_OBJECT

private:
    Runner &wasm(WasmWalls walls) { return *m_wasm.at(walls); }

    Result<std::unique_ptr<Runner>> make(WasmWalls walls)
    {
        return resolved({.gear = SandboxGear::Wasm, .jobs = 2, .walls = walls}).and_then([](const SandboxOptions &options) { return makeRunner(options); });
    }

    std::map<WasmWalls, std::unique_ptr<Runner>> m_wasm;
    std::unique_ptr<Runner> m_warm;

private Q_SLOTS:
    void initTestCase()
    {
        for (const WasmWalls walls : {WasmWalls::Bubblewrap, WasmWalls::Filter}) {
            Result<std::unique_ptr<Runner>> made = make(walls);
            if (!made)
                QSKIP(qPrintable(made.error().detail));
            m_wasm[walls] = std::move(*made);
        }
        if (Result<std::unique_ptr<Runner>> warm = makeRunner({.jobs = 2}))
            m_warm = std::move(*warm);
    }

    void tellsClasses_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("test");
        QTest::addColumn<QString>("expected");
        const auto python = [](const char *name, const QString &code, const QString &expected, const QString &test = u"assert f(1) == 2"_s) {
            QTest::addRow("Python, %s", name) << Language::Python << code << test << expected;
        };
        const auto script = [](const char *name, const QString &code, const QString &expected, const QString &test = u"assert.strictEqual(f(1), 2);"_s) {
            QTest::addRow("JavaScript, %s", name) << Language::JavaScript << code << test << expected;
        };
        python("right", u"def f(a):\n    return a + 1\n"_s, u"none"_s);
        python("wrong", u"def f(a):\n    return a\n"_s, u"logic"_s);
        python("no program", u"def f(a)\n    return a\n"_s, u"syntax"_s);
        python("a module that is not there", u"import numpy\ndef f(a):\n    return 2\n"_s, u"import"_s);
        python("raises", u"def f(a):\n    return [][a]\n"_s, u"runtime"_s);
        python("endless", u"def f(a):\n    while True: pass\n"_s, u"timeout"_s);
        python("recursion", u"def f(a):\n    return f(a)\n"_s, u"runtime"_s);
        python("hog", u"def f(a):\n    x = [0]\n    while True: x = x + x\n"_s, u"memory"_s);
        python("changes its argument", u"def f(a):\n    a.append(1)\n"_s, u"none"_s, u"a = [0]\nf(a)\nassert a == [0, 1]"_s);
        python("raises what the test awaits", u"def f(a):\n    raise KeyError('k')\n"_s, u"none"_s,
            u"try:\n    f(1)\n    assert False\nexcept KeyError as error:\n    assert error.args == ('k',)"_s);
        const auto rust = [](const char *name, const QString &code, const QString &expected, const QString &test = u"assert_eq!(f(1), 2);"_s) {
            QTest::addRow("Rust, %s", name) << Language::Rust << code << test << expected;
        };
        rust("right", u"pub fn f(a: i32) -> i32 { a + 1 }\n"_s, u"none"_s);
        rust("sleeps", u"use std::time::{Duration, Instant};\npub fn f(a: i32) -> i32 { let begin = Instant::now(); std::thread::sleep(Duration::from_millis(30)); "
             "a + if begin.elapsed() >= Duration::from_millis(30) { 1 } else { 0 } }\n"_s, u"none"_s);
        rust("wrong", u"pub fn f(a: i32) -> i32 { a }\n"_s, u"logic"_s);
        rust("no program", u"pub fn f(a: i32 -> i32 { a }\n"_s, u"syntax"_s);
        rust("does not compile", u"pub fn f(a: i32) -> i32 { \"a\" }\n"_s, u"compile"_s);
        rust("a crate that is not there", u"use rand::Rng;\npub fn f(a: i32) -> i32 { 2 }\n"_s, u"import"_s);
        rust("panics", u"pub fn f(a: i32) -> i32 { let v: Vec<i32> = vec![]; v[a as usize] }\n"_s, u"runtime"_s);
        rust("overflows", u"pub fn f(a: i32) -> i32 { i32::MAX + a }\n"_s, u"runtime"_s);
        rust("endless", u"pub fn f(a: i32) -> i32 { loop { std::hint::black_box(a); } }\n"_s, u"timeout"_s);
        rust("recursion", u"pub fn f(a: i32) -> i32 { if a == i32::MIN { 0 } else { f(std::hint::black_box(a)) + 1 } }\n"_s, u"runtime"_s);
        rust("hog", u"pub fn f(a: i32) -> i32 { let mut v = Vec::new(); loop { v.push(vec![a; 100000]); } }\n"_s, u"memory"_s);
        rust("ends itself", u"pub fn f(a: i32) -> i32 { std::process::exit(0) }\n"_s, u"logic"_s);
        rust("unsafe", u"pub fn f(a: i32) -> i32 { unsafe { *(&a as *const i32) + 1 } }\n"_s, u"compile"_s);
        rust("files of the host", u"pub fn f(a: i32) -> i32 { std::fs::read(\"/etc/passwd\").unwrap().len() as i32 }\n"_s, u"runtime"_s);
        rust("network", u"pub fn f(a: i32) -> i32 { std::net::TcpStream::connect(\"127.0.0.1:80\").unwrap(); a + 1 }\n"_s, u"runtime"_s);
        rust("processes", u"pub fn f(a: i32) -> i32 { std::process::Command::new(\"true\").status().unwrap(); a + 1 }\n"_s, u"runtime"_s);
        rust("the harness' import", u"#[link(wasm_import_module = \"autodidact\")] extern \"C\" { fn failed(a: *const u8, b: usize); }\n"
             "pub fn f(a: i32) -> i32 { unsafe { failed(0 as *const u8, 0) }; a + 1 }\n"_s, u"compile"_s);
        rust("the entry of the tests", u"#[no_mangle] pub extern \"C\" fn autodidact_test(i: u32) {}\npub fn f(a: i32) -> i32 { a }\n"_s, u"compile"_s);
        rust("a hook of its own", u"pub fn f(a: i32) -> i32 { std::panic::set_hook(Box::new(|_| {})); a }\n"_s, u"runtime"_s);
        script("right", u"const f = a => a + 1;\n"_s, u"none"_s);
        script("exported", u"module.exports = { f: a => a + 1 };\n"_s, u"none"_s);
        script("wrong", u"function f(a) { return a; }\n"_s, u"logic"_s);
        script("no program", u"function f(a { return a; }\n"_s, u"syntax"_s);
        script("a module that is not there", u"const x = require('lodash');\nfunction f(a) { return 2; }\n"_s, u"import"_s);
        script("throws", u"function f(a) { return null.x; }\n"_s, u"runtime"_s);
        script("endless", u"function f(a) { for (;;); }\n"_s, u"timeout"_s);
        script("recursion", u"function f(a) { return f(a) + 1; }\n"_s, u"runtime"_s);
        script("hog", u"function f(a) { let x = []; for (;;) x.push('x'.repeat(1e6) + x.length); }\n"_s, u"memory"_s);
        script("promise", u"async function f(a) { await new Promise(done => setTimeout(done, 5)); return a + 1; }\n"_s, u"none"_s,
            u"assert.strictEqual(await f(1), 2);"_s);
    }

    void tellsClasses()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, code);
        QFETCH(const QString, test);
        QFETCH(const QString, expected);
        for (const auto &[walls, runner] : m_wasm) {
            if (language == Language::Rust && walls == WasmWalls::Filter)
                continue; // has no compiler there
            for (const Isolation isolation : {Isolation::Split, Isolation::InProcess}) {
                Execution execution = function(language, code, {test}, isolation);
                execution.limits = {.cpuMs = 1500, .memoryMb = 128};
                const Result<Verdict> verdict = runner->run(execution, {});
                QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
                QVERIFY2(toString(verdict->errorClass) == expected, qPrintable(told(*verdict)));
                QCOMPARE(verdict->passed, expected == u"none");
                QCOMPARE(verdict->sandbox, u"wasm"_s);
                QCOMPARE(verdict->gear, walls == WasmWalls::Filter ? u"filter"_s : u"bubblewrap"_s);
            }
        }
    }

    void tellsWhatAFailureCompared()
    {
        const Result<Verdict> python = wasm(WasmWalls::Filter).run(function(Language::Python, u"def f(a):\n    return [a, 'b']\n"_s, {u"assert f(1) == [1, 'c']"_s}), {});
        QVERIFY(python);
        QCOMPARE(python->tests.value(0).expected, u"[1, 'c']"_s);
        QCOMPARE(python->tests.value(0).actual, u"[1, 'b']"_s);
        const Result<Verdict> line = wasm(WasmWalls::Filter).run(function(Language::Python, u"\n\ndef f(a):\n    return 1 / 0\n"_s, {u"f(1)"_s}), {});
        QVERIFY(line);
        QCOMPARE(line->tests.value(0).line, 4);
        QCOMPARE(line->tests.value(0).exceptionType, u"ZeroDivisionError"_s);
        const Result<Verdict> script = wasm(WasmWalls::Filter).run(
            function(Language::JavaScript, u"const f = a => ({a, list: [a, 'b']});\n"_s, {u"assert.deepStrictEqual(f(1), {a: 1, list: [1, 'c']});"_s}), {});
        QVERIFY(script);
        QCOMPARE(script->tests.value(0).expected, u"{ a: 1, list: [ 1, 'c' ] }"_s);
        QCOMPARE(script->tests.value(0).actual, u"{ a: 1, list: [ 1, 'b' ] }"_s);
    }

    void refusesWhatItCannotRun()
    {
        const Result<Verdict> java = wasm(WasmWalls::Filter).run(function(Language::Java, u"class A {}"_s, {u""_s}), {});
        QVERIFY(!java && java.error().kind == ErrorKind::Missing);
        QVERIFY(java.error().detail.contains(u"java"_s));
        const Result<Verdict> rust = wasm(WasmWalls::Filter).run(function(Language::Rust, u"fn f() {}"_s, {u""_s}), {});
        QVERIFY(!rust && rust.error().kind == ErrorKind::Missing);
        QVERIFY(rust.error().detail.contains(u"bubblewrap"_s));
        Execution files = function(Language::Python, u"x = 1\n"_s, {});
        files.kind = TaskKind::Files;
        const Result<Verdict> verdict = wasm(WasmWalls::Filter).run(files, {});
        QVERIFY(!verdict && verdict.error().kind == ErrorKind::Missing);
    }

    void runsPrograms_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        QTest::newRow("Python") << Language::Python << u"a, b = map(int, input().split())\nprint(a + b)\n"_s << u"none"_s;
        QTest::newRow("Python, streams") << Language::Python << u"import sys\nsys.stdout.write(str(sum(map(int, sys.stdin.read().split()))))\n"_s << u"none"_s;
        QTest::newRow("Python, wrong") << Language::Python << u"print(3)\n"_s << u"logic"_s;
        QTest::newRow("Python, no program") << Language::Python << u"print(3\n"_s << u"syntax"_s;
        QTest::newRow("Python, raises") << Language::Python << u"print(5)\nraise ValueError('x')\n"_s << u"runtime"_s;
        QTest::newRow("Python, exit code") << Language::Python << u"import sys\nprint(5)\nsys.exit(3)\n"_s << u"runtime"_s;
        QTest::newRow("Python, exit code 0") << Language::Python << u"import sys\nprint(sum(map(int, input().split())))\nsys.exit(0)\n"_s << u"none"_s;
        QTest::newRow("Python, import") << Language::Python << u"import numpy\n"_s << u"import"_s;
        QTest::newRow("Python, endless") << Language::Python << u"while True: pass\n"_s << u"timeout"_s;
        const QString sum = u"use std::io::Read;\nfn main() { let mut s = String::new(); std::io::stdin().read_to_string(&mut s).unwrap();\n"
            "println!(\"{}\", s.split_whitespace().map(|x| x.parse::<i64>().unwrap()).sum::<i64>()); }\n"_s;
        QTest::newRow("Rust") << Language::Rust << sum << u"none"_s;
        QTest::newRow("Rust, panics") << Language::Rust << u"fn main() { println!(\"5\"); panic!(\"x\"); }\n"_s << u"runtime"_s;
        QTest::newRow("Rust, no program") << Language::Rust << u"fn main() { println!(\"5\" }\n"_s << u"syntax"_s;
        QTest::newRow("JavaScript, file") << Language::JavaScript
            << u"const [a, b] = require('fs').readFileSync(0, 'utf8').trim().split(' ').map(Number);\nconsole.log(a + b);\n"_s << u"none"_s;
        QTest::newRow("JavaScript, lines") << Language::JavaScript
            << u"const lines = [];\nrequire('readline').createInterface({ input: process.stdin }).on('line', line => lines.push(line))\n"
               ".on('close', () => console.log(lines[0].split(' ').map(Number).reduce((a, b) => a + b)));\n"_s << u"none"_s;
        QTest::newRow("JavaScript, stream") << Language::JavaScript
            << u"let text = '';\nprocess.stdin.on('data', piece => { text += piece; });\nprocess.stdin.on('end', () => console.log(text.split(' ').map(Number).reduce((a, b) => a + b)));\n"_s
            << u"none"_s;
        QTest::newRow("JavaScript, throws") << Language::JavaScript << u"console.log(5);\nthrow new Error('x');\n"_s << u"runtime"_s;
        QTest::newRow("JavaScript, no program") << Language::JavaScript << u"console.log(5;\n"_s << u"syntax"_s;
    }

    void runsPrograms()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, code);
        QFETCH(const QString, expected);
        Execution execution;
        execution.language = language;
        execution.kind = TaskKind::Program;
        execution.code = code;
        execution.limits.cpuMs = 1500;
        execution.tests << TestCase{.name = u"small"_s, .input = u"2 3\n"_s, .outputs = {u"5\n"_s}}
                        << TestCase{.name = u"large"_s, .input = u"20 30\n"_s, .outputs = {u"50\n"_s}};
        for (const auto &[walls, runner] : m_wasm) {
            if (language == Language::Rust && walls == WasmWalls::Filter)
                continue;
            const Result<Verdict> verdict = runner->run(execution, {});
            QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
            QVERIFY2(toString(verdict->errorClass) == expected, qPrintable(told(*verdict)));
            QCOMPARE(verdict->passed, expected == u"none");
        }
    }

    void judgesAsBubblewrapDoes_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("file");
        QTest::newRow("starter-python") << QString() << u"" AUTODIDACT_SOURCE_DIR "/resources/suites/starter-python.jsonl"_s;
        QTest::newRow("starter-javascript") << QString() << u"" AUTODIDACT_SOURCE_DIR "/resources/suites/starter-javascript.jsonl"_s;
        QTest::newRow("starter-rust") << QString() << u"" AUTODIDACT_SOURCE_DIR "/resources/suites/starter-rust.jsonl"_s;
        const QString data = qEnvironmentVariable("AUTODIDACT_DATA");
        if (QFileInfo::exists(data + u"/humaneval/HumanEval.jsonl.gz"_s))
            QTest::newRow("humaneval") << u"humaneval"_s << data + u"/humaneval/HumanEval.jsonl.gz"_s;
    }

    void judgesAsBubblewrapDoes()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, file);
        if (!m_warm)
            QSKIP("bubblewrap does not work here");
        const Result<SuiteContent> suite = format.isEmpty() ? readSuiteFile(file) : importSuite(format, file);
        QVERIFY2(suite, suite ? "" : qPrintable(suite.error().detail));
        int agreed = 0;
        int programs = 0;
        QStringList different;
        for (const Task &task : suite->tasks) {
            QStringList codes = task.references.first(std::min<qsizetype>(1, task.references.size()));
            if (!task.starter.isEmpty() && format.isEmpty())
                codes << task.starter;
            for (const QString &code : std::as_const(codes)) {
                Execution execution = executionOf(task, code);
                const Result<Verdict> warm = m_warm->run(execution, {});
                const Result<Verdict> own = wasm(programs % 2 == 0 || task.language == Language::Rust ? WasmWalls::Bubblewrap : WasmWalls::Filter).run(execution, {});
                QVERIFY(warm && own);
                ++programs;
                if (judged(*warm) == judged(*own) || exceptions.contains(task.key))
                    ++agreed;
                else
                    different << u"%1: %2 in bubblewrap, %3 here (%4)"_s.arg(task.key, judged(*warm), judged(*own), told(*own));
            }
        }
        qInfo("%d of %d programs are judged alike", agreed, programs);
        QVERIFY(programs > 0);
        QVERIFY2(different.isEmpty(), qPrintable(different.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestWasmRunner)
#include "tst_wasmrunner.moc"
