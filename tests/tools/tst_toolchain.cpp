#include "core/tools/toolchain.h"
#include "core/tools/toolprobe.h"

#include <QElapsedTimer>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

const QStringList all{u"syntax"_s, u"format"_s, u"lint"_s, u"types"_s};

Task taskIn(Language language, TaskKind kind = TaskKind::Function)
{
    Task task;
    task.language = language;
    task.kind = kind;
    return task;
}

/// "syntax python: 3 code message", a line a finding; "lint -" for a check that did not run, "lint
/// eslint" for one without findings.
QString told(const QList<ToolReport> &reports)
{
    QStringList lines;
    for (const ToolReport &report : reports) {
        const QString head = report.check + u' ' + (report.ran() ? report.tool : u"-"_s);
        if (report.findings.isEmpty())
            lines.append(head);
        for (const ToolFinding &finding : report.findings)
            lines.append(
                u"%1: %2 %3 %4"_s.arg(head).arg(finding.line).arg(finding.code, finding.message));
    }
    return lines.join(u'\n');
}

} // namespace

/// The tools of this machine in the real sandbox.
class TestToolChain : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ToolChain> m_chain = makeToolChain({.jobs = 1});

    QList<ToolReport> look(
        const Task &task, const QString &code, const QStringList &checks = all) const
    {
        const Result<QList<ToolReport>> reports = m_chain->check(task, code, checks, {});
        return reports ? *reports : QList<ToolReport>{{u"error"_s, reports.error().detail, {}}};
    }

private Q_SLOTS:
    void programs_data();
    void programs();
    void hostile_data();
    void hostile();
    void stopsWhenAsked();
    void forgetsNothingAndInventsNothing();
    void saysWhatWorksHere();
    void costs_data();
    void costs();
};

void TestToolChain::programs_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<TaskKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Language language, const QString &code,
                         const QString &expected, TaskKind kind = TaskKind::Function) {
        QTest::newRow(name) << language << kind << code << expected;
    };
    row("python, well", Language::Python, u"def twice(n: int) -> int:\n    return 2 * n\n"_s,
        u"syntax python\nformat pycodestyle\nlint pyflakes\ntypes mypy"_s);
    row("python, all four", Language::Python,
        u"import os\n\ndef twice(n: int) -> str:\n    return 2 * n\n"_s,
        u"syntax python\n"
        "format pycodestyle: 3 E302 expected 2 blank lines, found 1\n"
        "lint pyflakes: 1  'os' imported but unused\n"
        "types mypy: 4 return-value Incompatible return value type (got \"int\", expected \"str\")"_s);
    row("python, no syntax", Language::Python, u"def twice(n):\n    return 2 *\n"_s,
        u"syntax python: 2 SyntaxError invalid syntax\nformat -\nlint -\ntypes -"_s);
    row("python, the standard library has types", Language::Python,
        u"import math\n\n\ndef root(n: float) -> str:\n    return math.sqrt(n)\n"_s,
        u"syntax python\nformat pycodestyle\nlint pyflakes\n"
        "types mypy: 5 return-value Incompatible return value type (got \"float\", expected \"str\")"_s);
    row("javascript, well", Language::JavaScript, u"function twice(n) {\n  return 2 * n;\n}\n"_s,
        u"syntax node\nformat -\nlint eslint\ntypes -"_s);
    row("javascript, lint", Language::JavaScript, u"function twice(n) {\n  return 2 * m;\n}\n"_s,
        u"syntax node\nformat -\nlint eslint: 2 no-undef 'm' is not defined.\ntypes -"_s);
    row("javascript, module", Language::JavaScript,
        u"export function twice(n) {\n  return 2 * m;\n}\n"_s,
        u"syntax node\nformat -\nlint eslint: 2 no-undef 'm' is not defined.\ntypes -"_s);
    row("javascript, young syntax", Language::JavaScript,
        u"class Box {\n  #size = 1_000;\n  static made = 0;\n  get size() {\n    return this.#size ?? 0;\n  }\n}\n"_s,
        u"syntax node\nformat -\nlint eslint\ntypes -"_s);
    row("javascript, no syntax", Language::JavaScript,
        u"function twice(n) {\n  return 2 * ;\n}\n"_s,
        u"syntax node: 2 SyntaxError Unexpected token ';'\nformat -\nlint -\ntypes -"_s);
    row("java, well", Language::Java,
        u"class Solution {\n    static int twice(int n) {\n        return 2 * n;\n    }\n}\n"_s,
        u"syntax javac\nformat -\nlint javac\ntypes javac"_s);
    row("java, public, in a package", Language::Java,
        u"package a.b;\n\npublic class Other {\n    static int twice(int n) {\n        return n / 0;\n    }\n}\n"_s,
        u"syntax javac\nformat -\nlint javac: 5 divzero division by zero\ntypes javac"_s);
    row("java, types", Language::Java,
        u"class Solution {\n    static int twice(int n) {\n        return 2 * m;\n    }\n}\n"_s,
        u"syntax javac\nformat -\nlint -\ntypes javac: 3  cannot find symbol; symbol: variable m"_s);
    row("java, no syntax", Language::Java,
        u"class Solution {\n    static int twice(int n) {\n        return 2 * n\n    }\n}\n"_s,
        u"syntax javac: 3  ';' expected\nformat -\nlint -\ntypes -"_s);
    row("rust, well", Language::Rust, u"pub fn twice(n: i32) -> i32 {\n    2 * n\n}\n"_s,
        u"syntax rustc\nformat rustfmt\nlint clippy\ntypes rustc"_s);
    row("rust, private entry point", Language::Rust, u"fn twice(n: i32) -> i32 {\n    2 * n\n}\n"_s,
        u"syntax rustc\nformat rustfmt\nlint clippy\ntypes rustc"_s);
    row("rust, form and lint", Language::Rust,
        u"pub fn twice(n: i32) -> i32 {\n    return 2*n;\n}\n"_s,
        u"syntax rustc\nformat rustfmt: 2 format rustfmt would write: return 2 * n;\n"
        "lint clippy: 2 clippy::needless_return unneeded `return` statement\ntypes rustc"_s);
    row("rust, types", Language::Rust, u"pub fn twice(n: i32) -> i32 {\n    \"two\"\n}\n"_s,
        u"syntax rustc\nformat rustfmt\nlint -\ntypes rustc: 2 E0308 mismatched types: expected `i32`, found `&str`"_s);
    row("rust, no syntax", Language::Rust, u"pub fn twice(n: i32) -> i32 {\n    2 *\n}\n"_s,
        u"syntax rustc: 3  expected expression, found `}`\nformat -\nlint -\ntypes -"_s);
    row("rust, a program", Language::Rust, u"fn main() {\n    println!(\"1\");\n}\n"_s,
        u"syntax rustc\nformat rustfmt\nlint clippy\ntypes rustc"_s, TaskKind::Program);
    row("rust, a program without main", Language::Rust, u"pub fn begin() {}\n"_s,
        u"syntax rustc\nformat rustfmt\nlint -\ntypes rustc: 1 E0601 `main` function not found in crate `program`: consider adding a `main` function to `program.rs`"_s,
        TaskKind::Program);
    row("a change to a repository", Language::Python, u"diff --git a/x b/x\n"_s,
        u"syntax -\nformat -\nlint -\ntypes -"_s, TaskKind::Repository);
}

void TestToolChain::programs()
{
    QFETCH(Language, language);
    QFETCH(TaskKind, kind);
    QFETCH(QString, code);
    QFETCH(QString, expected);
    QCOMPARE(told(look(taskIn(language, kind), code)), expected);
}

void TestToolChain::hostile_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("holds"); // somewhere in what is told
    QTest::addColumn<QString>("lacks"); // nowhere; empty: nothing
    const auto row = [](const char *name, Language language, const QString &code,
                         const QString &holds, const QString &lacks = {}) {
        QTest::newRow(name) << language << code << holds << lacks;
    };
    const QString nul(QChar(u'\0'));
    for (const Language language :
        {Language::Python, Language::JavaScript, Language::Java, Language::Rust}) {
        const QByteArray name = toString(language).toUtf8();
        row("nothing, " + name, language, {}, u"syntax "_s, u"upset"_s);
        row("zero bytes, " + name, language, u"a"_s + nul + u"b"_s + nul, u"syntax "_s,
            u"syntax -"_s);
        row("a line of a megabyte, " + name, language, QString(1 << 20, u'x'), u"syntax "_s,
            u"syntax -"_s);
        row("nested too deeply, " + name, language, QString(20'000, u'('), u"syntax "_s,
            u"syntax -"_s);
        row("no text, " + name, language, QString::fromUtf8("\xff\xfe\xf0\x9f"), u"syntax "_s,
            u"syntax -"_s);
    }
    row("python, a megabyte of lines", Language::Python, u"x = undefined_name\n"_s.repeated(60'000),
        u"lint pyflakes: 1  undefined name"_s);
    row("python, no silence by comments", Language::Python,
        u"# mypy: ignore-errors\ndef f() -> int:\n    return ''  # type: ignore\n\nx=1  # noqa\n"_s,
        u"types mypy: 3 return-value"_s);
    row("python, nor of the form", Language::Python, u"a = None\nb = a == None  # noqa\n"_s,
        u"format pycodestyle: 2 E711"_s);
    row("python, settings of mypy", Language::Python,
        u"# mypy: plugins=evil.py\ndef f() -> int:\n    return ''\n"_s,
        u"types mypy: 3 return-value"_s, u"lugin"_s);
    row("python, a foreign encoding", Language::Python,
        u"# -*- coding: no-such-thing -*-\nx = 1\n"_s, u"syntax python\n"_s, u"syntax -"_s);
    row("python, file beside it", Language::Python,
        u"from tools.syntax import source\nimport program\n"_s, u"lint pyflakes: 1"_s);
    row("javascript, no silence by comments", Language::JavaScript,
        u"/* eslint-disable */\n/* eslint no-undef: 0, evil/rule: 2 */\nfunction f() { return absent; }\n"_s,
        u"lint eslint: 3 no-undef"_s, u"evil"_s);
    row("javascript, settings in the code", Language::JavaScript,
        u"module.exports = { root: true, plugins: ['evil'], parser: '/work/evil.js' };\n// .eslintrc.js\n"_s,
        u"lint eslint"_s, u"evil"_s);
    row("javascript, line that looks like a message", Language::JavaScript,
        u"let SyntaxError: 'fake' = ;\n"_s, u"syntax node: 1 SyntaxError"_s, u"fake"_s);
    row("java, line that looks like a message", Language::Java,
        u"class A {\n    int f() {\n        return\nA.java:77: error: fake\n    ;}\n}\n"_s,
        u"syntax javac: "_s, u": 77"_s);
    row("java, processors", Language::Java,
        u"import javax.annotation.processing.*;\n\n@SupportedAnnotationTypes(\"*\")\npublic class "
        u"P extends AbstractProcessor {\n"
        "    static { if (true) throw new RuntimeException(\"ran\"); }\n    public boolean process(java.util.Set<? extends javax.lang.model.element.TypeElement> a, RoundEnvironment e) { return true; }\n}\n"_s,
        u"syntax javac\n"_s, u"ran"_s);
    row("rust, files of the machine", Language::Rust,
        u"include!(\"/etc/passwd\");\nconst A: &str = include_str!(\"/etc/shadow\");\n"_s,
        u"types rustc: "_s, u"root:"_s);
    row("rust, a module elsewhere", Language::Rust, u"#[path = \"/proc/self/environ\"] mod a;\n"_s,
        u"types rustc: "_s, u"PATH="_s);
    row("rust, macros that never end", Language::Rust,
        u"macro_rules! m { ($($t:tt)*) => { m!($($t)* $($t)*); } }\nm!(a b);\n"_s,
        u"types rustc: "_s);
    row("rust, constants that never end", Language::Rust,
        u"pub const A: u32 = {\n    let mut i = 0u32;\n    loop {\n        i = i.wrapping_add(1);\n    }\n};\n"_s,
        u"rustc: "_s);
    row("rust, crates that are code", Language::Rust,
        u"extern crate proc_macro;\n#[proc_macro]\npub fn a(t: proc_macro::TokenStream) -> proc_macro::TokenStream { t }\n"_s,
        u"types rustc: "_s);
}

void TestToolChain::hostile()
{
    QFETCH(Language, language);
    QFETCH(QString, code);
    QFETCH(QString, holds);
    QFETCH(QString, lacks);
    const QList<ToolReport> reports = look(taskIn(language), code);
    const QString text = told(reports);
    const QByteArray shown = text.left(3000).toUtf8();
    QCOMPARE(reports.size(), 4);
    QVERIFY2(text.contains(holds), shown);
    QVERIFY2(lacks.isEmpty() || !text.contains(lacks), shown);
    for (const ToolReport &report : reports) {
        QVERIFY2(report.findings.size() <= 20, shown);
        for (const ToolFinding &finding : report.findings) {
            QVERIFY2(finding.message.size() <= 300 && !finding.message.contains(u'\n'), shown);
            QVERIFY2(!finding.message.contains("/work"_L1) && !finding.message.contains("/usr"_L1),
                shown);
        }
    }
}

void TestToolChain::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const Result<QList<ToolReport>> reports =
        m_chain->check(taskIn(Language::Python), u"stopped = 1\n"_s, all, stop.get_token());
    QVERIFY(!reports);
    QCOMPARE(reports.error().kind, ErrorKind::Cancelled);
}

void TestToolChain::forgetsNothingAndInventsNothing()
{
    const QString code = u"import os\nimport sys\nx = undefined\n"_s;
    const QList<ToolReport> first = look(taskIn(Language::Python), code);
    QCOMPARE(look(taskIn(Language::Python), code), first);
    QCOMPARE(
        makeToolChain({.jobs = 1})->check(taskIn(Language::Python), code, all, {}).value(), first);
    // Only what was asked for is told, in the same order whatever the order of asking.
    QCOMPARE(told(look(taskIn(Language::Python), code, {u"types"_s, u"lint"_s})),
        u"lint pyflakes: 1  'os' imported but unused\nlint pyflakes: 2  'sys' imported but unused\n"
        "lint pyflakes: 3  undefined name 'undefined'\ntypes mypy: 3 name-defined Name \"undefined\" is not defined"_s);
    QVERIFY(look(taskIn(Language::Python), code, {}).isEmpty());
}

void TestToolChain::saysWhatWorksHere()
{
    const QList<SandboxProbe> probes = probeToolChain();
    QCOMPARE(probes.size(), 4);
    for (const SandboxProbe &probe : probes) {
        QVERIFY2(probe.works, qPrintable(probe.name + u": "_s + probe.detail));
        QVERIFY(!probe.required);
    }
    QCOMPARE(probes[0].detail, u"syntax python, format pycodestyle, lint pyflakes, types mypy"_s);
    QCOMPARE(probes[1].detail, u"syntax node, format -, lint eslint, types -"_s);
}

void TestToolChain::costs_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("checks");
    const QMap<Language, QString> programs{
        {Language::Python,
            u"import math\n\n\ndef f(n: int) -> float:\n    return math.sqrt(n)  # %1\n"_s},
        {Language::JavaScript, u"function f(n) {\n  return Math.sqrt(n); // %1\n}\n"_s},
        {Language::Java,
            u"class Solution {\n    static double f(int n) {\n        return Math.sqrt(n); // %1\n    }\n}\n"_s},
        {Language::Rust, u"pub fn f(n: f64) -> f64 {\n    n.sqrt() // %1\n}\n"_s}};
    for (auto program = programs.cbegin(); program != programs.cend(); ++program) {
        for (const QString &check : all)
            QTest::addRow("%s, %s", qPrintable(toString(program.key())), qPrintable(check))
                << program.key() << program.value() << QStringList{check};
    }
}

/// Prints what a check costs; each includes the check of the syntax, which always comes first.
void TestToolChain::costs()
{
    QFETCH(Language, language);
    QFETCH(QString, code);
    QFETCH(QStringList, checks);
    QElapsedTimer timer;
    double best = 1e9;
    for (int turn = 0; turn < 4; ++turn) {
        timer.start();
        const QList<ToolReport> reports =
            look(taskIn(language), code.arg(checks.first() + QString::number(turn)), checks);
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
        QCOMPARE(reports.size(), 1);
    }
    qInfo("%.0f ms", best);
    QVERIFY(best < 10'000);
}

QTEST_GUILESS_MAIN(TestToolChain)
#include "tst_toolchain.moc"
