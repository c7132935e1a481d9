#include "core/runners/programattempt.h"
#include "tests/runners/runnerfixture.h"


using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

/// Adds the numbers of a line.
Execution execution(Language language, const QString &code)
{
    Execution execution;
    execution.language = language;
    execution.kind = TaskKind::Program;
    execution.code = code;
    execution.limits.cpuMs = 1000;
    execution.tests = {{u"two"_s, {}, u"1 2\n"_s, {u"3\n"_s}}, {u"none"_s, {}, u"\n"_s, {u"nothing"_s, u"0"_s}}};
    return execution;
}

const QString python = u"print(sum(map(int, input().split())))\n"_s;
const QString javascript = u"const line = require('fs').readFileSync(0, 'utf8').trim();\n"
                           "console.log(line ? line.split(' ').map(Number).reduce((a, b) => a + b) : 0);\n"_s;
const QString rust = u"fn main() {\n    let mut line = String::new();\n    std::io::stdin().read_line(&mut line).unwrap();\n"
                     "    println!(\"{}\", line.split_whitespace().map(|w| w.parse::<i64>().unwrap()).sum::<i64>());\n}\n"_s;

/// A class Main around \p body.
QString java(const QString &body)
{
    return u"import java.util.*;\n\npublic class Main {\n    public static void main(String[] args) throws Exception {\n%1\n    }\n}\n"_s.arg(body);
}

const QString javaSum = u"long sum = 0; Scanner in = new Scanner(System.in); while (in.hasNextLong()) sum += in.nextLong(); System.out.println(sum);"_s;

} // namespace

/// Programs that read standard input and write standard output.
class TestProgramRunner : public QObject
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
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorClass>("errorClass");
        const auto row = [](const char *name, Language language, const QString &code, ErrorClass errorClass) {
            QTest::newRow(name) << language << code << errorClass;
        };
        row("python: right", Language::Python, python, ErrorClass::None);
        row("python: main guard", Language::Python, u"if __name__ == '__main__':\n    "_s + python, ErrorClass::None);
        row("python: exit 0 after the answer", Language::Python, python + u"import sys; sys.exit(0)"_s, ErrorClass::None);
        row("python: wrong", Language::Python, u"print(4)"_s, ErrorClass::Logic);
        row("python: silent", Language::Python, u"import os; os._exit(0)"_s, ErrorClass::Logic);
        row("python: syntax", Language::Python, u"x = 1\nprint(\n"_s, ErrorClass::Syntax);
        row("python: import", Language::Python, u"import no_such_module"_s, ErrorClass::Import);
        row("python: runtime", Language::Python, u"print(1 / 0)"_s, ErrorClass::Runtime);
        row("python: exit 1", Language::Python, python + u"import sys; sys.exit(1)"_s, ErrorClass::Runtime);
        row("python: endless", Language::Python, u"while True: pass"_s, ErrorClass::Timeout);
        row("python: memory", Language::Python, u"a = bytearray(1 << 40)"_s, ErrorClass::Memory);
        row("python: slow memory", Language::Python, u"a = []\nwhile True: a.append(bytearray(1 << 20))"_s, ErrorClass::Memory);
        row("python: network", Language::Python, u"import socket; socket.socket().connect(('1.1.1.1', 80))"_s, ErrorClass::Forbidden);
        row("python: fork bomb", Language::Python, u"import os\nwhile True: os.fork()"_s, ErrorClass::Forbidden);
        row("javascript: right", Language::JavaScript, javascript, ErrorClass::None);
        row("javascript: wrong", Language::JavaScript, u"console.log(4)"_s, ErrorClass::Logic);
        row("javascript: syntax", Language::JavaScript, u"console.log(;"_s, ErrorClass::Syntax);
        row("javascript: import", Language::JavaScript, u"require('no-such-module')"_s, ErrorClass::Import);
        row("javascript: runtime", Language::JavaScript, u"null.x"_s, ErrorClass::Runtime);
        row("javascript: endless", Language::JavaScript, u"for (;;) {}"_s, ErrorClass::Timeout);
        row("java: right", Language::Java, java(javaSum), ErrorClass::None);
        row("java: helpers beside Main", Language::Java, u"class Adder { long sum; void add(long n) { sum += n; } }\n"_s
                + java(u"Adder a = new Adder(); Scanner in = new Scanner(System.in); while (in.hasNextLong()) a.add(in.nextLong());"
                       "Runnable r = () -> System.out.print(a.sum); r.run();"_s).replace(u"import java.util.*;"_s, QString())
                      .replace(u"Scanner"_s, u"java.util.Scanner"_s), ErrorClass::None);
        row("java: in a package, of another name", Language::Java,
            u"package a.b;\n"_s + java(javaSum).replace(u"public class Main"_s, u"class Solver"_s), ErrorClass::None);
        row("java: a thread of its own", Language::Java, java(u"new Thread(null, () -> {%1}, \"\", 1 << 26).start();"_s.arg(javaSum)), ErrorClass::None);
        row("java: exit 0 after the answer", Language::Java, java(javaSum + u"System.exit(0);"_s), ErrorClass::None);
        row("java: deep recursion", Language::Java, java(javaSum + u"if (depth(200000) < 0) return;"_s).chopped(2)
                + u"    static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }\n}\n"_s, ErrorClass::None);
        row("java: wrong", Language::Java, java(u"System.out.println(4);"_s), ErrorClass::Logic);
        row("java: silent", Language::Java, java(u"System.exit(0);"_s), ErrorClass::Logic);
        row("java: syntax", Language::Java, java(u"int a = ;"_s), ErrorClass::Syntax);
        row("java: compile", Language::Java, java(u"int a = \"\";"_s), ErrorClass::Compile);
        row("java: nothing to start", Language::Java, u"class Main { void main() { } }"_s, ErrorClass::Compile);
        row("java: import", Language::Java, u"import no.such.Thing;\n"_s + java(javaSum), ErrorClass::Import);
        row("java: runtime", Language::Java, java(u"Object o = null; o.hashCode();"_s), ErrorClass::Runtime);
        row("java: runtime in a thread", Language::Java, java(u"new Thread(() -> { throw new RuntimeException(); }).start();"_s), ErrorClass::Runtime);
        row("java: exit 1", Language::Java, java(javaSum + u"System.exit(1);"_s), ErrorClass::Runtime);
        row("java: endless", Language::Java, java(u"while (true) { }"_s), ErrorClass::Timeout);
        row("java: memory", Language::Java, java(u"byte[] a = new byte[1 << 30]; System.out.println(a[5]);"_s), ErrorClass::Memory);
        row("java: slow memory", Language::Java, java(u"List<int[]> a = new ArrayList<>(); while (true) a.add(new int[1 << 18]);"_s), ErrorClass::Memory);
        row("java: network", Language::Java, java(u"new java.net.Socket(\"1.1.1.1\", 80);"_s), ErrorClass::Forbidden);
        row("rust: right", Language::Rust, rust, ErrorClass::None);
        row("rust: wrong", Language::Rust, u"fn main() { println!(\"4\"); }"_s, ErrorClass::Logic);
        row("rust: syntax", Language::Rust, u"fn main() { let ; }"_s, ErrorClass::Syntax);
        row("rust: compile", Language::Rust, u"fn main() { let a: i32 = \"\"; }"_s, ErrorClass::Compile);
        row("rust: panic", Language::Rust, u"fn main() { panic!() }"_s, ErrorClass::Runtime);
        row("rust: endless", Language::Rust, u"fn main() { loop {} }"_s, ErrorClass::Timeout);
    }

    void classes()
    {
        QFETCH(Language, language);
        QFETCH(QString, code);
        QFETCH(ErrorClass, errorClass);
        const Result<Verdict> verdict = m_runner->run(execution(language, code), {});
        if (!verdict && verdict.error().kind == ErrorKind::Missing)
            QSKIP(qPrintable(verdict.error().detail));
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
        VERIFY_CLASS(*verdict, errorClass);
        QCOMPARE(verdict->tests.size(), 2);
    }

    void tellsWhatWasExpected()
    {
        const Result<Verdict> verdict = m_runner->run(execution(Language::Python, u"print(input())"_s), {});
        QCOMPARE(verdict->tests[0].expected.trimmed(), u"3"_s);
        QCOMPARE(verdict->tests[0].actual.trimmed(), u"1 2"_s);
        QVERIFY(!verdict->tests[0].passed());
    }

    void pointsToTheSyntaxError()
    {
        const Result<Verdict> verdict = m_runner->run(execution(Language::Python, u"a = 1\nb = = 2\n"_s), {});
        QCOMPARE(verdict->diagnostics.value(0).line, 2);
        QCOMPARE(verdict->diagnostics.value(0).column, 5);
    }

    void tellsWhereJavaFails()
    {
        const Result<Verdict> verdict = m_runner->run(execution(Language::Java, java(u"\nint[] a = {}; a[3] = 1;"_s)), {});
        if (!verdict)
            QSKIP(qPrintable(verdict.error().detail));
        QVERIFY2(verdict->errorDetail.contains(u"Index 3 out of bounds"), qPrintable(verdict->errorDetail));
        QVERIFY2(verdict->output.contains(u"line 6"), qPrintable(verdict->output));
        const Result<Verdict> broken = m_runner->run(execution(Language::Java, java(u"int a = \"\";"_s)), {});
        QCOMPARE(broken->diagnostics.value(0).line, 5);
    }

    void comparesWords_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("accepted");
        QTest::addColumn<bool>("same");
        QTest::newRow("equal") << u"1 2\n3\n"_s << u"1 2\n3"_s << true;
        QTest::newRow("space") << u"1  2 \r\n3"_s << u"1 2\n3\n\n"_s << true;
        QTest::newRow("other") << u"1 2"_s << u"1 3"_s << false;
        QTest::newRow("more") << u"1 2 3"_s << u"1 2"_s << false;
        QTest::newRow("less") << u"1"_s << u"1 2"_s << false;
        QTest::newRow("letters") << u"Yes"_s << u"YES"_s << false;
        QTest::newRow("fraction") << u"0.3333333333"_s << u"0.33333333"_s << true;
        QTest::newRow("rough fraction") << u"0.333"_s << u"0.33333333"_s << false;
        QTest::newRow("whole numbers are exact") << u"10000000000"_s << u"10000000001"_s << false;
        QTest::newRow("not a number") << u"nan"_s << u"0.5"_s << false;
        QTest::newRow("nothing") << QString() << u"0"_s << false;
    }

    void comparesWords()
    {
        QFETCH(QString, output);
        QFETCH(QString, accepted);
        QFETCH(bool, same);
        QCOMPARE(sameOutput(output, accepted), same);
    }
};

QTEST_GUILESS_MAIN(TestProgramRunner)
#include "tst_programrunner.moc"
