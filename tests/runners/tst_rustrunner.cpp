#include "core/runners/rustattempt.h"
#include "core/runners/rustsignature.h"
#include "tests/runners/runnerfixture.h"


using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

const QString starter = u"pub fn f(values: Vec<i64>) -> i64 {\n    todo!()\n}\n"_s;

Execution execution(const QString &code, const QStringList &tests)
{
    Execution execution;
    execution.language = Language::Rust;
    execution.isolation = Isolation::InProcess;
    execution.code = code;
    execution.entryPoint = u"f"_s;
    execution.starter = starter;
    execution.limits.cpuMs = 1000;
    execution.tests = numbered(tests);
    return execution;
}

QString body(const QString &statements)
{
    return u"pub fn f(values: Vec<i64>) -> i64 {\n%1\n}\n"_s.arg(statements);
}

const QStringList sums{u"assert_eq!(f(vec![1, 2]), 3);"_s, u"assert_eq!(f(vec![]), 0);"_s};

} // namespace

/// Rust programs: classes, places, and programs that want to pass without being right.
class TestRustRunner : public QObject
{
    Q_OBJECT

private:
    Verdict run(const QString &code, const QStringList &tests = sums) { return m_runner.run(execution(code, tests)); }

    RunnerFixture m_runner;

private Q_SLOTS:
    void initTestCase()
    {
        if (const Result<RustTools> tools = RustTools::find(); !tools)
            QSKIP(qPrintable(tools.error().detail));
        const QString trouble = m_runner.start();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void classes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorClass>("errorClass");
        QTest::addColumn<bool>("tampering");
        const auto row = [](const char *name, const QString &code, ErrorClass errorClass, bool tampering = false) {
            QTest::newRow(name) << code << errorClass << tampering;
        };
        const QString right = u"values.iter().sum()"_s;
        row("right", body(right), ErrorClass::None);
        row("not public", u"fn f(values: Vec<i64>) -> i64 { values.iter().sum() }"_s, ErrorClass::None);
        row("own main", body(right) + u"fn main() { println!(\"hello\"); }"_s, ErrorClass::None);
        row("prints", body(u"println!(\"{:?}\", values); "_s + right), ErrorClass::None);
        row("wrong", body(u"values.iter().sum::<i64>() + 1"_s), ErrorClass::Logic);
        row("syntax", u"pub fn f(values: Vec<i64>) -> i64 { let x = ; 1 }"_s, ErrorClass::Syntax);
        row("unclosed", u"pub fn f(values: Vec<i64>) -> i64 { 1"_s, ErrorClass::Syntax);
        row("type error", body(u"\"text\""_s), ErrorClass::Compile);
        row("borrow error", body(u"let a = values; let b = values; 1"_s), ErrorClass::Compile);
        row("no such function", u"pub fn g() {}"_s, ErrorClass::Compile);
        row("no such crate", u"use rand::Rng;\n"_s + body(right), ErrorClass::Import);
        row("panic", body(u"panic!(\"no\")"_s), ErrorClass::Runtime);
        row("index", body(u"values[99]"_s), ErrorClass::Runtime);
        row("overflow", body(u"let mut n = i64::MAX; n += values.len() as i64 + 1; n"_s), ErrorClass::Runtime);
        row("endless", body(u"loop {}"_s), ErrorClass::Timeout);
        row("sleeping", body(u"std::thread::sleep(std::time::Duration::from_secs(600)); 1"_s), ErrorClass::Timeout);
        row("memory", body(u"let mut all: Vec<Vec<u8>> = Vec::new(); loop { all.push(vec![1u8; 1 << 20]); }"_s), ErrorClass::Memory);
        row("deep recursion", body(u"fn g(n: u64) -> u64 { if n == 0 { 0 } else { 1 + g(n + 1) } } g(1) as i64"_s), ErrorClass::Runtime);
        row("missing file", body(u"std::fs::read_to_string(\"/nowhere\").unwrap().len() as i64"_s), ErrorClass::Runtime);
        row("network", body(u"std::net::TcpStream::connect(\"1.1.1.1:80\").is_ok() as i64"_s), ErrorClass::Forbidden);
        row("exit 0", body(u"std::process::exit(0)"_s), ErrorClass::Logic, true);
        row("exit 1", body(u"std::process::exit(1)"_s), ErrorClass::Runtime);
        row("abort", body(u"std::process::abort()"_s), ErrorClass::Runtime);
        row("exit in a hook", body(u"std::panic::set_hook(Box::new(|_| std::process::exit(0))); panic!()"_s), ErrorClass::Logic, true);
        row("unsafe", body(u"unsafe { *(8 as *const i64) }"_s), ErrorClass::Compile);
        row("own assert_eq", u"macro_rules! assert_eq { ($($t:tt)*) => {} }\n"_s + body(u"7"_s), ErrorClass::Logic);
        row("calls the harness", body(u"::autodidact::run(std::vec::Vec::new())"_s), ErrorClass::Runtime);
        row("equals everything", u"#[derive(Debug)] pub struct Any; impl PartialEq<i64> for Any { fn eq(&self, _: &i64) -> bool { true } }\n"
                                 "pub fn f(values: Vec<i64>) -> Any { Any }"_s, ErrorClass::Compile);
        row("reads the nonce again", body(u"use std::io::{Read, Seek}; use std::os::fd::AsFd;\n"
            "let mut input = std::fs::File::from(std::io::stdin().as_fd().try_clone_to_owned().unwrap());\n"
            "if input.rewind().is_ok() && input.read_exact(&mut [0u8; 16]).is_ok() { std::process::exit(0) }\n-1"_s), ErrorClass::Logic);
        row("reads the tests", body(u"std::fs::read_dir(\".\").unwrap().count() as i64"_s), ErrorClass::Logic);
    }

    void classes()
    {
        QFETCH(QString, code);
        QFETCH(ErrorClass, errorClass);
        QFETCH(bool, tampering);
        const Verdict verdict = run(code);
        VERIFY_CLASS(verdict, errorClass);
        QCOMPARE(verdict.tampering, tampering);
        QCOMPARE(verdict.tests.size(), 2);
    }

    void tellsExpectedAndActual()
    {
        const Verdict verdict = run(body(u"values.len() as i64"_s));
        QCOMPARE(verdict.tests[0].expected, u"3"_s);
        QCOMPARE(verdict.tests[0].actual, u"2"_s);
        QVERIFY(verdict.tests[0].testCode.contains(u"f(vec![1, 2]) == 3"));
        QVERIFY(verdict.tests[1].passed());
    }

    void pointsToTheLine()
    {
        QCOMPARE(run(body(u"let v = values;\nv[5]"_s)).tests[0].line, 3);
        const Verdict broken = run(body(u"let a: i64 = 1;\nlet b: String = a;\nb.len() as i64"_s));
        QCOMPARE(broken.diagnostics.value(0).line, 3);
        QCOMPARE(broken.diagnostics.value(0).column, 17);
    }

    void knowsTheSignature_data()
    {
        QTest::addColumn<QString>("starter");
        QTest::addColumn<QString>("signature");
        QTest::newRow("plain") << starter << u"fn(Vec<i64>) -> i64"_s;
        QTest::newRow("nothing back") << u"fn f(a: &mut Vec<String>) { todo!() }"_s << u"fn(&mut Vec<String>)"_s;
        QTest::newRow("generic") << u"fn f<T>(a: T) -> T { todo!() }"_s << QString();
        QTest::newRow("own type") << u"struct A; fn f(a: A) -> i32 { todo!() }"_s << QString();
    }

    void knowsTheSignature()
    {
        QFETCH(QString, starter);
        QFETCH(QString, signature);
        Execution task = execution({}, {});
        task.starter = starter;
        QCOMPARE(rustSignature(task), signature);
    }
};

QTEST_GUILESS_MAIN(TestRustRunner)
#include "tst_rustrunner.moc"
