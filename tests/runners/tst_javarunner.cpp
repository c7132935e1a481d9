#include "core/runners/javatools.h"
#include "tests/runners/runnerfixture.h"

#include <QElapsedTimer>

#include <atomic>
#include <thread>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

Execution execution(const QString &code, const QStringList &tests)
{
    Execution execution;
    execution.language = Language::Java;
    execution.isolation = Isolation::InProcess;
    execution.code = code;
    execution.entryPoint = u"f"_s;
    execution.limits.cpuMs = 1000;
    execution.limits.memoryMb = 128;
    execution.tests = numbered(tests);
    return execution;
}

const QString imports = u"import java.util.*;\nimport java.lang.*;\n"_s;

QString body(const QString &statements, const QString &beside = {})
{
    return imports + u"class Solution {\npublic List<Integer> f(int[] values) {\n%1\n}\n%2\n}\n"_s.arg(statements, beside);
}

const QString right = u"List<Integer> result = new ArrayList<>(); for (int v : values) result.add(v + 1); return result;"_s;

const QStringList increments{u"assertEquals(Arrays.asList(2, 3), new Solution().f(new int[]{1, 2}));"_s,
    u"assertTrue(new Solution().f(new int[0]).isEmpty());"_s};

const QString mainTest = u"public class Main {\n    public static void main(String[] args) {\n        Solution s = new Solution();\n"
    "        List<Boolean> correct = Arrays.asList(s.f(new int[]{1, 2}).equals(Arrays.asList(2, 3)), s.f(new int[]{5}).equals(List.of(6)));\n"
    "        if (correct.contains(false)) {\n            throw new AssertionError();\n        }\n    }\n}\n"_s;

} // namespace

/// Java programs: classes, places, and programs that want to pass without being right.
class TestJavaRunner : public QObject
{
    Q_OBJECT

private:
    Verdict run(const Execution &execution) { return m_runner.run(execution); }
    Verdict run(const QString &code, const QStringList &tests = increments) { return run(execution(code, tests)); }

    RunnerFixture m_runner;

private Q_SLOTS:
    void initTestCase()
    {
        if (const Result<JavaTools> tools = JavaTools::find(); !tools)
            QSKIP(qPrintable(tools.error().detail));
        const QString trouble = m_runner.start();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void classes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorClass>("errorClass");
        const auto row = [](const char *name, const QString &code, ErrorClass errorClass) { QTest::newRow(name) << code << errorClass; };
        row("right", body(right), ErrorClass::None);
        row("public class", body(right).replace(u"class Solution"_s, u"public class Solution"_s), ErrorClass::None);
        row("in a package", u"package com.example;\n"_s + body(right), ErrorClass::None);
        row("own main", body(right) + u"class Main { public static void main(String[] a) { System.out.println(1); } }"_s, ErrorClass::None);
        row("prints", body(u"System.out.println(\"hello\"); "_s + right), ErrorClass::None);
        row("double braces", body(u"return new ArrayList<>() {{ for (int v : values) add(v + 1); }};"_s), ErrorClass::None);
        row("wrong", body(u"return new ArrayList<>();"_s), ErrorClass::Logic);
        row("syntax", body(u"int x = ; return null;"_s), ErrorClass::Syntax);
        row("unclosed", imports + u"class Solution { public List<Integer> f(int[] values) { return null;"_s, ErrorClass::Syntax);
        row("type error", body(u"return \"text\";"_s), ErrorClass::Compile);
        row("no return", body(u"int a = 1;"_s), ErrorClass::Compile);
        row("unknown name", body(u"return nothing;"_s), ErrorClass::Compile);
        row("no such method", imports + u"class Solution { }"_s, ErrorClass::Compile);
        row("nested too deeply", body(u"Object o = "_s + QString(100'000, u'(') + u'1' + QString(100'000, u')') + u"; return null;"_s), ErrorClass::Compile);
        row("empty", QString(), ErrorClass::Compile);
        row("no such package", u"import org.apache.commons.lang3.StringUtils;\n"_s + body(right), ErrorClass::Import);
        row("package of another module", u"import java.sql.Timestamp;\nimport java.net.http.HttpClient;\nimport javax.xml.parsers.*;\n"_s + body(right),
            ErrorClass::None);
        row("module that attempts lack", u"import java.awt.Point;\n"_s + body(right), ErrorClass::Import);
        row("the same by its whole name", body(u"new java.awt.Point(); return null;"_s), ErrorClass::Import);
        row("no such class", u"import java.util.Lisst;\n"_s + body(right), ErrorClass::Import);
        row("unpacks", body(u"try { var out = new java.io.ByteArrayOutputStream(); var zip = new java.util.zip.GZIPOutputStream(out); zip.write(7);"
                            " zip.close(); new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(out.toByteArray())).read(); } catch"
                            " (java.io.IOException e) { throw new RuntimeException(e); } "_s + right), ErrorClass::None);
        row("a channel to a file", body(u"try { var path = java.nio.file.Path.of(\"/work/note\"); java.nio.file.Files.writeString(path, \"x\");"
                                        " java.nio.file.Files.readString(path); } catch (java.io.IOException e) { throw new RuntimeException(e); } "_s
                                        + right), ErrorClass::None);
        row("exception", body(u"throw new IllegalStateException(\"no\");"_s), ErrorClass::Runtime);
        row("index", body(u"values[99] = 1; return null;"_s), ErrorClass::Runtime);
        row("null", body(u"return null;"_s), ErrorClass::Logic);
        row("initializer", body(right, u"static int x = Integer.parseInt(\"x\");"_s), ErrorClass::Runtime);
        row("deep recursion", body(u"return f(values);"_s), ErrorClass::Runtime);
        row("missing file", body(u"try { new java.io.FileReader(\"/nowhere/x\").read(); } catch (java.io.IOException e) { throw new"
                                 " RuntimeException(e); } return null;"_s), ErrorClass::Runtime);
        row("endless", body(u"while (true) { }"_s), ErrorClass::Timeout);
        row("sleeping", body(u"try { Thread.sleep(600000); } catch (InterruptedException e) { } return null;"_s), ErrorClass::Timeout);
        row("memory", body(u"List<byte[]> all = new ArrayList<>(); while (true) all.add(new byte[1 << 20]);"_s), ErrorClass::Memory);
        row("exit 1", body(u"System.exit(1); return null;"_s), ErrorClass::Runtime);
    }

    void classes()
    {
        QFETCH(QString, code);
        QFETCH(ErrorClass, errorClass);
        for (const QStringList &tests : {increments, QStringList{mainTest, mainTest}}) {
            const Verdict verdict = run(code, tests);
            const bool nullInMain = tests != increments && code == body(u"return null;"_s); // null.equals() throws
            const ErrorClass wanted = nullInMain ? ErrorClass::Runtime : errorClass;
            VERIFY_CLASS(verdict, wanted);
            QVERIFY(!verdict.tampering);
            QCOMPARE(verdict.tests.size(), 2);
        }
    }

    void cheatingFails_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("tampering");
        const auto row = [](const char *name, const QString &code, bool tampering = true) { QTest::newRow(name) << code << tampering; };
        const QString wrong = body(u"return null;"_s);
        row("exit 0", body(u"System.exit(0); return null;"_s));
        row("halt 0", body(u"Runtime.getRuntime().halt(0); return null;"_s));
        row("exit in an initializer", body(u"return null;"_s, u"static { System.exit(0); }"_s));
        row("halts later", body(u"Thread t = new Thread(() -> { try { Thread.sleep(30); } catch (Exception e) { } Runtime.getRuntime().halt(0); });"
                                " t.setDaemon(true); t.start(); try { Thread.sleep(300); } catch (Exception e) { } return null;"_s));
        row("exit hook", body(u"Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0))); System.exit(1); return null;"_s));
        row("own Arrays", wrong + u"class Arrays { static Object asList(Object... a) { return null; } }"_s);
        row("own AssertionError", wrong + u"class AssertionError extends RuntimeException { }\nclass Arrays { }"_s);
        row("own Main", wrong + u"class Main { public static void main(String[] args) { } }\nclass Autodidact_0 { }"_s);
        row("own Main alone", body(u"return new ArrayList<>();"_s) + u"class Main { public static void main(String[] args) { } }"_s, false);
        row("named like the package", wrong + u"class autodidact { static class Checks { } }"_s);
        row("in the package", u"package autodidact;\n"_s + wrong);
        const QString liar = u"ArrayList<Integer>() { public boolean equals(Object o) { return true; } public boolean isEmpty() { return true; } }"_s;
        row("equals everything", body(u"return new "_s + liar + u';'));
        row("a class that equals everything", body(u"return new Liar();"_s, u"static class Liar extends "_s + QString(liar).replace(u"<Integer>()"_s, u"<Integer>"_s)));
        row("equals every list", body(u"return new ArrayList<>() { public boolean equals(Object o) { return o instanceof List; }"
                                      " public boolean isEmpty() { return true; } };"_s), false);
        row("a proxy", body(u"return (List<Integer>) java.lang.reflect.Proxy.newProxyInstance(Solution.class.getClassLoader(), new Class<?>[] {List.class},"
                            " (p, m, a) -> m.getReturnType() == boolean.class ? true : m.getReturnType() == int.class ? (Object) 0 : null);"_s));
        row("an order of its own", body(u"Map<Integer, Integer> all = new TreeMap<>((a, b) -> 0); all.put(1, 1); return new ArrayList<>(all.keySet());"_s), false);
        row("the private parts of the harness", body(u"try { var field = Class.forName(\"autodidact.Checks\").getDeclaredField(\"entered\");"
            " field.setAccessible(true); System.exit(0); } catch (ReflectiveOperationException e) { } return null;"_s), false);
        row("unsafe memory", body(u"try { Class.forName(\"sun.misc.Unsafe\"); System.exit(0); } catch (ClassNotFoundException e) { } return null;"_s), false);
        row("management", body(u"try { Class.forName(\"java.lang.management.ManagementFactory\"); System.exit(0); } catch (ClassNotFoundException e) { }"
                               " return null;"_s), false);
        row("foreign memory", body(u"try { var type = Class.forName(\"java.lang.foreign.MemorySegment\"); var segment = type.getMethod(\"ofAddress\","
            " long.class).invoke(null, 4096L); type.getMethod(\"reinterpret\", long.class).invoke(segment, 4096L); System.exit(0); } catch"
            " (ReflectiveOperationException e) { } return null;"_s), false);
        row("runs the tests itself", body(u"if (depth++ == 0) try { Class.forName(\"Autodidact_0\").getMethod(\"run\").invoke(null); } catch (Throwable e) { }"
            " if (depth == 1) try { Class.forName(\"Autodidact_0$Main\").getMethod(\"main\", String[].class).invoke(null, (Object) null); } catch"
            " (Throwable e) { } return null;"_s, u"static int depth;"_s));
        row("forged bytes", body(u"try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[200]); } catch (java.io.IOException e) { }"
                                 " return null;"_s));
        row("closes the report", body(u"try { new java.io.FileOutputStream(java.io.FileDescriptor.out).close(); } catch (java.io.IOException e) { }"
                                      " return null;"_s));
        row("reads the nonce again", body(u"try { var channel = new java.io.FileInputStream(java.io.FileDescriptor.in).getChannel(); channel.position(0);"
                                          " if (channel.read(java.nio.ByteBuffer.allocate(16)) == 16) System.exit(0); } catch (java.io.IOException e) { }"
                                          " return null;"_s), false);
        row("a child forges", body(u"try { new ProcessBuilder(\"/bin/echo\", \"x\".repeat(100)).inheritIO().start().waitFor(); } catch (Exception e) { }"
                                   " return null;"_s));
    }

    /// Programs that are wrong and know how they are tested.
    void cheatingFails()
    {
        QFETCH(QString, code);
        QFETCH(bool, tampering);
        for (const QString &test : {increments[0], mainTest, u"assert Arrays.asList(3).equals(new Solution().f(new int[] {2}));"_s}) {
            const Verdict verdict = run(code, {test});
            const QString story = toString(verdict.errorClass) + u": "_s + verdict.errorDetail + u" | "_s + verdict.output.left(300);
            QVERIFY2(!verdict.passed, qPrintable(story));
            QVERIFY2(verdict.tampering == tampering, qPrintable(story));
            QVERIFY2(!tampering || verdict.errorClass == ErrorClass::Logic, qPrintable(story));
        }
    }

    void librariesCannotBeBound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("of its own") << u"/work/own.so"_s;
        for (const char *name : {"java", "nio", "zip", "net"})
            QTest::newRow(name) << u"/support/java/lib/lib%1.so"_s.arg(QLatin1StringView(name));
    }

    /// A library that a program made itself, or one of the machine's with functions that reach any memory.
    void librariesCannotBeBound()
    {
        QFETCH(QString, path);
        const Verdict verdict = run(body(u"try { java.nio.file.Files.copy(java.nio.file.Path.of(\"/usr/lib/%2-linux-gnu/libm.so.6\"),"
            " java.nio.file.Path.of(\"/work/own.so\")); } catch (java.io.IOException e) { throw new RuntimeException(e); }"
            " System.load(\"%1\"); %3"_s.arg(path, QSysInfo::currentCpuArchitecture(), right)), {increments[0]});
        QVERIFY2(verdict.errorClass == ErrorClass::Runtime || verdict.errorClass == ErrorClass::Forbidden, qPrintable(verdict.errorDetail));
        QVERIFY2(verdict.errorDetail.contains(u"UnsatisfiedLinkError") || verdict.errorDetail.contains(u"network"), qPrintable(verdict.errorDetail));
    }

    void hostileProgramsAreEnded_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorClass>("errorClass");
        const auto row = [](const char *name, const QString &code, ErrorClass errorClass) { QTest::newRow(name) << code << errorClass; };
        row("threads", body(u"for (int i = 0; i < 1000; ++i) new Thread(() -> { while (true) Thread.yield(); }).start(); return null;"_s), ErrorClass::Forbidden);
        row("sleeping threads", body(u"for (int i = 0; i < 1000; ++i) new Thread(() -> { try { Thread.sleep(100000); } catch (Exception e) { } }).start();"
                                     " return null;"_s), ErrorClass::Forbidden);
        row("processes", body(u"try { for (int i = 0; i < 1000; ++i) new ProcessBuilder(\"/bin/sleep\", \"60\").start(); } catch (java.io.IOException e) { }"
                              " return null;"_s), ErrorClass::Forbidden);
        row("bomb of a shell", body(u"try { new ProcessBuilder(\"/bin/sh\", \"-c\", \"f() { f | f & }; f\").start().waitFor(); Thread.sleep(3000); } catch"
                                    " (Exception e) { } return null;"_s), ErrorClass::Forbidden);
        row("memory outside the heap", body(u"List<Object> all = new ArrayList<>(); try { while (true) all.add(new ProcessBuilder(\"/usr/bin/python3\", \"-c\","
            " \"a = bytearray(200 << 20)\\nfor i in range(0, len(a), 4096): a[i] = 1\\nimport time\\ntime.sleep(9)\").start()); } catch"
            " (java.io.IOException e) { } return null;"_s), ErrorClass::Memory);
        row("caught memory", body(u"List<byte[]> all = new ArrayList<>(); while (true) try { all.add(new byte[1 << 20]); } catch (OutOfMemoryError e) { }"_s),
            ErrorClass::Timeout);
        row("output", body(u"while (true) System.out.println(\"endless output\");"_s), ErrorClass::Forbidden);
        row("network", body(u"try { new java.net.Socket(\"1.1.1.1\", 80); } catch (java.io.IOException e) { } "_s + right), ErrorClass::Forbidden);
        row("names of hosts", body(u"try { java.net.InetAddress.getByName(\"example.org\"); } catch (java.io.IOException e) { } "_s + right), ErrorClass::Forbidden);
        row("home", body(u"try { return List.of(new java.io.FileReader(System.getProperty(\"user.home\") + \"/.profile\").read()); } catch (java.io.IOException"
                         " e) { throw new RuntimeException(e); }"_s), ErrorClass::Runtime);
        row("the real home", body(u"throw new RuntimeException(String.valueOf(new java.io.File(\"/root\").list() == null"
                                  " && new java.io.File(\"/home\").list() == null ? null : \"seen\").substring(5));"_s), ErrorClass::Runtime);
        row("fills the folder", body(u"try (var out = new java.io.FileOutputStream(\"/work/big\")) { while (true) out.write(new byte[1 << 20]); } catch"
                                     " (java.io.IOException e) { throw new RuntimeException(e); }"_s), ErrorClass::Runtime);
        row("kills its machine", body(u"ProcessHandle.allProcesses().forEach(ProcessHandle::destroyForcibly); try { new ProcessBuilder(\"/bin/sh\", \"-c\","
                                      " \"kill -9 -1\").start().waitFor(); } catch (Exception e) { } return null;"_s), ErrorClass::Logic);
    }

    void hostileProgramsAreEnded()
    {
        QFETCH(QString, code);
        QFETCH(ErrorClass, errorClass);
        const Verdict verdict = run(code);
        const QString story = toString(verdict.errorClass) + u": "_s + verdict.errorDetail + u" | "_s + verdict.output.left(300);
        QVERIFY2(verdict.errorClass == errorClass, qPrintable(story));
        QVERIFY(!verdict.passed);
        QVERIFY2(run(body(right)).passed, "the next attempt is harmed");
    }

    void tellsExpectedAndActual()
    {
        const Verdict verdict = run(body(u"return new LinkedList<>(List.of(values.length));"_s));
        QCOMPARE(verdict.tests[0].expected, u"[2, 3]"_s);
        QCOMPARE(verdict.tests[0].actual, u"[2]"_s);
        QCOMPARE(verdict.tests[0].testCode, increments[0]);
        QCOMPARE(verdict.tests[0].exceptionType, u"AssertionError"_s);
        QCOMPARE(verdict.tests[1].actual, u"false"_s);
    }

    void pointsToTheLine()
    {
        QCOMPARE(run(body(u"int a = 1;\nvalues[99] = a;\nreturn null;"_s)).tests[0].line, 6);
        const Verdict broken = run(body(u"int a = 1;\n\tString b = a;\nreturn null;"_s));
        QCOMPARE(broken.diagnostics.value(0).line, 6);
        QCOMPARE(broken.diagnostics.value(0).column, 13);
        QVERIFY2(broken.errorDetail.startsWith(u"line 6: incompatible types"), qPrintable(broken.errorDetail));
        const Verdict strange = run(body(u"return null;"_s), {u"assertEquals(1, new Solution().g());"_s});
        QVERIFY(strange.errorClass == ErrorClass::Compile);
        QVERIFY2(strange.errorDetail.startsWith(u"beside the tests: cannot find symbol"), qPrintable(strange.errorDetail));
    }

    /// Each test has its own result, and the setup's members.
    void testsAreSeparate()
    {
        Execution task = execution(body(u"if (values.length == 3) throw new IllegalStateException(\"three\"); "_s + right),
            {u"counter++; assertEquals(1, counter);"_s, u"counter++; assertEquals(3, counter, \"text\");"_s, u"assertEquals(box(4), new Solution().f(new int[3]));"_s,
                u"assertThrows(IllegalStateException.class, () -> new Solution().f(new int[3]));"_s, u"assertEquals(new BigDecimal(2), new BigDecimal(2));"_s,
                u"var r = new Solution().f(new int[] {7}); r.add(9); assertEquals(box(8).get(0), r.get(0)); assert r.size() == 2;"_s, mainTest});
        task.testSetup = u"import java.math.*;\nstatic int counter = 0;\nstatic List<Integer> box(int n) { return List.of(n); }\n"_s;
        const Verdict verdict = run(task);
        QList<TestStatus> seen;
        for (const TestResult &test : verdict.tests)
            seen << test.status;
        using enum TestStatus;
        const QList<TestStatus> wanted{Passed, Failed, Errored, Passed, Passed, Passed, Passed};
        QVERIFY2(seen == wanted, qPrintable(verdict.errorDetail));
        QCOMPARE(verdict.tests[1].message, u"text"_s);
        QCOMPARE(verdict.tests[2].exceptionType, u"IllegalStateException"_s);
        QCOMPARE(verdict.tests[2].message, u"three"_s);
    }

    void tellsWhichModulesThereAre()
    {
        const Verdict verdict = run(u"import javax.swing.JFrame;\n"_s + body(right));
        QVERIFY2(verdict.errorDetail.contains(u"javax.swing") && verdict.errorDetail.contains(u"java.sql"), qPrintable(verdict.errorDetail));
    }

    void countsCpuTimeOfTests()
    {
        const QStringList tests{u"try { Thread.sleep(400); } catch (InterruptedException e) { }"_s,
            u"long end = System.nanoTime() + 200_000_000L; while (System.nanoTime() < end) { }"_s};
        const Verdict verdict = run(body(right), tests);
        QVERIFY2(verdict.passed, qPrintable(verdict.errorDetail));
        QVERIFY2(verdict.tests[0].cpuMs < 100, qPrintable(QString::number(verdict.tests[0].cpuMs))); // it slept
        QVERIFY2(verdict.tests[1].cpuMs > 20 && verdict.tests[1].cpuMs < 300, qPrintable(QString::number(verdict.tests[1].cpuMs)));
    }

    void assertionsStayOn()
    {
        const QString code = body(u"var loader = Solution.class.getClassLoader(); loader.clearAssertionStatus(); loader.setDefaultAssertionStatus(false);"
                                  " loader.setClassAssertionStatus(\"Autodidact_1\", false); try { Class.forName(\"Autodidact_1\"); } catch"
                                  " (ClassNotFoundException e) { return null; } "_s + right);
        const Verdict verdict = run(code, {increments[0], u"assert new Solution().f(new int[0]).size() == 1;"_s});
        QVERIFY2(verdict.tests[0].passed() && verdict.tests[1].status == TestStatus::Failed, qPrintable(verdict.errorDetail));
    }

    /// A type whose name the task gives is the program's, although the library has one of that name.
    void theTaskMayAskForAnyName()
    {
        Execution task = execution(u"class Stack { int size() { return 7; } }"_s, {u"assertEquals(7, new Stack().size());"_s});
        QVERIFY(run(task).tampering);
        task.starter = u"class Stack {\n    int size() { return 0; }\n}\n"_s;
        QVERIFY(run(task).passed);
    }

    void manyAttemptsAtOnce()
    {
        Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 2});
        QVERIFY(runner);
        std::atomic<int> passed = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 3; ++n) {
                    const Result<Verdict> verdict = (*runner)->run(execution(body(right), increments), {});
                    passed += verdict && verdict->passed ? 1 : 0;
                }
            });
        }
        threads.clear();
        QCOMPARE(passed.load(), 12);
    }

    void otherGears()
    {
        for (const SandboxGear gear : {SandboxGear::Single, SandboxGear::None}) {
            Result<std::unique_ptr<Runner>> runner = makeRunner({.gear = gear, .jobs = 1});
            QVERIFY(runner);
            const Result<Verdict> verdict = (*runner)->run(execution(body(right), increments), {});
            QVERIFY2(verdict && verdict->passed, verdict ? qPrintable(verdict->errorDetail) : qPrintable(verdict.error().detail));
            const Result<Verdict> endless = (*runner)->run(execution(body(u"while (true) { }"_s), increments), {});
            QVERIFY(endless && endless->errorClass == ErrorClass::Timeout);
        }
    }

    void stopsWhenAsked()
    {
        std::stop_source source;
        std::jthread later([&source] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            source.request_stop();
        });
        Execution task = execution(body(u"while (true) { }"_s), increments);
        task.limits.cpuMs = 20'000;
        QElapsedTimer timer;
        timer.start();
        const Result<Verdict> verdict = m_runner->run(task, source.get_token());
        QVERIFY(!verdict && verdict.error().kind == ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestJavaRunner)
#include "tst_javarunner.moc"
