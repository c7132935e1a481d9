#include "core/runners/javatools.h"
#include "core/runners/runnerfactory.h"

#include <QTest>

using namespace autodidact;
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
    for (const QString &test : tests)
        execution.tests << TestCase{u"test %1"_s.arg(execution.tests.size() + 1), test};
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
    Verdict run(const Execution &execution)
    {
        const Result<Verdict> verdict = m_runner->run(execution, {});
        return verdict.value_or(Verdict{.errorClass = ErrorClass::Infrastructure,
            .errorDetail = verdict ? QString() : verdict.error().detail});
    }
    Verdict run(const QString &code, const QStringList &tests = increments) { return run(execution(code, tests)); }

    std::unique_ptr<Runner> m_runner;

private Q_SLOTS:
    void initTestCase()
    {
        if (const Result<JavaTools> tools = JavaTools::find(); !tools)
            QSKIP(qPrintable(tools.error().detail));
        Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 1});
        QVERIFY2(runner, runner ? "" : qPrintable(runner.error().detail));
        m_runner = std::move(*runner);
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
        row("empty", QString(), ErrorClass::Compile);
        row("no such package", u"import org.apache.commons.lang3.StringUtils;\n"_s + body(right), ErrorClass::Import);
        row("no such class", u"import java.util.Lisst;\n"_s + body(right), ErrorClass::Import);
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
            QVERIFY2(verdict.errorClass == wanted, qPrintable(toString(verdict.errorClass) + u": "_s + verdict.errorDetail));
            QCOMPARE(verdict.passed, errorClass == ErrorClass::None);
            QVERIFY(!verdict.tampering);
            QCOMPARE(verdict.tests.size(), 2);
            QVERIFY(verdict.passed || !verdict.errorDetail.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestJavaRunner)
#include "tst_javarunner.moc"
